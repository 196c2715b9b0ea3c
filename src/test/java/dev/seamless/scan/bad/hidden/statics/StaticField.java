package dev.seamless.scan.bad.hidden.statics;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class StaticField {

    @Id
    Long id;

    @Renamed(id = "user-bio", from = "bio")
    static String description;
}
