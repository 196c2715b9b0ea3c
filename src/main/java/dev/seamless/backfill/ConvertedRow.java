package dev.seamless.backfill;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;

/**
 * A row as it was read.
 *
 * @param place its key
 * @param filled the value of the column that the pass fills
 * @param target what that is to be, where there is such a value
 * @param convertible whether there is
 */
record ConvertedRow(
        Place place, @Nullable Object filled, @Nullable Object target, boolean convertible) {

    /** Whether the column that the pass fills holds another value than the converter's. */
    @SuppressWarnings("unchecked")
    boolean isBehind() {
        return !(Objects.deepEquals(filled, target)
                || (filled instanceof Comparable<?>
                        && target != null
                        && filled.getClass() == target.getClass()
                        && ((Comparable<Object>) filled).compareTo(target) == 0));
    }

    Map<String, Object> parameters(ColumnValues values) {
        Map<String, Object> parameters = new HashMap<>(place.parameters("key"));
        SqlTypeValue value = (statement, index, type, name) -> values.bind(statement, index, target);
        parameters.put("target", value);
        return parameters;
    }
}
