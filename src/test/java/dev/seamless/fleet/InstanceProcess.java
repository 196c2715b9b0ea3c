package dev.seamless.fleet;

import com.zaxxer.hikari.HikariDataSource;
import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.SchemaPhase;
import dev.seamless.hibernate.ConnectionGuard;
import dev.seamless.hibernate.HibernateRenames;
import dev.seamless.ledger.Fleet;
import dev.seamless.ledger.FleetSettings;
import dev.seamless.ledger.Guard;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.Mapped;
import dev.seamless.ledger.MappedColumn;
import dev.seamless.ledger.Use;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * An instance of an application as a process of its own: Hibernate, a pool of two connections, the fleet. It takes one command a
 * line ({@code read 1}, {@code write 1 text}, {@code begin 1 text}, {@code commit}, {@code presence}) and answers with one.
 */
public final class InstanceProcess {

    static final Duration HEARTBEAT = Duration.ofMillis(200);
    static final Duration EXPIRY = Duration.ofMillis(1000);

    private final SessionFactory factory;
    private final Fleet fleet;
    private @Nullable Session open;

    private InstanceProcess(DataSource dataSource, SchemaPhase phase, Guard guard) {
        FleetSettings settings = new FleetSettings(guard, HEARTBEAT, EXPIRY, true);
        fleet = new Fleet(new Ledger(dataSource), Instance.named("process in " + phase), settings, presence -> {});
        factory = new Configuration()
                .addAnnotatedClass(Person.class)
                .setProperty("hibernate.connection.handling_mode", "DELAYED_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION")
                .addProperties(properties(dataSource, phase))
                .buildSessionFactory();
    }

    private Properties properties(DataSource dataSource, SchemaPhase phase) {
        Properties properties = new Properties();
        properties.put("hibernate.connection.datasource", dataSource);
        properties.put(HibernateRenames.SETTING, new Renames(List.of(new Rename(Person.RENAME, phase, ApiPhase.OLD))));
        properties.put(ConnectionGuard.SETTING, new Bridge());
        return properties;
    }

    /** What an auto-configuration does between Hibernate and the fleet. */
    private final class Bridge implements ConnectionGuard {

        @Override
        public void opened(SessionFactory opened) {
            fleet.map(new Mapped(
                    HibernateRenames.of(opened).stream()
                            .map(column -> new Use(
                                    column.rename().id(),
                                    column.pair(),
                                    column.rename().schema(),
                                    true))
                            .toList(),
                    HibernateRenames.columns(opened).stream()
                            .map(column -> new MappedColumn(column.schema(), column.table(), column.column()))
                            .collect(Collectors.toSet()),
                    false));
        }

        @Override
        public void use(Connection connection) throws SQLException {
            fleet.use(connection);
        }

        @Override
        public void released(Connection connection) {
            fleet.released(connection);
        }

        @Override
        public void closed() {
            fleet.close();
        }
    }

    /** Arguments: JDBC URL, user, password, phase, guard. */
    public static void main(String[] arguments) throws Exception {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(arguments[0]);
        pool.setUsername(arguments[1]);
        pool.setPassword(arguments[2]);
        pool.setMaximumPoolSize(3);
        pool.setConnectionTimeout(3000);
        try {
            InstanceProcess process =
                    new InstanceProcess(pool, SchemaPhase.valueOf(arguments[3]), Guard.valueOf(arguments[4]));
            process.fleet.enter();
            System.out.println("> ready");
            process.serve();
            process.factory.close();
            System.exit(0);
        } catch (RuntimeException e) {
            System.out.println("> refused " + root(e));
            System.exit(1);
        }
    }

    private void serve() throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            try {
                System.out.println("> " + answer(line.split(" ", 3)));
            } catch (RuntimeException e) {
                System.out.println("> failed " + root(e));
            }
        }
    }

    private String answer(String[] command) {
        return switch (command[0]) {
            case "read" -> "" + factory.fromTransaction(session -> person(session, command).description);
            case "write" -> {
                factory.inTransaction(session -> person(session, command).description = command[2]);
                yield "ok";
            }
            case "begin" -> {
                open = factory.openSession();
                open.beginTransaction();
                person(open, command).description = command[2];
                open.flush();
                yield "ok";
            }
            case "commit" -> {
                try (Session session = Objects.requireNonNull(open)) {
                    session.getTransaction().commit();
                }
                yield "ok";
            }
            default -> fleet.presence().toString();
        };
    }

    private static Person person(Session session, String[] command) {
        return session.find(Person.class, Integer.valueOf(command[1]));
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
