package dev.seamless.scan.good;

import dev.seamless.Renamed;

public record Chained(
        @Renamed(id = "bio-chain", from = "bio") @Renamed(id = "about-chain", from = "description")
        String about) {}
