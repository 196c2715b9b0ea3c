package dev.seamless.backfill;

import com.zaxxer.hikari.HikariDataSource;
import dev.seamless.ledger.EndedPass;
import dev.seamless.ledger.PassEnd;
import dev.seamless.protocol.Direction;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A way to fill the new column. */
enum Contender {
    ONE_WORKER {
        @Override
        Duration fill(BenchmarkServer server) throws InterruptedException {
            return pass(server, 1);
        }
    },
    TWO_WORKERS {
        @Override
        Duration fill(BenchmarkServer server) throws InterruptedException {
            return pass(server, 2);
        }
    },
    ONE_UPDATE {
        @Override
        Duration fill(BenchmarkServer server) {
            return timed(server, "update users set description = bio where description is distinct from bio");
        }
    },
    SERVER_LOOP {
        @Override
        Duration fill(BenchmarkServer server) {
            loop(server, "description = bio", " and description is distinct from bio");
            return timed(server, call(0, server.rows()));
        }
    },
    TWO_LOOPS {
        @Override
        Duration fill(BenchmarkServer server) {
            loop(server, "description = bio", " and description is distinct from bio");
            int middle = server.rows() / 2;
            long begin = System.nanoTime();
            CompletableFuture<Void> other =
                    CompletableFuture.runAsync(() -> server.database().execute(call(middle, server.rows())));
            server.database().execute(call(0, middle));
            other.join();
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    },
    TRIGGER_COPY {
        @Override
        Duration fill(BenchmarkServer server) {
            server.database()
                    .execute("create function copy() returns trigger language plpgsql as $$ begin"
                            + " if tg_op = 'UPDATE' and new.bio is not distinct from old.bio"
                            + " and new.description is distinct from old.description then"
                            + " new.bio := new.description; else new.description := new.bio; end if;"
                            + " return new; end $$");
            server.database()
                    .execute("create trigger copy before insert or update on users"
                            + " for each row execute function copy()");
            loop(server, "bio = bio", "");
            return timed(server, call(0, server.rows()));
        }
    };

    private static final PassRequest FORWARD = PassRequest.backfill(BenchmarkServer.PAIR, Direction.FORWARD, null);

    /** About as many rows as a window of ours settles on. */
    private static final int WINDOW = 10_000;

    /** Fills it, and returns how long that took. */
    abstract Duration fill(BenchmarkServer server) throws InterruptedException;

    private static Duration pass(BenchmarkServer server, int workers) throws InterruptedException {
        try (HikariDataSource pool = pool(server, workers)) {
            Backfill backfill = backfill(server, pool, workers);
            long begin = System.nanoTime();
            EndedPass ended = backfill.run(FORWARD, PassObserver.NONE);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            if (ended.end() != PassEnd.MARKED) {
                throw new IllegalStateException(ended.toString());
            }
            return took;
        }
    }

    static Backfill backfill(BenchmarkServer server, HikariDataSource pool, int workers) throws InterruptedException {
        return new Backfill(
                pool,
                server.passes(pool),
                new PassSettings(workers, PassSettings.DEFAULTS.replicaLag(), PassSettings.DEFAULTS.share()));
    }

    /** Works on a pass for a while, which does not suffice to end it. */
    static void work(Backfill backfill, Duration howLong) {
        StopSign stop = new StopSign();
        CompletableFuture.delayedExecutor(howLong.toNanos(), TimeUnit.NANOSECONDS)
                .execute(stop::raise);
        work(backfill, PassObserver.NONE, stop);
    }

    /** Works on a pass until it is stopped, which has to come before its end. */
    static void work(Backfill backfill, PassObserver observer, StopSign stop) {
        try {
            throw new IllegalStateException("There are too few rows: "
                    + backfill.run(FORWARD, observer, stop).progress());
        } catch (InterruptedException e) {
            return;
        }
    }

    /** Pooled connections, as in an application. */
    static HikariDataSource pool(BenchmarkServer server, int workers) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.database().url());
        pool.setUsername(server.database().user());
        pool.setMaximumPoolSize(workers + 1);
        return pool;
    }

    /** Fills the rows behind one key and up to another. */
    static void loop(BenchmarkServer server, String set, String differ) {
        server.database()
                .execute("create procedure fill(behind bigint, last bigint) language plpgsql as $$"
                        + " declare at bigint := behind; upto bigint; begin loop"
                        + " select id into upto from users where id > at and id <= last order by id limit 1 offset "
                        + (WINDOW - 1)
                        + "; if upto is null then select max(id) into upto from users where id > at and id <= last;"
                        + " end if; exit when upto is null;"
                        + " update users set " + set + " where id > at and id <= upto" + differ + ";"
                        + " commit; at := upto; end loop; end $$");
    }

    /** Fills one of so many parts of the table. */
    static void fill(BenchmarkServer server, int part, int parts) {
        server.database().execute(call((long) server.rows() * part / parts, (long) server.rows() * (part + 1) / parts));
    }

    private static String call(long behind, long last) {
        return "call fill(" + behind + ", " + last + ")";
    }

    private static Duration timed(BenchmarkServer server, String sql) {
        long begin = System.nanoTime();
        server.database().execute(sql);
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
