package dev.seamless.ledger;

import dev.seamless.Pair;
import dev.seamless.RefusedException;
import dev.seamless.protocol.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The ledger of one database: for each pair which column is current, which phases are barred, what is under way, who is live, and
 * what has happened. Its tables lie in the application's own schema.
 *
 * <p>Reading needs no ledger: before the first expand there is none, and every answer is empty.
 */
public final class Ledger {

    private final Transactions transactions;

    /**
     * The ledger of the database that a data source leads to.
     *
     * @param dataSource any data source of that database; the role needs the grants that the guide names
     */
    public Ledger(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    Transactions transactions() {
        return transactions;
    }

    /** Creates the tables that are not there yet. */
    public void initialize() {
        transactions.run(session -> {
            ResourceDatabasePopulator script = new ResourceDatabasePopulator(
                    new ClassPathResource(session.database().script(), Ledger.class));
            script.populate(session.connection());
            return true;
        });
    }

    /** The script that creates its tables, for this database; it does nothing where they are there. */
    public String script() {
        return transactions.run(session -> {
            try {
                return new ClassPathResource(session.database().script(), Ledger.class)
                        .getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Whether the tables of the ledger are there. */
    public boolean exists() {
        return transactions.run(Ledger::exists);
    }

    static boolean exists(LedgerSession session) {
        try {
            return session.database().hasTables(session.connection());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The ledger could not be reached", e);
        }
    }

    /** All pairs that are recorded. */
    public List<PairRecord> pairs() {
        return transactions.run(session -> exists(session) ? session.pairs().all() : List.of());
    }

    /** The record of a pair; its schema may be left out, and its names are found as the database folds them. */
    public Optional<PairRecord> find(Pair pair) {
        return transactions.run(session -> exists(session)
                ? Tables.find(session.connection(), pair)
                        .flatMap(table -> session.pairs().find(table.key().toString()))
                : Optional.empty());
    }

    /** Which of the two columns the table of a pair has; empty if there is no such table, or it has neither. */
    public Optional<Columns> columns(Pair pair) {
        return transactions.run(
                session -> Tables.find(session.connection(), pair).map(TableState::columns));
    }

    /** Whether the table of a pair has more rows than the given number; false if there is no such table. */
    public boolean hasMoreRows(Pair pair, int rows) {
        return transactions.run(session -> Tables.find(session.connection(), pair)
                .filter(table -> Tables.hasMoreThan(session, table, rows))
                .isPresent());
    }

    /** How far the pass of a pair has come, in all processes; empty if none is under way. */
    public Optional<PassProgress> progress(PairRecord pair) {
        return transactions.run(session -> session.pairs()
                .find(pair.key())
                .filter(found -> found.standing().pass() != null)
                .map(found -> session.ranges().progress(pair.key())));
    }

    /** Whether a script of this name has ever begun a migration of a rename here. */
    public boolean knows(String script) {
        return transactions.run(session -> exists(session) && session.history().knows(script));
    }

    /** Everybody who is in the fleet of a pair, expired instances included. */
    public List<Member> fleet(PairRecord pair) {
        return transactions.run(session -> session.fleet().of(pair.key()));
    }

    /** The last events of a pair, the latest first. */
    public List<Event> history(PairRecord pair, int atMost) {
        return transactions.run(session -> session.history().of(pair.key(), atMost));
    }

    /** How the last pass over a pair came to its end; empty if none ever did. */
    public Optional<Event> lastEndOfPass(PairRecord pair) {
        return transactions.run(session -> session.history().last(pair.key(), PassEvent.ends()));
    }

    /**
     * Makes an instance gone on a person's word that it does not run any more, where its sessions cannot be found.
     *
     * @throws RefusedException if no such instance is known
     */
    public void forget(String instance, Instance by) {
        transactions.run(session -> {
            FleetTable fleet = session.fleet();
            if (!exists(session) || !fleet.lock(instance)) {
                throw new RefusedException(
                        "No instance '" + instance + "' is known to the ledger.",
                        "Take the id from the fleet that status or the endpoint renames shows.");
            }
            List<String> pairs = fleet.pairsOf(instance);
            fleet.remove(instance);
            pairs.forEach(pair -> session.history().add(pair, by.name(), "forgotten", "instance " + instance));
            return true;
        });
    }

    /** Finds the table of a pair on a connection. */
    static Optional<TableState> table(Connection connection, Pair pair) {
        return Tables.find(connection, pair);
    }
}
