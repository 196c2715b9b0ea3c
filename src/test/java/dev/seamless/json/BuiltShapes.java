package dev.seamless.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.seamless.Renamed;
import dev.seamless.json.Shape.HasText;
import lombok.Builder;
import lombok.Data;
import lombok.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

/** Objects that are made by builders and factories, by hand and by Lombok. */
public final class BuiltShapes {

    private BuiltShapes() {}

    @Data
    public static class LombokData implements HasText {
        private Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        private String description = "untouched";

        static LombokData of(String text) {
            LombokData data = new LombokData();
            data.setDescription(text);
            return data;
        }

        @Override
        public String text() {
            return description;
        }
    }

    @Value
    @Builder
    @lombok.extern.jackson.Jacksonized
    public static class Jacksonized implements HasText {
        Long id;

        @Renamed(id = "user-bio", from = "bio")
        String description;

        static Jacksonized of(String text) {
            return builder().id(7L).description(text).build();
        }

        @Override
        public String text() {
            return description;
        }
    }

    @Builder
    @lombok.extern.jackson.Jacksonized
    public record JacksonizedRecord(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) implements HasText {
        @Override
        public String text() {
            return description;
        }
    }

    @JsonDeserialize(builder = Built.Builder.class)
    public static class Built implements HasText {
        private final Long id;
        private final String description;

        Built(Long id, String description) {
            this.id = id;
            this.description = description;
        }

        public Long getId() {
            return id;
        }

        @Renamed(id = "user-bio", from = "bio")
        public String getDescription() {
            return description;
        }

        @Override
        public String text() {
            return description;
        }

        public static class Builder {
            private Long id;
            private String description = "untouched";

            public Builder withId(Long id) {
                this.id = id;
                return this;
            }

            public Builder withDescription(String description) {
                this.description = description;
                return this;
            }

            public Built build() {
                return new Built(id, description);
            }
        }
    }

    @JsonDeserialize(builder = ImmutablyBuilt.Builder.class)
    public record ImmutablyBuilt(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) implements HasText {
        @Override
        public String text() {
            return description;
        }

        /** Each call returns another builder. */
        @JsonPOJOBuilder(withPrefix = "")
        public static final class Builder {
            private final Long id;
            private final String description;

            public Builder() {
                this(null, "untouched");
            }

            private Builder(Long id, String description) {
                this.id = id;
                this.description = description;
            }

            public Builder id(Long id) {
                return new Builder(id, description);
            }

            public Builder description(String description) {
                return new Builder(id, description);
            }

            public ImmutablyBuilt build() {
                return new ImmutablyBuilt(id, description);
            }
        }
    }

    public static final class Factory implements HasText {
        private final Long id;
        private final String description;

        private Factory(Long id, String description) {
            this.id = id;
            this.description = description;
        }

        @JsonCreator
        public static Factory of(Long id, @Renamed(id = "user-bio", from = "bio") String description) {
            return new Factory(id, description);
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
}
