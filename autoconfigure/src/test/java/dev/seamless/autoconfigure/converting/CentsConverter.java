package dev.seamless.autoconfigure.converting;

import dev.seamless.RenameConverter;
import java.math.BigDecimal;

/** A converter that only Spring can make: what it needs is injected. */
class CentsConverter implements RenameConverter<Integer, BigDecimal> {

    private final Scale scale;

    CentsConverter(Scale scale) {
        this.scale = scale;
    }

    @Override
    public BigDecimal toNew(Integer cents) {
        return BigDecimal.valueOf(cents, scale.digits());
    }

    @Override
    public Integer toOld(BigDecimal price) {
        return price.movePointRight(scale.digits()).intValueExact();
    }

    record Scale(int digits) {}
}
