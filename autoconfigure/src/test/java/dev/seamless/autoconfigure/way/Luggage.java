package dev.seamless.autoconfigure.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.autoconfigure.way.Entities.Book;
import dev.seamless.autoconfigure.way.Entities.Grade;
import dev.seamless.autoconfigure.way.Entities.Member;
import dev.seamless.autoconfigure.way.Entities.Offer;
import dev.seamless.autoconfigure.way.Entities.Place;
import dev.seamless.autoconfigure.way.Entities.Plain;
import dev.seamless.autoconfigure.way.Entities.Token;
import dev.seamless.database.FreshDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What must not be lost on the way: the values of all renamed columns, as the application last wrote them. */
final class Luggage {

    static final List<String> RENAMES = List.of(
            "plain-bio",
            "member-team",
            "offer-price",
            "grade-mark",
            "token-at",
            "place-code",
            "book-title",
            "book-author");

    /** One renamed column: where it is, how its rows are ordered, and what the attribute's value is called in the old column. */
    private record Piece(String table, String order, String old, String renamed, Function<Object, Object> toOld) {}

    private static final List<Piece> PIECES = List.of(
            new Piece("plain", "id", "bio", "description", value -> value),
            new Piece("members", "id", "team", "squad", value -> value),
            new Piece("offers", "id", "price_cents", "price", Luggage::cents),
            new Piece("grades", "tenant, id", "mark", "level", value -> value),
            new Piece("tokens", "id", "made_at", "issued_at", value -> value),
            new Piece("places", "id", "code", "label", value -> value),
            new Piece("books", "id", "title", "headline", value -> value),
            new Piece("books", "id", "author", "writer", value -> value));

    private final JdbcTemplate sql;
    private final Map<Piece, List<Object>> values = new LinkedHashMap<>();
    private int written;

    Luggage(FreshDatabase database) {
        this.sql = new JdbcTemplate(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }

    private static Object cents(Object price) {
        return price == null ? null : ((BigDecimal) price).movePointRight(2).intValueExact();
    }

    /** The values that the tables came with. */
    void packed() {
        PIECES.forEach(piece -> values.put(piece, stored(piece, piece.old())));
        Piece offers = PIECES.get(2);
        values.put(
                offers,
                stored(offers, offers.old()).stream()
                        .<Object>map(cents -> BigDecimal.valueOf((Integer) cents, 2))
                        .toList());
    }

    void isReadBy(ApplicationContext instance) {
        try (EntityManager entities = entities(instance)) {
            assertThat(read(entities, "select e.description from Plain e order by e.id"))
                    .isEqualTo(value(0));
            assertThat(read(entities, "select e.squad from Member e order by e.id"))
                    .isEqualTo(value(1));
            assertThat(read(entities, "select e.price from Offer e order by e.id"))
                    .isEqualTo(value(2));
            assertThat(read(entities, "select e.level from Grade e order by e.tenant, e.id"))
                    .isEqualTo(value(3));
            assertThat(read(entities, "select e.issuedAt from Token e order by e.id"))
                    .isEqualTo(value(4));
            assertThat(read(entities, "select e.label from Place e order by e.id"))
                    .isEqualTo(value(5));
            assertThat(read(entities, "select e.headline from Book e order by e.id"))
                    .isEqualTo(value(6));
            assertThat(read(entities, "select e.writer from Book e order by e.id"))
                    .isEqualTo(value(7));
        }
    }

    /** Each entity is changed, one row of each table is added, and what is known to be stored follows. */
    void isWrittenBy(ApplicationContext instance) {
        int n = ++written;
        try (EntityManager entities = entities(instance)) {
            entities.getTransaction().begin();
            entities.find(Plain.class, 1L).description = "write " + n;
            entities.find(Member.class, 1L).squad = n % 2 == 0 ? "red" : "green";
            entities.find(Offer.class, 2L).price = BigDecimal.valueOf(n, 2);
            entities.find(Grade.class, new Entities.GradeId(2, 1)).level = "g" + n;
            entities.find(Place.class, new Entities.PlaceId(2, "us")).label = n % 3 == 0 ? null : "p" + n;
            entities.find(Book.class, 2L).writer = n % 2 == 0 ? null : "w" + n;
            Token token = new Token();
            token.id = new UUID(n, n);
            token.issuedAt = LocalDateTime.of(2026, 11, 23, 12, 0, n);
            entities.persist(token);
            entities.getTransaction().commit();
        }
        change(0, 0, "write " + n);
        change(1, 0, n % 2 == 0 ? "red" : "green");
        change(2, 1, BigDecimal.valueOf(n, 2));
        change(3, 1, "g" + n);
        change(5, 1, n % 3 == 0 ? null : "p" + n);
        change(7, 1, n % 2 == 0 ? null : "w" + n);
        List<Object> tokens = new ArrayList<>(value(4));
        tokens.add(n - 1, LocalDateTime.of(2026, 11, 23, 12, 0, n));
        values.put(PIECES.get(4), tokens);
        isReadBy(instance);
    }

    void isInBothColumns() {
        PIECES.forEach(piece -> {
            assertThat(stored(piece, piece.renamed())).as("%s", piece).isEqualTo(values.get(piece));
            assertThat(stored(piece, piece.old())).as("%s", piece).isEqualTo(old(piece));
        });
    }

    void isInTheNewColumnsAlone() {
        PIECES.forEach(piece -> {
            assertThat(stored(piece, piece.renamed())).as("%s", piece).isEqualTo(values.get(piece));
            assertThat(columns(piece)).doesNotContain(piece.old());
        });
    }

    void isInTheOldColumnsAlone() {
        PIECES.forEach(piece -> {
            assertThat(stored(piece, piece.old())).as("%s", piece).isEqualTo(old(piece));
            assertThat(columns(piece)).doesNotContain(piece.renamed());
        });
    }

    private List<Object> old(Piece piece) {
        return values.get(piece).stream().map(piece.toOld()).toList();
    }

    private List<Object> value(int piece) {
        return values.get(PIECES.get(piece));
    }

    private void change(int piece, int row, Object value) {
        List<Object> changed = new ArrayList<>(value(piece));
        changed.set(row, value);
        values.put(PIECES.get(piece), changed);
    }

    private static EntityManager entities(ApplicationContext instance) {
        return instance.getBean(EntityManagerFactory.class).createEntityManager();
    }

    private static List<Object> read(EntityManager entities, String query) {
        return entities.createQuery(query, Object.class).getResultList();
    }

    private List<Object> stored(Piece piece, String column) {
        return sql.query("select " + column + " from " + piece.table() + " order by " + piece.order(), (row, n) -> {
            Object value = row.getObject(1);
            return value instanceof java.sql.Timestamp at ? at.toLocalDateTime() : value;
        });
    }

    private List<String> columns(Piece piece) {
        return sql.query("select * from " + piece.table() + " limit 1", rows -> {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT));
            }
            return names;
        });
    }
}
