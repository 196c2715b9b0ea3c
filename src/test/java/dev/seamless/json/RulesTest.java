package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.annotation.Nulls;
import dev.seamless.ApiPhase;
import dev.seamless.Renamed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;

/** Rules of Jackson's are written against the current name. Each test tries to get round one by the old name. */
class RulesTest {

    private final JsonMapper mapper = Mappers.in(ApiPhase.BOTH);

    static Stream<Arguments> unwritable() {
        return inEachPhase(
                Ignored.class,
                IgnoredRecord.class,
                ReadOnly.class,
                ReadOnlyRecord.class,
                AllowGetters.class,
                Excluded.class,
                ExcludedRecord.class);
    }

    static Stream<Arguments> unreadable() {
        return inEachPhase(Ignored.class, IgnoredRecord.class, Excluded.class, ExcludedRecord.class, WriteOnly.class);
    }

    static Stream<Arguments> included() {
        return inEachPhase(Included.class, IncludedRecord.class);
    }

    private static Stream<Arguments> inEachPhase(Class<?>... types) {
        return Arrays.stream(types)
                .flatMap(type -> Arrays.stream(ApiPhase.values()).map(phase -> Arguments.of(type, phase)));
    }

    /** What an unknown client is served of an attribute with the text {@code x}. */
    private static String served(ApiPhase phase, String text) {
        return (phase.servesOld() ? "\"bio\":\"" + text + "\"," : "")
                + (phase.servesNew() ? "\"description\":\"" + text + "\"," : "");
    }

    private static List<String> accepted(ApiPhase phase) {
        return phase.acceptsOld() ? List.of("bio", "description") : List.of("description");
    }

