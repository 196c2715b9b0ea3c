package dev.seamless.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seamless.Renamed;
import dev.seamless.json.Shape.HasText;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Beans, records and creators, with names of every origin. */
public final class PlainShapes {

    private PlainShapes() {}

    public static class Bean implements HasText {
        private Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        private String description = "untouched";

        Bean() {}

        Bean(String text) {
            description = text;
        }

        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public String getDescription() {
            return description;
        }

        public void setDescription(String description) {
            this.description = description;
        }

        @Override
        public String text() {
            return description;
        }
    }

    public static class Fields implements HasText {
        public Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        public String description = "untouched";

        Fields() {}

        Fields(String text) {
            description = text;
        }

        @Override
        public String text() {
            return description;
        }
    }

    public static class GetterAnnotated implements HasText {
        private String description = "untouched";
        public Long id = 7L;

        GetterAnnotated() {}

        GetterAnnotated(String text) {
            description = text;
        }

        @Renamed(id = "user-bio", from = "bio")
        public String getDescription() {
            return description;
        }

        public void setDescription(String description) {
            this.description = description;
        }

        @Override
        public String text() {
            return description;
        }
    }

    public record Rec(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) implements HasText {
        @Override
        public String text() {
            return description;
        }
    }

    public static class Creator implements HasText {
        private final Long id;
        private final String description;

        Creator(String text) {
            this(7L, text);
        }

        @JsonCreator
        Creator(Long id, @Renamed(id = "user-bio", from = "bio") String description) {
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

    public static class CreatorAndSetter implements HasText {
        private Long id;

        @Renamed(id = "user-bio", from = "bio")
        private String description = "untouched";

        CreatorAndSetter(String text) {
            this(7L);
            description = text;
        }

        @JsonCreator
        CreatorAndSetter(@JsonProperty("id") Long id) {
            this.id = id;
        }

        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public String getDescription() {
            return description;
        }

        public void setDescription(String description) {
            this.description = description;
        }

        @Override
        public String text() {
            return description;
        }
    }

    public static class ExplicitBean implements HasText {
        public Long id = 7L;

        @JsonProperty("new-description")
        @Renamed(id = "user-bio", fromJson = "old-bio")
        String description = "untouched";

        ExplicitBean() {}

        ExplicitBean(String text) {
            description = text;
        }

        @Override
        public String text() {
            return description;
        }
    }

    public record ExplicitRec(
            Long id,

            @JsonProperty("new-description") @Renamed(id = "user-bio", fromJson = "old-bio")
            String description)
            implements HasText {
        @Override
        public String text() {
            return description;
        }
    }

    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    public static class KebabBean extends CamelBean {
        KebabBean() {}

        KebabBean(String text) {
            super(text);
        }
    }

    @JsonNaming(PropertyNamingStrategies.KebabCaseStrategy.class)
    public record KebabRec(
            Long id,
            @Renamed(id = "user-bio", from = "aboutMe") String shortText) implements HasText {
        @Override
        public String text() {
            return shortText;
        }
    }

    public static class CamelBean implements HasText {
        public Long id = 7L;

        @Renamed(id = "user-bio", from = "aboutMe")
        public String shortText = "untouched";

        CamelBean() {}

        CamelBean(String text) {
            shortText = text;
        }

        @Override
        public String text() {
            return shortText;
        }
    }

    public record CamelRec(
            Long id,
            @Renamed(id = "user-bio", from = "aboutMe") String shortText) implements HasText {
        @Override
        public String text() {
            return shortText;
        }
    }
}
