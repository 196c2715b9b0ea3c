package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import dev.seamless.SchemaPhase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Objects in objects, of several types: what one says is never taken for what another said. */
class StructureTest {

    private final JsonMapper mapper = Mappers.in(ApiPhase.BOTH);

    @ParameterizedTest
    @ValueSource(classes = {AnimalByProperty.class, AnimalByWrapper.class, Sealed.class})
    void readsAndWritesSubtypes(Class<?> base) {
        for (String name : new String[] {"bio", "description"}) {
            String first = "{\"kind\":\"cat\",\"" + name + "\":\"x\"}";
            String last = "{\"" + name + "\":\"x\",\"kind\":\"cat\"}";
            String wrapped = "{\"cat\":{\"" + name + "\":\"x\"}}";
            for (String json : base == AnimalByWrapper.class ? List.of(wrapped) : List.of(first, last)) {
                assertThat(text(ClientView.UNKNOWN.on(mapper.readerFor(base)).readValue(json)))
                        .as(json)
                        .isEqualTo("x");
            }
        }
        String conflict = "\"bio\":\"x\",\"description\":\"y\"";
        for (String json : base == AnimalByWrapper.class
                ? List.of("{\"cat\":{" + conflict + "}}")
                : List.of("{\"kind\":\"cat\"," + conflict + "}", "{" + conflict + ",\"kind\":\"cat\"}")) {
            assertThatExceptionOfType(RenameConflictException.class)
                    .isThrownBy(
                            () -> ClientView.UNKNOWN.on(mapper.readerFor(base)).readValue(json));
        }
        Object cat = mapper.readerFor(base)
                .readValue(
                        base == AnimalByWrapper.class
                                ? "{\"cat\":{\"bio\":\"x\"}}"
                                : "{\"kind\":\"cat\",\"bio\":\"x\"}");
        assertThat(ClientView.UNKNOWN.on(mapper.writerFor(base)).writeValueAsString(cat))
                .contains("\"cat\"", "\"bio\":\"x\"", "\"description\":\"x\"");
    }

    @Test
    void readsASubtypeWhoseIdStandsOutside() {
        for (String json : new String[] {
            "{\"kind\":\"cat\",\"animal\":{\"bio\":\"x\"}}", "{\"animal\":{\"bio\":\"x\"},\"kind\":\"cat\"}"
        }) {
            Owner owner = ClientView.UNKNOWN.on(mapper.readerFor(Owner.class)).readValue(json);
            assertThat(((ExternalCat) owner.animal).description).isEqualTo("x");
        }
    }

    @Test
    void readsARenamedAttributeThatIsItselfPolymorphic() {
        for (String name : new String[] {"pet", "animal"}) {
            PetOwner owner = ClientView.UNKNOWN
                    .on(mapper.readerFor(PetOwner.class))
                    .readValue("{\"" + name + "\":{\"kind\":\"cat\",\"bio\":\"x\"}}");
            assertThat(text(owner.animal)).isEqualTo("x");
        }
        assertThat(ClientView.UNKNOWN.on(mapper.writer()).writeValueAsString(new PetOwner()))
                .isEqualTo("{\"animal\":null,\"pet\":null}");
    }

    @Test
    void keepsNestedObjectsOfOneTypeApart() {
        String json =
                "{\"description\":\"a\",\"child\":{\"bio\":\"b\",\"child\":{\"description\":\"c\"}},\"bio\":\"a\"}";
        for (Class<? extends Node> type : List.of(BeanNode.class, RecordNode.class)) {
            Node node = ClientView.UNKNOWN.on(mapper.readerFor(type)).readValue(json);
            assertThat(node.text()).isEqualTo("a");
            assertThat(node.inner().text()).isEqualTo("b");
            assertThat(node.inner().inner().text()).isEqualTo("c");
            assertThatExceptionOfType(RenameConflictException.class)
                    .isThrownBy(() -> ClientView.UNKNOWN
                            .on(mapper.readerFor(type))
                            .readValue("{\"bio\":\"a\",\"child\":{\"bio\":\"b\"},\"description\":\"b\"}"));
        }
    }

