package dev.seamless.fleet;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "users")
class Person {

    static final String RENAME = "user-bio";

    @Id
    Integer id;

    @Renamed(id = RENAME, from = "bio")
    String description;
}
