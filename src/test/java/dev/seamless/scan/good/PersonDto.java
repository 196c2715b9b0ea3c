package dev.seamless.scan.good;

import dev.seamless.Renamed;

public record PersonDto(
        Long id, @Renamed(id = "person-bio", from = "bio") String description) {}
