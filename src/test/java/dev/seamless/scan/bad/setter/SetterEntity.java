package dev.seamless.scan.bad.setter;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class SetterEntity {

    @Id
    Long id;

    String description;

    @Renamed(id = "user-bio", from = "bio")
    void setDescription(String description) {
        this.description = description;
    }
}
