package dev.seamless.autoconfigure.converting;

import dev.seamless.Renamed;
import java.math.BigDecimal;

record OfferDto(
        @Renamed(id = "offer-price", from = "priceCents", converter = CentsConverter.class)
        BigDecimal price) {}
