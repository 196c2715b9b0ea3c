package dev.seamless.autoconfigure.passes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Pair;
import dev.seamless.autoconfigure.declared.User;
import dev.seamless.ledger.Instance;
import dev.seamless.ledger.Ledger;
import dev.seamless.ledger.MigrationSteps;
import dev.seamless.ledger.PairRecord;
import dev.seamless.ledger.Passes;
import dev.seamless.protocol.Direction;
import dev.seamless.protocol.Migration;
import dev.seamless.protocol.Pass;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Passes that are started, watched and stopped by the endpoint {@code renames}. */
@Timeout(60)
class PassesOverHttpTest {

    private static final Pair PAIR = new Pair(null, "users", "bio", "description");
    private static final Duration EXPIRY = Duration.ofMillis(400);
    private static final String OPENED = "--management.endpoint.renames.access=unrestricted";
    private static final int ROWS = 3000;

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final DataSource dataSource = new DriverManagerDataSource(url, "sa", "");
    private final JdbcTemplate sql = new JdbcTemplate(dataSource);
    private final Ledger ledger = new Ledger(dataSource);
    private final Passes passes = new Passes(ledger, Instance.named("another process"), EXPIRY);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = R2dbcAutoConfiguration.class)
    @EntityScan(basePackageClasses = User.class)
    static class Application {}

    @BeforeEach
    void expand() {
        sql.execute(
                "create table users (id bigint primary key, name varchar(255), bio varchar(255), nick varchar(255))");
        sql.execute("insert into users (id, bio) select x, 'about ' || x from system_range(1, " + ROWS + ")");
        ledger.initialize();
        MigrationSteps steps = new MigrationSteps(ledger, Instance.named("migrations"), EXPIRY);
        steps.begin(Migration.EXPAND, PAIR, "V2.sql", false);
        sql.execute("alter table users add column description varchar(255)");
        steps.lift(Migration.EXPAND, PAIR);
    }

    private App start(WebApplicationType stack, String... more) {
        return new App(new SpringApplicationBuilder(Application.class)
                .web(stack)
                .properties(
                        "server.port=0",
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=sa",
                        "spring.jpa.hibernate.ddl-auto=none",
                        "spring.flyway.enabled=false",
                        "spring.liquibase.enabled=false",
                        "management.endpoints.web.exposure.include=renames",
                        "seamless.fleet.heartbeat=100ms",
                        "seamless.fleet.expiry=" + EXPIRY.toMillis() + "ms",
                        "seamless.renames.user-bio.schema=dual-write",
                        "seamless.renames.user-short.schema=old",
                        "seamless.scan-packages=dev.seamless.autoconfigure.declared")
                .run(more));
    }

    private App opened() {
        return start(WebApplicationType.SERVLET, OPENED);
    }

    /** An application that runs. */
    private record App(ConfigurableApplicationContext context) implements AutoCloseable {

        EntityExchangeResult<String> call(HttpMethod method, String path, Map<String, Object> body) {
            var request = RestTestClient.bindToServer()
                    .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port")
                            + "/actuator/renames/")
                    .build()
                    .method(method)
                    .uri(path);
            return (method == HttpMethod.POST
                            ? request.contentType(MediaType.APPLICATION_JSON).body(body)
                            : request)
                    .exchange()
                    .returnResult(String.class);
        }

        EntityExchangeResult<String> post(Map<String, Object> body) {
            return call(HttpMethod.POST, "user-bio", body);
        }

        EntityExchangeResult<String> delete(String query) {
            return call(HttpMethod.DELETE, "user-bio" + query, Map.of());
        }

        String show() {
            return call(HttpMethod.GET, "user-bio", Map.of()).getResponseBody();
        }

        void awaitShown(String text) throws InterruptedException {
            while (!show().contains(text)) {
                Thread.sleep(20);
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private static int status(EntityExchangeResult<String> result) {
        return result.getStatus().value();
    }

    private PairRecord record() {
        return ledger.find(PAIR).orElseThrow();
    }

    /** Holds a row, so that a pass cannot end. */
    private Connection holdTheLastRow() throws Exception {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        connection.createStatement().execute("update users set name = 'held' where id = " + ROWS);
        return connection;
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void nothingIsStartedUnlessTheEndpointIsOpened(WebApplicationType stack) {
        try (App app = start(stack)) {
            assertThat(app.show()).contains("\"id\":\"user-bio\"").doesNotContain("\"seen\"");
            assertThat(status(app.post(Map.of("direction", "forward")))).isEqualTo(405);
            assertThat(status(app.delete(""))).isEqualTo(405);
            assertThat(record().standing().pass()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void aPassIsStartedAndItsEndIsShown(WebApplicationType stack) throws Exception {
        try (App app = start(stack, OPENED)) {
            EntityExchangeResult<String> started = app.post(Map.of("verify", true));

            assertThat(status(started)).isEqualTo(202);
            assertThat(started.getResponseBody()).contains("\"direction\":\"forward\"", "\"verifies\":true");
            app.awaitShown("\"state\":\"ended and made the column that it filled current\"");
            assertThat(app.show()).contains("\"lastEnd\":{", "changed=" + ROWS);
            assertThat(record().standing().newCurrent()).isTrue();
            assertThat(sql.queryForObject(
                            "select count(*) from users where bio is distinct from description", Integer.class))
                    .isZero();
        }
    }

    @Test
    void aPassThatIsStoppedIsGoneOnWith() throws Exception {
        try (App app = opened();
                Connection held = holdTheLastRow()) {
            app.post(Map.of());
            app.awaitShown("\"paused\":\"others hold locks on its rows\"");
            assertThat(status(app.post(Map.of()))).isEqualTo(409);

            assertThat(status(app.delete(""))).isEqualTo(200);

            assertThat(app.show()).contains("\"state\":\"stopped; it can be gone on with\"", "\"unspoiled\":true");
            long seen = ledger.progress(record()).orElseThrow().seen();
            assertThat(seen).isPositive().isLessThan(ROWS);
            held.rollback();
            assertThat(status(app.post(Map.of("direction", "FORWARD")))).isEqualTo(202);
            app.awaitShown("\"state\":\"ended and made");
            assertThat(app.show()).contains("changed=" + ROWS);
        }
    }

    @Test
    void aPassOfAnotherProcessIsShownAndEndedEverywhere() throws Exception {
        Thread.sleep(EXPIRY.toMillis() * 2);
        try (App app = opened()) {
            passes.begin(Direction.FORWARD, PAIR);

            assertThat(app.show())
                    .contains("\"direction\":\"forward\"", "\"unspoiled\":true", "\"seen\":0")
                    .doesNotContain("\"verifies\"");
            EntityExchangeResult<String> here = app.delete("");
            assertThat(status(here)).isEqualTo(409);
            assertThat(here.getResponseBody()).contains("This instance runs no pass");
            assertThat(status(app.delete("?everywhere=true"))).isEqualTo(200);
            assertThat(record().standing().pass()).isNull();
            assertThat(app.show()).contains("\"what\":\"stopped forward pass\"");
        }
    }

    @Test
    void whatCannotBeDoneIsAnsweredByAStatusAndAReason() {
        try (App app = opened()) {
            EntityExchangeResult<String> reverse = app.post(Map.of("direction", "reverse"));
            assertThat(status(reverse)).isEqualTo(409);
            assertThat(reverse.getResponseBody())
                    .contains("the new column must be current", "\"action\":\"Next move: ");
            assertThat(status(app.post(Map.of("direction", "sideways")))).isEqualTo(400);
            assertThat(status(app.call(HttpMethod.POST, "nobody", Map.of("verify", true))))
                    .isEqualTo(404);
            assertThat(status(app.call(HttpMethod.DELETE, "nobody", Map.of()))).isEqualTo(404);
            assertThat(record().standing().pass()).isNull();
        }
    }

    @Test
    void aPassEndsWithItsApplicationAndIsLeftInTheLedger() throws Exception {
        try (Connection held = holdTheLastRow()) {
            try (App app = opened()) {
                app.post(Map.of());
                app.awaitShown("\"paused\":\"others hold locks on its rows\"");
            }
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("seamless-pass"));
            assertThat(record().standing().pass()).isEqualTo(new Pass(Direction.FORWARD, true));
            held.rollback();
        }
    }
}
