package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.seamless.ApiPhase;
import dev.seamless.RefusedException;
import dev.seamless.Renamed;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.FilterProvider;
import tools.jackson.databind.ser.PropertyFilter;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;

/** Rules of the time before the rename, which name the old field alone: what they hid is not served, and not taken, in any phase. */
class OldNameRulesTest {

    private static final PlainShapes.Bean SECRET = new PlainShapes.Bean("secret");
    private static final PlainShapes.Rec SECRET_RECORD = new PlainShapes.Rec(7L, "secret");

    /** Holders of objects with a renamed attribute, each with an old rule on its member. */
    static Stream<Object> holders() {
        return Stream.of(
                new IgnoringBean(SECRET),
                new IgnoringRecord(SECRET_RECORD),
                new IgnoringOnGetter(SECRET),
                new IgnoringList(List.of(SECRET_RECORD)),
                new IgnoringArray(new PlainShapes.Bean[] {SECRET}),
                new IgnoringMap(Map.of("one", List.of(SECRET))),
                new IgnoringOptional(Optional.of(SECRET_RECORD)),
                new IgnoringAnimal(cat()),
                new IgnoringUnwrapped(SECRET),
                new Including(SECRET),
                new IncludingList(List.of(SECRET_RECORD)));
    }

    static Stream<Arguments> cells() {
        return holders().flatMap(holder -> Arrays.stream(ApiPhase.values()).map(phase -> Arguments.of(holder, phase)));
    }

