package dev.seamless.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.seamless.Renamed;
import dev.seamless.json.Shape.HasText;

/** Objects whose renamed attribute comes from an unwrapped one. */
public final class NestedShapes {

    private NestedShapes() {}

    public static class Inner {
        @Renamed(id = "user-bio", from = "bio")
        public String description = "untouched";
    }

    public static class Unwrapped implements HasText {
        public Long id = 7L;

        @JsonUnwrapped
        public Inner inner = new Inner();

        Unwrapped() {}

        Unwrapped(String text) {
            inner.description = text;
        }

        @Override
        public String text() {
            return inner.description;
        }
    }

    public static class Prefixed implements HasText {
        public Long id = 7L;

        @JsonUnwrapped(prefix = "in_")
        public Inner inner = new Inner();

        Prefixed() {}

        Prefixed(String text) {
            inner.description = text;
        }

        @Override
        public String text() {
            return inner.description;
        }
    }

    public record InnerRecord(
            @Renamed(id = "user-bio", from = "bio") String description) {}

    public static class UnwrappedRecord implements HasText {
        public Long id = 7L;

        @JsonUnwrapped
        public InnerRecord inner;

        UnwrappedRecord() {}

        UnwrappedRecord(String text) {
            inner = new InnerRecord(text);
        }

        @Override
        public String text() {
            return inner == null ? null : inner.description();
        }
    }

    public record UnwrappedInRecord(
            Long id, @JsonUnwrapped(prefix = "in_") PlainShapes.Rec inner) implements HasText {
        @Override
        public String text() {
            return inner == null ? null : inner.description();
        }
    }
}
