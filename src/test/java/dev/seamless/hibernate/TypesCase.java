package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import dev.seamless.database.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

/** Basic attributes of every kind of type. */
final class TypesCase implements MappingCase {

    enum Color {
        RED,
        GREEN
    }

    @Entity(name = "Typed")
    static class Typed {
        @Id
        Long id;

        @Enumerated(EnumType.STRING)
        @Renamed(id = RENAME, from = "oldColor")
        Color color;

        @Enumerated
        @Renamed(id = RENAME, from = "oldShade")
        Color shade;

        @Convert(converter = YesNoConverter.class)
        @Renamed(id = RENAME, from = "oldActive")
        Boolean active;

        @Column(precision = 10, scale = 2)
        @Renamed(id = RENAME, from = "oldMoney")
        BigDecimal money;

        @Renamed(id = RENAME, from = "oldKey")
        UUID uniqueKey;

        @Renamed(id = RENAME, from = "oldAt")
        Instant happenedAt;

        @Renamed(id = RENAME, from = "oldBytes")
        byte[] bytes;

        @Renamed(id = RENAME, from = "oldTags")
        String[] tags;

        @JdbcTypeCode(SqlTypes.JSON)
        @Renamed(id = RENAME, from = "oldDoc")
        Map<String, String> doc;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Typed.class);
    }

    @Override
    public String comparable(String column, TestDatabase database) {
        boolean json = column.toLowerCase(java.util.Locale.ROOT).endsWith("doc");
        return json
                ? "cast(" + column + " as " + (database == TestDatabase.MARIADB ? "char" : "varchar") + ")"
                : column;
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> session.persist(typed(1)));
        factory.inTransaction(session -> {
            Typed typed = session.find(Typed.class, 1L);
            typed.color = Color.GREEN;
            typed.bytes[0] = 9;
            typed.tags = new String[] {"c"};
            typed.doc = Map.of("k", "changed");
            typed.active = false;
        });
        factory.inStatelessTransaction(session -> session.upsert(typed(2)));
        factory.inTransaction(session -> session.createMutationQuery("update Typed t set t.money = t.money + 1,"
                        + " t.color = Color.RED, t.shade = :shade, t.happenedAt = instant, t.doc = :doc, t.active = true"
                        + " where t.id = 2")
                .setParameter("shade", Color.GREEN)
                .setParameter("doc", Map.of("by", "query"))
                .executeUpdate());
        factory.inTransaction(session -> {
            Typed first = session.find(Typed.class, 1L);
            assertThat(first.color).isEqualTo(Color.GREEN);
            assertThat(first.bytes).containsExactly(9, 2);
            assertThat(first.tags).containsExactly("c");
            assertThat(first.doc).containsEntry("k", "changed");
            assertThat(first.active).isFalse();
            Typed second = session.find(Typed.class, 2L);
            assertThat(second.money).isEqualByComparingTo("13.50");
            assertThat(second.doc).containsEntry("by", "query");
            assertThat(second.active).isTrue();
        });
    }

    private static Typed typed(long id) {
        Typed typed = new Typed();
        typed.id = id;
        typed.color = Color.RED;
        typed.shade = Color.RED;
        typed.active = true;
        typed.money = new BigDecimal("12.50");
        typed.uniqueKey = UUID.randomUUID();
        typed.happenedAt = Instant.parse("2026-01-01T00:00:00Z");
        typed.bytes = new byte[] {1, 2};
        typed.tags = new String[] {"a", "b"};
        typed.doc = Map.of("k", "v");
        return typed;
    }
}
