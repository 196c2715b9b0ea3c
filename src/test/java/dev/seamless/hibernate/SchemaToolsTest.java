package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.cache.spi.entry.StandardCacheEntryImpl;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaToolsTest {

    static Stream<Arguments> databases() {
        return TestDatabase.all().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void updateAddsWhatThePhaseNeedsAndKeepsTheRest(TestDatabase database) throws SQLException {
        try (FreshDatabase fresh = database.open()) {
            start(fresh, SchemaPhase.OLD, "update");
            assertThat(columns(fresh)).containsExactlyInAnyOrder("id", "name", "bio");
            for (SchemaPhase phase : List.of(SchemaPhase.DUAL_WRITE, SchemaPhase.READ_NEW, SchemaPhase.NEW)) {
                start(fresh, phase, "update");
                assertThat(columns(fresh)).containsExactlyInAnyOrder("id", "name", "bio", "description");
                start(fresh, phase, "validate");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void createAndValidateAgreeInEveryPhase(SchemaPhase phase) {
        try (FreshDatabase fresh = TestDatabase.H2.open()) {
            start(fresh, phase, "create");
            start(fresh, phase, "validate");
        }
    }

    /** So that a fleet in two phases can share a second-level cache. */
    @Test
    void cacheEntriesHaveOneShapeInAllPhases() {
        List<List<Object>> entries = new ArrayList<>();
        for (SchemaPhase phase : SchemaPhase.values()) {
            try (FreshDatabase fresh = TestDatabase.H2.open();
                    SessionFactoryImplementor plain =
                            factory(fresh, phase, "create").build();
                    FreshDatabase other = TestDatabase.H2.open();
                    SessionFactoryImplementor converting = new TestFactory(other)
                            .phase("person-age", phase)
                            .map(ConvertingTest.Aged.class)
                            .build()) {
                RenamedUsers.Plain user = new RenamedUsers.Plain();
                user.id = 1L;
                user.name = "name";
                user.description = "description";
                ConvertingTest.Aged aged = new ConvertingTest.Aged();
                aged.age = 8;
                List<Object> entry = new ArrayList<>(entry(plain, user));
                entry.addAll(entry(converting, aged));
                entries.add(entry);
            }
        }
        assertThat(entries).containsOnly(entries.get(0));
        assertThat(entries.get(0)).contains("description", 8);
    }

    private static List<Object> entry(SessionFactoryImplementor factory, Object entity) {
        EntityPersister persister = factory.getMappingMetamodel().getEntityDescriptor(entity.getClass());
        return factory.fromSession(session -> {
            Object[] state = (Object[]) new StandardCacheEntryImpl(
                            persister.getValues(entity),
                            persister,
                            null,
                            session.unwrap(SharedSessionContractImplementor.class),
                            entity)
                    .getDisassembledState();
            return new ArrayList<>(java.util.Arrays.asList(state));
        });
    }

    private static void start(FreshDatabase database, SchemaPhase phase, String action) {
        factory(database, phase, action).build().close();
    }

    private static TestFactory factory(FreshDatabase database, SchemaPhase phase, String action) {
        return new TestFactory(database)
                .with("hibernate.hbm2ddl.auto", action)
                .phase(User.RENAME, phase)
                .map(RenamedUsers.Plain.class);
    }

    private static List<String> columns(FreshDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                ResultSet rows = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
            List<String> columns = new ArrayList<>();
            while (rows.next()) {
                if (rows.getString("TABLE_NAME").equalsIgnoreCase("users")) {
                    columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
            return columns;
        }
    }
}
