package dev.seamless.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seamless.Renamed;
import dev.seamless.json.Shape.HasText;

/** Attributes that must be there, must not be null, or are left out where they are null. */
public final class StrictShapes {

    private StrictShapes() {}

    /** Its text is a number, which {@link Shape} knows. */
    public interface HasNumber {
        int number();
    }

    public static class PrimitiveBean implements HasNumber {
        public Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        public int description;

        PrimitiveBean() {
            this(Shape.number("untouched"));
        }

        PrimitiveBean(int number) {
            description = number;
        }

        @Override
        public int number() {
            return description;
        }
    }

    public record PrimitiveRecord(
            Long id, @Renamed(id = "user-bio", from = "bio") int description) implements HasNumber {
        @Override
        public int number() {
            return description;
        }
    }

    public static class PrimitiveCreator implements HasNumber {
        private final Long id;
        private final int description;

        @JsonCreator
        PrimitiveCreator(Long id, @Renamed(id = "user-bio", from = "bio") int description) {
            this.id = id;
            this.description = description;
        }

        public Long getId() {
            return id;
        }

        public int getDescription() {
            return description;
        }

        @Override
        public int number() {
            return description;
        }
    }

    public record RequiredRecord(
            Long id,

            @JsonProperty(required = true) @Renamed(id = "user-bio", from = "bio")
            String description) implements HasText {
        @Override
        public String text() {
            return description;
        }
    }

    public static class RequiredCreator implements HasText {
        private final Long id;
        private final String description;

        @JsonCreator
        RequiredCreator(
                @JsonProperty("id") Long id,
                @JsonProperty(value = "description", required = true) @Renamed(id = "user-bio", fromJson = "bio")
                        String description) {
            this.id = id;
            this.description = description;
        }

        public Long getId() {
            return id;
        }

        public String getDescription() {
            return description;
        }

        @Override
        public String text() {
            return description;
        }
    }

    public static class Included implements HasText {
        public Long id = 7L;

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Renamed(id = "user-bio", from = "bio")
        public String description = "untouched";

        Included() {}

        Included(String text) {
            description = text;
        }

        @Override
        public String text() {
            return description;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record IncludedRecord(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) implements HasText {
        @Override
        public String text() {
            return description;
        }
    }
}
