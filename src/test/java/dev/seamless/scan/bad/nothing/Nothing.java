package dev.seamless.scan.bad.nothing;

import dev.seamless.Renamed;

record Nothing(@Renamed(id = "user-bio", fromColumn = "bio") String description) {}
