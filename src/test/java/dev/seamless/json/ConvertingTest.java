package dev.seamless.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seamless.ApiPhase;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DatabindException;
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

    /** What is accepted must be served, by this instance or by another one that is live: only in NEW nobody serves cents. */
    @ParameterizedTest
    @MethodSource("cells")
    void refusesANewValueWithoutOldFormAsLongAsTheOldNameIsAccepted(Class<? extends Priced> type, ApiPhase phase) {
        for (String value : List.of("-5.25", "1e40")) {
            String json = "{\"price\":" + value + "}";
            if (phase.acceptsOld()) {
                assertThatExceptionOfType(RenameConversionException.class)
                        .isThrownBy(() -> read(type, phase, json))
                        .satisfies(e -> {
                            assertThat(e.oldName()).isEqualTo("price_cents");
                            assertThat(e.newName()).isEqualTo("price");
                            assertThat(e.getCause()).isNull();
                        })
                        .withMessageNotContaining(value);
            } else {
                BigDecimal price = read(type, phase, json);
                assertThat(price).isEqualByComparingTo(value);
            }
            Priced elsewhere = mapper(phase).readValue(json, type);
            assertThat(elsewhere.price()).as("outside of HTTP").isEqualByComparingTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void refusesAnOldValueWhateverTheConverterThrows(Class<? extends Priced> type, ApiPhase phase) {
        for (String cents : List.of("-4711", "4712", "4713")) {
            assertThatExceptionOfType(RenamedFieldException.class)
                    .isThrownBy(() -> read(type, phase, "{\"price_cents\":" + cents + "}"))
                    .satisfies(e -> {
                        assertThat(e)
                                .isInstanceOf(
                                        phase.acceptsOld()
                                                ? RenameConversionException.class
                                                : RetiredNameException.class);
                        assertThat(e.getCause()).isNull();
                    })
                    .withMessageNotContaining(cents);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void saysWithoutTheValueThatItCannotBeServed(Class<? extends Priced> type, ApiPhase phase) {
        Priced priced = mapper(phase).readValue("{\"price\":-5.25}", type);
        if (phase.servesOld()) {
            assertThatExceptionOfType(DatabindException.class)
                    .isThrownBy(
                            () -> ClientView.UNKNOWN.on(mapper(phase).writer()).writeValueAsString(priced))
                    .withMessageContaining("price_cents")
                    .withMessageNotContaining("-5.25")
                    .withNoCause();
        } else {
            assertThat(ClientView.UNKNOWN.on(mapper(phase).writer()).writeValueAsString(priced))
                    .isEqualTo("{\"price\":-5.25}");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Item.class, ItemBean.class})
    void refusesOnUpdateOnlyWhatTheBodyChanges(Class<? extends Priced> type) {
        JsonMapper mapper = mapper(ApiPhase.BOTH);
        Priced base = mapper.readValue("{\"price\":-5.25}", type);
        Priced updated = ClientView.UNKNOWN.on(mapper.readerForUpdating(base)).readValue("{\"name\":\"x\"}");
        assertThat(updated.price()).isEqualByComparingTo("-5.25");
        updated = ClientView.UNKNOWN.on(mapper.readerForUpdating(base)).readValue("{\"price\":13}");
        assertThat(updated.price()).isEqualByComparingTo("13");
        Priced now = updated;
        assertThatExceptionOfType(RenameConversionException.class)
                .isThrownBy(() ->
                        ClientView.UNKNOWN.on(mapper.readerForUpdating(now)).readValue("{\"price\":-5.26}"));
    }

    @ParameterizedTest
    @ValueSource(classes = {DefaultBean.class, DefaultRecord.class, DefaultCreator.class})
    void isNotRefusedForWhatTheBodyDoesNotSay(Class<? extends Priced> type) {
        assertThat(read(type, "{}")).isEqualByComparingTo("-1");
        assertThat(read(type, "{\"price_cents\":1250}")).isEqualByComparingTo("12.5");
        assertThatExceptionOfType(RenameConversionException.class).isThrownBy(() -> read(type, "{\"price\":-1}"));
    }

    @ParameterizedTest
    @ValueSource(classes = {WriteOnly.class, AllowSetters.class})
    void isNotRefusedForWhatNobodyIsServed(Class<? extends Priced> type) {
        assertThat(read(type, "{\"price\":-1}")).isEqualByComparingTo("-1");
        assertThat(ClientView.UNKNOWN.on(mapper(ApiPhase.BOTH).writer()).writeValueAsString(new WriteOnly()))
                .isEqualTo("{\"id\":7}");
    }

    @Test
    void readsWhatHasAGetterThatThrows() {
        JsonMapper mapper = mapper(ApiPhase.BOTH);
        assertThat(mapper.readValue("{\"price\":-1}", Throwing.class).price()).isEqualByComparingTo("-1");
        assertThat(read(Throwing.class, "{\"price\":1}")).isEqualByComparingTo("1");
        Priced updated =
                ClientView.UNKNOWN.on(mapper.readerForUpdating(new Throwing())).readValue("{\"price\":1}");
        assertThat(updated.price()).isEqualByComparingTo("1");
    }

    @Test
    void callsNoGetterOutsideOfHttp() {
        Throwing read = mapper(ApiPhase.BOTH).readValue("{\"price\":-1}", Throwing.class);
        assertThat(read.calls).isZero();
    }

    @Test
    void saysAtDebugWhichConverterThrewWhatButNotTheValue() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Conversion.class);
        logger.setLevel(Level.DEBUG);
        logger.addAppender(appender);
        appender.start();
        try {
            assertThatExceptionOfType(RenameConversionException.class)
                    .isThrownBy(() -> read(Item.class, "{\"price_cents\":4712}"));
            assertThat(appender.list).singleElement().satisfies(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.DEBUG);
                assertThat(event.getThrowableProxy()).isNull();
                assertThat(event.getKeyValuePairs())
                        .extracting(pair -> pair.value)
                        .containsExactly(CentsToDecimal.class.getName(), ArithmeticException.class.getName());
                assertThat(event.getFormattedMessage()).doesNotContain("4712");
            });
        } finally {
            logger.detachAppender(appender);
            logger.setLevel(null);
        }
    }

    static Stream<Arguments> cells() {
        return Stream.of(Item.class, ItemBean.class, ItemCreator.class)
                .flatMap(type -> Arrays.stream(ApiPhase.values()).map(phase -> Arguments.of(type, phase)));
    }

    @AfterAll
    static void printTheSize() {
        System.out.println("ConvertingTest: " + cells().count() + " cells of a type in a phase");
    }

    private static BigDecimal read(Class<? extends Priced> type, ApiPhase phase, String json) {
        Priced priced = ClientView.UNKNOWN.on(mapper(phase).readerFor(type)).readValue(json);
        return priced.price();
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

    static class ItemCreator implements Priced {
        private final BigDecimal price;

        @JsonCreator
        ItemCreator(
                @JsonProperty("price")
                        @Renamed(id = "item-price", fromJson = "price_cents", converter = CentsToDecimal.class)
                        BigDecimal price) {
            this.price = price;
        }

        public BigDecimal getPrice() {
            return price;
        }

        @Override
        public BigDecimal price() {
            return price;
        }
    }

    static class DefaultBean implements Priced {
        @Renamed(id = "item-price", fromJson = "price_cents", converter = CentsToDecimal.class)
        public BigDecimal price = new BigDecimal("-1");

        @Override
        public BigDecimal price() {
            return price;
        }
    }

    record DefaultRecord(
            @Renamed(id = "item-price", fromJson = "price_cents", converter = CentsToDecimal.class)
            BigDecimal price) implements Priced {
        DefaultRecord {
            price = price == null ? new BigDecimal("-1") : price;
        }
    }

    static class DefaultCreator extends ItemCreator {
        @JsonCreator
        DefaultCreator(
                @JsonProperty("price")
                        @Renamed(id = "item-price", fromJson = "price_cents", converter = CentsToDecimal.class)
                        BigDecimal price) {
            super(price == null ? new BigDecimal("-1") : price);
        }
    }

    static class WriteOnly implements Priced {
        public Long id = 7L;

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        @Renamed(id = "item-price", fromJson = "price_cents", converter = CentsToDecimal.class)
        public BigDecimal price;

        @Override
        public BigDecimal price() {
            return price;
        }
    }

    @JsonIgnoreProperties(value = "price", allowSetters = true)
    static class AllowSetters extends ItemBean {}

    static class Throwing implements Priced {
        private BigDecimal price;
        private int calls;

        @Renamed(id = "item-price", fromJson = "price_cents", converter = CentsToDecimal.class)
        public BigDecimal getPrice() {
            calls++;
            throw new IllegalStateException("not now");
        }

        public void setPrice(BigDecimal price) {
            this.price = price;
        }

        @Override
        public BigDecimal price() {
            return price;
        }
    }

    /** Throws what Java does where a value has no other form. */
    static class CentsToDecimal implements RenameConverter<Long, BigDecimal> {
        @Override
        public BigDecimal toNew(Long cents) {
            if (cents < 0) {
                throw new IllegalArgumentException("negative: " + cents);
            }
            if (cents == 4712) {
                throw new ArithmeticException("odd: " + cents);
            }
            if (cents == 4713) {
                throw new DateTimeException("no day: " + cents);
            }
            return BigDecimal.valueOf(cents, 2);
        }

        @Override
        public Long toOld(BigDecimal price) {
            if (price.signum() < 0) {
                throw new IllegalArgumentException("negative: " + price);
            }
            return price.movePointRight(2).setScale(0, RoundingMode.DOWN).longValueExact();
        }
    }
}
