package dev.seamless.hibernate;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaUpdate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The ways in which a query writes users. */
enum QueryPath implements WritePath {
    UPDATE_BY_PARAMETER(
            users -> {
                users.persist("one", "two");
                users.inTransaction(session -> session.createMutationQuery(
                                "update User u set u.description = :new where u.description = :old")
                        .setParameter("new", "changed")
                        .setParameter("old", "one")
                        .executeUpdate());
            },
            "changed",
            "two"),
    UPDATE_BY_LITERAL(update("update User u set u.description = 'literal'"), "literal", "literal"),
    UPDATE_TO_NULL(update("update User u set u.description = null where u.id = 1"), null, "two"),
    UPDATE_BY_ATTRIBUTE(update("update User u set u.description = u.name"), "name 1", "name 2"),
    UPDATE_BY_EXPRESSION(
            update("update User u set u.description = upper(u.name) || :suffix || u.description", "suffix"),
            "NAME 1suffixone",
            "NAME 2suffixtwo"),
    UPDATE_BY_CASE(
            update("update User u set u.description = case when u.id = 1 then 'first' else coalesce(u.name, '') end"),
            "first",
            "name 2"),
    UPDATE_BY_SUBQUERY(
            update("update User u set u.description = (select max(v.description) from User v where v.name like 'n%')"),
            "two",
            "two"),
    UPDATE_OF_ANOTHER_ATTRIBUTE(update("update User u set u.name = u.description"), "one", "two"),
    UPDATE_OF_BOTH_ATTRIBUTES(
            update("update User u set u.name = 'other', u.description = 'changed' where u.description = 'one'"),
            "changed",
            "two"),
    UPDATE_VERSIONED(
            UserFamily.IDENTITY, update("update versioned User u set u.description = 'changed'"), "changed", "changed"),
    CRITERIA_UPDATE(
            users -> {
                users.persist("one", "two");
                users.inTransaction(session -> {
                    CriteriaBuilder builder = session.getCriteriaBuilder();
                    session.createMutationQuery(update(builder, users.type())).executeUpdate();
                });
            },
            "changed",
            "two"),
    DELETE(update("delete from User u where u.description = 'one'"), "two"),
    INSERT_VALUES(
            update("insert into User (id, name, description) values (3, 'x', :given), (4, 'y', 'literal')", "given"),
            "one",
            "two",
            "given",
            "literal"),
    INSERT_SELECT(
            update("insert into User (id, name, description) select u.id + 2, u.name, u.description from User u"),
            "one",
            "two",
            "one",
            "two"),
    INSERT_SELECT_EXPRESSION(
            update("insert into User (id, name, description)"
                    + " select u.id + 2, u.name, u.description || '!' from User u where u.id = 1"),
            "one",
            "two",
            "one!"),
    INSERT_SELECT_UNION(
            update("insert into User (id, name, description)"
                    + " select u.id + 2, u.name, u.description from User u where u.id = 1"
                    + " union all select v.id + 2, v.name, v.name from User v where v.id = 2"),
            "one",
            "two",
            "one",
            "name 2"),
    INSERT_WITHOUT(update("insert into User (id, name) values (3, 'x')"), "one", "two", null),
    INSERT_OR_UPDATE(
            update("insert into User (id, name, description) values (2, 'x', 'conflict'), (3, 'y', 'three')"
                    + " on conflict (id) do update set description = excluded.description"),
            "one",
            "conflict",
            "three");

    private final UserFamily family;
    private final Consumer<Users> way;
    private final List<String> descriptions;

    QueryPath(Consumer<Users> way, String... descriptions) {
        this(UserFamily.PLAIN, way, descriptions);
    }

    QueryPath(UserFamily family, Consumer<Users> way, String... descriptions) {
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

    private static Consumer<Users> update(String hql, String... parameters) {
        return users -> {
            users.persist("one", "two");
            users.inTransaction(session -> {
                var query = session.createMutationQuery(hql);
                for (String parameter : parameters) {
                    query.setParameter(parameter, parameter);
                }
                query.executeUpdate();
            });
        };
    }

    private static <T extends User> CriteriaUpdate<T> update(CriteriaBuilder builder, Class<T> type) {
        CriteriaUpdate<T> update = builder.createCriteriaUpdate(type);
        var user = update.from(type);
        return update.set("description", "changed").where(builder.equal(user.get("description"), "one"));
    }
}
