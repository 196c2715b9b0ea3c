package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.seamless.Renamed;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.SQLOrder;
import org.hibernate.annotations.SQLRestriction;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SqlFragmentsTest {

    @Entity(name = "Article")
    @SQLRestriction("description <> 'bio'")
    @Check(constraints = "length(description) > 0")
    @NamedNativeQuery(name = "byBio", query = "select id from Article where bio is null")
    @NamedNativeQuery(name = "harmless", query = "select bio from elsewhere")
    static class Article {
        @Id
        Long id;

        @Renamed(id = "article", from = "bio")
        String description;

        @Formula("upper(bio)")
        String shouted;

        @Formula("'description'")
        String literal;

        @OneToMany
        @JoinColumn
        @SQLOrder("description desc")
        List<Article> related;
    }

    @Test
    void reportsEachFragmentThatNamesARenamedColumn() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(SqlFragments.class);
        logger.addAppender(appender);
        appender.start();
        try (FreshDatabase database = TestDatabase.H2.open();
                SessionFactory factory = new TestFactory(database)
                        .phase("article", SchemaPhase.DUAL_WRITE)
                        .map(Article.class)
                        .build()) {
            assertThat(factory.isOpen()).isTrue();
            assertThat(appender.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .satisfiesExactlyInAnyOrder(
                            message -> assertThat(message).contains("restriction of", "Article names", "description"),
                            message -> assertThat(message).contains("restriction of", "related", "description"),
                            message -> assertThat(message).contains("formula of", "shouted", "bio"),
                            message -> assertThat(message).contains("order of", "related", "description"),
                            message -> assertThat(message).contains("named native query byBio", "bio"));
        } finally {
            logger.detachAppender(appender);
        }
    }
}
