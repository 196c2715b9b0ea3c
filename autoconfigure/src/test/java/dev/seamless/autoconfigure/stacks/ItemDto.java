package dev.seamless.autoconfigure.stacks;

import dev.seamless.Renamed;

public record ItemDto(
        @Renamed(id = "item-label", from = "label") String title) {}
