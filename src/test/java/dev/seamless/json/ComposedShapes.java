package dev.seamless.json;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import dev.seamless.Renamed;
import dev.seamless.json.Shape.HasText;

/** Objects that stand in others or refer to them, are of one of several types, or have several renamed attributes. */
public final class ComposedShapes {

    private ComposedShapes() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = CatRecord.class, name = "record")
    })
    public interface Animal extends HasText {}

    public static class Cat extends PlainShapes.Bean implements Animal {
        Cat() {}

        Cat(String text) {
            super(text);
        }
    }

    public record CatRecord(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) implements Animal {
        @Override
        public String text() {
            return description;
        }
    }

    @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "id")
    public static class Person extends PlainShapes.Bean {
        Person() {}

        Person(String text) {
            super(text);
        }
    }

    /** Twice the same object: one of the two is a reference in JSON. */
    public static class Pair implements HasText {
        public Person first;
        public Person second;

        Pair() {}

        Pair(String text) {
            first = new Person(text);
            second = first;
        }

        @Override
        public String text() {
            if (first != second) {
                throw new IllegalStateException("two objects");
            }
            return first.text();
        }
    }

    /** What {@link Shape} sends and makes beside the attribute at hand: the other one, with the text {@code h}. */
    public interface Several {
        String first();

        String second();
    }

    public static class SeveralBean implements Several {
        public Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        public String description = "untouched";

        @Renamed(id = "user-bio", from = "headline")
        public String title = "untouched";

        SeveralBean() {}

        SeveralBean(String description, String title) {
            this.description = description;
            this.title = title;
        }

        @Override
        public String first() {
            return description;
        }

        @Override
        public String second() {
            return title;
        }
    }

    public record SeveralRecord(
            Long id,
            @Renamed(id = "user-bio", from = "bio") String description,
            @Renamed(id = "user-bio", from = "headline") String title)
            implements Several {
        @Override
        public String first() {
            return description;
        }

        @Override
        public String second() {
            return title;
        }
    }

    public static class Nested implements HasText {
        public PlainShapes.Bean inner;

        Nested() {}

        Nested(String text) {
            inner = new PlainShapes.Bean(text);
        }

        @Override
        public String text() {
            return inner.text();
        }
    }

    /** Both the attribute and those of its value were renamed. */
    public static class NestedRenamed implements HasText {
        @Renamed(id = "user-bio", from = "info")
        public PlainShapes.Bean profile;

        NestedRenamed() {}

        NestedRenamed(String text) {
            profile = new PlainShapes.Bean(text);
        }

        @Override
        public String text() {
            return profile.text();
        }
    }

    public record NestedRenamedRecord(
            @Renamed(id = "user-bio", from = "info") PlainShapes.Rec profile) implements HasText {
        @Override
        public String text() {
            return profile.text();
        }
    }

    /** The text is that of the innermost; those around it say {@code outer}. */
    public static class Recursive extends PlainShapes.Bean {
        public Recursive child;

        Recursive() {}

        Recursive(String text, Recursive child) {
            super(text);
            this.child = child;
        }

        @Override
        public String text() {
            return inmost(super.text(), child);
        }
    }

    public record RecursiveRecord(
            Long id, @Renamed(id = "user-bio", from = "bio") String description, RecursiveRecord child)
            implements HasText {
        @Override
        public String text() {
            return inmost(description, child);
        }
    }

    private static String inmost(String own, HasText child) {
        if (child != null && !own.equals("outer")) {
            throw new IllegalStateException("took " + own + " of another object");
        }
        return child == null ? own : child.text();
    }
}
