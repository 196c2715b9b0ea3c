package dev.seamless.tour;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room of the tour may know which other. None knows the library, which is played as its users run it. */
class HouseTest {

    private static final String HOUSE = "dev.seamless.tour";

    private static final JavaClasses TOUR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    /** Each package with what it may use besides the JDK, JSpecify and itself. */
    private static final Map<String, List<String>> ROOMS = Map.of(
            "", List.of(HOUSE + ".."),
            ".timeline", List.of(),
            ".history", List.of(),
            ".database", List.of("io.zonky.."),
            ".balancer", List.of("com.sun.net.httpserver"),
            ".clients", List.of(HOUSE + ".timeline", HOUSE + ".history", "tools.jackson.."),
            ".fleet", List.of(HOUSE + ".timeline", HOUSE + ".database", HOUSE + ".balancer"),
            ".chaos", List.of(HOUSE + ".timeline", HOUSE + ".database", HOUSE + ".fleet"),
            ".way",
                    List.of(
                            HOUSE + ".timeline",
                            HOUSE + ".history",
                            HOUSE + ".database",
                            HOUSE + ".clients",
                            HOUSE + ".fleet",
                            HOUSE + ".chaos"),
            ".report",
                    List.of(
                            HOUSE + ".timeline",
                            HOUSE + ".history",
                            HOUSE + ".database",
                            HOUSE + ".fleet",
                            HOUSE + ".way",
                            "tools.jackson.."));

    static Stream<String> rooms() {
        return ROOMS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyWhatItsRowNames(String room) {
        String[] allowed = Stream.concat(Stream.of("java..", "org.jspecify..", HOUSE + room), ROOMS.get(room).stream())
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(HOUSE + room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .check(TOUR);
    }

    @Test
    void everyPackageHasARow() {
        Set<String> packages = TOUR.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(HOUSE.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ROOMS).containsOnlyKeys(packages);
    }
}
