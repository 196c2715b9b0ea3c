package dev.seamless;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the two boundaries, as the design gives them. */
class PhaseTest {

    @ParameterizedTest
    @CsvSource({
        "OLD,        true,  true,  false",
        "DUAL_WRITE, true,  true,  true",
        "READ_NEW,   false, true,  true",
        "NEW,        false, false, true"
    })
    void aSchemaPhaseSaysWhatIsReadAndWritten(
            SchemaPhase phase, boolean readsOld, boolean writesOld, boolean writesNew) {
        assertThat(phase.readsOld()).isEqualTo(readsOld);
        assertThat(phase.writesOld()).isEqualTo(writesOld);
        assertThat(phase.writesNew()).isEqualTo(writesNew);
        assertThat(phase.writesBoth()).isEqualTo(writesOld && writesNew);
    }

    @ParameterizedTest
    @CsvSource({
        "OLD,       true,  false, true",
        "BOTH,      true,  true,  true",
        "SERVE_NEW, false, true,  true",
        "NEW,       false, true,  false"
    })
    void anApiPhaseSaysWhatIsServedAndAccepted(
            ApiPhase phase, boolean servesOld, boolean servesNew, boolean acceptsOld) {
        assertThat(phase.servesOld()).isEqualTo(servesOld);
        assertThat(phase.servesNew()).isEqualTo(servesNew);
        assertThat(phase.acceptsOld()).isEqualTo(acceptsOld);
    }
}
