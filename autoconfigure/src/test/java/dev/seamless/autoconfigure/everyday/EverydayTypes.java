package dev.seamless.autoconfigure.everyday;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonView;
import dev.seamless.Renamed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What DTOs look like in applications. */
final class EverydayTypes {

    private EverydayTypes() {}

    record UserDto(
            long id, @Renamed(id = "user-bio", from = "bio") String description) {}

    record Made(
            long id, @Renamed(id = "user-bio", from = "bio") String description) {
        @JsonCreator
        static Made of(long id, @Renamed(id = "user-bio", from = "bio") String description) {
            return new Made(id, description);
        }
    }

    record NamedByFactory(
            long id,
            @Renamed(id = "user-bio", fromJson = "bio") String description) {
        @JsonCreator
        static NamedByFactory of(@JsonProperty("id") long id, @JsonProperty("description") String description) {
            return new NamedByFactory(id, description);
        }
    }

    record Envelope<T>(T data, String next) {}

    record Unwrapping(@JsonUnwrapped UserDto user, String role) {}

    record Holding(Optional<UserDto> one, Map<String, UserDto> byName, List<UserDto[]> all) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Person.class, name = "p"),
        @JsonSubTypes.Type(value = Firm.class, name = "f")
    })
    sealed interface Contact permits Person, Firm {
        String description();
    }

    record Person(@Renamed(id = "user-bio", from = "bio") String description) implements Contact {}

    record Firm(
            String vat,
            @Renamed(id = "user-bio", from = "bio") String description) implements Contact {}

    interface View {
        @Renamed(id = "user-bio", from = "bio")
        String getDescription();
    }

    static class ViewOfUser implements View {
        @Override
        public String getDescription() {
            return "x";
        }
    }

    static class Base {
        @Renamed(id = "user-bio", from = "bio")
        @JsonView(Public.class)
        public String description;
    }

    static class Derived extends Base {
        @JsonView(Internal.class)
        public String secret = "s";

        static Derived of(String description) {
            Derived derived = new Derived();
            derived.description = description;
            return derived;
        }
    }

    static class Public {}

    static class Internal extends Public {}
}
