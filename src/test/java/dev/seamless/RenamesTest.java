package dev.seamless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenamesTest {

    private static final Rename BIO = new Rename("user-bio", SchemaPhase.DUAL_WRITE, ApiPhase.BOTH);

    @ParameterizedTest
    @ValueSource(strings = {"", "-bio", "1bio", "User", "user_bio", "user.bio", "usér"})
    void refusesWhatIsNoId(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rename(id, SchemaPhase.OLD, ApiPhase.OLD))
                .withMessageContaining("'" + id + "'");
    }

    @Test
    void refusesAnIdTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Renames(List.of(BIO, BIO)))
                .withMessageContaining("user-bio");
    }

    @Test
    void findsByIdAndIteratesInTheOrderOfIds() {
        Rename other = new Rename("a1", SchemaPhase.NEW, ApiPhase.NEW);
        Renames renames = new Renames(List.of(BIO, other));
        assertThat(renames).containsExactly(other, BIO);
        assertThat(renames.find("user-bio")).contains(BIO);
        assertThat(renames.find("userbio")).isEmpty();
        assertThat(new Renames(List.of()).isEmpty()).isTrue();
    }

    @Test
    void namesTheMemberWhoseDeclarationTheScanDidNotSee() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Renames(List.of()).of("user-bio", "com.acme.User.description"))
                .withMessageContaining("com.acme.User.description")
                .withMessageContaining("seamless.scan-packages");
    }
}
