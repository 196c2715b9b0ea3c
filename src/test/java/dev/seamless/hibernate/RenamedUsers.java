package dev.seamless.hibernate;

import dev.seamless.Renamed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;

/** Users whose {@code bio} is becoming {@code description}. */
final class RenamedUsers {

    private RenamedUsers() {}

    @Entity(name = "User")
    @Table(name = "users")
    static class Plain extends User.Assigned {
        @Renamed(id = User.RENAME, from = "bio")
        @Column
        String description;

        @Override
        String description() {
            return description;
        }

        @Override
        void description(String description) {
            this.description = description;
        }
    }

    @DynamicInsert
    @DynamicUpdate
    @Entity(name = "User")
    @Table(name = "users")
    static class Dynamic extends User.Assigned {
        @Renamed(id = User.RENAME, from = "bio")
        @Column
        String description;

        @Override
        String description() {
            return description;
        }

        @Override
        void description(String description) {
            this.description = description;
        }
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class Identity extends User.Versioned {
        @Renamed(id = User.RENAME, from = "bio")
        @Column(nullable = false)
        String description;

        @Override
        String description() {
            return description;
        }

        @Override
        void description(String description) {
            this.description = description;
        }
    }
}
