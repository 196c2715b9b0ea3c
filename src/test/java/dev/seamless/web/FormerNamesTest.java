package dev.seamless.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.SchemaPhase;
import dev.seamless.json.ClientView;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A chain of names: each old one leads to the newest, by all renames since. */
class FormerNamesTest {

    private static final Rename FIRST = new Rename("first-bio", SchemaPhase.OLD, ApiPhase.BOTH);
    private static final Rename SECOND = new Rename("user-bio", SchemaPhase.OLD, ApiPhase.BOTH);

    private final FormerNames names = new FormerNames();

    FormerNamesTest() {
        names.add("bio", List.of(FIRST, SECOND), "about");
        names.add("description", List.of(SECOND), "about");
    }

    static Stream<Arguments> clients() {
        return Stream.of(
                Arguments.of(Set.of(), "bio"),
                Arguments.of(Set.of("first-bio"), "description"),
                Arguments.of(Set.of("first-bio", "user-bio"), "about"));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void areToldInTheWordsOfTheClient(Set<String> known, String told) {
        assertThat(names.toldTo(ClientView.knowing(known), "about")).isEqualTo(told);
        assertThat(names.toldTo(ClientView.knowing(known), "other")).isEqualTo("other");
    }

    static Stream<Arguments> oldNames() {
        return Stream.of(Arguments.of("bio", List.of(FIRST, SECOND)), Arguments.of("description", List.of(SECOND)));
    }

    @ParameterizedTest
    @MethodSource("oldNames")
    void leadToTheNewestByAllRenamesSince(String oldName, List<Rename> renames) {
        assertThat(names.find(oldName)).isEqualTo(new FormerNames.Renaming(renames, "about"));
        assertThat(names.find("about")).isNull();
    }
}
