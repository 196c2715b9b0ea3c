package dev.seamless.autoconfigure;

import dev.seamless.autoconfigure.Fleets.Anchorage;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while others have made this instance gone: it refuses reads and writes. Asks no database. */
final class FleetHealthIndicator extends AbstractHealthIndicator {

    private final Fleets fleets;

    FleetHealthIndicator(Fleets fleets) {
        this.fleets = fleets;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<Anchorage> all = fleets.all();
        builder.status(fleets.isGone() ? "DOWN" : "UP");
        all.forEach(each ->
                builder.withDetail(each.fleet().instance().id(), each.fleet().presence()));
    }
}
