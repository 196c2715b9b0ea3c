package dev.seamless.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seamless.Renamed;
import java.util.function.Function;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** Types of the shapes that applications give their DTOs, each with the text that was renamed and an id beside it. */
public enum Shape {
    BEAN(Bean.class, Bean::new, "bio", "description"),
    FIELDS(Fields.class, Fields::new, "bio", "description"),
    GETTER_ANNOTATED(GetterAnnotated.class, GetterAnnotated::new, "bio", "description"),
    RECORD(Rec.class, text -> new Rec(7L, text), "bio", "description"),
    CREATOR(Creator.class, Creator::new, "bio", "description"),
    CREATOR_AND_SETTER(CreatorAndSetter.class, CreatorAndSetter::new, "bio", "description"),
    EXPLICIT_BEAN(ExplicitBean.class, ExplicitBean::new, "old-bio", "new-description"),
    EXPLICIT_RECORD(ExplicitRec.class, text -> new ExplicitRec(7L, text), "old-bio", "new-description"),
    KEBAB_BEAN(KebabBean.class, KebabBean::new, "about-me", "short-text"),
    KEBAB_RECORD(KebabRec.class, text -> new KebabRec(7L, text), "about-me", "short-text"),
    SNAKE_BEAN(CamelBean.class, CamelBean::new, "about_me", "short_text") {
        @Override
        JsonMapper.Builder configure(JsonMapper.Builder builder) {
            return builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        }
    },
    SNAKE_RECORD(CamelRec.class, text -> new CamelRec(7L, text), "about_me", "short_text") {
        @Override
        JsonMapper.Builder configure(JsonMapper.Builder builder) {
            return builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        }
    };

    final Class<?> type;
    final String oldName;
    final String newName;
    private final Function<String, HasText> maker;

    Shape(Class<?> type, Function<String, HasText> maker, String oldName, String newName) {
        this.type = type;
        this.maker = maker;
        this.oldName = oldName;
        this.newName = newName;
    }

    HasText make(String text) {
        return maker.apply(text);
    }

    boolean isRecord() {
        return type.isRecord();
    }

    JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder;
    }

    public interface HasText {
        String text();
    }

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
