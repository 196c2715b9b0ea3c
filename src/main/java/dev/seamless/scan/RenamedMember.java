package dev.seamless.scan;

/**
 * One {@link dev.seamless.Renamed} on one member, as its class file says.
 *
 * @param owner what the member belongs to
 * @param attribute the attribute that the member stands for, which is the new name; of a getter, the property
 * @param site what the annotation stands on
 * @param renamed the values of the annotation
 * @param explicitColumn whether an annotation beside it names the column outright
 * @param explicitJson whether an annotation beside it names the JSON property outright
 */
public record RenamedMember(
        Owner owner, String attribute, Site site, Values renamed, boolean explicitColumn, boolean explicitJson) {

    /**
     * The class of a member.
     *
     * @param type its name, as {@link Class#getName()} gives it
     * @param persistent whether it is an entity, an embeddable or a mapped superclass
     */
    public record Owner(String type, boolean persistent) {}

    /** What an annotation stands on. */
    public enum Site {
        /** An instance field. */
        FIELD("field"),
        /** A field or getter that no framework sees: static, transient, or marked {@code @Transient}. */
        HIDDEN_FIELD("hidden field"),
        /** A method that begins with {@code get} or {@code is} and takes nothing. */
        GETTER("getter"),
        /** Any other method. */
        METHOD("method that is no getter"),
        /** A component of a record; what the compiler copies from it onto field, accessor and parameter is left out. */
        COMPONENT("record component"),
        /** A parameter of a constructor. */
        CONSTRUCTOR_PARAMETER("constructor parameter"),
        /** A parameter of a method, such as that of a controller. */
        METHOD_PARAMETER("method parameter");

        final String description;

        Site(String description) {
            this.description = description;
        }
    }

    /**
     * The values of the annotation; an empty text is one that was not given.
     *
     * @param converter the class name of the converter, or empty
     */
    public record Values(
            String id, String from, String fromColumn, String fromJson, String converter, String attribute) {}

    /** Whether the member has an old column: the rename then has a schema boundary. */
    public boolean onSchema() {
        return owner.persistent && (!renamed.fromColumn.isEmpty() || (!renamed.from.isEmpty() && !explicitColumn));
    }

    /** Whether the member has an old JSON name: the rename then has an API boundary. */
    public boolean onApi() {
        return !renamed.fromJson.isEmpty() || (!renamed.from.isEmpty() && !explicitJson);
    }

    /** The attribute that got the new name: this one, or one inside of it. */
    public String newName() {
        return renamed.attribute.isEmpty() ? attribute : renamed.attribute;
    }

    /** Whether the member belongs to its class, and not to a method of it. */
    public boolean isAttribute() {
        return site != Site.METHOD_PARAMETER;
    }

    boolean sameAttribute(RenamedMember other) {
        return owner.equals(other.owner) && attribute.equals(other.attribute);
    }

    /** Names the member in messages: {@code com.acme.User.description}. */
    @Override
    public String toString() {
        return owner.type + "." + attribute;
    }
}
