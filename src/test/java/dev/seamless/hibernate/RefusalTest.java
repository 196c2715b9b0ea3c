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
import org.hibernate.engine.jdbc.connections.spi.AbstractMultiTenantConnectionProvider;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

    static Stream<Arguments> mappings() {
        return Stream.of(
                arguments(RefusedMappings.RenamedIdentifier.class, "is an identifier or a part of one"),
                arguments(RefusedMappings.RenamedInEmbeddedId.class, "is an identifier or a part of one"),
                arguments(RefusedMappings.RenamedInIdClass.class, "is an identifier or a part of one"),
                arguments(RefusedMappings.DerivedIdentity.class, "is not mapped to one column"),
                arguments(RefusedMappings.RenamedVersion.class, "is a version"),
                arguments(RefusedMappings.RenamedTenant.class, "is a tenant identifier"),
                arguments(RefusedMappings.RenamedPartition.class, "is a partition key"),
                arguments(RefusedMappings.RenamedFormula.class, "is not mapped to one column"),
                arguments(RefusedMappings.RenamedGenerated.class, "is generated"),
                arguments(RefusedMappings.RenamedComputed.class, "is generated, possibly by the database"),
                arguments(RefusedMappings.RenamedSalted.class, "could give the two columns different values"),
                arguments(RefusedMappings.RenamedStream.class, "is a stream"),
                arguments(RefusedMappings.RenamedCompositeKey.class, "is not mapped to one column"),
                arguments(RefusedMappings.RenamedMany.class, "is not an attribute with a column of its own"),
                arguments(RefusedMappings.RenamedManyToMany.class, "is not an attribute with a column of its own"),
                arguments(RefusedMappings.RenamedElementInPrimaryKey.class, "is a part of a primary key"),
                arguments(RefusedMappings.RenamedElementWithRestriction.class, "is in a collection with a restriction"),
                arguments(RefusedMappings.RenamedElementWithCustomSql.class, "is written by custom SQL"),
                arguments(RefusedMappings.RenamedEmbedded.class, "is embedded, so it has no column"),
                arguments(RefusedMappings.RenamedWithAttribute.class, "is not embedded"),
                arguments(RefusedMappings.RenamedInAggregate.class, "is a part of an aggregate"),
                arguments(RefusedMappings.RenamedTwiceByEmbedding.class, "belongs to another rename"),
                arguments(RefusedMappings.RenamedInTablePerClass.class, "a table for each class"),
                arguments(RefusedMappings.RenamedInView.class, "is not mapped to a table"),
                arguments(RefusedMappings.RenamedInCustomSql.class, "is written by custom SQL"),
                arguments(RefusedMappings.RenamedInSoftDelete.class, "is managed in another way"),
                arguments(RefusedMappings.OldLeftInPlace.class, "which another attribute is mapped to"),
                arguments(RefusedMappings.RenamedToItself.class, "from and to the same column"),
                arguments(RefusedMappings.KeyOfACollection.class, "a collection that writes it"),
                arguments(RefusedMappings.OrderOfACollection.class, "a collection that writes it"),
                arguments(RefusedMappings.ConvertedTwice.class, "has an explicit type"),
                arguments(RefusedMappings.ConvertedElements.class, "is not where Hibernate looks for a converter"),
                arguments(RefusedMappings.ConvertedByUse.class, "is not where Hibernate looks for a converter"),
                arguments(RefusedMappings.QuotedAnew.class, "is mapped to the quoted column order"),
                arguments(RefusedMappings.Unscanned.class, "lies outside of the scanned packages"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mappings")
    void stopsTheStart(Class<?> entity, String why) {
        try (FreshDatabase database = TestDatabase.H2.open()) {
            TestFactory factory = new TestFactory(database)
                    .phase("renamed", SchemaPhase.DUAL_WRITE)
                    .map(entity, RefusedMappings.Plain.class, RefusedMappings.Composite.class);
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
    void stopsTheStartOfAFactoryThatServesSeveralTenants() {
        try (FreshDatabase database = TestDatabase.H2.open()) {
            TestFactory factory = new TestFactory(database)
                    .phase(User.RENAME, SchemaPhase.OLD)
                    .with("hibernate.multi_tenant_connection_provider", new Tenants())
                    .with("hibernate.boot.allow_jdbc_metadata_access", false)
                    .with("hibernate.dialect", "org.hibernate.dialect.H2Dialect")
                    .map(RenamedUsers.Plain.class);

            assertThatThrownBy(factory::build)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("serves several tenants");
        }
    }

    private static final class Tenants extends AbstractMultiTenantConnectionProvider<String> {

        private static final long serialVersionUID = 1;

        @Override
        protected ConnectionProvider getAnyConnectionProvider() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected ConnectionProvider selectConnectionProvider(String tenant) {
            throw new UnsupportedOperationException();
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
    @ValueSource(
            strings = {
                "cast(rand() as String)",
                "function('random_uuid')",
                "lower(function('random_uuid'))",
                "cast(sql('upper(name)') as String)",
                "(select v.name from User v where v.id > 0 order by v.name limit 1)",
                "case when rand() > 0.5 then 'heads' else 'tails' end"
            })
    void stopsAQueryThatCouldGiveTheColumnsDifferentValues(String expression) {
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
