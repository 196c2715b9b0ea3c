package dev.seamless;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room of the library may know which other, and which third party. */
class HouseTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.seamless");

    /** What every room may use. */
    private static final List<String> COMMON =
            List.of("java..", "javax..", "org.jspecify..", "org.slf4j..", "dev.seamless");

    private static final List<String> SPRING_CORE =
            List.of("org.springframework.asm..", "org.springframework.core..", "org.springframework.util..");
    private static final List<String> SPRING_JDBC = plus(
            SPRING_CORE,
            "org.springframework.jdbc..",
            "org.springframework.dao..",
            "org.springframework.transaction..");
    private static final List<String> JACKSON = List.of("tools.jackson..", "com.fasterxml.jackson.annotation..");
    private static final List<String> WEB = plus(
            JACKSON,
            "dev.seamless.gate..",
            "dev.seamless.json..",
            "org.springframework..",
            "jakarta.servlet..",
            "reactor..",
            "org.reactivestreams..");

    /** Each package with what it may use besides {@link #COMMON} and itself; the table of the house plan. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            Map.entry("dev.seamless", List.of()),
            Map.entry("dev.seamless.scan", SPRING_CORE),
            Map.entry("dev.seamless.hibernate", List.of("org.hibernate..", "jakarta.persistence..")),
            Map.entry("dev.seamless.gate", List.of()),
            Map.entry("dev.seamless.json", plus(JACKSON, "dev.seamless.gate..")),
            Map.entry("dev.seamless.openapi", plus(WEB, "io.swagger.v3..", "com.fasterxml.jackson.databind..")),
            Map.entry("dev.seamless.data", plus(WEB, "dev.seamless.web", "org.aopalliance..")),
            Map.entry("dev.seamless.rest", plus(WEB, "dev.seamless.web")),
            Map.entry("dev.seamless.graphql", plus(WEB, "dev.seamless.web", "graphql..")),
            Map.entry("dev.seamless.web", WEB),
            Map.entry("dev.seamless.web.servlet", plus(WEB, "dev.seamless.web")),
            Map.entry("dev.seamless.web.reactive", plus(WEB, "dev.seamless.web")),
            Map.entry("dev.seamless.protocol", List.of()),
            Map.entry("dev.seamless.schema", plus(SPRING_JDBC, "dev.seamless.protocol")),
            Map.entry("dev.seamless.ledger", plus(SPRING_JDBC, "dev.seamless.protocol", "dev.seamless.schema")),
            Map.entry(
                    "dev.seamless.backfill",
                    plus(SPRING_JDBC, "dev.seamless.protocol", "dev.seamless.schema", "dev.seamless.ledger")),
            Map.entry(
                    "dev.seamless.command",
                    List.of(
                            "dev.seamless.protocol",
                            "dev.seamless.schema",
                            "dev.seamless.ledger",
                            "dev.seamless.backfill")));

    static Stream<String> rooms() {
        return ROOMS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyWhatTheHousePlanNames(String room) {
        List<String> allowed = plus(COMMON, room);
        allowed.addAll(ROOMS.get(room));
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                .allowEmptyShould(true)
                .check(LIBRARY);
    }

    @Test
    void everyPackageHasARoomInThePlan() {
        Set<String> packages =
                LIBRARY.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(ROOMS).containsKeys(packages.toArray(String[]::new));
    }

    @Test
    void noRoomKnowsSpringBoot() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.boot..")
                .check(LIBRARY);
    }

    @Test
    void noTwoRoomsKnowEachOther() {
        SlicesRuleDefinition.slices()
                .matching("dev.seamless.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(alwaysTrue(), resideInAnyPackage("dev.seamless"))
                .check(LIBRARY);
    }

    private static List<String> plus(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toList());
    }
}
