package dev.seamless.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import dev.seamless.Rename;
import dev.seamless.Renamed;
import dev.seamless.json.JsonRename;
import dev.seamless.json.Mappers;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

    @Test
    void hasTheOldNameInItsOldTypeWhereTheRenameConverts() {
        Rename first = Mappers.renames(ApiPhase.BOTH, "price-cents")
                .find("price-cents")
                .orElseThrow();
        Rename second =
                Mappers.renames(ApiPhase.BOTH, "price-name").find("price-name").orElseThrow();
        List<JsonRename> chain = List.of(
                new JsonRename(first, Priced.class, "price_cents", "cost"),
                new JsonRename(second, Priced.class, "cost", "price"));
        ModelConverters converters = new ModelConverters(true);
        converters.addConverter(new RenamedSchemas(
                () -> chain, rename -> rename == first ? Optional.of(Integer.class) : Optional.empty()));
        Map<String, Schema> properties =
                converters.readAll(Priced.class).get("Priced").getProperties();
        assertThat(properties.get("price").getTypes()).containsExactly("number");
        assertThat(properties.get("cost").getTypes()).containsExactly("number");
        assertThat(properties.get("cost").getMaximum()).isEqualByComparingTo("99.99");
        assertThat(properties.get("price_cents").getTypes()).containsExactly("integer");
        assertThat(properties.get("price_cents").getMaximum()).isNull();
        assertThat(properties.get("price_cents").getDeprecated()).isTrue();
        assertThat(properties.get("price_cents").getDescription()).isEqualTo("Renamed to 'cost'.");
    }

    @Test
    void hasASchemaOfItsOwnForEachOldNameOfOneOldType() {
        Rename price = Mappers.renames(ApiPhase.BOTH, "price-cents")
                .find("price-cents")
                .orElseThrow();
        Rename discount = Mappers.renames(ApiPhase.BOTH, "discount-cents")
                .find("discount-cents")
                .orElseThrow();
        ModelConverters converters = new ModelConverters(true);
        converters.addConverter(new RenamedSchemas(
                () -> List.of(
                        new JsonRename(price, Discounted.class, "price_cents", "price"),
                        new JsonRename(discount, Discounted.class, "discount_cents", "discount")),
                rename -> Optional.of(Integer.class)));
        Map<String, Schema> properties =
                converters.readAll(Discounted.class).get("Discounted").getProperties();
        assertThat(properties.get("price_cents").getTypes()).containsExactly("integer");
        assertThat(properties.get("price_cents").getDescription()).isEqualTo("Renamed to 'price'.");
        assertThat(properties.get("discount_cents").getTypes()).containsExactly("integer");
        assertThat(properties.get("discount_cents").getDescription()).isEqualTo("Renamed to 'discount'.");
        assertThat(properties.get("pieces").getDeprecated()).isNull();
        assertThat(properties.get("pieces").getDescription()).isNull();
    }

    @Test
    void hasTheOldNameInWhatExtendsTheTypeToo() {
        JsonRename name = new JsonRename(
                Mappers.renames(ApiPhase.BOTH).find("user-bio").orElseThrow(), Priced.class, "cost", "price");
        ModelConverters converters = new ModelConverters(true);
        converters.addConverter(new RenamedSchemas(() -> List.of(name), rename -> Optional.empty()));
        assertThat(converters.readAll(Discounted.class).get("Discounted").getProperties())
                .containsKeys("price", "cost", "discount");
    }

    @io.swagger.v3.oas.annotations.media.Schema(name = "Discounted")
    public static class Discounted extends Priced {
        public BigDecimal discount;

        public Integer pieces;
    }

    @io.swagger.v3.oas.annotations.media.Schema(name = "Priced")
    public static class Priced {
        @io.swagger.v3.oas.annotations.media.Schema(maximum = "99.99")
        public BigDecimal price;
    }

    private static Schema<?> schema(ApiPhase phase) {
        JsonRename name = new JsonRename(
                Mappers.renames(phase).find("user-bio").orElseThrow(), UserDto.class, "bio", "description");
        ModelConverters converters = new ModelConverters(true);
        converters.addConverter(new RenamedSchemas(() -> List.of(name), rename -> Optional.empty()));
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
