package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.seamless.ApiPhase;
import dev.seamless.Renamed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.PropertyFilter;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;

/** A filter of the application's own, which is asked about old names, notices nothing of it. */
class FilterTest {

    private final JsonMapper mapper = Mappers.in(ApiPhase.BOTH);

    static Stream<PropertyFilter> filters() {
        return Stream.of(new ByCurrentValue(), new KnowingAll(), new KnowingAllChecked());
    }

    @ParameterizedTest
    @MethodSource("filters")
    void failsNoAnswer(PropertyFilter filter) {
        assertThat(written(filter, new Filtered())).isEqualTo("{\"id\":7,\"description\":\"x\",\"bio\":\"x\"}");
    }

    /** Two requests at the same time: in each object of the one stands what the other writes meanwhile. */
    @Test
    void isAskedOnceInACallThoughAnotherWritesMeanwhile() {
        Counting one = new Counting(() -> {});
        Counting other = new Counting(() -> written(one, new Filtered()));
        written(other, List.of(new Filtered(), new Filtered(), new Filtered()));
        assertThat(other.asked).as("in one call").hasSize(1);
        assertThat(one.asked).as("once in each of its calls").hasSize(3);
    }

    private String written(PropertyFilter filter, Object value) {
        return ClientView.UNKNOWN
                .on(mapper.writer(new SimpleFilterProvider().addFilter("fields", filter)))
                .writeValueAsString(value);
    }

    @JsonFilter("fields")
    @JsonPropertyOrder({"id", "description"})
    static class Filtered {
        public Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        public String description = "x";
    }

    /** Looks at the object that stands in the JSON. */
    static class ByCurrentValue extends SimpleBeanPropertyFilter {
        @Override
        public void serializeAsProperty(
                Object object, JsonGenerator generator, SerializationContext context, PropertyWriter writer)
                throws Exception {
            Filtered current = (Filtered) generator.currentValue();
            if (current.id == 7L) {
                writer.serializeAsProperty(object, generator, context);
            }
        }
    }

    static class KnowingAll extends SimpleBeanPropertyFilter {
        @Override
        public void serializeAsProperty(
                Object object, JsonGenerator generator, SerializationContext context, PropertyWriter writer)
                throws Exception {
            if (!List.of("id", "description").contains(writer.getName())) {
                throw new IllegalArgumentException(writer.getName());
            }
            writer.serializeAsProperty(object, generator, context);
        }
    }

    static class KnowingAllChecked extends SimpleBeanPropertyFilter {
        @Override
        public void serializeAsProperty(
                Object object, JsonGenerator generator, SerializationContext context, PropertyWriter writer)
                throws Exception {
            if (!List.of("id", "description").contains(writer.getName())) {
                throw new Exception(writer.getName());
            }
            writer.serializeAsProperty(object, generator, context);
        }
    }

    /** Counts the questions by the name that nothing has. */
    static class Counting extends SimpleBeanPropertyFilter {
        private final List<String> asked = new ArrayList<>();
        private final Runnable meanwhile;

        Counting(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public void serializeAsProperty(
                Object object, JsonGenerator generator, SerializationContext context, PropertyWriter writer)
                throws Exception {
            if (writer.getName().equals(FilterCheck.class.getName())) {
                asked.add(writer.getName());
            }
            if (writer.getName().equals("id")) {
                meanwhile.run();
            }
            writer.serializeAsProperty(object, generator, context);
        }
    }
}
