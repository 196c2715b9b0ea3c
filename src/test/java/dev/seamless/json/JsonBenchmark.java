package dev.seamless.json;

import dev.seamless.ApiPhase;
import dev.seamless.Renamed;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A DTO of ten fields with one rename against plain Jackson, and against the DTO that a team would write by hand with both
 * fields. Each writer and reader is that of one request, made once, as plain Jackson's is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {

    private static final ClientView OLD = ClientView.knowing(Set.of());
    private static final ClientView NEW = ClientView.knowing(Set.of("user-bio"));

    private final Plain plain = new Plain();
    private final Twin twin = new Twin();
    private final ByHand byHand = new ByHand();
    private final Ten ten = new Ten();
    private final JsonMapper jackson = JsonMapper.builder().build();
    private final ObjectWriter plainWriter = jackson.writer();
    private final ObjectWriter oldPhase =
            ClientView.UNKNOWN.on(mapper(ApiPhase.OLD).writer());
    private final ObjectWriter bothToUnknown =
            ClientView.UNKNOWN.on(mapper(ApiPhase.BOTH).writer());
    private final ObjectWriter bothToOld = OLD.on(mapper(ApiPhase.BOTH).writer());
    private final ObjectWriter bothToNew = NEW.on(mapper(ApiPhase.BOTH).writer());
    private final ObjectWriter newPhase =
            ClientView.UNKNOWN.on(mapper(ApiPhase.NEW).writer());

    private final JsonMapper twinJackson = JsonMapper.builder().build();
    private final ObjectWriter twinWriter = twinJackson.writer();
    private final ObjectReader twinReader = twinJackson.readerFor(Twin.class);
    private final ObjectReader twinRecordReader = twinJackson.readerFor(TwinRecord.class);

    private final ObjectReader plainReader = jackson.readerFor(Plain.class);
    private final ObjectReader beforeReader = jackson.readerFor(Before.class);
    private final ObjectReader byHandReader = jackson.readerFor(ByHand.class);
    private final ObjectReader reader =
            ClientView.UNKNOWN.on(mapper(ApiPhase.BOTH).readerFor(Ten.class));
    private final ObjectReader plainRecordReader = jackson.readerFor(PlainRecord.class);
    private final ObjectReader recordBeforeReader = jackson.readerFor(RecordBefore.class);
    private final ObjectReader recordReader =
            ClientView.UNKNOWN.on(mapper(ApiPhase.BOTH).readerFor(TenRecord.class));
    private final byte[] current = jackson.writeValueAsBytes(plain);
    private final byte[] old = new String(current, StandardCharsets.UTF_8)
            .replace("description", "bio")
            .getBytes(StandardCharsets.UTF_8);

    private static JsonMapper mapper(ApiPhase phase) {
        return JsonMapper.builder()
                .addModule(new RenameModule(Mappers.renames(phase)))
                .build();
    }

    @Benchmark
    public byte[] writePlain() {
        return plainWriter.writeValueAsBytes(plain);
    }

    /** Another class of the same form: whether a compiler serves two such alike. */
    @Benchmark
    public byte[] writeTwin() {
        return twinWriter.writeValueAsBytes(twin);
    }

    @Benchmark
    public byte[] writeBothByHand() {
        return plainWriter.writeValueAsBytes(byHand);
    }

    @Benchmark
    public byte[] writeBoth() {
        return bothToUnknown.writeValueAsBytes(ten);
    }

    @Benchmark
    public byte[] writeOldToKnown() {
        return bothToOld.writeValueAsBytes(ten);
    }

    @Benchmark
    public byte[] writeNewToKnown() {
        return bothToNew.writeValueAsBytes(ten);
    }

    @Benchmark
    public byte[] writeBeforeTheRename() {
        return oldPhase.writeValueAsBytes(ten);
    }

    @Benchmark
    public byte[] writeAfterTheRename() {
        return newPhase.writeValueAsBytes(ten);
    }

    @Benchmark
    public Object readPlain() {
        return plainReader.readValue(current);
    }

    @Benchmark
    public Object readTwin() {
        return twinReader.readValue(current);
    }

    @Benchmark
    public Object readTwinRecord() {
        return twinRecordReader.readValue(current);
    }

    /** What the same body of an old client cost before the rename. */
    @Benchmark
    public Object readBefore() {
        return beforeReader.readValue(old);
    }

    @Benchmark
    public Object readByHand() {
        return byHandReader.readValue(current);
    }

    @Benchmark
    public Object readNew() {
        return reader.readValue(current);
    }

    @Benchmark
    public Object readOld() {
        return reader.readValue(old);
    }

    @Benchmark
    public Object readPlainRecord() {
        return plainRecordReader.readValue(current);
    }

    @Benchmark
    public Object readRecordBefore() {
        return recordBeforeReader.readValue(old);
    }

    @Benchmark
    public Object readNewRecord() {
        return recordReader.readValue(current);
    }

    @Benchmark
    public Object readOldRecord() {
        return recordReader.readValue(old);
    }

    public static class Nine {
        public long id = 4711;
        public String handle = "somebody";
        public String email = "somebody@example.org";
        public String city = "Somewhere";
        public String street = "Some Street 17";
        public int age = 42;
        public boolean active = true;
        public double score = 0.75;
        public String zip = "12345";
    }

    public static class Plain extends Nine {
        public String description = "a text of some forty characters, or so..";
    }

    public static class Twin extends Nine {
        public String description = "a text of some forty characters, or so..";
    }

    public static class Before extends Nine {
        public String bio = "a text of some forty characters, or so..";
    }

    public static class ByHand extends Nine {
        public String bio = "a text of some forty characters, or so..";
        public String description = bio;
    }

    public static class Ten extends Nine {
        @Renamed(id = "user-bio", from = "bio")
        public String description = "a text of some forty characters, or so..";
    }

    public record PlainRecord(
            long id,
            String handle,
            String email,
            String city,
            String street,
            int age,
            boolean active,
            double score,
            String zip,
            String description) {}

    public record TwinRecord(
            long id,
            String handle,
            String email,
            String city,
            String street,
            int age,
            boolean active,
            double score,
            String zip,
            String description) {}

    public record RecordBefore(
            long id,
            String handle,
            String email,
            String city,
            String street,
            int age,
            boolean active,
            double score,
            String zip,
            String bio) {}

    public record TenRecord(
            long id,
            String handle,
            String email,
            String city,
            String street,
            int age,
            boolean active,
            double score,
            String zip,
            @Renamed(id = "user-bio", from = "bio") String description) {}
}
