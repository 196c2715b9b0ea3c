package dev.seamless.autoconfigure;

import dev.seamless.Rename;
import dev.seamless.Renames;
import dev.seamless.autoconfigure.Fleets.Anchorage;
import dev.seamless.ledger.Use;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Registers the gauges of the ledger when all persistence units are built. */
final class FleetMeters implements SmartInitializingSingleton {

    private final RenameMeters meters;
    private final Renames renames;
    private final Fleets fleets;

    FleetMeters(RenameMeters meters, Renames renames, Fleets fleets) {
        this.meters = meters;
        this.renames = renames;
        this.fleets = fleets;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Rename rename : renames) {
            meters.rename(rename);
        }
        for (Anchorage anchorage : fleets.all()) {
            meters.presence(anchorage.fleet());
            for (Use use : anchorage.uses()) {
                meters.pair(use.rename(), use.pair(), new LedgerFigures(anchorage.ledger(), use.pair()));
            }
        }
    }
}
