package dev.seamless.schema;

import dev.seamless.Pair;
import dev.seamless.protocol.Marker;
import dev.seamless.protocol.Marker.Kind;
import dev.seamless.protocol.Migration;
import dev.seamless.schema.Step.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes steps as files: what a reviewer should know, the settings, the statement, and the markers. */
final class MigrationText {

    private final Dialect dialect;
    private final Migration migration;
    private final Pair pair;

    MigrationText(Dialect dialect, Migration migration, Pair pair) {
        this.dialect = dialect;
        this.migration = migration;
        this.pair = pair;
    }

    /** A file a step. A migration that has nothing to do has a file all the same, for it begins and lifts. */
    List<MigrationFile> files(List<Step> steps, List<String> notes) {
        List<Step> all = steps.isEmpty()
                ? List.of(new Step(
                        "nothing",
                        List.of("This table needs no statement: the migration only begins and lifts."),
                        Pace.QUICK,
                        List.of("select 1")))
                : steps;
        List<MigrationFile> files = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Step step = all.get(i);
            boolean first = i == 0;
            boolean last = i == all.size() - 1;
            String part = all.size() == 1
                    ? ""
                    : (i + 1) + "_" + step.what().toLowerCase(Locale.ROOT).replaceAll("\\W+", "_");
            files.add(new MigrationFile(
                    migration, part, text(step, first, last, first ? notes : List.of()), step.transactional()));
        }
        return List.copyOf(files);
    }

    private String text(Step step, boolean first, boolean last, List<String> notes) {
        List<String> lines = new ArrayList<>();
        if (first || !last) {
            Kind kind = first ? (last ? Kind.WHOLE : Kind.BEGIN) : Kind.PART;
            lines.add(new Marker(kind, migration, pair).toString());
        }
        if (step.takesLong()) {
            lines.add(new Marker(Kind.LONG, migration, pair).toString());
        }
        notes.forEach(note -> lines.add("-- " + note));
        List<String> remarks = step.why().stream()
                .filter(line -> line.startsWith("squawk-ignore"))
                .toList();
        step.why().stream().filter(line -> !remarks.contains(line)).forEach(line -> lines.add("-- " + line));
        dialect.before(step).forEach(statement -> lines.add(statement + ";"));
        remarks.forEach(remark -> lines.add("-- " + remark));
        step.statements().forEach(statement -> lines.add(statement + ";"));
        dialect.after(step).forEach(statement -> lines.add(statement + ";"));
        if (last && !first) {
            lines.add(new Marker(Kind.LIFT, migration, pair).toString());
        }
        return String.join("\n", lines) + "\n";
    }
}
