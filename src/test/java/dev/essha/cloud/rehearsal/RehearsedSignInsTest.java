package dev.essha.cloud.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.rehearsal.RehearsedSignIns.Person;
import dev.essha.cloud.signin.CenterAccount;
import dev.essha.cloud.signin.FoundProfile;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.ProfileSource;
import dev.essha.cloud.signin.Prompt;
import dev.essha.cloud.signin.SignIns.Way;
import dev.essha.plan.AccountId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The double behaves as the port says. */
class RehearsedSignInsTest {

    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final IdentityCenter CENTER = RehearsedSignIns.CENTER;

    private final List<Prompt.Asked> shown = new ArrayList<>();
    private final RehearsedSignIns signIns = RehearsedSignIns.of(ACCOUNT, InstantSource.system(), Duration.ZERO);

    @ParameterizedTest
    @EnumSource(Way.class)
    void aPersonWhoAllowsIsSignedInUntilTheSessionEnds(Way way) {
        assertThat(signIns.session(CENTER)).isEmpty();

        assertThat(signIns.signIn(CENTER, way, shown::add)).isInstanceOf(Outcome.Done.class);

        assertThat(shown).hasSize(1);
        assertThat(signIns.accounts(CENTER)).extracting(CenterAccount::id).contains(ACCOUNT);
        assertThat(signIns.roles(CENTER, ACCOUNT)).contains("AdministratorAccess");
        signIns.endSessions();
        assertThat(signIns.session(CENTER)).isEmpty();
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> signIns.accounts(CENTER));
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> signIns.roles(CENTER, ACCOUNT));
    }

    @ParameterizedTest
    @CsvSource({"DENIES, DENIED", "IS_LATE, EXPIRED"})
    void aPersonWhoDoesNotIsNot(Person person, Outcome.Reason reason) {
        signIns.person(person);

        assertThat(((Outcome.NotDone) signIns.signIn(CENTER, Way.BROWSER, shown::add)).reason())
                .isEqualTo(reason);
        assertThat(signIns.session(CENTER)).isEmpty();
    }

    @Test
    void anInterruptCancelsWhatNobodyComesFor() throws InterruptedException {
        signIns.person(Person.STAYS_AWAY);
        List<Outcome> outcomes = new ArrayList<>();
        Thread thread =
                Thread.startVirtualThread(() -> outcomes.add(signIns.signIn(CENTER, Way.DEVICE_CODE, shown::add)));

        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        assertThat(((Outcome.NotDone) outcomes.getFirst()).reason()).isEqualTo(Outcome.Reason.CANCELLED);
    }

    @Test
    void signingOutEndsTheSession() {
        signIns.signIn(CENTER, Way.BROWSER, shown::add);

        signIns.signOut(CENTER);

        assertThat(signIns.session(CENTER)).isEmpty();
    }

    @Test
    void theComputerHasProfilesOfSeveralKinds() {
        assertThat(signIns.profiles().found())
                .extracting(FoundProfile::source)
                .hasOnlyElementsOfTypes(
                        ProfileSource.Keys.class,
                        ProfileSource.AssumedRole.class,
                        ProfileSource.CenterRole.class,
                        ProfileSource.Unusable.class);
        assertThat(signIns.identityCenters().found()).containsExactly(CENTER);
    }
}
