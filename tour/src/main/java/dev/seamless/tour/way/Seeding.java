package dev.seamless.tour.way;

import dev.seamless.tour.database.Database;
import dev.seamless.tour.history.History;
import dev.seamless.tour.history.Read;
import dev.seamless.tour.history.Violation;
import dev.seamless.tour.history.Write;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The rows before anybody comes, and when everybody has gone. */
public final class Seeding {

    /** The sample's own rows, which warm instances up. */
    private static final int OF_THE_SAMPLE = 5;

    private final Database database;
    private final History history;

    /** The rows of a history. */
    public Seeding(Database database, History history) {
        this.database = database;
        this.history = history;
    }

    /** Adds rows; their ids. */
    public List<Long> sow(int rows) throws SQLException {
        database.execute("insert into users (id, handle, display_name, bio)"
                + " select id, 'u' || id, 'User u' || id, 'seed ' || id from generate_series("
                + (OF_THE_SAMPLE + 1) + ", " + (OF_THE_SAMPLE + rows) + ") id");
        database.execute("select setval(pg_get_serial_sequence('users', 'id'), (select max(id) from users))");
        // As a table is that has lived for a while: what comes at once is not the server's own first vacuum.
        database.execute("vacuum (analyze) users");
        List<Long> ids = new ArrayList<>();
        database.texts("select id, bio from users where id > " + OF_THE_SAMPLE).forEach((id, value) -> {
            history.add(Write.first(id, value));
            ids.add(id);
        });
        Collections.sort(ids);
        return ids;
    }

    /**
     * Reads every row of which a client knows.
     *
     * @param column the column that is the truth now
     * @param now the time
     */
    public void reap(String column, long now) throws SQLException {
        Map<Long, String> values = database.texts("select id, " + column + " from users");
        for (long row : history.rows()) {
            String value = values.get(row);
            if (value == null) {
                history.add(new Violation(Violation.Kind.LOST, row, "the row itself is gone"));
            } else {
                history.learn(new Read(row, value, "the table at the end", now, now));
            }
        }
    }
}
