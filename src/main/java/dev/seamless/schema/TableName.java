package dev.seamless.schema;

/**
 * A table as the database calls it.
 *
 * @param schema its schema; in MySQL and MariaDB its database
 * @param name its name
 */
public record TableName(String schema, String name) {

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
