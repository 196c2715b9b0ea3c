package dev.seamless;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that an attribute of an entity, an embeddable, a mapped superclass or a DTO got a new name.
 *
 * <p>It stands on the new name: the attribute is called by it everywhere in Java, JPQL and Criteria, from the first
 * commit on. Which column is read and written, and which JSON names are served and accepted, follows from the phases that
 * are configured for its {@link #id()}. The annotation alone changes no statement and no byte that is served: without
 * configuration both boundaries are in phase {@code OLD}.
 *
 * <p>One of {@link #from()}, {@link #fromColumn()} and {@link #fromJson()} is required.
 *
 * <pre>{@code
 * @Entity
 * class User {
 *     @Id Long id;
 *     @Renamed(id = "user-bio", from = "bio") String description;
 * }
 * record UserDto(Long id, @Renamed(id = "user-bio", from = "bio") String description) {}
 * }</pre>
 *
 * <p>More than one on a member chains the JSON names of several renames, one after the other.
 */
@Documented
@Repeatable(Renamed.All.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Renamed {

    /**
     * Names the rename in configuration, meters and messages: {@code [a-z][a-z0-9-]*}, unique also without its dashes,
     * because environment variables drop them. Members of one rename share it.
     */
    String id();

    /**
     * The previous name of the attribute. The old column and the old JSON name are derived from it as they would have been
     * had the attribute still been called so. Says nothing about a boundary on which the new name is explicit
     * ({@code @Column}, {@code @JsonProperty}, ...).
     */
    String from() default "";

    /** The old column, outright; empty (the default) to derive it from {@link #from()}. */
    String fromColumn() default "";

    /** The old JSON name, outright; empty (the default) to derive it from {@link #from()}. */
    String fromJson() default "";

    /** Converts between the old and the new value, for a rename that changes type or format; none by default. */
    Class<? extends RenameConverter<?, ?>> converter() default RenameConverter.None.class;

    /** On an embedded attribute: which attribute of the embeddable this use of it renames; empty (the default) elsewhere. */
    String attribute() default "";

    /** Holds several {@link Renamed} of one member. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
    @interface All {

        /** The declarations, oldest name first. */
        Renamed[] value();
    }
}
