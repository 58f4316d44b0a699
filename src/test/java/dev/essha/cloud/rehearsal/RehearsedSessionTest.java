package dev.essha.cloud.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.StartUrl;
import dev.essha.plan.AccountId;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.RegionName;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A session that ends on request, and the one that takes its place. */
class RehearsedSessionTest {

    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final RegionName REGION = new RegionName("eu-central-1");
    private static final IdentityCenter CENTER =
            IdentityCenter.typed(new StartUrl("https://d-1234567890.awsapps.com/start"), REGION);

    private final RehearsalCloud cloud =
            RehearsalCloud.open(RehearsalSettings.of(ACCOUNT, REGION, InstantSource.system()));

    @Test
    void everythingThatNeedsAnAccountIsRefusedOnceTheSessionHasEnded() {
        List<ThrowingCallable> calls = List.of(
                cloud::identity,
                () -> cloud.stacks().ofDeployment(new DeploymentName("demo")),
                () -> cloud.stacks(new RegionName("us-east-1")).find("x"),
                () -> cloud.lookups().subnets("vpc-1"),
                () -> cloud.actions().autoScalingGroups("x"),
                () -> cloud.offers().zones());
        cloud.stacks().find("x");
        cloud.endSignIn();

        assertThat(calls).allSatisfy(call -> assertThat(failureOf(call)).isInstanceOf(CloudFailure.NotSignedIn.class));
        assertThat(failureOf(() -> cloud.lookups().subnets("vpc-1")).call()).isEqualTo("lookups:subnets");
    }

    @Test
    void whoeverSignsInAgainGoesOn() {
        cloud.endSignIn();
        Login login = new Login.IdentityCenterRole(CENTER, ACCOUNT, "Admin");

        cloud.signedIn().signInAgain(login);

        assertThat(cloud.identity().account()).isEqualTo(ACCOUNT);
        assertThat(cloud.stacks().find("x")).isEmpty();
        assertThat(cloud.signedIn().login()).isEqualTo(login);
    }

    @Test
    void aRoleInAnotherAccountDoesNotGoOn() {
        cloud.endSignIn();

        assertThat(failureOf(() -> cloud.signedIn()
                        .signInAgain(new Login.IdentityCenterRole(CENTER, new AccountId("444455556666"), "Admin"))))
                .isInstanceOf(CloudFailure.Invalid.class);
        assertThat(failureOf(cloud::identity)).isInstanceOf(CloudFailure.NotSignedIn.class);
    }

    @Test
    void whatAnAccountRefusesIsRefusedAsBefore() {
        assertThat(failureOf(() -> cloud.stacks().resources("no-such-stack")))
                .isInstanceOf(CloudFailure.NotFound.class);
    }

    private static CloudFailure failureOf(ThrowingCallable call) {
        return catchThrowableOfType(CloudException.class, call).failure();
    }
}
