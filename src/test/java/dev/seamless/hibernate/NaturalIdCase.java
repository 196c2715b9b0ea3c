package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.NaturalId;

/** A natural identifier, and columns in unique constraints and indexes. */
final class NaturalIdCase implements MappingCase {

    @Entity(name = "Member")
    @Table(
            indexes = @Index(columnList = "rank_name"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"nick_name", "rank_name"}))
    static class Member {
        @Id
        Long id;

        @NaturalId(mutable = true)
        @Renamed(id = RENAME, from = "login")
        String handle;

        @Column(name = "nick_name", unique = true)
        @Renamed(id = RENAME, fromColumn = "nick")
        String nickname;

        @Column(name = "rank_name")
        @Renamed(id = RENAME, fromColumn = "grade")
        String rankName;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Member.class);
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> {
            Member member = new Member();
            member.id = 1L;
            member.handle = "one";
            member.nickname = "nick";
            member.rankName = "rank";
            session.persist(member);
        });
        factory.inTransaction(session -> session.bySimpleNaturalId(Member.class).load("one").handle = "changed");
        factory.inTransaction(
                session -> assertThat(session.bySimpleNaturalId(Member.class).load("changed").nickname)
                        .isEqualTo("nick"));
    }
}
