package dev.seamless.tour.way;

import dev.seamless.tour.database.Database;
import dev.seamless.tour.history.History;
import dev.seamless.tour.history.Violation;
import java.sql.SQLException;

/** Looks at all rows, again and again, while their two columns have to agree. */
public final class Agreement implements Runnable {

    private static final String DIFFERENT = "select count(*) from users where bio is distinct from description";
    private static final long BETWEEN_LOOKS = 2000;

    private final Database database;
    private final History history;
    private volatile boolean holds;
    private volatile int looks;

    /** Nothing has to agree yet. */
    public Agreement(Database database, History history) {
        this.database = database;
        this.history = history;
    }

    /** Whether the columns have to agree from now on. */
    public void holds(boolean does) {
        holds = does;
    }

    /** How often they were compared. */
    public int looks() {
        return looks;
    }

    /** Looks once, whatever holds. */
    public void look(String when) throws SQLException {
        long different = database.number(DIFFERENT);
        looks++;
        if (different > 0) {
            history.add(new Violation(Violation.Kind.COLUMNS_DIFFER, 0, different + " rows " + when));
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                if (holds) {
                    lookUnlessItIsAway();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookUnlessItIsAway() {
        try {
            look("while they had to agree");
        } catch (SQLException e) {
            // The database is being restarted, or the column that goes next has gone: the next look is soon.
            return;
        }
    }
}
