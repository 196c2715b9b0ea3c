package dev.seamless.autoconfigure.counted;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
class Post {

    @Id
    @GeneratedValue
    Long id;

    @Renamed(id = "post-text", from = "body")
    String text;
}
