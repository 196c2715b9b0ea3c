package dev.seamless.schema;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a database writes a place in the order of a key as text, finds it again, and compares with it by the key's index. */
interface Keys {

    /** The value of a column as text. */
    String text(Column column, String name);

    /** What of a column is compared with {@link #value}; mostly itself. */
    default String compared(Column column, String name) {
        return name;
    }

    /** The value of a column, given by a parameter that holds its text. */
    String value(Column column, String parameter);

    /** The condition that the columns lie behind ({@code >}) or up to ({@code <=}) the values, in the order of the key. */
    String compare(List<String> columns, String operator, List<String> values);

    /** A query for about how many rows a table has, without counting them. */
    String estimate(TableName table);

    /** The same as {@code (a, b) > (x, y)}, for databases that find ranges of an index in this form alone. */
    static String spelledOut(List<String> columns, String operator, List<String> values) {
        int last = columns.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> IntStream.range(0, i)
                                .mapToObj(equal -> columns.get(equal) + " = " + values.get(equal) + " and ")
                                .collect(Collectors.joining())
                        + columns.get(i) + " " + (i == last ? operator : operator.substring(0, 1)) + " "
                        + values.get(i))
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
