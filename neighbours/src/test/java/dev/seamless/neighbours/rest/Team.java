package dev.seamless.neighbours.rest;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** An entity without any rename. */
@Entity
public class Team {

    @Id
    @GeneratedValue
    public Long id;

    public String name;
}