    @AfterAll
    static void printTheSize() {
        System.out.println("OldNameRulesTest: " + holders().count() + " holders in " + ApiPhase.values().length
                + " phases, " + cells().count() + " cells, written and read");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isNotWrittenWhereAMemberHidesItByItsOldName(Object holder, ApiPhase phase) {
        ObjectWriter writer = ClientView.UNKNOWN.on(Mappers.in(phase).writer());
        for (int i = 0; i < 2; i++) { // what Jackson remembers of the first time must not serve the second
            StringWriter written = new StringWriter();
            assertRefused(catchThrowable(() -> writer.writeValue(written, holder)), holder.getClass());
            assertThat(written.toString()).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isNotReadWhereAMemberHidesItByItsOldName(Object holder, ApiPhase phase) {
        JsonMapper plain = JsonMapper.builder().findAndAddModules().build();
        JsonMapper mapper = Mappers.in(phase);
        for (String name : List.of("bio", "description", "bio")) {
            String json = plain.writeValueAsString(plain.valueToTree(holder)).replace("\"id\"", "\"" + name + "\"");
            assertRefused(
                    catchThrowable(() -> ClientView.UNKNOWN
                            .on(mapper.readerFor(holder.getClass()))
                            .readValue(json)),
                    holder.getClass());
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                IgnoringBean.class,
                IgnoringList.class,
                IgnoringOptional.class,
                IgnoringMap.class,
                WriteOnlyOwner.class,
                BrokenOwner.class,
                Including.class
            })
    void stopsTheStartWhereTheHolderIsLookedAtThen(Class<?> type) {
        RenameModule module = new RenameModule(Mappers.renames(ApiPhase.OLD));
        JsonMapper mapper =
                JsonMapper.builder().findAndAddModules().addModule(module).build();
        assertRefused(catchThrowable(() -> module.inspect(mapper, List.of(type))), type);
    }

    @Test
    void doesNotStopTheStartWhereAnotherSerializerWrites() {
        RenameModule module = new RenameModule(Mappers.renames(ApiPhase.BOTH));
        JsonMapper mapper = JsonMapper.builder().addModule(module).build();
        assertThat(module.inspect(mapper, List.of(OwnWriterOwner.class))).hasSize(1);
        assertThat(mapper.writeValueAsString(new OwnWriterOwner())).isEqualTo("{\"text\":\"x\",\"held\":\"own\"}");
    }

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void isRefusedWhereATypeIncludesItByItsOldNameOnly(ApiPhase phase) {
        RenameModule module = new RenameModule(Mappers.renames(phase));
        JsonMapper mapper = JsonMapper.builder().addModule(module).build();
        for (Object value : List.of(new TypeIncluding(), new TypeIncludingRecord(7L, "secret"))) {
            Class<?> type = value.getClass();
            assertRefused(catchThrowable(() -> module.inspect(mapper, List.of(type))), type);
            assertRefused(catchThrowable(() -> mapper.readValue("{\"id\":1,\"bio\":\"x\"}", type)), type);
            assertRefused(catchThrowable(() -> mapper.writeValueAsString(value)), type);
        }
    }

    @Test
    void holdsWhereAMemberNamesBoth() {
        JsonMapper mapper = Mappers.in(ApiPhase.BOTH);
        IgnoringBoth holder = new IgnoringBoth();
        holder.bean = SECRET;
        assertThat(ClientView.UNKNOWN.on(mapper.writer()).writeValueAsString(holder))
                .isEqualTo("{\"bean\":{\"id\":7}}");
        for (String name : new String[] {"bio", "description"}) {
            IgnoringBoth read = ClientView.UNKNOWN
                    .on(mapper.readerFor(IgnoringBoth.class))
                    .readValue("{\"bean\":{\"" + name + "\":\"x\"}}");
            assertThat(read.bean.text()).isEqualTo("untouched");
        }
    }

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void isNotWrittenThroughAFilterThatHidesItByItsOldName(ApiPhase phase) {
        JsonMapper mapper = Mappers.in(phase);
        for (PropertyFilter filter :
                List.of(SimpleBeanPropertyFilter.serializeAllExcept("bio", "in_bio"), new Masking())) {
            FilterProvider filters = new SimpleFilterProvider().addFilter("fields", filter);
            for (Object value : List.of(
                    new Filtered(),
                    new FilteredRecord(7L, "secret"),
                    new FilteringMember(),
                    new FilteredUnwrapped(),
                    new FilteredUnderPrefix())) {
                StringWriter written = new StringWriter();
                Throwable thrown = catchThrowable(
                        () -> ClientView.UNKNOWN.on(mapper.writer(filters)).writeValue(written, value));
                assertRefused(thrown, value instanceof Filters held ? held.type() : value.getClass());
                assertThat(written.toString()).doesNotContain("secret");
            }
        }
    }

    @Test
    void asksAFilterEachTimeThatAnotherComes() {
        JsonMapper mapper = Mappers.in(ApiPhase.BOTH);
        for (int i = 0; i < 2; i++) {
            assertThat(written(mapper, SimpleBeanPropertyFilter.serializeAllExcept("description")))
                    .isEqualTo("{\"id\":7}");
            assertThat(written(mapper, SimpleBeanPropertyFilter.serializeAllExcept("bio", "description")))
                    .isEqualTo("{\"id\":7}");
            assertThat(written(mapper, SimpleBeanPropertyFilter.filterOutAllExcept("id")))
                    .isEqualTo("{\"id\":7}");
            assertThat(written(mapper, SimpleBeanPropertyFilter.filterOutAllExcept("description")))
                    .isEqualTo("{\"bio\":\"secret\",\"description\":\"secret\"}");
            assertRefused(
                    catchThrowable(() -> written(mapper, SimpleBeanPropertyFilter.serializeAllExcept("bio"))),
                    Filtered.class);
        }
    }

    @Test
    void stopsTheStartWhereTheConfiguredFilterHasTheOldNameOnly() {
        for (SimpleBeanPropertyFilter filter : List.of(
                SimpleBeanPropertyFilter.serializeAllExcept("bio"),
                SimpleBeanPropertyFilter.filterOutAllExcept("id", "bio"))) {
            for (Class<?> type : List.of(Filtered.class, BrokenFiltered.class)) {
                assertRefused(catchThrowable(() -> inspect(filter, type)), type);
            }
        }
        for (SimpleBeanPropertyFilter filter : List.of(
                SimpleBeanPropertyFilter.serializeAll(),
                SimpleBeanPropertyFilter.serializeAllExcept("description"),
                SimpleBeanPropertyFilter.filterOutAllExcept("id"),
                SimpleBeanPropertyFilter.filterOutAllExcept("description"))) {
            assertThat(inspect(filter, Filtered.class)).hasSize(1);
        }
    }

    @Test
    void isNotWrittenIntoAnArrayWhereAMemberHidesItByItsOldName() {
        ArrayHolder holder = new ArrayHolder();
        assertRefused(
                catchThrowable(() -> ClientView.UNKNOWN
                        .on(Mappers.in(ApiPhase.BOTH).writer())
                        .writeValueAsString(holder)),
                ArrayHolder.class);
    }

    private static List<JsonRename> inspect(SimpleBeanPropertyFilter filter, Class<?> type) {
        RenameModule module = new RenameModule(Mappers.renames(ApiPhase.BOTH));
        JsonMapper mapper = JsonMapper.builder()
                .addModule(module)
                .filterProvider(new SimpleFilterProvider().addFilter("fields", filter))
                .build();
        return module.inspect(mapper, List.of(type));
    }

    private static String written(JsonMapper mapper, SimpleBeanPropertyFilter filter) {
        return ClientView.UNKNOWN
                .on(mapper.writer(new SimpleFilterProvider().addFilter("fields", filter)))
                .writeValueAsString(new Filtered());
    }

    private static void assertRefused(Throwable thrown, Class<?> where) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof RefusedException)) {
            cause = cause.getCause();
        }
        assertThat(cause).as("%s", thrown).isInstanceOf(RefusedException.class);
        assertThat(((RefusedException) cause).description())
                .contains(where.getName(), "'bio'", "user-bio", "description")
                .doesNotContain("secret");
        assertThat(((RefusedException) cause).action()).isNotBlank();
    }

    private static StructureTest.CatByProperty cat() {
        StructureTest.CatByProperty cat = new StructureTest.CatByProperty();
        cat.setDescription("secret");
        return cat;
    }

    record IgnoringBean(@JsonIgnoreProperties("bio") PlainShapes.Bean held) {}

