package dev.seamless.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seamless.ApiPhase;
import dev.seamless.RefusedException;
import dev.seamless.Rename;
import dev.seamless.SchemaPhase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {

    private static final Map<String, Platform> PLATFORMS =
            Map.of("ios", platform("1.4.0", "1.6.0"), "web", platform("2026.10.0", "2026.11.2"));
    private static final Map<String, String> CUTOFFS = Map.of("ios", "1.5.0", "web", "2026.11.0");

    @Test
    void aClientKnowsTheNewNameFromTheCutoffOn() {
        Gate gate = gate(PLATFORMS, ApiPhase.BOTH, CUTOFFS);
        assertThat(gate.admit("ios/1.4.0").knows()).isEmpty();
        assertThat(gate.admit("ios/1.5.0-beta.1").knows()).isEmpty();
        assertThat(gate.admit("ios/1.5.0").knows()).containsExactly("user-bio");
        assertThat(gate.admit("web/2026.10.9").knows()).isEmpty();
        assertThat(gate.admit("web/2026.11.0").knows()).containsExactly("user-bio");
    }

    @Test
    void aPlatformWithoutACutoffCountsAsNotKnowingIt() {
        Gate gate = gate(PLATFORMS, ApiPhase.BOTH, Map.of("ios", "1.5.0"));
        assertThat(gate.admit("web/2026.11.2").knows()).isEmpty();
        assertThat(gate.admit("web/2026.11.2").outdated()).hasSize(1);
    }

    @Test
    void onlyAKnownClientBelowTheFloorIsRefused() {
        Gate gate = gate(PLATFORMS, ApiPhase.BOTH, CUTOFFS);
        assertThat(gate.admit("ios/1.3.9").refused()).isTrue();
        assertThat(gate.admit("ios/1.4.0-rc.1").refused()).isTrue();
        assertThat(gate.admit("ios/1.4.0").refused()).isFalse();
        assertThat(gate.admit("ios/9.9.9").refused()).isFalse();
        assertThat(gate.admit("android/1.0.0").refused()).isFalse();
        assertThat(gate.admit(null).refused()).isFalse();
    }

    @Test
    void belowMinimumCanBeLetThrough() {
        Gate gate = new Gate(
                () -> PLATFORMS, List.of(window(ApiPhase.BOTH, CUTOFFS)), UnknownClients.BOTH, BelowMinimum.INFORM);
        assertThat(gate.admit("ios/1.3.9").refused()).isFalse();
        assertThat(gate.admit("ios/1.3.9").bounds()).isEqualTo(platform("1.4.0", "1.6.0"));
    }

    @ParameterizedTest
    @EnumSource
    void unknownClientsGetWhatIsConfigured(UnknownClients unknown) {
        Gate gate = new Gate(() -> PLATFORMS, List.of(window(ApiPhase.BOTH, CUTOFFS)), unknown, BelowMinimum.REJECT);
        Admission admission = gate.admit("garbage");
        assertThat(admission.client()).isNull();
        assertThat(admission.bounds()).isNull();
        assertThat(admission.refused()).isEqualTo(unknown == UnknownClients.REJECT);
        assertThat(admission.knows()).isEqualTo(unknown == UnknownClients.OLD ? Set.of() : null);
    }

    @Test
    void clientsAreOutdatedOnlyWhereANewNameIsServed() {
        assertThat(gate(PLATFORMS, ApiPhase.BOTH, CUTOFFS).admit("ios/1.4.0").outdated())
                .hasSize(1);
        assertThat(gate(PLATFORMS, ApiPhase.BOTH, CUTOFFS).admit("ios/1.5.0").outdated())
                .isEmpty();
        Map<String, Platform> unreleased = Map.of("ios", platform("1.4.0", "1.4.9"));
        assertThat(gate(unreleased, ApiPhase.OLD, Map.of("ios", "1.5.0"))
                        .admit("ios/1.4.0")
                        .outdated())
                .isEmpty();
    }

    @Test
    void contradictionsAreRefused() {
        refused(() -> gate(PLATFORMS, ApiPhase.BOTH, Map.of("tv", "1.0.0")), "'tv'", "seamless.gate.platforms.tv");
        refused(() -> gate(PLATFORMS, ApiPhase.SERVE_NEW, CUTOFFS), "serve-new", "minimum");
        refused(() -> gate(PLATFORMS, ApiPhase.NEW, CUTOFFS), "is new", "minimum");
        refused(
                () -> gate(Map.of("ios", platform("1.5.0", "1.6.0")), ApiPhase.SERVE_NEW, Map.of()),
                "no cutoff",
                "seamless.renames.user-bio.cutoff.ios");
        refused(() -> gate(PLATFORMS, ApiPhase.OLD, CUTOFFS), "is old", "Set seamless.renames.user-bio.api to both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> platform("1.6.0", "1.5.0"))
                .withMessage("the minimum 1.6.0 is above the latest 1.5.0");
    }

    @Test
    void serveNewStartsOnceEveryFloorHasReachedItsCutoff() {
        Map<String, Platform> raised =
                Map.of("ios", platform("1.5.0", "1.6.0"), "web", platform("2026.11.0", "2026.11.2"));
        assertThat(gate(raised, ApiPhase.SERVE_NEW, CUTOFFS).admit("ios/1.4.0").refused())
                .isTrue();
    }

    @Test
    void aMovedFloorHoldsFromTheNextRequestOn() {
        AtomicReference<Map<String, Platform>> source = new AtomicReference<>(PLATFORMS);
        Gate gate = gate(source::get, ApiPhase.BOTH);
        assertThat(gate.admit("ios/1.4.0").refused()).isFalse();
        source.set(Map.of("ios", platform("1.5.0", "1.7.0"), "web", PLATFORMS.get("web")));
        assertThat(gate.admit("ios/1.4.0").refused()).isTrue();
        assertThat(gate.admit("ios/1.4.0").bounds()).isEqualTo(platform("1.5.0", "1.7.0"));
        source.set(PLATFORMS);
        assertThat(gate.admit("ios/1.4.0").refused()).isFalse();
    }

    @Test
    void aFloorThatFallsBackStopsAtTheCutoffOfANameThatIsNoLongerServed() {
        Map<String, Platform> raised = Map.of("ios", platform("1.5.0", "1.6.0"));
        AtomicReference<Map<String, Platform>> source = new AtomicReference<>(raised);
        Gate gate = new Gate(
                source::get,
                List.of(window(ApiPhase.SERVE_NEW, Map.of("ios", "1.5.0"))),
                UnknownClients.BOTH,
                BelowMinimum.REJECT);
        source.set(Map.of("ios", platform("1.0.0", "1.4.0")));
        assertThat(gate.admit("ios/1.4.9").refused()).isTrue();
        assertThat(gate.admit("ios/1.5.0").refused()).isFalse();
    }

    @Test
    void whatAPolicySaidLastHoldsWhileItsSourceIsAway() {
        AtomicReference<Supplier<Map<String, Platform>>> source = new AtomicReference<>(() -> PLATFORMS);
        Gate gate = gate(() -> source.get().get(), ApiPhase.BOTH);
        for (Supplier<Map<String, Platform>> broken : List.<Supplier<Map<String, Platform>>>of(
                () -> {
                    throw new IllegalStateException("away");
                },
                () -> null,
                Map::of,
                () -> Map.of("tv", platform("1.0.0", "1.0.0")),
                () -> Map.of("ios", platform("2.0.0", "1.0.0")))) {
            source.set(broken);
            assertThat(gate.admit("ios/1.3.9").refused()).isTrue();
            assertThat(gate.admit("ios/1.4.0").refused()).isFalse();
        }
    }

    @Test
    void onlyAShapeThatDependsOnTheClientVaries() {
        assertThat(gate(PLATFORMS, ApiPhase.BOTH, CUTOFFS).variesByClient()).isTrue();
        assertThat(gate(Map.of("ios", platform("1.4.0", "1.4.9")), ApiPhase.OLD, Map.of("ios", "1.5.0"))
                        .variesByClient())
                .isFalse();
    }

    private static void refused(Runnable start, String... said) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(start::run)
                .satisfies(refused -> assertThat(refused.getMessage()).contains(said));
    }

    private static Gate gate(Map<String, Platform> platforms, ApiPhase phase, Map<String, String> cutoffs) {
        return new Gate(() -> platforms, List.of(window(phase, cutoffs)), UnknownClients.BOTH, BelowMinimum.REJECT);
    }

    private static Gate gate(VersionPolicy policy, ApiPhase phase) {
        return new Gate(policy, List.of(window(phase, CUTOFFS)), UnknownClients.BOTH, BelowMinimum.REJECT);
    }

    static ApiWindow window(ApiPhase phase, Map<String, String> cutoffs) {
        Map<String, Version> versions = new java.util.HashMap<>();
        cutoffs.forEach((platform, version) -> versions.put(platform, Version.of(version)));
        return new ApiWindow(new Rename("user-bio", SchemaPhase.OLD, phase), versions, null, null);
    }

    static Platform platform(String minimum, String latest) {
        return new Platform(Version.of(minimum), Version.of(latest));
    }
}
