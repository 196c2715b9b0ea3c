package dev.seamless.autoconfigure.declared;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "users")
public class User {

    @Id
    public Long id;

    public String name;

    @Renamed(id = "user-bio", from = "bio")
    public String description;

    @Renamed(id = "user-short", fromColumn = "nick")
    public String shortName;
}
