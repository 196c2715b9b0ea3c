package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Pair;
import dev.seamless.backfill.Backfill;
import dev.seamless.backfill.PassRequest;
import dev.seamless.backfill.PassSettings;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.MigrationSteps;
import dev.seamless.ledger.Passes;
import dev.seamless.protocol.Direction;
import dev.seamless.protocol.Migration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A pass in a thread of its own, on an H2 in a file: whoever interrupts a thread that works on it closes it for all. */
@Timeout(60)
class RunningPassTest {

    private static final Pair PAIR = new Pair(null, "users", "bio", "description");
    private static final Duration EXPIRY = Duration.ofMillis(100);
    private static final int ROWS = 200_000;
    private static final int STOPS = 20;

    @TempDir
    private Path folder;

    private DataSource dataSource;
    private JdbcTemplate application;

    @BeforeEach
    void expand() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("town") + ";WRITE_DELAY=0;CACHE_SIZE=1000";
        dataSource = new DriverManagerDataSource(url, "sa", "");
        application = new JdbcTemplate(new SingleConnectionDataSource(dataSource.getConnection(), true));
        application.execute("create table users (id bigint primary key, bio varchar(255))");
        application.execute("insert into users (id, bio) select x, 'about ' || x from system_range(1, " + ROWS + ")");
        Ledger ledger = new Ledger(dataSource);
        ledger.initialize();
        MigrationSteps steps = new MigrationSteps(ledger, Instance.named("migrations"), EXPIRY);
        steps.begin(Migration.EXPAND, PAIR, "V2.sql", false);
        application.execute("alter table users add column description varchar(255)");
        steps.lift(Migration.EXPAND, PAIR);
    }

    private RunningPass start(DataSource of) {
        Passes passes = new Passes(new Ledger(of), Instance.named("test"), EXPIRY);
        return new RunningPass(
                        new Backfill(of, passes, new PassSettings(1, Duration.ZERO, 1)),
                        PassRequest.backfill(PAIR, Direction.FORWARD, null))
                .start();
    }

    private long filled() {
        Long filled = application.queryForObject("select count(description) from users", Long.class);
        return filled == null ? 0 : filled;
    }

    @Test
    void isStoppedBetweenTwoWindowsAndTheDatabaseStaysOpen() throws InterruptedException {
        for (int i = 0; i < STOPS; i++) {
            RunningPass pass = start(dataSource);
            Thread.sleep(5 + i % 7 * 5);
            pass.stop();

            assertThat(pass.isRunning()).isFalse();
            assertThat(filled()).isLessThan(ROWS);
            assertThat(pass.view().state()).isEqualTo("stopped; it can be gone on with");
        }
        RunningPass last = start(dataSource);
        while (last.isRunning()) {
            Thread.sleep(5);
        }
        assertThat(last.view().state()).startsWith("ended and made");
        assertThat(filled()).isEqualTo(ROWS);
    }

    @Test
    void failsByAnErrorAndSaysSo() throws InterruptedException {
        RunningPass pass = start(new DriverManagerDataSource() {
            @Override
            protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
                if (Thread.currentThread().getName().startsWith("seamless-pass")) {
                    throw new StackOverflowError();
                }
                return dataSource.getConnection();
            }
        });
        while (pass.isRunning()) {
            Thread.sleep(5);
        }

        assertThat(pass.view().state()).isEqualTo("failed; it can be gone on with");
    }
}
