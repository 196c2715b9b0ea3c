package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.seamless.Renamed;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class GeneratedKeysTest {

    private static final String SETTING = "hibernate.jdbc.use_get_generated_keys";

    /** The driver prepares on the server what it has run five times. */
    private static final int UNTIL_PREPARED = 6;

    @Entity(name = "Article")
    static class Article {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Renamed(id = "article", from = "bio")
        String description;
    }

    @Entity(name = "Page")
    static class Page {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Renamed(id = "page", from = "bio")
        String description;
    }

    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(GeneratedKeys.class);

    @BeforeEach
    void listen() {
        logger.addAppender(appender);
        appender.start();
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(appender);
    }

    @ParameterizedTest
    @EnumSource
    void insertsOutliveAColumnThatComesIfTheKeyAloneIsAskedFor(SchemaPhase phase) {
        try (FreshDatabase database = TestDatabase.POSTGRESQL.open();
                SessionFactory factory =
                        factory(database, phase).with(SETTING, false).build()) {
            insert(factory, UNTIL_PREPARED);
            database.execute("alter table Article add column another text");

            insert(factory, 1);

            assertThat(appender.list).isEmpty();
        }
    }

    @Test
    void warnsWhereAllColumnsAreAskedFor() {
        try (FreshDatabase database = TestDatabase.POSTGRESQL.open();
                SessionFactory factory = factory(database, SchemaPhase.OLD).build()) {
            insert(factory, UNTIL_PREPARED);
            database.execute("alter table Article add column another text");

            assertThatThrownBy(() -> insert(factory, 1)).hasStackTraceContaining("must not change result type");
            assertThat(appender.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .singleElement()
                    .asString()
                    .contains("Article", SETTING)
                    .doesNotContain("{}");
        }
    }

    @Test
    void isSilentWhereKeysAreThoseOfASequence() {
        try (FreshDatabase database = TestDatabase.POSTGRESQL.open();
                SessionFactory factory = new TestFactory(database)
                        .phase("page", SchemaPhase.OLD)
                        .map(Page.class)
                        .build()) {
            assertThat(factory.isOpen()).isTrue();
            assertThat(appender.list).isEmpty();
        }
    }

    private static TestFactory factory(FreshDatabase database, SchemaPhase phase) {
        return new TestFactory(database).phase("article", phase).map(Article.class);
    }

    private static void insert(SessionFactory factory, int times) {
        for (int i = 0; i < times; i++) {
            factory.inTransaction(session -> {
                Article article = new Article();
                article.description = "text";
                session.persist(article);
            });
        }
    }
}
