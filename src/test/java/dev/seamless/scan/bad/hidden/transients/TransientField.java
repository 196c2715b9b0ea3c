package dev.seamless.scan.bad.hidden.transients;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class TransientField {

    @Id
    Long id;

    @Renamed(id = "user-bio", from = "bio")
    transient String description;
}
