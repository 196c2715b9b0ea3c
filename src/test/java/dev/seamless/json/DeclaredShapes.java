package dev.seamless.json;

import dev.seamless.Renamed;
import dev.seamless.json.Shape.HasText;

/** Declarations in unusual places: on a setter, a supertype, an interface, a mixin, and more than one of them. */
public final class DeclaredShapes {

    private DeclaredShapes() {}

    public static class SetterAnnotated implements HasText {
        public Long id = 7L;
        private String description = "untouched";

        SetterAnnotated() {}

        SetterAnnotated(String text) {
            description = text;
        }

        public String getDescription() {
            return description;
        }

        @Renamed(id = "user-bio", from = "bio")
        public void setDescription(String description) {
            this.description = description;
        }

        @Override
        public String text() {
            return description;
        }
    }

    public static class Inherited extends PlainShapes.Bean {
        public String more = "more";

        Inherited() {}

        Inherited(String text) {
            super(text);
        }
    }

    public interface Described {
        @Renamed(id = "user-bio", from = "bio")
        String getDescription();
    }

    public static class OfInterface implements Described, HasText {
        public Long id = 7L;
        private String description = "untouched";

        OfInterface() {}

        OfInterface(String text) {
            description = text;
        }

        @Override
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

    public static class GenericBase<T> {
        public Long id = 7L;

        @Renamed(id = "user-bio", from = "bio")
        public T description;
    }

    public static class Generic extends GenericBase<String> implements HasText {

        Generic() {
            this("untouched");
        }

        Generic(String text) {
            description = text;
        }

        @Override
        public String text() {
            return description;
        }
    }

    /** As a generator writes it, which knows nothing of {@code @Renamed}. */
    public static class Generated implements HasText {
        public Long id = 7L;
        public String description = "untouched";

        Generated() {}

        Generated(String text) {
            description = text;
        }

        @Override
        public String text() {
            return description;
        }
    }

    abstract static class GeneratedMixin {
        @Renamed(id = "user-bio", from = "bio")
        String description;
    }

    /** The first rename has been over for long; its id is in the phase of the second in these tests. */
    public static class Chained implements HasText {
        public Long id = 7L;

        @Renamed(id = "first-bio", from = "bio")
        @Renamed(id = "user-bio", from = "description")
        public String about = "untouched";

        Chained() {}

        Chained(String text) {
            about = text;
        }

        @Override
        public String text() {
            return about;
        }
    }

    public record ChainedRec(
            Long id,

            @Renamed(id = "first-bio", from = "bio") @Renamed(id = "user-bio", from = "description")
            String about)
            implements HasText {
        @Override
        public String text() {
            return about;
        }
    }
}
