package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackView;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.plan.AccountId;
import dev.essha.plan.DomainPlan.Dns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The credentials end in the middle of a run, and somebody signs in again, or does not. */
class SignInTest {

    private static final AccountId OTHER = new AccountId("999999999999");

    private final VirtualTime clock = new VirtualTime();
    private final Alarms time = new Alarms(clock);
    private final Recorder events = new Recorder();
    private final RehearsalCloud cloud =
            RehearsalCloud.open(RehearsalSettings.of(FakeCloud.ACCOUNT, FakeCloud.REGION, clock)
                    .withHostedZoneFor(Sketch.DOMAIN, Optional.empty()));
    private final Blueprint blueprint = Blueprint.of(Sketch.plan(Dns.ROUTE53));
    private final Installer installer = new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events);

    @Test
    void aRunWaitsForTheNextSignInAndGoesOnByItself() {
        endsAt(first(StageId.DATABASE), () -> time.in(Duration.ofMinutes(40), cloud::signIn));

        assertThat(installer.install(blueprint, InstallOptions.DEFAULT)).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(events.every(Event.SignInNeeded.class)).singleElement().satisfies(e -> {
            assertThat(e.said()).contains("The security token included in the request is expired");
            assertThat(e.todo()).isEqualTo("This is a rehearsal: whoever let the sign-in end begins it again.");
            assertThat(e.patience()).isEqualTo(Duration.ofHours(1));
        });
        assertThat(events.every(Event.SignedInAgain.class)).hasSize(1);
        assertThat(events.every(Event.StageFailed.class)).isEmpty();
        assertThat(waited()).isBetween(Duration.ofMinutes(40), Duration.ofMinutes(41));
        assertNothingWasMadeTwice();
    }

    @Test
    void whoeverIsSignedInToAnotherAccountIsToldOnceAndNothingIsAskedOfIt() {
        endsAt(first(StageId.DATABASE), () -> {
            time.in(Duration.ofMinutes(1), () -> cloud.signInTo(OTHER));
            time.in(Duration.ofMinutes(9), cloud::signIn);
        });

        assertThat(installer.install(blueprint, InstallOptions.DEFAULT)).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(events.every(Event.SignInNeeded.class))
                .extracting(Event.SignInNeeded::said)
                .hasSize(2)
                .last()
                .isEqualTo("account 999999999999 is signed in, and this run is in account 111122223333");
        assertNothingWasMadeTwice();
    }

    @Test
    void whereNobodyComesTheStagesFailAndALaterRunGoesOn() {
        endsAt(first(StageId.DATABASE), () -> {});

        assertThat(installer.install(blueprint, InstallOptions.DEFAULT)).isEqualTo(Event.Outcome.FAILED);

        assertThat(events.every(Event.SignInNeeded.class)).hasSize(1);
        assertThat(events.every(Event.StageFailed.class))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.failure().reason()).endsWith("nobody signed in again within 60 min"))
                .allSatisfy(f -> assertThat(f.failure().advice()).startsWith("Sign in again."));
        assertThat(state().pause()).isPresent();
        cloud.signIn();
        assertThat(again()).isEqualTo(Event.Outcome.COMPLETE);
        assertNothingWasMadeTwice();
    }

    /** What waits in vain is told in the reader's language, and in English in the log. */
    @Test
    void whereNobodyComesThatIsSaidInGermanWithoutAnythingBeforeIt() {
        endsAt(first(StageId.DATABASE), () -> {});
        Patience patience = new Patience(Duration.ofMinutes(20), Jitter.NONE);

        new Installer(cloud, time, patience, Locale.GERMAN, events).install(blueprint, InstallOptions.DEFAULT);

        assertThat(events.every(Event.StageFailed.class))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.failure().reason())
                        .endsWith("is expired; in 20 min hat sich niemand erneut angemeldet")
                        .doesNotContain("Niemand ist angemeldet"));
    }

    @Test
    void whoeverIsSignedInElsewhereIsRefusedInEachLanguage() {
        Installer german = new Installer(cloud, time, Patience.DEFAULT, Locale.GERMAN, events);

        CloudException refused = catchThrowableOfType(
                CloudException.class,
                () -> german.install(Blueprint.of(Sketch.planFor(OTHER)), InstallOptions.DEFAULT));

        assertThat(refused).hasMessageEndingWith("the plan is for the account 999999999999, signed in is 111122223333");
        assertThat(new FailureText(Locale.GERMAN).what(refused.failure()))
                .isEqualTo("sts:GetCallerIdentity: der Plan ist für das Konto 999999999999, angemeldet ist"
                        + " 111122223333");
    }

    @Test
    void aRunThatHasNobodyToWaitForFailsAtOnce() {
        endsAt(first(StageId.DATABASE), () -> {});
        Installer alone = new Installer(cloud, time, new Patience(Duration.ZERO, Jitter.NONE), Locale.ENGLISH, events);

        assertThat(alone.install(blueprint, InstallOptions.DEFAULT)).isEqualTo(Event.Outcome.FAILED);

        Event.SignInNeeded needed = events.every(Event.SignInNeeded.class).getFirst();
        assertThat(Duration.between(needed.at(), clock.now())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aWishToStopEndsTheWait() {
        endsAt(first(StageId.DATABASE), () -> time.in(Duration.ofMinutes(3), installer::cancel));

        assertThat(installer.install(blueprint, InstallOptions.DEFAULT)).isEqualTo(Event.Outcome.CANCELLED);

        assertThat(waited()).isLessThan(Duration.ofMinutes(4));
        assertThat(events.of(Event.StageSkipped.class, StageId.DATABASE).because())
                .contains("the operation on the stack ess-acme-database goes on in the account");
        cloud.signIn();
        assertThat(again()).isEqualTo(Event.Outcome.COMPLETE);
    }

    @Test
    void aSecondWishToStopEndsItToo() {
        endsAt(first(StageId.DATABASE), () -> {
            installer.cancel();
            installer.cancel();
        });

        assertThat(installer.install(blueprint, InstallOptions.DEFAULT)).isEqualTo(Event.Outcome.CANCELLED);
    }

    @Test
    void aDestroyWaitsAsWell() {
        installer.install(blueprint, InstallOptions.DEFAULT);
        events.clear();
        Destroyer destroyer = new Destroyer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events);
        DestroyPlan doomed = destroyer.list(blueprint, false);
        endsAt(first(StageId.COMPUTE), () -> time.in(Duration.ofMinutes(20), cloud::signIn));

        assertThat(destroyer.destroy(doomed)).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(events.every(Event.SignInNeeded.class)).hasSize(1);
        assertThat(events.every(Event.SignedInAgain.class)).hasSize(1);
        assertThat(cloud.stacks().ofDeployment(blueprint.plan().plan().name())).isEmpty();
    }

    @Test
    void nothingBeginsWhereNobodyIsSignedIn() {
        cloud.endSignIn();

        assertThatThrownBy(() -> installer.install(blueprint, InstallOptions.DEFAULT))
                .isInstanceOfSatisfying(
                        CloudException.class,
                        e -> assertThat(e.failure()).isInstanceOf(CloudFailure.NotSignedIn.class));
        assertThat(events.all()).isEmpty();
    }

    /** A service that takes the signature of nobody, as in a region that is not enabled, is not waited for. */
    @Test
    void aRefusalAlthoughSomebodyIsSignedInIsAFailure() {
        FakeCloud fake = new FakeCloud(clock);
        fake.stacks()
                .failures
                .addAll(Collections.nCopies(
                        50, new CloudFailure.NotSignedIn("cloudformation:CreateChangeSet", "unrecognized")));

        assertThat(new Installer(fake, time, Patience.DEFAULT, Locale.ENGLISH, events)
                        .install(
                                Sketch.blueprint(Sketch.stack(StageId.REGISTRY, List.of(), "Role AWS::IAM::Role")),
                                InstallOptions.DEFAULT))
                .isEqualTo(Event.Outcome.FAILED);
        assertThat(fake.stacks().calls).hasSize(4);
        assertThat(events.every(Event.SignInNeeded.class)).isEmpty();
    }

    @Test
    void theTimeLeftStandsStillMeanwhileAndTheTimeSpentDoesNot() {
        endsAt(first(StageId.DATABASE), () -> time.in(Duration.ofMinutes(40), cloud::signIn));
        installer.install(blueprint, InstallOptions.DEFAULT);

        RunState before = until(Event.SignInNeeded.class);
        RunState late = before.at(before.now().plus(Duration.ofMinutes(39)));
        RunState after = until(Event.SignedInAgain.class);

        assertThat(before.pause()).isPresent();
        assertThat(late.timeLeft()).isEqualTo(before.timeLeft());
        assertThat(late.bar()).isEqualTo(before.bar());
        assertThat(late.elapsed()).isEqualTo(before.elapsed().plusMinutes(39));
        assertThat(after.pause()).isEmpty();
        assertThat(after.timeLeft())
                .isEqualTo(justBefore(Event.SignedInAgain.class).timeLeft());
    }

    /** What the state was right after the first event of a type. */
    private RunState until(Class<? extends Event> type) {
        Event first = events.all().stream().filter(type::isInstance).findFirst().orElseThrow();
        return justBefore(type).apply(first);
    }

    /** What the state was then; stages beside the one that waits may have told of what they had seen already. */
    private RunState justBefore(Class<? extends Event> type) {
        RunState state = RunState.initial();
        for (Event event : events.all()) {
            if (type.isInstance(event)) {
                return state;
            }
            state = state.apply(event);
        }
        throw new AssertionError("no " + type);
    }

    private RunState state() {
        RunState state = RunState.initial();
        for (Event event : events.all()) {
            state = state.apply(event);
        }
        return state;
    }

    /** The credentials end when something happens, and then something else is done. */
    private void endsAt(Predicate<Event> when, Runnable then) {
        events.when(when, () -> {
            cloud.endSignIn();
            then.run();
        });
    }

    private static Predicate<Event> first(StageId stage) {
        return e -> e instanceof Event.ResourceChanged c && c.stage() == stage;
    }

    private Duration waited() {
        return Duration.between(
                events.every(Event.SignInNeeded.class).getFirst().at(),
                events.every(Event.SignedInAgain.class).stream()
                        .findFirst()
                        .map(Event.SignedInAgain::at)
                        .orElse(clock.now()));
    }

    private Event.Outcome again() {
        return new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, new Recorder())
                .install(blueprint, InstallOptions.DEFAULT);
    }

    private void assertNothingWasMadeTwice() {
        for (StackView stack :
                cloud.stacks().ofDeployment(blueprint.plan().plan().name())) {
            List<String> made = new ArrayList<>();
            cloud.stacks().events(stack.id(), Optional.empty()).stream()
                    .filter(e -> e.status().equals("CREATE_COMPLETE"))
                    .map(StackEvent::logicalId)
                    .forEach(made::add);
            assertThat(made).as(stack.name()).doesNotHaveDuplicates();
        }
    }
}
