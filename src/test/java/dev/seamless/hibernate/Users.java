package dev.seamless.hibernate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** A table of users behind one session factory, as {@link WritePath} writes to it. */
final class Users implements AutoCloseable {

    private final TestFactory source;
    private final SessionFactory factory;
    private final Class<? extends User> type;

    Users(TestFactory source, Class<? extends User> type) {
        this.source = source.map(type);
        this.factory = source.build();
        this.type = type;
    }

    /** Starts over with an empty table. */
    Users empty() {
        boolean mariaDb = source.database().url().startsWith("jdbc:mariadb");
        source.database().execute("truncate table users" + (mariaDb ? "" : " restart identity"));
        TestFactory.log(factory).clear();
        factory.getStatistics().clear();
        return this;
    }

    Class<? extends User> type() {
        return type;
    }

    void persist(String... descriptions) {
        inTransaction(session -> users(descriptions).forEach(session::persist));
    }

    void inTransaction(Consumer<Session> work) {
        factory.inTransaction(work);
    }

    void inStateless(Consumer<StatelessSession> work) {
        factory.inStatelessTransaction(work);
    }

    void change(Consumer<User> change) {
        inTransaction(session -> change.accept(session.find(type, 1L)));
    }

    List<User> users(String... descriptions) {
        List<User> users = new ArrayList<>();
        for (String description : descriptions) {
            users.add(user(users.size() + 1, description));
        }
        return users;
    }

    User user(long id, String description) {
        try {
            User user = type.getDeclaredConstructor().newInstance();
            user.id(id);
            user.name = "name " + id;
            user.description(description);
            return user;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> statements() {
        return TestFactory.log(factory).statements();
    }

    long preparedStatements() {
        return factory.getStatistics().getPrepareStatementCount();
    }

    /** What a column holds, in the order of the ids. */
    List<String> column(String column) {
        try (Connection connection = source.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + column + " from users order by id")) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        factory.close();
        source.database().close();
    }
}
