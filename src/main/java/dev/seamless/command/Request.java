package dev.seamless.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for.
 *
 * @param command the name of the command
 * @param rename the id of the rename; {@code null} for all
 * @param instance the id of an instance, for {@code forget}
 * @param output the directory that {@code plan} writes into; {@code null} to print
 * @param way the way that {@code plan} looks along, {@code forth} or {@code back}; {@code null} for forth
 * @param workers how many windows a pass has under way at a time; {@code null} for the default
 * @param share how much of the time each of them works while others are at work; {@code null} for the default
 */
public record Request(
        String command,
        @Nullable String rename,
        @Nullable String instance,
        @Nullable Path output,
        @Nullable String way,
        @Nullable String workers,
        @Nullable String share) {}
