package dev.seamless.tour.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.tour.Played;
import dev.seamless.tour.report.Result;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is taken out is missed: the history shows it, or requests fail. The table is printed, and kept if it is whole. */
@EnabledIfSystemProperty(named = "seamless-test.size", matches = "proof")
class PlantedFaultsIT {

    private static final List<String> HEAD = List.of("| taken out | seen |", "|---|---|");
    private static final List<String> TABLE = new ArrayList<>(HEAD);

    @ParameterizedTest
    @EnumSource
    void isFound(PlantedFault fault) throws Exception {
        Result result = Played.on(fault.name(), fault.way(), agent(fault), new PrintStream(System.out, true));
        String seen = PlantedFault.seen(result);
        TABLE.add("| " + fault.what() + " | " + (seen.isEmpty() ? "nothing" : seen) + " |");
        assertThat(result.ended()).isNull();
        assertThat(result.isClean()).as(seen).isEqualTo(fault.missed().isEmpty());
        assertThat(fault.missed()).allSatisfy(missed -> assertThat(seen).contains(missed));
    }

    /** Without the archive of classes: a JVM 17 dies of one that an agent wants to change. */
    private static List<String> agent(PlantedFault fault) throws Exception {
        return fault.agent().isEmpty()
                ? List.of()
                : List.of("-Xshare:off", "-javaagent:" + AgentJar.make(Played.directory()) + "=" + fault.agent());
    }

    @AfterAll
    static void printTheTable() throws Exception {
        TABLE.forEach(System.out::println);
        if (TABLE.size() == HEAD.size() + PlantedFault.values().length) {
            Files.write(Path.of(Played.directory() + "/faults.md"), TABLE);
        }
    }
}
