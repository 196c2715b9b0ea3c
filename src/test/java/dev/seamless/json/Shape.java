package dev.seamless.json;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;

/** Types of the shapes that applications give their DTOs, each with the text that was renamed and an id beside it. */
public enum Shape {
    BEAN(PlainShapes.Bean.class, PlainShapes.Bean::new),
    FIELDS(PlainShapes.Fields.class, PlainShapes.Fields::new),
    GETTER_ANNOTATED(PlainShapes.GetterAnnotated.class, PlainShapes.GetterAnnotated::new),
    RECORD(PlainShapes.Rec.class, text -> new PlainShapes.Rec(7L, text)),
    CREATOR(PlainShapes.Creator.class, PlainShapes.Creator::new),
    CREATOR_AND_SETTER(PlainShapes.CreatorAndSetter.class, PlainShapes.CreatorAndSetter::new),
    EXPLICIT_BEAN(PlainShapes.ExplicitBean.class, PlainShapes.ExplicitBean::new, "old-bio", "new-description"),
    EXPLICIT_RECORD(
            PlainShapes.ExplicitRec.class, text -> new PlainShapes.ExplicitRec(7L, text), "old-bio", "new-description"),
    KEBAB_BEAN(PlainShapes.KebabBean.class, PlainShapes.KebabBean::new, "about-me", "short-text"),
    KEBAB_RECORD(PlainShapes.KebabRec.class, text -> new PlainShapes.KebabRec(7L, text), "about-me", "short-text"),
    SNAKE_BEAN(PlainShapes.CamelBean.class, PlainShapes.CamelBean::new, "about_me", "short_text") {
        @Override
        JsonMapper.Builder configure(JsonMapper.Builder builder) {
            return builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        }
    },
    SNAKE_RECORD(PlainShapes.CamelRec.class, text -> new PlainShapes.CamelRec(7L, text), "about_me", "short_text") {
        @Override
        JsonMapper.Builder configure(JsonMapper.Builder builder) {
            return builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        }
    },

    LOMBOK_DATA(BuiltShapes.LombokData.class, BuiltShapes.LombokData::of),
    JACKSONIZED(BuiltShapes.Jacksonized.class, BuiltShapes.Jacksonized::of),
    JACKSONIZED_RECORD(BuiltShapes.JacksonizedRecord.class, text -> new BuiltShapes.JacksonizedRecord(7L, text)),
    BUILDER(BuiltShapes.Built.class, text -> new BuiltShapes.Built(7L, text)),
    IMMUTABLE_BUILDER(BuiltShapes.ImmutablyBuilt.class, text -> new BuiltShapes.ImmutablyBuilt(7L, text)),
    FACTORY(BuiltShapes.Factory.class, text -> BuiltShapes.Factory.of(7L, text)),

    SETTER_ANNOTATED(DeclaredShapes.SetterAnnotated.class, DeclaredShapes.SetterAnnotated::new),
    INHERITED(DeclaredShapes.Inherited.class, DeclaredShapes.Inherited::new),
    INTERFACE_GETTER(DeclaredShapes.OfInterface.class, DeclaredShapes.OfInterface::new),
    GENERIC(DeclaredShapes.Generic.class, DeclaredShapes.Generic::new),
    MIXIN(DeclaredShapes.Generated.class, DeclaredShapes.Generated::new) {
        @Override
        JsonMapper.Builder configure(JsonMapper.Builder builder) {
            return builder.addMixIn(DeclaredShapes.Generated.class, DeclaredShapes.GeneratedMixin.class);
        }
    },
    CHAINED(DeclaredShapes.Chained.class, DeclaredShapes.Chained::new, "description", "about"),
    CHAINED_RECORD(
            DeclaredShapes.ChainedRec.class, text -> new DeclaredShapes.ChainedRec(7L, text), "description", "about"),

