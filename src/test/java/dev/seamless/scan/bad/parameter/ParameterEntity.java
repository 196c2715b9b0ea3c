package dev.seamless.scan.bad.parameter;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class ParameterEntity {

    @Id
    Long id;

    String description;

    ParameterEntity(@Renamed(id = "user-bio", from = "bio") String description) {
        this.description = description;
    }
}
