package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.SchemaPhase;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The table "configuration and answer" of the design, row by row. */
@ExtendWith(OutputCaptureExtension.class)
class RenamesConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SeamlessAutoConfiguration.class))
            .withPropertyValues("seamless.scan-packages=dev.seamless.autoconfigure.declared");

    @Test
    void aRenameWithoutAPhaseIsInOld() {
        runner.run(context -> assertThat(context.getBean(Renames.class))
                .containsExactly(
                        new Rename("note-text", SchemaPhase.OLD, ApiPhase.OLD),
                        new Rename("user-bio", SchemaPhase.OLD, ApiPhase.OLD),
                        new Rename("user-short", SchemaPhase.OLD, ApiPhase.OLD)));
    }

    static Stream<Arguments> spellings() {
        return Stream.of(
                Arguments.of(Map.of(), new String[] {
                    "seamless.renames.user-bio.schema=dual-write", "seamless.renames.user-bio.api=both"
                }),
                Arguments.of(Map.of(), new String[] {
                    "seamless.renames.user-bio.schema=DUAL_WRITE", "seamless.renames.user-bio.api=Both"
                }),
                Arguments.of(
                        Map.of("SEAMLESS_RENAMES_USERBIO_SCHEMA", "dual-write", "SEAMLESS_RENAMES_USERBIO_API", "both"),
                        new String[0]),
                Arguments.of(
                        Map.of(
                                "SEAMLESS_RENAMES_USER_BIO_SCHEMA",
                                "dual_write",
                                "SEAMLESS_RENAMES_USER_BIO_API",
                                "both"),
                        new String[0]),
                Arguments.of(
                        Map.of("SEAMLESS_RENAMES_USERBIO_API", "both"),
                        new String[] {"seamless.renames.user-bio.schema=dual-write"}));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void phasesAreBoundInEverySpelling(Map<String, Object> variables, String[] properties) {
        given(variables, properties)
                .run(context -> assertThat(context.getBean(Renames.class).find("user-bio"))
                        .contains(new Rename("user-bio", SchemaPhase.DUAL_WRITE, ApiPhase.BOTH)));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused("an id that nearly is one", "seamless.renames.user-boi.schema=old", "user-boi", "'user-bio'"),
                refused("an id that nearly is one", "SEAMLESS_RENAMES_USER_BOI_SCHEMA=old", "USER_BOI", "'user-bio'"),
                refused(
                        "a mistyped property",
                        "seamless.renames.user-bio.shcema=old",
                        "seamless.renames.user-bio.shcema",
                        "'seamless.renames.user-bio.schema'"),
                refused(
                        "a mistyped property",
                        "SEAMLESS_RENAMES_USER_BIO_SHCEMA=old",
                        "SEAMLESS_RENAMES_USER_BIO_SHCEMA",
                        "'SEAMLESS_RENAMES_USERBIO_SCHEMA'"),
                refused(
                        "a mistyped property",
                        "seamless.scan-package=a",
                        "seamless.scan-package",
                        "'seamless.scan-packages'"),
                refused(
                        "a mistyped property",
                        "SEAMLESS_SCAN_PACKAGE=a",
                        "SEAMLESS_SCAN_PACKAGE",
                        "'SEAMLESS_SCANPACKAGES'"),
                refused(
                        "an id that binding does not find",
                        "seamless.renames[user-bio].schema=old",
                        "not read",
                        "'seamless.renames.user-bio.schema'"),
                refused(
                        "an id that binding does not find",
                        "SEAMLESS_RENAMES_USER__BIO_SCHEMA=old",
                        "not read",
                        "SEAMLESS_RENAMES_USERBIO_SCHEMA"),
                refused(
                        "an id that binding does not find",
                        "SEAMLESS_RENAMES_U_SER_BIO_SCHEMA=old",
                        "not read",
                        "SEAMLESS_RENAMES_USERBIO_SCHEMA"),
                refused(
                        "an id that binding does not find",
                        "SEAMLESS_RENAMES_USERBIOSCHEMA=old",
                        "not read",
                        "SEAMLESS_RENAMES_USERBIO_SCHEMA"),
                refused(
                        "a phase of the other boundary",
                        "seamless.renames.user-bio.schema=both",
                        "which is a phase of 'api'",
                        "old, dual-write, read-new, new"),
                refused("an empty phase", "seamless.renames.user-bio.schema=", "is empty", "delete it"),
                refused("an empty phase", "SEAMLESS_RENAMES_USERBIO_API=", "is empty", "delete it"),
                refused(
                        "a mistyped group",
                        "seamless.rename.user-bio.schema=old",
                        "seamless.rename.user-bio.schema",
                        "'seamless.renames.user-bio.schema'"),
                refused(
                        "a mistyped value",
                        "seamless.renames.user-bio.schema=dual-wirte",
                        "'dual-wirte'",
                        "'dual-write'",
                        "old, dual-write, read-new, new"),
                refused(
                        "a mistyped value",
                        "SEAMLESS_RENAMES_USERBIO_API=bth",
                        "'bth'",
                        "SEAMLESS_RENAMES_USERBIO_API",
                        "'both'",
                        "old, both, serve-new, new"),
                refused(
                        "a phase without a member",
                        "seamless.renames.note-text.schema=old",
                        "seamless.renames.note-text.schema",
                        "NoteDto.text",
                        "fromColumn"),
                refused(
                        "a phase without a member",
                        "seamless.renames.user-short.api=old",
                        "seamless.renames.user-short.api",
                        "User.shortName",
                        "fromJson"));
    }

    private static Arguments refused(String row, String property, String... said) {
        return Arguments.of(row, property, said);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void aMistakeStopsTheStartAndSaysWhatToWrite(String row, String property, String[] said) {
        int equals = property.indexOf('=');
        boolean variable = Character.isUpperCase(property.charAt(0));
        given(
                        variable ? Map.of(property.substring(0, equals), property.substring(equals + 1)) : Map.of(),
                        variable ? new String[0] : new String[] {property})
                .run(context -> {
                    FailureAnalysis analysis = new RefusedFailureAnalyzer().analyze(context.getStartupFailure());
                    assertThat(analysis).isNotNull();
                    assertThat(analysis.getDescription() + " " + analysis.getAction())
                            .contains(said);
                    assertThat(analysis.getAction()).isNotBlank();
                });
    }

    @Test
    void aRenameThatNoCodeDeclaresIsLoggedOnceAndHasNoEffect(CapturedOutput output) {
        given(Map.of("SEAMLESS_RENAMES_ORDER_TOTAL_API", "both"), "seamless.renames.order-total.schema=new")
                .run(context -> {
                    assertThat(context.getBean(Renames.class).find("order-total"))
                            .isEmpty();
                    assertThat(output.getOut()).containsOnlyOnce("seamless.renames configures [order-total]");
                });
    }

    @Test
    void aVariableThatSomebodyElseSetIsLeftAlone() {
        given(Map.of(
                        "SEAMLESS_SERVICE_HOST",
                        "10.0.0.1",
                        "SEAMLESS_PORT_8080_TCP",
                        "tcp://10.0.0.1:8080",
                        "SEAMLESS_RENAMES_SERVICE_HOST",
                        "10.0.0.2"))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void twoVariablesForOnePropertyThatDifferStopTheStart() {
        given(Map.of("SEAMLESS_RENAMES_USERBIO_SCHEMA", "old", "SEAMLESS_RENAMES_USER_BIO_SCHEMA", "new"))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("another one says the same property"));
    }

    @Test
    void aGroupMayBeEmpty() {
        given(Map.of(), "seamless.renames=", "seamless.renames.user-bio=")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void eachStartLogsOneLineForEachRename(CapturedOutput output) {
        runner.withPropertyValues("seamless.renames.user-bio.schema=dual-write")
                .run(context -> assertThat(output.getOut().lines().filter(line -> line.contains("Rename user-bio")))
                        .singleElement()
                        .asString()
                        .contains("schema DUAL_WRITE", "api OLD", "User.description", "UserDto.description"));
    }

    @Test
    void withoutARenameNothingIsDeclaredAndNothingLogged(CapturedOutput output) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SeamlessAutoConfiguration.class))
                .run(context -> {
                    assertThat(context.getBean(Renames.class).isEmpty()).isTrue();
                    assertThat(output.getOut()).doesNotContain("Rename ", "dev.seamless");
                });
    }

    private ApplicationContextRunner given(Map<String, Object> variables, String... properties) {
        return runner.withPropertyValues(properties)
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new SystemEnvironmentPropertySource(
                                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables)));
    }
}
