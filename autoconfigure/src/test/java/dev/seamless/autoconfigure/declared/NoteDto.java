package dev.seamless.autoconfigure.declared;

import dev.seamless.Renamed;

public record NoteDto(
        @Renamed(id = "note-text", fromJson = "txt") String text) {}
