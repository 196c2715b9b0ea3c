package dev.seamless.backfill;

import dev.seamless.schema.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in the order of a key: the text of each of its columns. As one text each is preceded by its length, for a key may hold
 * any character.
 */
record Place(List<String> parts) {

    Place {
        parts = List.copyOf(parts);
    }

    static Place of(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int end = colon + 1 + Integer.parseInt(text.substring(at, colon));
            parts.add(text.substring(colon + 1, end));
            at = end;
        }
        return new Place(parts);
    }

    /** The place of a row whose first columns are its key as text. */
    static Place read(ResultSet row, Rows rows) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= rows.width(); i++) {
            parts.add(row.getString(i));
        }
        return new Place(parts);
    }

    /** The parameters that a condition on a place of this name takes. */
    Map<String, String> parameters(String name) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            parameters.put(name + i, parts.get(i));
        }
        return parameters;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.length()).append(':').append(part));
        return text.toString();
    }
}
