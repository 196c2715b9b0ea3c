package dev.seamless.neighbours.rest;

import dev.seamless.Renamed;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** An entity with an attribute that was renamed in an embeddable. */
@Entity
public class Person {

    @Id
    @GeneratedValue
    public Long id;

    @Embedded
    public Profile profile = new Profile();

    @Embeddable
    public static class Profile {
        @Renamed(id = "user-bio", from = "bio")
        public String description;
    }
}
