package dev.seamless.schema;

import java.util.List;

/**
 * An index that belongs to no constraint.
 *
 * @param name the name
 * @param unique whether it is unique
 * @param columns the columns that its keys, expressions and predicate mention
 * @param kind what stands before {@code index} in DDL besides {@code unique}, such as {@code fulltext}; mostly empty
 * @param definition what follows the table in DDL: method, keys, predicate
 * @param valid whether it is whole; one whose concurrent build has failed is not
 */
public record Index(String name, boolean unique, List<String> columns, String kind, String definition, boolean valid) {

    /** Creates an index; the list is copied. */
    public Index {
        columns = List.copyOf(columns);
    }
}
