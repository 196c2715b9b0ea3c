package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    static Stream<Arguments> mappings() {
        return Stream.of(
                arguments(RefusedMappings.RenamedIdentifier.class, "is an identifier"),
                arguments(RefusedMappings.RenamedVersion.class, "is a version"),
                arguments(RefusedMappings.RenamedNaturalId.class, "is a natural identifier"),
                arguments(RefusedMappings.RenamedFormula.class, "is not mapped to one column"),
                arguments(RefusedMappings.RenamedGenerated.class, "is generated"),
                arguments(RefusedMappings.RenamedTransformed.class, "is read or written by an expression"),
                arguments(RefusedMappings.RenamedLob.class, "is an enumeration or a large object"),
                arguments(RefusedMappings.RenamedEnum.class, "is an enumeration or a large object"),
                arguments(RefusedMappings.RenamedConverted.class, "is converted"),
                arguments(RefusedMappings.RenamedWithConverter.class, "has a converter"),
                arguments(RefusedMappings.RenamedAssociation.class, "is not a basic attribute"),
                arguments(RefusedMappings.RenamedMany.class, "is not a basic attribute"),
                arguments(RefusedMappings.RenamedElements.class, "is not a basic attribute"),
                arguments(RefusedMappings.RenamedInEmbeddable.class, "is not an attribute in the table of its entity"),
                arguments(
                        RefusedMappings.RenamedInSecondaryTable.class,
                        "is not an attribute in the table of its entity"),
                arguments(RefusedMappings.RenamedInHierarchy.class, "belongs to an inheritance hierarchy"),
                arguments(RefusedMappings.RenamedInCustomSql.class, "is written by custom SQL"),
                arguments(RefusedMappings.RenamedInSoftDelete.class, "whose state Hibernate manages in another way"),
                arguments(RefusedMappings.OldLeftInPlace.class, "which another attribute is mapped to"),
                arguments(RefusedMappings.QuotedAnew.class, "is mapped to the quoted column order"),
                arguments(RefusedMappings.Unscanned.class, "lies outside of the scanned packages"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mappings")
    void stopsTheStart(Class<?> entity, String why) {
        try (FreshDatabase database = TestDatabase.H2.open()) {
            TestFactory factory = new TestFactory(database)
                    .phase("renamed", SchemaPhase.DUAL_WRITE)
                    .map(entity, RefusedMappings.Part.class);
            if (entity == RefusedMappings.Sub.class.getSuperclass()) {
                factory.map(RefusedMappings.Sub.class);
            }

            assertThatThrownBy(factory::build)
                    .asInstanceOf(type(RefusedException.class))
                    .satisfies(refused -> {
                        assertThat(refused.description())
                                .contains(entity.getSimpleName())
                                .contains(why);
                        assertThat(refused.action()).isNotBlank();
                    });
        }
    }

    @Test
    void stopsTheStartOfAFactoryThatWasGivenNoRenames() {
        try (FreshDatabase database = TestDatabase.H2.open()) {
            TestFactory factory = new TestFactory(database).map(RenamedUsers.Plain.class);

            assertThatThrownBy(factory::build)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("no phase is known")
                    .hasMessageContaining(HibernateRenames.SETTING);
        }
    }

    @Test
    void stopsTheStartWhenTwoRenamesOfOneAttributeAreUnderWay() {
        try (FreshDatabase database = TestDatabase.H2.open()) {
            TestFactory factory = new TestFactory(database)
                    .phase("first", SchemaPhase.READ_NEW)
                    .phase("second", SchemaPhase.DUAL_WRITE)
                    .map(ColumnNamingTest.Chained.class);

            assertThatThrownBy(factory::build)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("two renames under way");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"upper(u.name)", "u.name || u.description", "(select max(v.name) from User v)"})
    void stopsAQueryThatAssignsAnExpressionWhileBothColumnsAreWritten(String expression) {
        try (FreshDatabase database = TestDatabase.H2.open();
                Users users = new Users(
                        new TestFactory(database).phase(User.RENAME, SchemaPhase.DUAL_WRITE),
                        RenamedUsers.Plain.class)) {
            users.persist("one");

            assertThatThrownBy(() -> users.inTransaction(
                            session -> session.createMutationQuery("update User u set u.description = " + expression)
                                    .executeUpdate()))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("Plain.description")
                    .hasMessageContaining(User.RENAME);
            assertThat(users.column("bio")).containsExactly("one");
            assertThat(users.column("description")).containsExactly("one");
        }
    }
}
