package dev.seamless.graphql;

import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.web.OpenNames;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.PropertyDataFetcher;
import graphql.schema.SingletonPropertyDataFetcher;
import java.util.Map;

/**
 * Looks for fields of a GraphQL schema that are called as an attribute was. GraphQL reads attributes by name and without
 * Jackson: such a field would be {@code null} in every answer, and what comes under it be dropped, both silently.
 */
public final class SchemaFieldCheck {

    private final Map<String, Rename> open;
    private final OpenNames names;

    /**
     * Creates a check.
     *
     * @param open the former names of attributes, each with its rename, whose old name is not over
     * @param names what the application accepts knowingly
     */
    public SchemaFieldCheck(Map<String, Rename> open, OpenNames names) {
        this.open = Map.copyOf(open);
        this.names = names;
    }

    /**
     * Checks a schema.
     *
     * @throws RefusedException naming the first field that nothing serves or takes
     */
    public void check(GraphQLSchema schema) {
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object) {
                object.getFieldDefinitions().forEach(field -> check(schema, object, field));
            } else if (type instanceof GraphQLInputObjectType input) {
                input.getFieldDefinitions().forEach(field -> check(input.getName(), field.getName(), "drop"));
            }
        }
    }

    private void check(GraphQLSchema schema, GraphQLObjectType type, GraphQLFieldDefinition field) {
        Object fetcher = schema.getCodeRegistry()
                .getDataFetcher(FieldCoordinates.coordinates(type.getName(), field.getName()), field);
        boolean byName = fetcher instanceof PropertyDataFetcher || fetcher instanceof SingletonPropertyDataFetcher;
        if (byName) {
            check(type.getName(), field.getName(), "answer null for");
        }
    }

    private void check(String type, String field, String what) {
        Rename rename = open.get(field);
        String coordinates = type + "." + field;
        if (rename != null && !names.accepts(coordinates)) {
            throw new RefusedException(
                    "Spring for GraphQL would " + what + " the field " + coordinates
                            + ", which is the former name of an attribute (rename '" + rename.id() + "').",
                    "Map the field by hand, with a @SchemaMapping for an answer and a field of the new name for an input; or,"
                            + " if it is another attribute or no client of an old shape uses it, list it in"
                            + " seamless.accept-converters: " + coordinates + ".");
        }
    }
}
