package dev.seamless.autoconfigure.slices;

import dev.seamless.Renamed;

record PersonDto(@Renamed(id = "person-bio", from = "bio") String description) {}
