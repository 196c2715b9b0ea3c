package dev.seamless.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;

/** The users of {@link RenamedUsers}, mapped to the old column by hand. */
final class OldUsers {

    private OldUsers() {}

    @Entity(name = "User")
    @Table(name = "users")
    static class Plain extends User.Assigned {
        @Column(name = "bio")
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
        @Column(name = "bio")
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
        @Column(name = "bio", nullable = false)
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
