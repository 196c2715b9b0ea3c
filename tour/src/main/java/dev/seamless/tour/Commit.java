package dev.seamless.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which commit of the repository is played. */
final class Commit {

    private Commit() {}

    /** Its short name, with a plus if files of it have been changed; "unknown" outside of a repository. */
    static String of(Path directory) throws InterruptedException {
        try {
            String name = git(directory, "rev-parse", "--short=8", "HEAD");
            boolean changed = !git(
                            directory, "status", "--porcelain", "--untracked-files=no", "--", ":/*.java", ":/*pom.xml")
                    .isEmpty();
            return changed ? name + "+" : name;
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String git(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (git.waitFor() != 0) {
            throw new IOException("No repository");
        }
        return said;
    }
}
