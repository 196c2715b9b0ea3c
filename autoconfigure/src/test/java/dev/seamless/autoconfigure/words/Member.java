package dev.seamless.autoconfigure.words;

import dev.seamless.Renamed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** A record with each kind of nesting that a path of errors can have. */
public record Member(
        @Renamed(id = "member-bio", from = "bio") @NotNull @Size(max = 3)
        String description,

        @Renamed(id = "member-years", from = "years") @Min(1)
        Integer age,

        @Renamed(id = "member-items", from = "items") @Valid List<Item> things,
        @Valid Map<String, Item> byKey,
        @Valid Item one) {

    /** A bean, with a name that the JSON does not share. */
    public static class Item {
        @Renamed(id = "item-label", from = "labelText")
        @NotNull
        @Size(max = 3)
        public String titleText = "ok";
    }
}
