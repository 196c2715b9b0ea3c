package dev.seamless.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import dev.seamless.SchemaPhase;
import dev.seamless.autoconfigure.SeamlessProperties.RenameProperties;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor finds in META-INF. */
class MetadataTest {

    @Test
    void anEditorFindsEveryPropertyWithADescription() throws IOException {
        Map<String, JsonNode> properties = properties();
        assertThat(properties.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        declared("seamless", SeamlessProperties.class).toList());
        assertThat(properties.values())
                .allSatisfy(property -> assertThat(property.path("description").asString(""))
                        .as(property.path("name").asString(""))
                        .isNotBlank());
    }

    /** The properties of a record and of the records in it. */
    private static Stream<String> declared(String prefix, Class<?> type) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .flatMap(component -> declared(
                                prefix + "." + DataObjectPropertyName.toDashedForm(component.getName()),
                                component.getType()))
                : Stream.of(prefix);
    }

    /** An editor completes the keys of a map's value from its type, and the values of an enum from its constants. */
    @Test
    void anEditorCompletesPhases() throws Exception {
        assertThat(properties().get("seamless.renames").get("type").asString())
                .isEqualTo("java.util.Map<java.lang.String," + RenameProperties.class.getName() + ">");
        assertThat(Arrays.stream(RenameProperties.class.getRecordComponents())
                        .collect(Collectors.<RecordComponent, String, Class<?>>toMap(
                                RecordComponent::getName, RecordComponent::getType)))
                .containsEntry("schema", SchemaPhase.class)
                .containsEntry("api", ApiPhase.class);
    }

    private static Map<String, JsonNode> properties() throws IOException {
        try (InputStream metadata =
                SeamlessProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return JsonMapper.shared()
                    .readTree(metadata)
                    .get("properties")
                    .valueStream()
                    .filter(property -> property.get("name").asString().startsWith("seamless."))
                    .collect(Collectors.toMap(property -> property.get("name").asString(), property -> property));
        }
    }
}
