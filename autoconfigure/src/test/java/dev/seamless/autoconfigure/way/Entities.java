package dev.seamless.autoconfigure.way;

import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

/** One entity for each kind of table whose column is renamed along the whole way. */
final class Entities {

    private Entities() {}

    @Entity(name = "Plain")
    @Table(name = "plain")
    static class Plain {
        @Id
        long id;

        @Renamed(id = "plain-bio", from = "bio")
        String description;
    }

    /** Its old column has NOT NULL, a default, a unique index, a foreign key, a check with another column, and a comment. */
    @Entity(name = "Member")
    @Table(name = "members")
    static class Member {
        @Id
        long id;

        String handle;

        @Column(length = 9)
        @Renamed(id = "member-team", from = "team")
        String squad;
    }

    @Entity(name = "Offer")
    @Table(name = "offers")
    static class Offer {
        @Id
        long id;

        @Column(precision = 10, scale = 2)
        @Renamed(id = "offer-price", from = "priceCents", converter = Cents.class)
        BigDecimal price;
    }

    @Entity(name = "Grade")
    @Table(name = "grades")
    @IdClass(GradeId.class)
    static class Grade {
        @Id
        int tenant;

        @Id
        long id;

        @Renamed(id = "grade-mark", from = "mark")
        String level;
    }

    /** A composite key. */
    record GradeId(int tenant, long id) implements Serializable {}

    @Entity(name = "Token")
    @Table(name = "tokens")
    static class Token {
        @Id
        UUID id;

        @Renamed(id = "token-at", from = "madeAt")
        LocalDateTime issuedAt;
    }

    /** A table with partitions where the database has them. */
    @Entity(name = "Place")
    @Table(name = "places")
    @IdClass(PlaceId.class)
    static class Place {
        @Id
        long id;

        @Id
        String region;

        @Renamed(id = "place-code", from = "code")
        String label;
    }

    /** A key that holds the key of the partition. */
    record PlaceId(long id, String region) implements Serializable {}

    /** Two renames on one table, with a check that holds between the two. */
    @Entity(name = "Book")
    @Table(name = "books")
    static class Book {
        @Id
        long id;

        @Renamed(id = "book-title", from = "title")
        String headline;

        @Renamed(id = "book-author", from = "author")
        String writer;
    }

    /** With an SQL form that all databases take. */
    static final class Cents implements RenameConverter<Integer, BigDecimal> {

        @Override
        public BigDecimal toNew(Integer cents) {
            return BigDecimal.valueOf(cents, 2);
        }

        @Override
        public Integer toOld(BigDecimal price) {
            return price.movePointRight(2).intValueExact();
        }

        @Override
        public Optional<String> toNewSql(String column) {
            return Optional.of(column + " / 100.0");
        }

        @Override
        public Optional<String> toOldSql(String column) {
            return Optional.of("round(" + column + " * 100)");
        }
    }
}
