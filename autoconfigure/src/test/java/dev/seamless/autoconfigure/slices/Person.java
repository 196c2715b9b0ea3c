package dev.seamless.autoconfigure.slices;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
class Person {

    @Id
    @GeneratedValue
    Long id;

    @Renamed(id = "person-bio", from = "bio")
    String description;
}