    record IgnoringRecord(@JsonIgnoreProperties("bio") PlainShapes.Rec held) {}

    static class IgnoringOnGetter {
        private PlainShapes.Bean held;

        IgnoringOnGetter() {}

        IgnoringOnGetter(PlainShapes.Bean held) {
            this.held = held;
        }

        @JsonIgnoreProperties("bio")
        public PlainShapes.Bean getHeld() {
            return held;
        }

        public void setHeld(PlainShapes.Bean held) {
            this.held = held;
        }
    }

    record IgnoringList(@JsonIgnoreProperties("bio") List<PlainShapes.Rec> held) {}

    @SuppressWarnings("ArrayRecordComponent")
    record IgnoringArray(@JsonIgnoreProperties("bio") PlainShapes.Bean[] held) {}

    record IgnoringMap(@JsonIgnoreProperties("bio") Map<String, List<PlainShapes.Bean>> held) {}

    record IgnoringOptional(@JsonIgnoreProperties("bio") Optional<PlainShapes.Rec> held) {}

    record IgnoringAnimal(@JsonIgnoreProperties("bio") StructureTest.AnimalByProperty held) {}

    static class IgnoringUnwrapped {
        @JsonUnwrapped
        @JsonIgnoreProperties("bio")
        public PlainShapes.Bean held;

        IgnoringUnwrapped() {}

        IgnoringUnwrapped(PlainShapes.Bean held) {
            this.held = held;
        }
    }

    record Including(@JsonIncludeProperties({"id", "bio"}) PlainShapes.Bean held) {}

    record IncludingList(
            @JsonIncludeProperties({"id", "bio"}) List<PlainShapes.Rec> held) {}

    static class IgnoringBoth {
        @JsonIgnoreProperties({"bio", "description"})
        public PlainShapes.Bean bean;
    }

    /** Is only written, and has a renamed attribute of its own, so that it is looked at. */
    static class WriteOnlyOwner {
        @Renamed(id = "user-bio", from = "note")
        public String text = "x";

        @JsonIgnoreProperties("bio")
        public List<PlainShapes.Bean> getHeld() {
            return List.of();
        }
    }

    /** Jackson cannot write it. */
    static class Broken {
        @JsonProperty("a")
        public String one;

        @JsonProperty("a")
        public String other;
    }

    @JsonPropertyOrder({"broken", "held"})
    static class BrokenOwner extends WriteOnlyOwner {
        public Broken getBroken() {
            return new Broken();
        }

        @Override
        @JsonIgnoreProperties("bio")
        public List<PlainShapes.Bean> getHeld() {
            return List.of();
        }
    }

    @JsonPropertyOrder({"text", "held"})
    static class OwnWriterOwner {
        @Renamed(id = "user-bio", from = "bio")
        public String text = "x";

        @JsonIgnoreProperties("bio")
        @JsonSerialize(using = OwnWriter.class)
        public PlainShapes.Bean getHeld() {
            return SECRET;
        }
    }

    static class OwnWriter extends ValueSerializer<PlainShapes.Bean> {
        @Override
        public void serialize(PlainShapes.Bean bean, JsonGenerator generator, SerializationContext context) {
            generator.writeString("own");
        }
    }

    @JsonIncludeProperties({"id", "bio"})
    static class TypeIncluding extends PlainShapes.Bean {}

    @JsonIncludeProperties({"id", "bio"})
    record TypeIncludingRecord(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) {}

    @JsonFilter("fields")
    static class Filtered {
        public Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        public String description = "secret";
    }

    @JsonPropertyOrder("broken")
    static class BrokenFiltered extends Filtered {
        public Broken getBroken() {
            return new Broken();
        }
    }

    @JsonFilter("fields")
    record FilteredRecord(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) {}

    interface Filters {
        Class<?> type();
    }

    static class FilteringMember implements Filters {
        @JsonFilter("fields")
        public PlainShapes.Bean held = SECRET;

        @Override
        public Class<?> type() {
            return PlainShapes.Bean.class;
        }
    }

    static class FilteredUnwrapped implements Filters {
        @JsonUnwrapped
        public Filtered held = new Filtered();

        @Override
        public Class<?> type() {
            return Filtered.class;
        }
    }

    static class FilteredUnderPrefix implements Filters {
        @JsonUnwrapped(prefix = "in_")
        public Filtered held = new Filtered();

        @Override
        public Class<?> type() {
            return Filtered.class;
        }
    }

    /** Puts something else in the place of what it hides. */
    static class Masking extends SimpleBeanPropertyFilter {
        @Override
        public void serializeAsProperty(
                Object object, JsonGenerator generator, SerializationContext context, PropertyWriter writer)
                throws Exception {
            if (writer.getName().equals("bio") || writer.getName().equals("in_bio")) {
                generator.writeStringProperty(writer.getName(), "***");
            } else {
                super.serializeAsProperty(object, generator, context, writer);
            }
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"id", "description"})
    static class Row {
        public Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        public String description = "secret";
    }

    static class ArrayHolder {
        @JsonIgnoreProperties("bio")
        public Row held = new Row();
    }
}
