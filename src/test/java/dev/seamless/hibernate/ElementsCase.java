package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.SessionFactory;

/** Element collections: of basic values in a list and in a set, and of embeddables. */
final class ElementsCase implements MappingCase {

    @Embeddable
    static class Phone {
        @Renamed(id = RENAME, from = "digits")
        String number;

        String kind;

        Phone() {}

        Phone(String number, String kind) {
            this.number = number;
            this.kind = kind;
        }
    }

    @Entity(name = "Tagged")
    static class Tagged {
        @Id
        Long id;

        @ElementCollection
        @OrderColumn(name = "pos")
        @Renamed(id = RENAME, from = "tags")
        List<String> labels = new ArrayList<>();

        @ElementCollection
        @Renamed(id = RENAME, fromColumn = "nick")
        Set<String> aliases = new HashSet<>();

        @ElementCollection
        List<Phone> phones = new ArrayList<>();
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Tagged.class);
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> {
            Tagged tagged = new Tagged();
            tagged.id = 1L;
            tagged.labels.addAll(List.of("a", "b", "c"));
            tagged.aliases.addAll(List.of("x", "y"));
            tagged.phones.add(new Phone("1", "home"));
            tagged.phones.add(new Phone("2", "work"));
            session.persist(tagged);
        });
        factory.inTransaction(session -> {
            Tagged tagged = session.find(Tagged.class, 1L);
            tagged.labels.set(1, "changed");
            tagged.labels.remove(2);
            tagged.aliases.remove("x");
            tagged.aliases.add("z");
            tagged.phones.get(0).number = "3";
        });
        factory.inTransaction(session -> {
            Tagged tagged = session.find(Tagged.class, 1L);
            assertThat(tagged.labels).containsExactly("a", "changed");
            assertThat(tagged.aliases).containsExactlyInAnyOrder("y", "z");
            assertThat(tagged.phones).extracting(phone -> phone.number).containsExactlyInAnyOrder("3", "2");
            assertThat(session.createSelectionQuery(
                                    "select t.id from Tagged t join t.labels l where l = 'a'", Long.class)
                            .getResultList())
                    .containsExactly(1L);
        });
    }
}
