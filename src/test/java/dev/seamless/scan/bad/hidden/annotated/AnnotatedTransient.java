package dev.seamless.scan.bad.hidden.annotated;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;

@Entity
class AnnotatedTransient {

    @Id
    Long id;

    @Transient
    @Renamed(id = "user-bio", from = "bio")
    String description;
}
