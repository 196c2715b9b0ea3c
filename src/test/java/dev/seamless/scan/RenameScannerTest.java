package dev.seamless.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seamless.RefusedException;
import dev.seamless.scan.RenamedMember.Site;
import dev.seamless.scan.good.Chained;
import dev.seamless.scan.good.Person;
import dev.seamless.scan.good.PersonDto;
import dev.seamless.scan.good.PersonForm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RenameScannerTest {

    private final RenameScanner scanner = new RenameScanner(getClass().getClassLoader());

    @Test
    void findsFieldsGettersComponentsAndParameters() {
        Declarations declarations = scanner.scan(List.of("dev.seamless.scan.good"));
        assertThat(declarations.ids()).containsExactly("about-chain", "bio-chain", "person-age", "person-bio");
        assertThat(declarations.members("person-bio"))
                .extracting(RenamedMember::toString, RenamedMember::site, RenamedMember::onSchema, RenamedMember::onApi)
                .containsExactlyInAnyOrder(
                        row(Person.class, Site.FIELD, true, true),
                        row(PersonDto.class, Site.COMPONENT, false, true),
                        row(PersonForm.class, Site.CONSTRUCTOR_PARAMETER, false, true));
        assertThat(declarations.members("person-age")).singleElement().satisfies(age -> {
            assertThat(age.site()).isEqualTo(Site.GETTER);
            assertThat(age.attribute()).isEqualTo("age");
            assertThat(age.onSchema()).isTrue();
            assertThat(age.onApi()).isFalse();
            assertThat(age.renamed().converter()).isEqualTo(Person.AgeConverter.class.getName());
        });
    }

    private static org.assertj.core.groups.Tuple row(Class<?> type, Site site, boolean onSchema, boolean onApi) {
        return org.assertj.core.api.Assertions.tuple(type.getName() + ".description", site, onSchema, onApi);
    }

    @Test
    void findsEachRenameOfAChain() {
        Declarations declarations = scanner.scan(List.of(Chained.class.getPackageName()));
        assertThat(declarations.members("bio-chain")).hasSize(1);
        assertThat(declarations.members("about-chain")).hasSize(1);
    }

    @Test
    void readsAClassOnceThoughItsPackageIsNamedTwice() {
        assertThat(scanner.scan(List.of(
                                "dev.seamless.scan.good", "dev.seamless.scan.good", "dev.seamless.scan.good.sub"))
                        .members("person-age"))
                .hasSize(1);
    }

    @Test
    void findsNothingInAPackageThatDoesNotExist() {
        assertThat(scanner.scan(List.of("com.acme.nowhere")).ids()).isEmpty();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("badid", List.of("User_Bio", "[a-z][a-z0-9-]*")),
                Arguments.of("nofrom", List.of("NoFrom.description", "from", "fromColumn", "fromJson")),
                Arguments.of("reversed", List.of("Reversed.description", "gives the new name as the old one")),
                Arguments.of("nothing", List.of("Nothing.description", "renames nothing", "fromJson")),
                Arguments.of("hidden.statics", List.of("StaticField.description", "static or transient")),
                Arguments.of("hidden.transients", List.of("TransientField.description", "static or transient")),
                Arguments.of("hidden.annotated", List.of("AnnotatedTransient.description", "static or transient")),
                Arguments.of(
                        "parameter", List.of("ParameterEntity.description", "constructor parameter", "@field:Renamed")),
                Arguments.of("setter", List.of("SetterEntity.description", "method that is no getter", "getter")),
                Arguments.of("kotlin", List.of("KotlinUser.description", "constructor parameter", "@field:Renamed")),
                Arguments.of("contradict.from", List.of("'bio'", "'text'", "from", "contradict")),
                Arguments.of("contradict.attribute", List.of("'about'", "'description'", "attribute", "contradict")),
                Arguments.of("contradict.converter", List.of("converter", "none", "contradict")),
                Arguments.of("dashes", List.of("'user-bio'", "'userbio'", "environment variables")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatCannotHold(String sample, List<String> said) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> scanner.scan(List.of("dev.seamless.scan.bad." + sample)))
                .satisfies(refused -> assertThat(refused.getMessage()).contains(said))
                .satisfies(refused -> assertThat(refused.action()).isNotBlank());
    }

    @Test
    void seesAKotlinEntityWhoseAnnotationStandsOnTheField() {
        assertThat(scanner.scan(List.of("dev.seamless.scan.kotlin")).members("kotlin-bio"))
                .extracting(RenamedMember::site)
                .containsExactly(Site.FIELD);
    }
}
