package dev.seamless.hibernate;

import dev.seamless.Renamed;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;

/** What {@link LazyAttributeTest} enhances. */
@Entity(name = "Page")
class LazyPage implements LazyAttributeTest.Page {
    @Id
    Long id = 1L;

    String name;

    @Basic(fetch = FetchType.LAZY)
    @Renamed(id = "page", from = "body")
    String text = "one";

    LazyPage() {}

    @Override
    public void name(String name) {
        this.name = name;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public void text(String text) {
        this.text = text;
    }
}
