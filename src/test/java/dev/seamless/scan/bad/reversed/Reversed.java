package dev.seamless.scan.bad.reversed;

import dev.seamless.Renamed;

record Reversed(
        @Renamed(id = "user-bio", from = "description") String description) {}