    ANY_SETTER(RuledShapes.Any.class, RuledShapes.Any::new),
    ALIAS(RuledShapes.Aliased.class, RuledShapes.Aliased::new),
    ALIAS_RECORD(RuledShapes.AliasedRec.class, text -> new RuledShapes.AliasedRec(7L, text)),
    VIEW(RuledShapes.Viewed.class, RuledShapes.Viewed::new),
    TYPED(RuledShapes.Typed.class, RuledShapes.Typed::new),
    TYPED_RECORD(RuledShapes.TypedRec.class, text -> new RuledShapes.TypedRec(7L, text)),
    FILTERED(RuledShapes.Filtered.class, RuledShapes.Filtered::new) {
        @Override
        JsonMapper.Builder configure(JsonMapper.Builder builder) {
            return builder.filterProvider(new SimpleFilterProvider()
                    .addFilter("others", SimpleBeanPropertyFilter.serializeAllExcept("other")));
        }
    },
    IDENTITY(RuledShapes.Identified.class, RuledShapes.Identified::new),
    OPTIONAL(RuledShapes.Opt.class, RuledShapes.Opt::new),
    CASE_INSENSITIVE(PlainShapes.Bean.class, PlainShapes.Bean::new, "bIO", "dEscription") {
        @Override
        JsonMapper.Builder configure(JsonMapper.Builder builder) {
            return builder.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES);
        }
    },
    CASE_INSENSITIVE_RECORD(PlainShapes.Rec.class, text -> new PlainShapes.Rec(7L, text), "BIO", "DESCRIPTION") {
        @Override
        JsonMapper.Builder configure(JsonMapper.Builder builder) {
            return builder.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES);
        }
    },
    UNWRAPPED(NestedShapes.Unwrapped.class, NestedShapes.Unwrapped::new),
    UNWRAPPED_PREFIX(NestedShapes.Prefixed.class, NestedShapes.Prefixed::new, "in_bio", "in_description"),
    UNWRAPPED_RECORD(NestedShapes.UnwrappedRecord.class, NestedShapes.UnwrappedRecord::new),
    UNWRAPPED_IN_RECORD(
            NestedShapes.UnwrappedInRecord.class,
            text -> new NestedShapes.UnwrappedInRecord(7L, new PlainShapes.Rec(null, text)),
            "in_bio",
            "in_description"),

    KOTLIN(KotlinUser.class, text -> new KotlinUser(7L, text)),
    KOTLIN_DEFAULTS(KotlinDefaults.class, text -> new KotlinDefaults(7L, text));

    final Class<?> type;
    final String oldName;
    final String newName;
    private final Function<String, Object> maker;

    Shape(Class<?> type, Function<String, Object> maker) {
        this(type, maker, "bio", "description");
    }

    Shape(Class<?> type, Function<String, Object> maker, String oldName, String newName) {
        this.type = type;
        this.maker = maker;
        this.oldName = oldName;
        this.newName = newName;
    }

    /** Those that Jackson can update: it cannot update an immutable class that is no record. */
    static Stream<Shape> updatable() {
        return Arrays.stream(values()).filter(shape -> switch (shape) {
            case CREATOR,
                    JACKSONIZED,
                    JACKSONIZED_RECORD,
                    BUILDER,
                    IMMUTABLE_BUILDER,
                    FACTORY,
                    KOTLIN,
                    KOTLIN_DEFAULTS -> false;
            case TYPED, TYPED_RECORD -> false;
            case UNWRAPPED, UNWRAPPED_PREFIX, UNWRAPPED_RECORD, UNWRAPPED_IN_RECORD -> false;
            default -> true;
        });
    }

    Object make(String text) {
        return maker.apply(text);
    }

    /** The text of an object of this shape. */
    String textOf(Object object) {
        if (object instanceof KotlinUser user) {
            return user.getDescription();
        }
        return object instanceof KotlinDefaults user ? user.getDescription() : ((HasText) object).text();
    }

    /** The JSON names as they are written; a client may write them in another case where that is allowed. */
    String servedName(String name) {
        return name().startsWith("CASE_INSENSITIVE") ? name.toLowerCase() : name;
    }

    /** The JSON names as the type has them, which may be unwrapped under a prefix. */
    String declaredName(String name) {
        return servedName(name.startsWith("in_") ? name.substring(3) : name);
    }

    /** What the text is where neither name was there. */
    String absent() {
        return switch (this) {
            case RECORD, CREATOR, EXPLICIT_RECORD, KEBAB_RECORD, SNAKE_RECORD, CHAINED_RECORD, ALIAS_RECORD -> null;
            case JACKSONIZED, JACKSONIZED_RECORD, FACTORY, CASE_INSENSITIVE_RECORD, KOTLIN -> null;
            case UNWRAPPED_RECORD, UNWRAPPED_IN_RECORD, TYPED_RECORD -> null;
            default -> "untouched";
        };
    }

    JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder;
    }

    /** An object with the text that was renamed. */
    public interface HasText {
        String text();
    }
}
