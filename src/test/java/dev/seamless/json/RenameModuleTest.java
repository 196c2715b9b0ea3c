package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import dev.seamless.ApiPhase;
import dev.seamless.RefusedException;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.std.StdSerializer;

/** What the module finds in a type at start, and what it refuses. */
class RenameModuleTest {

    private final RenameModule module = new RenameModule(Mappers.renames(ApiPhase.BOTH));
    private final JsonMapper mapper =
            JsonMapper.builder().findAndAddModules().addModule(module).build();

    @ParameterizedTest
    @EnumSource(Shape.class)
    void findsTheNamesOfEachShape(Shape shape) {
        JsonMapper configured = shape.configure(mapper.rebuild()).build();
        List<JsonRename> found = module.inspect(configured, List.of(shape.type));
        if (shape.name().startsWith("UNWRAPPED")) {
            assertThat(found)
                    .as("it is the unwrapped type that has the attribute")
                    .isEmpty();
        } else {
            assertThat(found).anySatisfy(one -> {
                assertThat(one.rename().id()).isEqualTo("user-bio");
                assertThat(one.type()).isEqualTo(shape.type);
                assertThat(one.oldName()).isEqualTo(shape.declaredName(shape.oldName));
                assertThat(one.newName()).isEqualTo(shape.declaredName(shape.newName));
            });
        }
    }

    @Test
    void findsEachRenameOfAChain() {
        assertThat(module.inspect(mapper, List.of(DeclaredShapes.Chained.class)))
                .extracting(found -> found.rename().id() + ": " + found.oldName() + " -> " + found.newName())
                .containsExactly("first-bio: bio -> description", "user-bio: description -> about");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                OldNameTaken.class,
                OldNameIsAnAlias.class,
                OldAccessorIgnored.class,
                OldNameIgnored.class,
                TypeId.class,
                ObjectId.class,
                Unwrapped.class,
                Merged.class,
                ArrayShape.class,
                OwnSerializer.class,
                OwnDeserializer.class,
                Delegating.class
            })
    void refusesWhatItCannotKeep(Class<?> type) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> module.inspect(mapper, List.of(type)))
                .satisfies(e -> {
                    assertThat(e.description()).contains(type.getName()).contains("description");
                    assertThat(e.action()).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(classes = {ExplicitName.class, ColumnOnly.class, Plain.class})
    void leavesJsonAloneWhereTheDeclarationSaysNothingAboutIt(Class<?> type) throws Exception {
        assertThat(module.inspect(mapper, List.of(type))).isEmpty();
        Object value = type.getDeclaredConstructor().newInstance();
        assertThat(ClientView.UNKNOWN.on(mapper.writer()).writeValueAsString(value))
                .isEqualTo(JsonMapper.builder().build().writeValueAsString(value));
    }

    @Test
    void refusesAnIdThatTheScanDidNotSee() {
        RenameModule other = new RenameModule(Mappers.renames(ApiPhase.BOTH, "other"));
        JsonMapper mapper = JsonMapper.builder().addModule(other).build();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> other.inspect(mapper, List.of(PlainShapes.Bean.class)))
                .withMessageContaining("user-bio");
    }

    @Test
    void refusesADeclarationThatTheScanDidNotSeeAlsoWhereNoRenameIsKnown() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new RenameModule(new Renames(List.of())))
                .build();
        assertThat(mapper.writeValueAsString(List.of(1))).isEqualTo("[1]");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> mapper.writeValueAsString(new PlainShapes.Bean()))
                .withMessageContaining("seamless.scan-packages");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> mapper.readValue("{}", PlainShapes.Bean.class))
                .withMessageContaining("seamless.scan-packages");
    }

    static class OldNameTaken {
        @Renamed(id = "user-bio", from = "bio")
        public String description;

        public String getBio() {
            return description;
        }
    }

    static class OldNameIsAnAlias {
        @Renamed(id = "user-bio", from = "bio")
        public String description;

        @JsonAlias("bio")
        public String life;
    }

    static class OldAccessorIgnored {
        @Renamed(id = "user-bio", from = "bio")
        public String description;

        @JsonIgnore
        public String getBio() {
            return description;
        }
    }

    @JsonIgnoreProperties("bio")
    static class OldNameIgnored {
        @Renamed(id = "user-bio", from = "bio")
        public String description;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "description", include = JsonTypeInfo.As.EXISTING_PROPERTY)
    static class TypeId {
        @Renamed(id = "user-bio", from = "bio")
        public String description;
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "description")
    static class ObjectId {
        @Renamed(id = "user-bio", from = "bio")
        public String description;
    }

    static class Unwrapped {
        @JsonUnwrapped
        @Renamed(id = "user-bio", from = "bio")
        public Plain description;
    }

    static class Merged {
        @JsonMerge
        @Renamed(id = "user-bio", from = "bio")
        public Plain description;
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    static class ArrayShape {
        @Renamed(id = "user-bio", from = "bio")
        public String description;
    }

    @JsonSerialize(using = OwnSerializer.Writer.class)
    static class OwnSerializer {
        @Renamed(id = "user-bio", from = "bio")
        public String description;

        static class Writer extends StdSerializer<OwnSerializer> {
            Writer() {
                super(OwnSerializer.class);
            }

            @Override
            public void serialize(OwnSerializer value, JsonGenerator generator, SerializationContext context) {
                generator.writeString("own");
            }
        }
    }

    @JsonDeserialize(using = OwnDeserializer.Reader.class)
    static class OwnDeserializer {
        @Renamed(id = "user-bio", from = "bio")
        public String description;

        static class Reader extends StdDeserializer<OwnDeserializer> {
            Reader() {
                super(OwnDeserializer.class);
            }

            @Override
            public OwnDeserializer deserialize(JsonParser parser, DeserializationContext context) {
                return new OwnDeserializer();
            }
        }
    }

    static class Delegating {
        @Renamed(id = "user-bio", from = "bio")
        public String description;

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Delegating(Map<String, String> json) {
            description = json.get("description");
        }
    }

    static class ExplicitName {
        @JsonProperty("text")
        @Renamed(id = "user-bio", from = "bio")
        public String description = "x";
    }

    static class ColumnOnly {
        @Renamed(id = "user-bio", fromColumn = "bio")
        public String description = "x";
    }

    static class Plain {
        public String description = "x";
    }
}
