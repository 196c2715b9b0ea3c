package dev.seamless.json;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import dev.seamless.Renamed;
import dev.seamless.json.Shape.HasText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Types with other rules of Jackson's beside the rename. */
public final class RuledShapes {

    private RuledShapes() {}

    public static class Any extends PlainShapes.Bean {
        private final Map<String, Object> rest = new HashMap<>();

        Any() {}

        Any(String text) {
            super(text);
        }

        @JsonAnyGetter
        public Map<String, Object> rest() {
            return rest;
        }

        @JsonAnySetter
        public void rest(String name, Object value) {
            rest.put(name, value);
        }

        @Override
        public String text() {
            if (!rest.isEmpty()) {
                throw new IllegalStateException("taken for something else: " + rest);
            }
            return super.text();
        }
    }

    public static class Aliased implements HasText {
        public Long id = 7L;

        @JsonAlias({"about", "bio"})
        @Renamed(id = "user-bio", from = "bio")
        public String description = "untouched";

        Aliased() {}

        Aliased(String text) {
            description = text;
        }

        @Override
        public String text() {
            return description;
        }
    }

    public record AliasedRec(
            Long id,

            @JsonAlias({"about", "bio"}) @Renamed(id = "user-bio", from = "bio")
            String description) implements HasText {
        @Override
        public String text() {
            return description;
        }
    }

    public interface Public {}

    public interface Internal extends Public {}

    public static class Viewed implements HasText {
        @JsonView(Public.class)
        public Long id = 7L;

        @JsonView(Internal.class)
        @Renamed(id = "user-bio", from = "bio")
        public String description = "untouched";

        Viewed() {}

        Viewed(String text) {
            description = text;
        }

        @Override
        public String text() {
            return description;
        }
    }

    /** Its type id may stand first, last or nowhere. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = Typed.class)
    public static class Typed extends PlainShapes.Bean {
        Typed() {}

        Typed(String text) {
            super(text);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = TypedRec.class)
    public record TypedRec(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) implements HasText {
        @Override
        public String text() {
            return description;
        }
    }

    @JsonFilter("others")
    public static class Filtered extends PlainShapes.Bean {
        public String other = "secret";

        Filtered() {}

        Filtered(String text) {
            super(text);
        }
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "id")
    public static class Identified extends PlainShapes.Bean {
        Identified() {}

        Identified(String text) {
            super(text);
        }
    }

    public static class Opt implements HasText {
        public Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        public Optional<String> description = Optional.of("untouched");

        Opt() {}

        Opt(String text) {
            description = Optional.ofNullable(text);
        }

        @Override
        public String text() {
            return description.orElse(null);
        }
    }
}
