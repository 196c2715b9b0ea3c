package dev.seamless.autoconfigure;

import dev.seamless.ApiPhase;
import dev.seamless.SchemaPhase;
import dev.seamless.gate.BelowMinimum;
import dev.seamless.gate.UnknownClients;
import dev.seamless.ledger.Guard;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * What can be configured under {@code seamless}. A name that is not listed here stops the start.
 *
 * @param scanPackages Packages to search for @Renamed, and the packages below them, besides those of the
 * auto-configuration and of the entities.
 * @param acceptConverters Names, as a refusal gives them, of what may serve renamed attributes although it knows nothing
 * of their old names: classes of message converters, codecs, controllers and objects bound from parameters, entities that
 * Spring Data REST exports, fields of a GraphQL schema. Any other such part stops the start.
 * @param foreignSql What happens to SQL that goes through Hibernate and is not its own, when it assigns one of two columns
 * or reads the one that is not current. Default is warn.
 * @param run Command to run instead of the application: status, plan, migrate, backfill, verify, reverse-backfill, take-back
 * or forget.
 * @param runRename Id of the rename that the command is for. Default is all.
 * @param runInstance Id of the instance that forget forgets.
 * @param runOutput Directory that plan writes the files of the next migration into. Default is to print them.
 * @param runWay Way along which plan looks for the next migration: forth, the default, or back.
 * @param runWorkers How many windows a pass of a command has under way at a time, at least 1.
 * @param runShare How much of the time each of them works while others are at work on the database: more than 0, and at
 * most 1, which takes no notice of others.
 * @param guard What happens to a start that breaks a rule of the protocol: it fails, is logged, or goes on.
 * @param ledger Tables that remember which column is current and who is live.
 * @param fleet How this instance lives among the others.
 * @param renames Phases of each rename, by its id.
 * @param gate Which client versions may operate, and which name each of them knows.
 */
@ConfigurationProperties("seamless")
public record SeamlessProperties(
        @DefaultValue Set<String> scanPackages,
        @DefaultValue Set<String> acceptConverters,
        @DefaultValue("warn") ForeignSqlPolicy foreignSql,
        @Nullable String run,
        @Nullable String runRename,
        @Nullable String runInstance,
        @Nullable String runOutput,
        @Nullable String runWay,
        @DefaultValue("1") int runWorkers,
        @DefaultValue("0.01") double runShare,
        @DefaultValue("enforce") Guard guard,
        @DefaultValue LedgerProperties ledger,
        @DefaultValue FleetProperties fleet,
        @DefaultValue Map<String, RenameProperties> renames,
        @DefaultValue GateProperties gate) {

    /**
     * The ledger.
     *
     * @param initializeSchema When to create its tables at start: embedded means in an in-memory database only. Otherwise the
     * script that comes with seamless-core is run as a migration.
     */
    public record LedgerProperties(@DefaultValue("embedded") DatabaseInitializationMode initializeSchema) {}

    /**
     * The fleet.
     *
     * @param heartbeat How often this instance says that it lives, while a rename is open.
     * @param expiry After what silence others may make this instance gone. At least three heartbeats.
     * @param findSessions Whether a database session stays with one pooled connection. Set to false behind a transaction pooler;
     * an expired instance then keeps its place until somebody says forget.
     */
    public record FleetProperties(
            @DefaultValue("5s") Duration heartbeat,
            @DefaultValue("30s") Duration expiry,
            @DefaultValue("true") boolean findSessions) {}

    /** What happens to SQL that is not Hibernate's own. */
    public enum ForeignSqlPolicy {
        /** It is logged, once for each statement. */
        WARN,
        /** It is not executed. */
        REFUSE,
        /** Nobody looks. */
        OFF
    }

    /**
     * One rename on this instance.
     *
     * @param schema Phase on the schema boundary: which column is read, and which are written. Default is old.
     * @param api Phase on the API boundary: which names are served and accepted. Default is old.
     * @param cutoff First client version that knows the new name, by platform. A platform without one counts as not
     * knowing it.
     * @param deprecated Day from which the old name counts as deprecated, at midnight UTC. Default is the start of the
     * instance.
     * @param sunset Day on which the old name is meant to go, at midnight UTC.
     */
    public record RenameProperties(
            @Nullable SchemaPhase schema,
            @Nullable ApiPhase api,
            @DefaultValue Map<String, String> cutoff,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate deprecated,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate sunset) {

        static final RenameProperties NONE = new RenameProperties(null, null, Map.of(), null, null);
    }

    /**
     * The version gate. Without a platform there is none.
     *
     * @param platforms Bounds of each client platform, by the name that clients send.
     * @param unknown What clients are served whose version is missing, malformed or of another platform.
     * @param belowMinimum What known clients below the minimum get.
     * @param status HTTP status of the gate's own answers.
     * @param headers Names of the headers.
     * @param link Page that tells clients about the deprecation, for the Link header.
     * @param quiet How long no unknown client may have used an old name before the verdict says that it can go.
     */
    public record GateProperties(
            @DefaultValue Map<String, PlatformProperties> platforms,
            @DefaultValue("both") UnknownClients unknown,
            @DefaultValue("reject") BelowMinimum belowMinimum,
            @DefaultValue("426") int status,
            @DefaultValue HeaderProperties headers,
            @Nullable String link,
            @DefaultValue("30d") Duration quiet) {}

    /**
     * The bounds of one platform. Versions have three parts.
     *
     * @param minimum Oldest client version that may operate.
     * @param latest Newest released client version.
     */
    public record PlatformProperties(
            @Nullable String minimum, @Nullable String latest) {}

    /**
     * The names of the gate's headers.
     *
     * @param version Request header with platform and version of the client.
     * @param latest Response header with the newest version of the client's platform.
     * @param minimum Response header with the oldest version that may operate.
     */
    public record HeaderProperties(
            @DefaultValue("x-version") String version,
            @DefaultValue("x-latest-version") String latest,
            @DefaultValue("x-min-version") String minimum) {}
}