    @AfterAll
    static void printTheSize() {
        System.out.println("RulesTest: "
                + (unwritable().count() + unreadable().count() + included().count())
                + " cells of a rule on a type in a phase, and " + ApiPhase.values().length + " of each other rule");
    }

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void leavesOutBothNamesByFilter(ApiPhase phase) {
        JsonMapper mapper = Mappers.in(phase);
        SimpleFilterProvider filters = new SimpleFilterProvider()
                .addFilter("fields", SimpleBeanPropertyFilter.serializeAllExcept("description"));
        assertThat(ClientView.UNKNOWN.on(mapper.writer(filters)).writeValueAsString(new Filtered()))
                .isEqualTo("{\"id\":7}");
        filters.addFilter("fields", SimpleBeanPropertyFilter.filterOutAllExcept("description"));
        assertThat(ClientView.UNKNOWN.on(mapper.writer(filters)).writeValueAsString(new Filtered()))
                .isEqualTo("{" + served(phase, "x").replaceFirst(",$", "") + "}");
    }

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void leavesOutBothNamesByFilterOfAViewedType(ApiPhase phase) {
        JsonMapper mapper = Mappers.in(phase);
        SimpleFilterProvider filters = new SimpleFilterProvider()
                .addFilter("fields", SimpleBeanPropertyFilter.serializeAllExcept("description"));
        assertThat(ClientView.UNKNOWN
                        .on(mapper.writer(filters).withView(RuledShapes.Internal.class))
                        .writeValueAsString(new FilteredAndViewed()))
                .isEqualTo("{\"id\":7}");
    }

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void writesAndReadsBothNamesInTheirViewOnly(ApiPhase phase) {
        JsonMapper mapper = Mappers.in(phase);
        RuledShapes.Viewed viewed = new RuledShapes.Viewed("x");
        assertThat(ClientView.UNKNOWN
                        .on(mapper.writerWithView(RuledShapes.Public.class))
                        .writeValueAsString(viewed))
                .isEqualTo("{\"id\":7}");
        assertThat(ClientView.UNKNOWN
                        .on(mapper.writerWithView(RuledShapes.Internal.class))
                        .writeValueAsString(viewed))
                .isEqualTo("{" + served(phase, "x") + "\"id\":7}");
        for (Class<?> type : new Class<?>[] {RuledShapes.Viewed.class, ViewedRecord.class}) {
            ObjectReader reader = ClientView.UNKNOWN.on(
                    mapper.readerWithView(RuledShapes.Public.class).forType(type));
            for (String name : accepted(phase)) {
                Shape.HasText read = reader.readValue("{\"" + name + "\":\"x\",\"id\":1}");
                assertThat(read.text()).isNotEqualTo("x");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void readsNeitherNameOfWhatMayNotBeWritten(Class<? extends Shape.HasText> type, ApiPhase phase) {
        JsonMapper mapper = Mappers.in(phase);
        for (String json :
                new String[] {"{\"bio\":\"x\"}", "{\"description\":\"x\"}", "{\"bio\":\"x\",\"description\":\"y\"}"}) {
            Shape.HasText read = ClientView.UNKNOWN.on(mapper.readerFor(type)).readValue(json);
            assertThat(read.text()).as(json).isNotEqualTo("x").isNotEqualTo("y");
        }
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void writesNeitherNameOfWhatMayNotBeRead(Class<?> type, ApiPhase phase) {
        JsonMapper mapper = Mappers.in(phase);
        Object value = mapper.readerFor(type).readValue("{\"id\":7}");
        assertThat(ClientView.UNKNOWN.on(mapper.writer()).writeValueAsString(value))
                .isEqualTo("{\"id\":7}");
    }

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void readsBothNamesOfWhatMayBeWrittenOnly(ApiPhase phase) {
        for (String name : accepted(phase)) {
            WriteOnly read = ClientView.UNKNOWN
                    .on(Mappers.in(phase).readerFor(WriteOnly.class))
                    .readValue("{\"" + name + "\":\"x\"}");
            assertThat(read.description).isEqualTo("x");
        }
    }

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void writesBothNamesOfWhatMayBeReadOnly(ApiPhase phase) {
        assertThat(ClientView.UNKNOWN.on(Mappers.in(phase).writer()).writeValueAsString(new ReadOnly()))
                .isEqualTo("{" + served(phase, "untouched") + "\"id\":7}");
    }

    @ParameterizedTest
    @MethodSource("included")
    void readsAndWritesBothNamesOfWhatIsIncluded(Class<? extends Shape.HasText> type, ApiPhase phase) {
        JsonMapper mapper = Mappers.in(phase);
        for (String name : accepted(phase)) {
            Shape.HasText read =
                    ClientView.UNKNOWN.on(mapper.readerFor(type)).readValue("{\"" + name + "\":\"x\",\"id\":7}");
            assertThat(read.text()).isEqualTo("x");
            assertThat(mapper.readTree(ClientView.UNKNOWN.on(mapper.writer()).writeValueAsString(read)))
                    .isEqualTo(mapper.readTree("{" + served(phase, "x") + "\"id\":7}"));
        }
    }

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void ignoresBothNamesWhereAReferenceIgnoresTheAttribute(ApiPhase phase) {
        JsonMapper mapper = Mappers.in(phase);
        for (String name : new String[] {"bio", "description"}) {
            String json = "{\"" + name + "\":\"x\",\"id\":1}";
            String body = "{\"bean\":" + json + ",\"record\":" + json
                    + (accepted(phase).contains(name) ? ",\"open\":" + json : "") + "}";
            Referring read =
                    ClientView.UNKNOWN.on(mapper.readerFor(Referring.class)).readValue(body);
            assertThat(read.bean.text()).isEqualTo("untouched");
            assertThat(read.record.text()).isNull();
            assertThat(read.open == null ? "x" : read.open.text()).isEqualTo("x");
        }
        Referring referring = new Referring();
        referring.bean = new PlainShapes.Bean("x");
        JsonNode written =
                mapper.readTree(ClientView.UNKNOWN.on(mapper.writer()).writeValueAsString(referring));
        assertThat(written.path("bean").propertyNames()).containsExactly("id");
    }

    @Test
    void leavesOutBothNamesOfNullAndEmpty() {
        assertThat(ClientView.UNKNOWN.on(mapper.writer()).writeValueAsString(new Sparse(null, "")))
                .isEqualTo("{}");
        assertThat(ClientView.UNKNOWN.on(mapper.writer()).writeValueAsString(new Sparse("x", "y")))
                .isEqualTo("{\"description\":\"x\",\"bio\":\"x\",\"text\":\"y\",\"note\":\"y\"}");
    }

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void skipsOrRefusesNullUnderBothNamesAsDeclared(ApiPhase phase) {
        JsonMapper mapper = Mappers.in(phase);
        for (String name : accepted(phase)) {
            NullSkipping skipping =
                    ClientView.UNKNOWN.on(mapper.readerFor(NullSkipping.class)).readValue("{\"" + name + "\":null}");
            assertThat(skipping.description).isEqualTo("untouched");
            assertThatExceptionOfType(MismatchedInputException.class)
                    .isThrownBy(() -> ClientView.UNKNOWN
                            .on(mapper.readerFor(NullRefusing.class))
                            .readValue("{\"" + name + "\":null}"));
        }
        if (!phase.acceptsOld()) {
            return;
        }
        NullSkipping both = ClientView.UNKNOWN
                .on(mapper.readerFor(NullSkipping.class))
                .readValue("{\"bio\":null,\"description\":\"x\"}");
        assertThat(both.description).isEqualTo("x");
    }

    @Test
    void takesEitherNameForARequiredParameter() {
        for (String name : new String[] {"bio", "description"}) {
            Required read = ClientView.UNKNOWN
                    .on(mapper.readerFor(Required.class))
                    .readValue("{\"id\":1,\"" + name + "\":\"x\"}");
            assertThat(read.description()).isEqualTo("x");
            Numbers numbers = ClientView.UNKNOWN
                    .on(mapper.readerFor(Numbers.class))
                    .readValue("{\"" + (name.equals("bio") ? "size" : "length") + "\":5}");
            assertThat(numbers.length()).isEqualTo(5);
        }
        assertThatExceptionOfType(MismatchedInputException.class)
                .isThrownBy(() ->
                        ClientView.UNKNOWN.on(mapper.readerFor(Required.class)).readValue("{\"id\":1}"))
                .withMessageContaining("description");
        assertThatExceptionOfType(MismatchedInputException.class)
                .isThrownBy(() ->
                        ClientView.UNKNOWN.on(mapper.readerFor(Numbers.class)).readValue("{}"));
    }

    @Test
    void readsEitherNameUnderTheStrictFeatures() {
        JsonMapper strict = Mappers.builder(Mappers.renames(ApiPhase.BOTH))
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
                .build();
        for (Class<?> type : new Class<?>[] {PlainShapes.Bean.class, PlainShapes.Rec.class}) {
            for (String name : new String[] {"bio", "description"}) {
                Shape.HasText read =
                        ClientView.UNKNOWN.on(strict.readerFor(type)).readValue("{\"id\":1,\"" + name + "\":\"x\"}");
                assertThat(read.text()).isEqualTo("x");
            }
        }
        for (String json : new String[] {"{\"id\":1}", "{\"id\":1,\"bio\":null}", "{\"id\":1,\"description\":null}"}) {
            assertThatExceptionOfType(JacksonException.class)
                    .isThrownBy(() -> ClientView.UNKNOWN
                            .on(strict.readerFor(PlainShapes.Rec.class))
                            .readValue(json));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {ReadOnly.class, ReadOnlyRecord.class, Ignored.class, IgnoredRecord.class})
    void ignoresBothNamesOfWhatMayNotBeWrittenWhereUnknownFieldsFail(Class<?> type) {
        JsonMapper strict = Mappers.builder(Mappers.renames(ApiPhase.BOTH))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        for (String name : new String[] {"bio", "description"}) {
            Shape.HasText read = ClientView.UNKNOWN.on(strict.readerFor(type)).readValue("{\"" + name + "\":\"x\"}");
            assertThat(read.text()).isNotEqualTo("x");
        }
    }

    @JsonFilter("fields")
    static class Filtered {
        public Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        public String description = "x";
    }

    @JsonFilter("fields")
    static class FilteredAndViewed {
        @JsonView(RuledShapes.Public.class)
        public Long id = 7L;

        @JsonView(RuledShapes.Internal.class)
        @Renamed(id = "user-bio", from = "bio")
        public String description = "x";
    }

    record ViewedRecord(
            Long id,

            @JsonView(RuledShapes.Internal.class) @Renamed(id = "user-bio", from = "bio")
            String description) implements Shape.HasText {
        @Override
        public String text() {
            return description;
        }
    }

    @JsonIgnoreProperties("description")
    static class Ignored extends PlainShapes.Bean {}

    @JsonIgnoreProperties("description")
    record IgnoredRecord(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) implements Shape.HasText {
        @Override
        public String text() {
            return description;
        }
    }

    @JsonIncludeProperties("id")
    static class Excluded extends PlainShapes.Bean {}

    @JsonIncludeProperties("id")
    record ExcludedRecord(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) implements Shape.HasText {
        @Override
        public String text() {
            return description;
        }
    }

    @JsonIncludeProperties({"id", "description"})
    static class Included extends PlainShapes.Bean {}

    @JsonIncludeProperties({"id", "description"})
    record IncludedRecord(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) implements Shape.HasText {
        @Override
        public String text() {
            return description;
        }
    }

    @JsonIgnoreProperties(value = "description", allowGetters = true)
    static class AllowGetters extends PlainShapes.Bean {}

    static class ReadOnly implements Shape.HasText {
        public Long id = 7L;

        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        @Renamed(id = "user-bio", from = "bio")
        public String description = "untouched";

        @Override
        public String text() {
            return description;
        }
    }

    record ReadOnlyRecord(
            Long id,

            @JsonProperty(access = JsonProperty.Access.READ_ONLY) @Renamed(id = "user-bio", from = "bio")
            String description)
            implements Shape.HasText {
        @Override
        public String text() {
            return description;
        }
    }

    static class WriteOnly {
        public Long id = 7L;

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Renamed(id = "user-bio", from = "bio")
        public String description;
    }

    static class Referring {
        @JsonIgnoreProperties("description")
        public PlainShapes.Bean bean;

        @JsonIgnoreProperties("description")
        public PlainShapes.Rec record;

        public PlainShapes.Bean open;
    }

    record Sparse(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Renamed(id = "user-bio", from = "bio")
            String description,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Renamed(id = "user-bio", from = "note")
            String text) {}

    static class NullSkipping {
        @JsonSetter(nulls = Nulls.SKIP)
        @Renamed(id = "user-bio", from = "bio")
        public String description = "untouched";
    }

    static class NullRefusing {
        @JsonSetter(nulls = Nulls.FAIL)
        @Renamed(id = "user-bio", from = "bio")
        public String description;
    }

    record Required(
            Long id,

            @JsonProperty(required = true) @Renamed(id = "user-bio", from = "bio")
            String description) {}

    record Numbers(@Renamed(id = "user-bio", from = "size") int length) {}
}
