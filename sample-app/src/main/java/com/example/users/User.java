package com.example.users;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "users")
class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String handle;

    private String displayName;

    @Renamed(id = "user-bio", from = "bio")
    private String description;

    Long getId() {
        return id;
    }

    UserDto toDto() {
        return new UserDto(id, handle, displayName, description);
    }

    /** Takes all but the id. */
    void apply(UserDto dto) {
        handle = dto.handle();
        displayName = dto.displayName();
        description = dto.description();
    }
}
