package dev.seamless.json;

import dev.seamless.ApiPhase;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
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
    KOTLIN_DEFAULTS(KotlinDefaults.class, text -> new KotlinDefaults(7L, text)),
    KOTLIN_REQUIRED(KotlinRequired.class, text -> new KotlinRequired(7L, text)),
    KOTLIN_REQUIRED_DEFAULTS(KotlinRequiredDefaults.class, text -> new KotlinRequiredDefaults(7L, text)),

    PRIMITIVE(StrictShapes.PrimitiveBean.class, text -> new StrictShapes.PrimitiveBean(number(text))),
    PRIMITIVE_RECORD(StrictShapes.PrimitiveRecord.class, text -> new StrictShapes.PrimitiveRecord(7L, number(text))),
    PRIMITIVE_CREATOR(StrictShapes.PrimitiveCreator.class, text -> new StrictShapes.PrimitiveCreator(7L, number(text))),
    REQUIRED_RECORD(StrictShapes.RequiredRecord.class, text -> new StrictShapes.RequiredRecord(7L, text)),
    REQUIRED_CREATOR(StrictShapes.RequiredCreator.class, text -> new StrictShapes.RequiredCreator(7L, text)),
    INCLUDED(StrictShapes.Included.class, StrictShapes.Included::new),
    INCLUDED_RECORD(StrictShapes.IncludedRecord.class, text -> new StrictShapes.IncludedRecord(7L, text)),

    ALIAS_SENT(RuledShapes.Aliased.class, RuledShapes.Aliased::new) {
        @Override
        String sent(String name) {
            return name.equals(newName) ? "about" : name;
        }
    },
    ALIAS_SENT_RECORD(RuledShapes.AliasedRec.class, text -> new RuledShapes.AliasedRec(7L, text)) {
        @Override
        String sent(String name) {
            return name.equals(newName) ? "about" : name;
        }
    },

    TYPE_ID_FIRST(ComposedShapes.Cat.class, ComposedShapes.Animal.class, ComposedShapes.Cat::new) {
        @Override
        String body(String json, ApiPhase phase) {
            return join("'kind':'cat'", json, "");
        }
    },
    TYPE_ID_LAST(ComposedShapes.Cat.class, ComposedShapes.Animal.class, ComposedShapes.Cat::new) {
        @Override
        String body(String json, ApiPhase phase) {
            return join("", json, "'kind':'cat'");
        }
    },
    TYPE_ID_FIRST_RECORD(
            ComposedShapes.CatRecord.class,
            ComposedShapes.Animal.class,
            text -> new ComposedShapes.CatRecord(7L, text)) {
        @Override
        String body(String json, ApiPhase phase) {
            return join("'kind':'record'", json, "");
        }
    },
    TYPE_ID_LAST_RECORD(
            ComposedShapes.CatRecord.class,
            ComposedShapes.Animal.class,
            text -> new ComposedShapes.CatRecord(7L, text)) {
        @Override
        String body(String json, ApiPhase phase) {
            return join("", json, "'kind':'record'");
        }
    },

    REFERRED_BACK(ComposedShapes.Person.class, ComposedShapes.Pair.class, ComposedShapes.Pair::new) {
        @Override
        String body(String json, ApiPhase phase) {
            return "{'first':" + identified(json) + ",'second':1}";
        }

        @Override
        JsonNode served(JsonNode json) {
            return json.path("first");
        }
    },
    REFERRED_FORWARD(ComposedShapes.Person.class, ComposedShapes.Pair.class, ComposedShapes.Pair::new) {
        @Override
        String body(String json, ApiPhase phase) {
            return "{'first':1,'second':" + identified(json) + "}";
        }

        @Override
        JsonNode served(JsonNode json) {
            return json.path("first");
        }
    },

    FIRST_OF_SEVERAL(ComposedShapes.SeveralBean.class, text -> new ComposedShapes.SeveralBean(text, "h")) {
        @Override
        String body(String json, ApiPhase phase) {
            return join(phase.acceptsOld() ? "'headline':'h'" : "", json, "'title':'h'");
        }
    },
    SECOND_OF_SEVERAL(
            ComposedShapes.SeveralBean.class, text -> new ComposedShapes.SeveralBean("h", text), "headline", "title") {
        @Override
        String body(String json, ApiPhase phase) {
            return join("'description':'h'", json, phase.acceptsOld() ? "'bio':'h'" : "");
        }
    },
    FIRST_OF_SEVERAL_RECORD(
            ComposedShapes.SeveralRecord.class, text -> new ComposedShapes.SeveralRecord(7L, text, "h")) {
        @Override
        String body(String json, ApiPhase phase) {
            return FIRST_OF_SEVERAL.body(json, phase);
        }
    },
    SECOND_OF_SEVERAL_RECORD(
            ComposedShapes.SeveralRecord.class,
            text -> new ComposedShapes.SeveralRecord(7L, "h", text),
            "headline",
            "title") {
        @Override
        String body(String json, ApiPhase phase) {
            return SECOND_OF_SEVERAL.body(json, phase);
        }
    },

    NESTED(PlainShapes.Bean.class, ComposedShapes.Nested.class, ComposedShapes.Nested::new) {
        @Override
        String body(String json, ApiPhase phase) {
            return "{'inner':" + json + "}";
        }

        @Override
        JsonNode served(JsonNode json) {
            return json.path("inner");
        }
    },
    NESTED_RENAMED(PlainShapes.Bean.class, ComposedShapes.NestedRenamed.class, ComposedShapes.NestedRenamed::new) {
        @Override
        String body(String json, ApiPhase phase) {
            return (phase.acceptsOld() ? "{'info':" + json + "," : "{") + "'profile':" + json + "}";
        }

        @Override
        JsonNode served(JsonNode json) {
            return json.has("info") ? json.path("info") : json.path("profile");
        }
    },
    NESTED_RENAMED_RECORD(
            PlainShapes.Rec.class,
            ComposedShapes.NestedRenamedRecord.class,
            text -> new ComposedShapes.NestedRenamedRecord(new PlainShapes.Rec(7L, text))) {
        @Override
        String body(String json, ApiPhase phase) {
            return NESTED_RENAMED.body(json, phase);
        }

        @Override
        JsonNode served(JsonNode json) {
            return NESTED_RENAMED.served(json);
        }
    },
    RECURSIVE(
            ComposedShapes.Recursive.class,
            text -> new ComposedShapes.Recursive("outer", new ComposedShapes.Recursive(text, null))) {
        @Override
        String body(String json, ApiPhase phase) {
            String outer = phase.acceptsOld() ? "'$old':'outer'" : "'$new':'outer'";
            return "{'$new':'outer','child':{'child':" + json + "," + outer + "}," + outer + "}";
        }

        @Override
        JsonNode served(JsonNode json) {
            return json.path("child");
        }
    },
    RECURSIVE_RECORD(
            ComposedShapes.RecursiveRecord.class,
            text -> new ComposedShapes.RecursiveRecord(
                    7L, "outer", new ComposedShapes.RecursiveRecord(7L, text, null))) {
        @Override
        String body(String json, ApiPhase phase) {
            return RECURSIVE.body(json, phase);
        }

        @Override
        JsonNode served(JsonNode json) {
            return RECURSIVE.served(json);
        }
    };

    /** The texts of the tests, where an attribute is a number. */
    private static final List<String> TEXTS = List.of("untouched", "x", "y", "S1", "S2", "old", "new", "base");

    private static final int FIRST_NUMBER = 4711;

    /** The type that has the attribute. */
    final Class<?> type;

    /** The type that is read and written, which may hold the other one, or be its supertype. */
    final Class<?> root;

    final String oldName;
    final String newName;
    private final Function<String, Object> maker;

    Shape(Class<?> type, Function<String, Object> maker) {
        this(type, maker, "bio", "description");
    }

    Shape(Class<?> type, Function<String, Object> maker, String oldName, String newName) {
        this(type, type, maker, oldName, newName);
    }

    Shape(Class<?> type, Class<?> root, Function<String, Object> maker) {
        this(type, root, maker, "bio", "description");
    }

    Shape(Class<?> type, Class<?> root, Function<String, Object> maker, String oldName, String newName) {
        this.type = type;
        this.root = root;
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
                    KOTLIN_DEFAULTS,
                    KOTLIN_REQUIRED,
                    KOTLIN_REQUIRED_DEFAULTS,
                    PRIMITIVE_CREATOR,
                    REQUIRED_CREATOR -> false;
            case NESTED, NESTED_RENAMED, NESTED_RENAMED_RECORD, RECURSIVE, RECURSIVE_RECORD -> false;
            case REFERRED_BACK, REFERRED_FORWARD -> false;
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
        if (object instanceof KotlinDefaults user) {
            return user.getDescription();
        }
        if (object instanceof KotlinRequired user) {
            return user.getDescription();
        }
        if (object instanceof KotlinRequiredDefaults user) {
            return user.getDescription();
        }
        if (object instanceof StrictShapes.HasNumber primitive) {
            return TEXTS.get(primitive.number() - FIRST_NUMBER);
        }
        return object instanceof ComposedShapes.Several several ? textOf(several) : ((HasText) object).text();
    }

    private String textOf(ComposedShapes.Several several) {
        boolean first = newName.equals("description");
        String other = first ? several.second() : several.first();
        if (!other.equals("h") && !other.equals("untouched")) {
            throw new IllegalStateException("took " + other + " of another attribute");
        }
        return first ? several.first() : several.second();
    }

    static int number(String text) {
        return FIRST_NUMBER + TEXTS.indexOf(text);
    }

    /** Whether the attribute is a number, which stands for a text. */
    private boolean isNumber() {
        return this == PRIMITIVE || this == PRIMITIVE_RECORD || this == PRIMITIVE_CREATOR;
    }

    /** A text as it stands in JSON, without quotes. */
    String value(String text) {
        return isNumber() ? "" + number(text) : text;
    }

    /** The text that stands in JSON. */
    String textIn(JsonNode value) {
        return isNumber() ? TEXTS.get(value.asInt() - FIRST_NUMBER) : value.asString();
    }

    /** The body that says of this shape's attribute what the JSON says, with {@code $old} and {@code $new} for its names. */
    String json(String json, ApiPhase phase) {
        String body = body(json, phase);
        if (isNumber()) {
            for (String text : TEXTS) {
                body = body.replace("'" + text + "'", value(text));
            }
        }
        return body.replace('\'', '"').replace("$old", sent(oldName)).replace("$new", sent(newName));
    }

    /** Puts the object where it stands in this shape. */
    String body(String json, ApiPhase phase) {
        return json;
    }

    /** Returns the object out of what was written. */
    JsonNode served(JsonNode json) {
        return json;
    }

    /** What a client writes for one of the names. */
    String sent(String name) {
        return name;
    }

    private static String join(String before, String json, String after) {
        String own = json.substring(1, json.length() - 1);
        return Stream.of(before, own, after).filter(part -> !part.isEmpty()).collect(Collectors.joining(",", "{", "}"));
    }

    private static String identified(String json) {
        return json.contains("'id'") ? json : join("'id':1", json, "");
    }

    /** Whether null is refused, whatever the name. */
    boolean refusesNull() {
        return isNumber() || this == KOTLIN_REQUIRED || this == KOTLIN_REQUIRED_DEFAULTS;
    }

    /** Whether one of the names must be there. */
    boolean refusesAbsent() {
        return switch (this) {
            case PRIMITIVE_RECORD, PRIMITIVE_CREATOR, REQUIRED_RECORD, REQUIRED_CREATOR, KOTLIN_REQUIRED -> true;
            default -> false;
        };
    }

    /** Whether null is not written, under either name. */
    boolean omitsNull() {
        return this == INCLUDED || this == INCLUDED_RECORD;
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
            case INCLUDED_RECORD, ALIAS_SENT_RECORD, TYPE_ID_FIRST_RECORD, TYPE_ID_LAST_RECORD -> null;
            case FIRST_OF_SEVERAL_RECORD, SECOND_OF_SEVERAL_RECORD, NESTED_RENAMED_RECORD, RECURSIVE_RECORD -> null;
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
