package dev.seamless.autoconfigure.ahead;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Letter {

    @Id
    Long id;

    @Renamed(id = "letter-body", from = "txt")
    String body;
}
