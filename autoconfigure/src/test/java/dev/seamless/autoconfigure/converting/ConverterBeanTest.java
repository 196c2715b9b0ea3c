package dev.seamless.autoconfigure.converting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.autoconfigure.converting.CentsConverter.Scale;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.test.autoconfigure.json.AutoConfigureJson;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** A converter that Spring makes, with what it needs, on both boundaries. */
@DataJpaTest(
        properties = {
            "seamless.renames.offer-price.schema=dual-write",
            "seamless.renames.offer-price.api=both",
            "spring.jpa.hibernate.ddl-auto=create-drop"
        })
@AutoConfigureJson
@Import(ConverterBeanTest.Needed.class)
class ConverterBeanTest {

    @Autowired
    private EntityManager entities;

    @Autowired
    private JsonMapper json;

    @Test
    void writesBothColumns() {
        Offer offer = new Offer();
        offer.price = new BigDecimal("12.34");
        entities.persist(offer);
        entities.flush();
        entities.clear();
        assertThat(entities.createNativeQuery("select price_cents, price from offer")
                        .getSingleResult())
                .isEqualTo(new Object[] {1234, new BigDecimal("12.34")});
        assertThat(entities.find(Offer.class, offer.id).price).isEqualByComparingTo("12.34");
    }

    @Test
    void readsBothNames() {
        assertThat(json.readValue("{\"priceCents\":1234}", OfferDto.class))
                .isEqualTo(json.readValue("{\"price\":12.34}", OfferDto.class));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Needed {

        @Bean
        Scale scale() {
            return new Scale(2);
        }
    }
}
