package dev.seamless.neighbours.mapping.projections;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
public class Account {

    @Id
    @GeneratedValue
    public Long id;

    @Renamed(id = "account-bio", from = "bio")
    public String description = "a text";
}
