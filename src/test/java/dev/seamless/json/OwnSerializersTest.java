package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.seamless.ApiPhase;
import dev.seamless.Renamed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.bean.BeanSerializerBase;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;

/** An application's modifier that masks beans meets a bean serializer, and what it makes of it is what writes. */
class OwnSerializersTest {

    static Stream<Arguments> masked() {
        return Stream.of(
                        new PlainShapes.Bean("secret"),
                        new PlainShapes.Rec(7L, "secret"),
                        new Filtered(),
                        new Holder(new PlainShapes.Bean("secret"), new Filtered()))
                .flatMap(value -> Stream.of(true, false).map(first -> Arguments.of(value, first)));
    }

    @ParameterizedTest
    @MethodSource("masked")
    void writeWhateverIsRenamed(Object value, boolean oursFirst) {
        JacksonModule ours = new RenameModule(Mappers.renames(ApiPhase.BOTH));
        JacksonModule theirs = new SimpleModule().setSerializerModifier(new Masking());
        JsonMapper mapper = JsonMapper.builder()
                .addModules(oursFirst ? List.of(ours, theirs) : List.of(theirs, ours))
                .build();
        SimpleFilterProvider filters =
                new SimpleFilterProvider().addFilter("fields", SimpleBeanPropertyFilter.serializeAll());
        assertThat(ClientView.UNKNOWN.on(mapper.writer(filters)).writeValueAsString(value))
                .contains("***")
                .doesNotContain("secret");
    }

    @Test
    void doNotTakeAnArrayForAnObjectWhereItHasAFilter() {
        SimpleFilterProvider filters =
                new SimpleFilterProvider().addFilter("fields", SimpleBeanPropertyFilter.serializeAll());
        assertThat(Mappers.in(ApiPhase.BOTH).writer(filters).writeValueAsString(new FilteredRow()))
                .isEqualTo(JsonMapper.builder().build().writer(filters).writeValueAsString(new FilteredRow()))
                .isEqualTo("[7,\"x\"]");
    }

    static class Masking extends ValueSerializerModifier {
        @Override
        public ValueSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription.Supplier type, ValueSerializer<?> serializer) {
            return serializer instanceof BeanSerializerBase bean && type.getBeanClass() != Holder.class
                    ? new Masked(bean)
                    : serializer;
        }
    }

    static class Masked extends BeanSerializer {
        Masked(BeanSerializerBase bean) {
            super(bean);
        }

        @Override
        public void serialize(Object bean, JsonGenerator generator, SerializationContext context) {
            generator.writeString("***");
        }
    }

    record Holder(PlainShapes.Bean bean, Filtered filtered) {}

    @JsonFilter("fields")
    static class Filtered {
        @Renamed(id = "user-bio", from = "bio")
        public String description = "secret";
    }

    @JsonFilter("fields")
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"id", "description"})
    static class FilteredRow {
        public Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        public String description = "x";
    }
}