    @Test
    void readsTwoHundredLevels() {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            json.append("{\"")
                    .append(i % 2 == 0 ? "bio" : "description")
                    .append("\":\"")
                    .append(i)
                    .append("\",\"child\":");
        }
        json.append("null").append("}".repeat(200));
        Node node = ClientView.UNKNOWN.on(mapper.readerFor(BeanNode.class)).readValue(json.toString());
        for (int i = 0; i < 200; i++) {
            assertThat(node.text()).isEqualTo("" + i);
            node = node.inner();
        }
    }

    @Test
    void keepsElementsOfListsMapsAndIteratorsApart() {
        String list = "[{\"bio\":\"a\"},{\"description\":\"b\"},{\"bio\":\"c\",\"description\":\"c\"}]";
        List<PlainShapes.Rec> records = ClientView.UNKNOWN
                .on(mapper.readerFor(new TypeReference<List<PlainShapes.Rec>>() {}))
                .readValue(list);
        assertThat(records).extracting(PlainShapes.Rec::text).containsExactly("a", "b", "c");
        Map<String, PlainShapes.Bean> beans = ClientView.UNKNOWN
                .on(mapper.readerFor(new TypeReference<Map<String, PlainShapes.Bean>>() {}))
                .readValue("{\"one\":{\"bio\":\"a\"},\"two\":{\"description\":\"b\"}}");
        assertThat(beans.get("one").text() + beans.get("two").text()).isEqualTo("ab");
        try (MappingIterator<PlainShapes.Bean> all =
                ClientView.UNKNOWN.on(mapper.readerFor(PlainShapes.Bean.class)).readValues(list)) {
            assertThat(all.readAll()).extracting(PlainShapes.Bean::text).containsExactly("a", "b", "c");
        }
    }

    @Test
    void takesOneReaderForManyCalls() {
        var reader = ClientView.UNKNOWN.on(mapper.readerFor(PlainShapes.Bean.class));
        for (int i = 0; i < 3; i++) {
            PlainShapes.Bean old = reader.readValue("{\"bio\":\"a\"}");
            PlainShapes.Bean current = reader.readValue("{\"description\":\"b\"}");
            assertThat(old.text() + current.text()).isEqualTo("ab");
        }
    }

    @Test
    void decidesEachRenameOfATypeByItself() {
        JsonMapper both = Mappers.builder(new Renames(List.of(
                        new Rename("first", SchemaPhase.OLD, ApiPhase.OLD),
                        new Rename("second", SchemaPhase.OLD, ApiPhase.BOTH),
                        new Rename("third", SchemaPhase.OLD, ApiPhase.NEW))))
                .build();
        for (Class<?> type : List.of(ThreeBean.class, ThreeRecord.class)) {
            Object value =
                    ClientView.UNKNOWN.on(both.readerFor(type)).readValue("{\"a\":\"1\",\"b\":\"2\",\"z\":\"3\"}");
            assertThat(mapper.readTree(ClientView.UNKNOWN.on(both.writer()).writeValueAsString(value)))
                    .isEqualTo(mapper.readTree("{\"a\":\"1\",\"b\":\"2\",\"y\":\"2\",\"z\":\"3\"}"));
            assertThatExceptionOfType(RetiredNameException.class)
                    .isThrownBy(
                            () -> ClientView.UNKNOWN.on(both.readerFor(type)).readValue("{\"c\":\"3\"}"))
                    .satisfies(e -> assertThat(e.renameId()).isEqualTo("third"));
        }
    }

    @Test
    void doesNotMoveTheElementsOfAnArrayShape() {
        ArrayShaped value = new ArrayShaped();
        for (ApiPhase phase : ApiPhase.values()) {
            JsonMapper mapper = Mappers.in(phase);
            assertThat(ClientView.UNKNOWN.on(mapper.writer()).writeValueAsString(value))
                    .isEqualTo("[7,\"x\",\"z\"]");
            ArrayShaped read =
                    ClientView.UNKNOWN.on(mapper.readerFor(ArrayShaped.class)).readValue("[8,\"a\",\"b\"]");
            assertThat(read.id + read.description + read.zip).isEqualTo("8ab");
            assertThat(ClientView.UNKNOWN.on(mapper.writer()).writeValueAsString(new ArrayHolder()))
                    .isEqualTo("{\"bean\":[\"x\",7]}");
        }
    }

    @Test
    void takesObjectsThatSayTheSameForTheSame() {
        String home = "{\"street\":\"s\",\"numbers\":[1,2]}";
        Resident resident = ClientView.UNKNOWN
                .on(mapper.readerFor(Resident.class))
                .readValue("{\"home\":" + home + ",\"address\":" + home + "}");
        assertThat(resident.address.street).isEqualTo("s");
        for (String other : new String[] {
            "{\"street\":\"t\",\"numbers\":[1,2]}", "{\"street\":\"s\",\"numbers\":[1]}", "{\"street\":\"s\"}", "null"
        }) {
            assertThatExceptionOfType(RenameConflictException.class)
                    .isThrownBy(() -> ClientView.UNKNOWN
                            .on(mapper.readerFor(Resident.class))
                            .readValue("{\"home\":" + home + ",\"address\":" + other + "}"));
        }
    }

    /** Either name of the one side is the side that is managed; the other side is set as ever, and written by neither name. */
    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void readsManagedAndBackReferencesUnderEitherName(ApiPhase phase) {
        JsonMapper mapper = Mappers.in(phase);
        for (String name : phase.acceptsOld() ? List.of("kids", "children") : List.of("children")) {
            Parent parent = ClientView.UNKNOWN
                    .on(mapper.readerFor(Parent.class))
                    .readValue("{\"" + name + "\":[{\"name\":\"a\"},{\"name\":\"b\"}]}");
            assertThat(parent.children).extracting(child -> child.name).containsExactly("a", "b");
            assertThat(parent.children).extracting(child -> child.parent).containsOnly(parent);
            String children = "[{\"name\":\"a\"},{\"name\":\"b\"}]";
            assertThat(mapper.readTree(ClientView.UNKNOWN.on(mapper.writer()).writeValueAsString(parent)))
                    .isEqualTo(mapper.readTree("{"
                            + (phase.servesOld() ? "\"kids\":" + children : "")
                            + (phase == ApiPhase.BOTH ? "," : "")
                            + (phase.servesNew() ? "\"children\":" + children : "") + "}"));
        }
        if (phase.acceptsOld()) {
            Parent agreed = ClientView.UNKNOWN
                    .on(mapper.readerFor(Parent.class))
                    .readValue("{\"kids\":[{\"name\":\"a\"}],\"children\":[{\"name\":\"a\"}]}");
            assertThat(agreed.children).extracting(child -> child.name).containsExactly("a");
            assertThat(agreed.children).extracting(child -> child.parent).containsOnly(agreed);
            assertThatExceptionOfType(RenameConflictException.class)
                    .isThrownBy(() -> ClientView.UNKNOWN
                            .on(mapper.readerFor(Parent.class))
                            .readValue("{\"kids\":[{\"name\":\"a\"}],\"children\":[{\"name\":\"b\"}]}"));
        }
    }

    private static String text(Object value) {
        return ((Shape.HasText) value).text();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = CatByProperty.class, name = "cat"))
    interface AnimalByProperty {}

    static class CatByProperty extends PlainShapes.Bean implements AnimalByProperty {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes(@JsonSubTypes.Type(value = CatByWrapper.class, name = "cat"))
    interface AnimalByWrapper {}

    static class CatByWrapper extends PlainShapes.Bean implements AnimalByWrapper {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = SealedCat.class, name = "cat"))
    sealed interface Sealed permits SealedCat {}

    record SealedCat(@Renamed(id = "user-bio", from = "bio") String description) implements Sealed, Shape.HasText {
        @Override
        public String text() {
            return description;
        }
    }

    interface External {}

    static class ExternalCat implements External {
        @Renamed(id = "user-bio", from = "bio")
        public String description;
    }

    static class Owner {
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", include = JsonTypeInfo.As.EXTERNAL_PROPERTY)
        @JsonSubTypes(@JsonSubTypes.Type(value = ExternalCat.class, name = "cat"))
        public External animal;
    }

    static class PetOwner {
        @Renamed(id = "user-bio", from = "pet")
        public AnimalByProperty animal;
    }

    static class Parent {
        @JsonManagedReference
        @Renamed(id = "user-bio", from = "kids")
        public List<Child> children;
    }

    static class Child {
        public String name;

        @JsonBackReference
        public Parent parent;
    }

    interface Node {
        String text();

        Node inner();
    }

    static class BeanNode implements Node {
        @Renamed(id = "user-bio", from = "bio")
        public String description;

        public BeanNode child;

        @Override
        public String text() {
            return description;
        }

        @Override
        public Node inner() {
            return child;
        }
    }

    record RecordNode(
            @Renamed(id = "user-bio", from = "bio") String description, RecordNode child) implements Node {
        @Override
        public String text() {
            return description;
        }

        @Override
        public Node inner() {
            return child;
        }
    }

    static class ThreeBean {
        @Renamed(id = "first", from = "a")
        public String x;

        @Renamed(id = "second", from = "b")
        public String y;

        @Renamed(id = "third", from = "c")
        public String z;
    }

    record ThreeRecord(
            @Renamed(id = "first", from = "a") String x,
            @Renamed(id = "second", from = "b") String y,
            @Renamed(id = "third", from = "c") String z) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"id", "description", "zip"})
    static class ArrayShaped {
        public Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        public String description = "x";

        public String zip = "z";
    }

    static class ArrayHolder {
        @JsonFormat(shape = JsonFormat.Shape.ARRAY)
        public PlainShapes.Bean bean = new PlainShapes.Bean("x");
    }

    static class Address {
        public String street;
        public List<Integer> numbers;
    }

    static class Resident {
        @Renamed(id = "user-bio", from = "home")
        public Address address;
    }
}
