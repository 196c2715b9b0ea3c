package dev.seamless.autoconfigure.stacks;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
public class Item {

    @Id
    @GeneratedValue
    public Long id;

    @Renamed(id = "item-label", from = "label")
    public String title;

    public Item() {}

    Item(String title) {
        this.title = title;
    }
}
