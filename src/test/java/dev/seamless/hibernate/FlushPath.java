package dev.seamless.hibernate;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The ways in which a session writes users. */
enum FlushPath implements WritePath {
    PERSIST(users -> users.persist("one", "two"), "one", "two"),
    PERSIST_NULL(users -> users.persist((String) null), (String) null),
    DIRTY_UPDATE(first(user -> user.description("changed")), "changed"),
    SET_NULL(first(user -> user.description(null)), (String) null),
    UPDATE_OF_ANOTHER_ATTRIBUTE(first(user -> user.name = "other"), "one"),
    NO_OP_FLUSH(first(user -> user.description("one")), "one"),
    MERGE(
            users -> {
                users.persist("one");
                users.inTransaction(session -> session.merge(users.user(1, "merged")));
            },
            "merged"),
    MERGE_NEW(users -> users.inTransaction(session -> session.merge(users.user(1, "merged"))), "merged"),
    REFRESH(
            users -> {
                users.persist("one");
                users.inTransaction(session -> {
                    User user = session.find(users.type(), 1L);
                    user.description("forgotten");
                    session.refresh(user);
                });
            },
            "one"),
    REMOVE(
            users -> {
                users.persist("one", "two");
                users.inTransaction(session -> session.remove(session.find(users.type(), 1L)));
            },
            "two"),
    BATCH_INSERT(users -> users.persist(hundred("value ")), hundred("value ")),
    BATCH_UPDATE(
            users -> {
                users.persist(hundred("value "));
                users.inTransaction(session -> session.createSelectionQuery("from User", users.type())
                        .getResultList()
                        .forEach(user -> user.description("new " + user.description())));
            },
            hundred("new value ")),
    STATELESS_INSERT(
            users -> users.inStateless(session -> users.users("one", "two").forEach(session::insert)), "one", "two"),
    STATELESS_UPDATE(
            users -> {
                users.persist("one");
                users.inStateless(session -> session.update(users.user(1, "updated")));
            },
            "updated"),
    STATELESS_DELETE(
            users -> {
                users.persist("one", "two");
                users.inStateless(session -> session.delete(users.user(1, "one")));
            },
            "two"),
    STATELESS_INSERT_MULTIPLE(
            users -> users.inStateless(session -> session.insertMultiple(users.users(hundred("value ")))),
            hundred("value ")),
    STATELESS_UPDATE_MULTIPLE(
            users -> {
                users.persist("one", "two");
                users.inStateless(session -> session.updateMultiple(users.users("a", null)));
            },
            "a",
            null),
    STATELESS_UPSERT_MULTIPLE(
            users -> {
                users.persist("one");
                users.inStateless(session -> session.upsertMultiple(users.users("a", "b")));
            },
            "a",
            "b"),
    UPSERT_NEW(users -> users.inStateless(session -> session.upsert(users.user(1, "upserted"))), "upserted"),
    UPSERT_EXISTING(
            users -> {
                users.persist("one");
                users.inStateless(session -> session.upsert(users.user(1, "upserted")));
            },
            "upserted"),
    DYNAMIC_INSERT(UserFamily.DYNAMIC, users -> users.persist("one", null), "one", null),
    DYNAMIC_UPDATE(UserFamily.DYNAMIC, first(user -> user.description("changed")), "changed"),
    DYNAMIC_SET_NULL(UserFamily.DYNAMIC, first(user -> user.description(null)), (String) null),
    DYNAMIC_UPDATE_OF_ANOTHER_ATTRIBUTE(UserFamily.DYNAMIC, first(user -> user.name = "other"), "one"),
    DYNAMIC_NO_OP_FLUSH(UserFamily.DYNAMIC, first(user -> {}), "one"),
    DYNAMIC_UPSERT(
            UserFamily.DYNAMIC,
            users -> {
                users.persist("one");
                users.inStateless(session -> session.upsert(users.user(1, "upserted")));
            },
            "upserted"),
    IDENTITY_AND_VERSION_INSERT(UserFamily.IDENTITY, users -> users.persist("one", "two"), "one", "two"),
    IDENTITY_AND_VERSION_UPDATE(UserFamily.IDENTITY, first(user -> user.description("changed")), "changed"),
    VERSION_INCREMENT_ALONE(
            UserFamily.IDENTITY,
            users -> {
                users.persist("one");
                users.inTransaction(session ->
                        session.find(users.type(), 1L, jakarta.persistence.LockModeType.PESSIMISTIC_FORCE_INCREMENT));
            },
            "one");

    private final UserFamily family;
    private final Consumer<Users> way;
    private final List<String> descriptions;

    FlushPath(Consumer<Users> way, String... descriptions) {
        this(UserFamily.PLAIN, way, descriptions);
    }

    FlushPath(UserFamily family, Consumer<Users> way, String... descriptions) {
        this.family = family;
        this.way = way;
        this.descriptions = Arrays.asList(descriptions);
    }

    @Override
    public UserFamily family() {
        return family;
    }

    @Override
    public void write(Users users) {
        way.accept(users);
    }

    @Override
    public List<String> descriptions() {
        return descriptions;
    }

    private static Consumer<Users> first(Consumer<User> change) {
        return users -> {
            users.persist("one");
            users.change(change);
        };
    }

    private static String[] hundred(String prefix) {
        return IntStream.rangeClosed(1, 100).mapToObj(i -> prefix + i).toArray(String[]::new);
    }
}
