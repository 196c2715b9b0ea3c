package dev.seamless.scan.bad.dashes;

import dev.seamless.Renamed;

record Dashes(
        @Renamed(id = "user-bio", from = "bio") String description,
        @Renamed(id = "userbio", from = "text") String about) {}
