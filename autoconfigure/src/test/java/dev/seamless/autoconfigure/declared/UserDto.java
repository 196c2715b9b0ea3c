package dev.seamless.autoconfigure.declared;

import dev.seamless.Renamed;

public record UserDto(
        Long id, @Renamed(id = "user-bio", from = "bio") String description) {}
