package dev.seamless.autoconfigure.converting;

import dev.seamless.Renamed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.math.BigDecimal;

@Entity
class Offer {

    @Id
    @GeneratedValue
    Long id;

    @Column(precision = 10, scale = 2)
    @Renamed(id = "offer-price", from = "priceCents", converter = CentsConverter.class)
    BigDecimal price;
}
