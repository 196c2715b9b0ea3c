package dev.seamless.neighbours.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.neighbours.Stacks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Springdoc itself: the document that an application serves, in each phase, on each stack. */
class SpringdocTest {

    @ParameterizedTest
    @CsvSource({
        "SERVLET,old", "SERVLET,both", "SERVLET,serve-new", "SERVLET,new",
        "REACTIVE,old", "REACTIVE,both", "REACTIVE,serve-new", "REACTIVE,new"
    })
    void documentsTheOldNameAsDeprecatedAsLongAsItIsAccepted(WebApplicationType stack, String phase) {
        try (ConfigurableApplicationContext context = Stacks.start(
                OpenApiApplication.class, stack, Stacks.accepting(), "--seamless.renames.user-bio.api=" + phase)) {
            JsonNode schema = JsonMapper.shared()
                    .readTree(Stacks.get(context, "/v3/api-docs"))
                    .at("/components/schemas/UserDto");
            boolean accepted = !phase.equals("new");
            assertThat(schema.at("/properties").has("description")).isTrue();
            assertThat(schema.at("/properties").has("bio")).isEqualTo(accepted);
            assertThat(schema.at("/properties/bio/deprecated").asBoolean(false)).isEqualTo(accepted);
            assertThat(schema.at("/properties/description").has("deprecated")).isFalse();
            assertThat(schema.at("/properties/price/type").asString()).isEqualTo("number");
            assertThat(schema.at("/properties/priceCents/type").asString()).isEqualTo("integer");
            assertThat(schema.at("/required").valueStream().map(JsonNode::asString))
                    .contains("id")
                    .doesNotContain("bio");
            assertThat(schema.at("/required")
                            .valueStream()
                            .map(JsonNode::asString)
                            .anyMatch("description"::equals))
                    .isEqualTo(!accepted);
        }
    }
}
