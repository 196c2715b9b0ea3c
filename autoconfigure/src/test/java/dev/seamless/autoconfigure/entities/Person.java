package dev.seamless.autoconfigure.entities;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Person {

    @Id
    Long id;

    @Renamed(id = "person-label", from = "title")
    public String label;
}
