package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seamless.ApiPhase;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code price_cents}, an integer, becoming {@code price}, a decimal: both served, either read. */
public class ConvertingTest {

    @ParameterizedTest
    @ValueSource(classes = {Item.class, ItemBean.class})
    void readsEitherType(Class<? extends Priced> type) {
        assertThat(read(type, "{\"price\":12.5}")).isEqualByComparingTo("12.5");
        assertThat(read(type, "{\"price_cents\":1250}")).isEqualByComparingTo("12.5");
        assertThat(read(type, "{\"price_cents\":null}")).isNull();
        assertThat(read(type, "{\"price\":null}")).isNull();
    }

    @ParameterizedTest
    @ValueSource(classes = {Item.class, ItemBean.class})
    void agreesInEitherDirection(Class<? extends Priced> type) {
        assertThat(read(type, "{\"price\":12.50,\"price_cents\":1250}")).isEqualByComparingTo("12.5");
        assertThat(read(type, "{\"price_cents\":1250,\"price\":12.5}")).isEqualByComparingTo("12.5");
        assertThat(read(type, "{\"price_cents\":1250,\"price\":12.504}"))
                .as("the same cents, so the finer value is meant")
                .isEqualByComparingTo("12.504");
        assertThatExceptionOfType(RenameConflictException.class)
                .isThrownBy(() -> read(type, "{\"price_cents\":1251,\"price\":12.5}"));
    }

    @ParameterizedTest
    @ValueSource(classes = {Item.class, ItemBean.class})
    void refusesAnOldValueWithoutNewFormAndDoesNotEchoIt(Class<? extends Priced> type) {
        assertThatExceptionOfType(RenameConversionException.class)
                .isThrownBy(() -> read(type, "{\"price_cents\":-4711}"))
                .satisfies(e -> {
                    assertThat(e.oldName()).isEqualTo("price_cents");
                    assertThat(e.newName()).isEqualTo("price");
                    assertThat(e.getCause()).isNull();
                })
                .withMessageNotContaining("4711");
    }

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void servesEachNameInItsOwnType(ApiPhase phase) {
        for (Priced value : List.of(new Item(new BigDecimal("12.5")), ItemBean.of("12.5"))) {
            String json = ClientView.UNKNOWN.on(mapper(phase).writer()).writeValueAsString(value);
            assertThat(json)
                    .isEqualTo(
                            switch (phase) {
                                case OLD -> "{\"price_cents\":1250}";
                                case BOTH ->
                                    value instanceof Item
                                            ? "{\"price\":12.5,\"price_cents\":1250}"
                                            : "{\"price\":12.5,\"price_cents\":1250}";
                                case SERVE_NEW, NEW -> "{\"price\":12.5}";
                            });
        }
    }

    @Test
    void servesAKnownClientTheTypeThatItKnows() {
        Item item = new Item(BigDecimal.ONE);
        assertThat(ClientView.knowing(Set.of())
                        .on(mapper(ApiPhase.BOTH).writer())
                        .writeValueAsString(item))
                .isEqualTo("{\"price_cents\":100}");
        assertThat(ClientView.knowing(Set.of("item-price"))
                        .on(mapper(ApiPhase.BOTH).writer())
                        .writeValueAsString(item))
                .isEqualTo("{\"price\":1}");
    }

    @Test
    void hasNullUnderBothNamesOrNeither() {
        assertThat(ClientView.UNKNOWN.on(mapper(ApiPhase.BOTH).writer()).writeValueAsString(new Item(null)))
                .isEqualTo("{\"price\":null,\"price_cents\":null}");
        assertThat(ClientView.UNKNOWN.on(mapper(ApiPhase.BOTH).writer()).writeValueAsString(new SparseItem(null)))
                .isEqualTo("{}");
        assertThat(ClientView.UNKNOWN
                        .on(mapper(ApiPhase.BOTH).writer())
                        .writeValueAsString(new SparseItem(BigDecimal.TEN)))
                .isEqualTo("{\"price\":10,\"price_cents\":1000}");
    }

    @Test
    void letsTheChangedNameWinOnUpdate() {
        Item base = new Item(new BigDecimal("12.504"));
        Item updated = ClientView.UNKNOWN
                .on(mapper(ApiPhase.BOTH).readerForUpdating(base))
                .readValue("{\"price_cents\":1250,\"price\":13.00}");
        assertThat(updated.price()).isEqualByComparingTo("13");
        updated = ClientView.UNKNOWN
                .on(mapper(ApiPhase.BOTH).readerForUpdating(base))
                .readValue("{\"price_cents\":1300,\"price\":12.504}");
        assertThat(updated.price()).isEqualByComparingTo("13");
    }

    private static BigDecimal read(Class<? extends Priced> type, String json) {
        Priced priced =
                ClientView.UNKNOWN.on(mapper(ApiPhase.BOTH).readerFor(type)).readValue(json);
        return priced.price();
    }

    private static JsonMapper mapper(ApiPhase phase) {
        return Mappers.in(phase, "item-price");
    }

    public interface Priced {
        BigDecimal price();
    }

    public record Item(
            @Renamed(id = "item-price", fromJson = "price_cents", converter = CentsToDecimal.class)
            BigDecimal price) implements Priced {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SparseItem(
            @Renamed(id = "item-price", fromJson = "price_cents", converter = CentsToDecimal.class)
            BigDecimal price) implements Priced {}

    static class ItemBean implements Priced {
        @Renamed(id = "item-price", fromJson = "price_cents", converter = CentsToDecimal.class)
        public BigDecimal price;

        static ItemBean of(String price) {
            ItemBean bean = new ItemBean();
            bean.price = new BigDecimal(price);
            return bean;
        }

        @Override
        public BigDecimal price() {
            return price;
        }
    }

    static class CentsToDecimal implements RenameConverter<Long, BigDecimal> {
        @Override
        public BigDecimal toNew(Long cents) {
            if (cents < 0) {
                throw new IllegalArgumentException("negative: " + cents);
            }
            return BigDecimal.valueOf(cents, 2);
        }

        @Override
        public Long toOld(BigDecimal price) {
            return price.movePointRight(2).longValue();
        }
    }
}
