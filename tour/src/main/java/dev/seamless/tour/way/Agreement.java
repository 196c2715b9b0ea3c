package dev.seamless.tour.way;

import dev.seamless.tour.database.Database;
import dev.seamless.tour.history.History;
import dev.seamless.tour.history.Violation;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks at all rows, again and again, while their two columns have to agree. */
public final class Agreement implements Runnable {

    private static final String DIFFERENT = "select count(*) from users where bio is distinct from description";
    private static final long BETWEEN_LOOKS = 2000;

    private final Database database;
    private final History history;
    private volatile boolean holds;
    private final AtomicInteger looks = new AtomicInteger();

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
        return looks.get();
    }

    /** Looks once, whatever holds. */
    public void look(String when) throws SQLException {
        long different = database.number(DIFFERENT);
        looks.incrementAndGet();
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
            if (!isAway(e) && holds) {
                history.add(new Violation(Violation.Kind.COLUMNS_DIFFER, 0, "could not be compared: " + e));
            }
        }
    }

    /** Whether the database is being restarted: the next look is soon. */
    private static boolean isAway(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }
}
