package dev.seamless.hibernate;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/**
 * What {@link RenamedUsers} have in common with their twins that are mapped by hand: all are called alike, so that Hibernate
 * gives them the same aliases and their SQL can be compared.
 */
@MappedSuperclass
abstract class User {

    static final String RENAME = "user-bio";

    String name;

    abstract Long id();

    abstract void id(Long id);

    abstract String description();

    abstract void description(String description);

    @MappedSuperclass
    abstract static class Assigned extends User {
        @Id
        Long id;

        @Override
        Long id() {
            return id;
        }

        @Override
        void id(Long id) {
            this.id = id;
        }
    }

    @MappedSuperclass
    abstract static class Versioned extends User {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Version
        int version;

        @Override
        Long id() {
            return id;
        }

        @Override
        void id(Long id) {
            // The database gives it.
        }
    }
}
