package dev.seamless.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import dev.seamless.Renamed;
import dev.seamless.json.JsonRename;
import dev.seamless.json.Mappers;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema of a DTO in each phase. */
class RenamedSchemasTest {

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void hasTheOldNameDeprecatedAsLongAsItIsAccepted(ApiPhase phase) {
        Schema<?> schema = schema(phase);
        assertThat(schema.getProperties()).containsKeys("id", "description");
        if (phase.acceptsOld()) {
            Schema<?> old = schema.getProperties().get("bio");
            assertThat(old.getDeprecated()).isTrue();
            assertThat(old.getDescription()).isEqualTo("Renamed to 'description'.");
            assertThat(old.getMaxLength()).isEqualTo(40);
            assertThat(schema.getRequired()).containsExactly("id");
        } else {
            assertThat(schema.getProperties()).doesNotContainKey("bio");
            assertThat(schema.getRequired()).containsExactlyInAnyOrder("id", "description");
        }
        assertThat(schema.getProperties().get("description").getDeprecated()).isNotEqualTo(true);
    }

    private static Schema<?> schema(ApiPhase phase) {
        JsonRename name = new JsonRename(
                Mappers.renames(phase).find("user-bio").orElseThrow(), UserDto.class, "bio", "description");
        ModelConverters converters = new ModelConverters(true);
        converters.addConverter(new RenamedSchemas(() -> List.of(name)));
        return converters.readAll(UserDto.class).get("UserDto");
    }

    @io.swagger.v3.oas.annotations.media.Schema(name = "UserDto")
    public static class UserDto {
        @io.swagger.v3.oas.annotations.media.Schema(requiredMode = RequiredMode.REQUIRED)
        public Long id;

        @Renamed(id = "user-bio", from = "bio")
        @io.swagger.v3.oas.annotations.media.Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 40)
        public String description;
    }
}
