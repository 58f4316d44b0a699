package dev.essha.ui.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.essha.application.Places;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Identity;
import dev.essha.cloud.signin.Login;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.InstallOptions;
import dev.essha.plan.AccountId;
import dev.essha.plan.DnsRecord;
import dev.essha.plan.RegionName;
import dev.essha.plan.ValidPlan;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.run.RunView.Stand;
import dev.essha.ui.wizard.Venue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the window knows of a run. */
class RunModelTest {

    private final RunBench bench = new RunBench();
    private final RunModel model = bench.model;

    @Test
    void aRehearsedInstallRunsToItsEndAndIsKept() {
        bench.wizard.venue().set(Optional.of(RunBench.venue()));
        model.install(bench.order(), false);
        assertThat(bench.wizard.started().get()).isTrue();
        assertThat(model.view().get().stand()).isEqualTo(Stand.CHECKING);

        bench.works();

        RunView end = model.view().get();
        assertThat(end.succeeded()).isTrue();
        assertThat(end.stand()).isEqualTo(Stand.ENDED);
        assertThat(end.state().bar()).isEqualTo(1);
        assertThat(bench.wizard.installed().get()).isTrue();
        assertThat(bench.kept).hasSameSizeAs(model.events());
        assertThat(bench.unhandled).isEmpty();
    }

    @Test
    void theSameOnceMoreFindsNothingToDo() {
        model.install(bench.order(), false);
        bench.works();

        model.again();
        bench.works();

        assertThat(model.view().get().endedWith(Event.Outcome.UNCHANGED)).isTrue();
    }

    @Test
    void whatWouldFailIsRefusedBeforeAnythingIsTouched() {
        bench.hasHostedZone = false;

        model.install(bench.order(), false);
        bench.works();

        assertThat(model.view().get().end()).containsInstanceOf(RunEnd.Refused.class);
        assertThat(((RunEnd.Refused) model.view().get().end().orElseThrow())
                        .failed()
                        .findings())
                .isNotEmpty();
        assertThat(model.events()).isEmpty();
        assertThat(bench.wizard.installed().get()).isFalse();
    }

    @Test
    void anotherAccountThanTheOneThatWasShownIsRefused() {
        Identity shown = new Identity(
                new AccountId("999988887777"), "arn:aws:iam::999988887777:user/ann", new RegionName("eu-central-1"));
        Venue venue = new Venue(
                new Places.Choice(false, 1, false, Optional.empty(), new Login.Profile("work"), Optional.empty()),
                Cloud.Kind.AWS,
                Optional.of(shown),
                Optional.empty());

        model.install(new RunOrder(venue, ValidPlan.of(Draft.first()), InstallOptions.DEFAULT), true);
        bench.works();

        assertThat(model.view().get().end())
                .get()
                .isInstanceOfSatisfying(
                        RunEnd.OtherAccount.class,
                        other -> assertThat(other.found().account()).isEqualTo(new AccountId("111122223333")));
        assertThat(model.events()).isEmpty();
    }

    @Test
    void tenThousandEventsBetweenTwoLooksAreShownOnceInOrder() {
        List<RunView> shown = shown();
        model.start(bench.order(), new RunBench.Script(Event.Outcome.COMPLETE, listener -> {
            listener.accept(RunBench.started(StageId.NETWORK));
            bench.beats();
            for (int i = 2; i <= 10_000; i++) {
                listener.accept(RunBench.settled(i, StageId.NETWORK, "Subnet" + i % 10));
            }
            bench.beats();
        }));
        bench.works();

        assertThat(shown)
                .extracting(RunView::stand)
                .containsExactly(Stand.CHECKING, Stand.RUNNING, Stand.RUNNING, Stand.ENDED);
        assertThat(shown.get(2).state().sequence()).isEqualTo(10_000);
        assertThat(model.events()).hasSize(5_000);
        assertThat(model.events()).extracting(Event::sequence).isSorted().endsWith(10_000L);
    }

    @Test
    void betweenEventsTimePassesAndTheBarNeverGoesBack() {
        List<RunView> shown = shown();
        model.start(bench.order(), new RunBench.Script(Event.Outcome.FAILED, listener -> {
            listener.accept(RunBench.started(StageId.NETWORK));
            listener.accept(new Event.StageStarted(2, RunBench.START, StageId.NETWORK));
            for (int i = 0; i < 20; i++) {
                bench.clock.sleep(Duration.ofSeconds(30));
                bench.beats();
            }
            listener.accept(new Event.StageSkipped(3, RunBench.START, StageId.NETWORK, "the run was cancelled"));
            bench.beats();
        }));
        bench.works();

        assertThat(shown).hasSizeGreaterThan(20);
        assertThat(shown).extracting(v -> v.state().bar()).isSorted();
        assertThat(shown.get(10).state().elapsed()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whereNothingHappensNothingIsShownAnew() {
        List<RunView> shown = shown();
        model.start(bench.order(), new RunBench.Script(Event.Outcome.COMPLETE, listener -> {
            listener.accept(RunBench.started(StageId.NETWORK));
            for (int i = 0; i < 50; i++) {
                bench.beats();
            }
        }));
        bench.works();

        assertThat(shown).hasSize(3);
        assertThat(bench.beating()).isFalse();
    }

    @Test
    void cancellingOnceStopsAfterWhatIsInFlightTwiceAtOnce() {
        List<RunView> shown = shown();
        RunBench.Script[] job = new RunBench.Script[1];
        job[0] = new RunBench.Script(Event.Outcome.CANCELLED, listener -> {
            listener.accept(RunBench.started(StageId.NETWORK));
            bench.beats();
            model.cancel();
            assertThat(job[0].cancelled).isEqualTo(1);
            bench.beats();
            model.cancel();
            model.cancel();
        });
        model.start(bench.order(), job[0]);
        bench.works();

        assertThat(job[0].cancelled).isEqualTo(2);
        assertThat(shown)
                .extracting(RunView::stand)
                .containsSubsequence(Stand.RUNNING, Stand.STOPPING, Stand.LEAVING, Stand.ENDED);
        assertThat(model.view().get().endedWith(Event.Outcome.CANCELLED)).isTrue();
        assertThat(bench.wizard.installed().get()).isFalse();
    }

    @Test
    void anInstallThatIsCancelledBeforeItsFirstEventTouchesNothing() {
        model.install(bench.order(), false);
        model.cancel();
        bench.works();

        assertThat(model.view().get().endedWith(Event.Outcome.CANCELLED)).isTrue();
        assertThat(model.events()).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aListenerThatFailsIsLeftOutAndTheRunGoesOn() {
        bench.diskFailure = Optional.of(new IllegalStateException("the disk is gone"));

        model.install(bench.order(), true);
        bench.works();

        assertThat(model.view().get().succeeded()).isTrue();
        assertThat(bench.unhandled).singleElement().isSameAs(bench.diskFailure.get());
        assertThat(bench.kept).isEmpty();
    }

    @Test
    void whatIsNoEventOfTheEngineEndsTheRunAndIsShown() {
        IllegalStateException defect = new IllegalStateException("nobody thought of this");
        model.start(bench.order(), new RunBench.Script(Event.Outcome.COMPLETE, _ -> {
            throw defect;
        }));
        bench.works();

        assertThat(model.view().get().end()).contains(new RunEnd.Broken(defect));
        assertThat(model.view().get().active()).isFalse();
    }

    @Test
    void recordsAreAwaitedUntilTheyAreSeen() {
        Event.RecordsNeeded needed = new Event.RecordsNeeded(
                2,
                RunBench.START,
                StageId.EDGE,
                Event.Purpose.CERTIFICATE_VALIDATION,
                List.of(new DnsRecord("_x.ess.example.com", "CNAME", "_y.acm-validations.aws", 300)));
        List<RunView> shown = shown();
        model.start(bench.order(), new RunBench.Script(Event.Outcome.COMPLETE, listener -> {
            listener.accept(RunBench.started(StageId.EDGE));
            listener.accept(needed);
            bench.beats();
            listener.accept(new Event.RecordsFound(3, RunBench.START, StageId.EDGE, needed.purpose()));
            bench.beats();
        }));
        bench.works();

        assertThat(shown.get(1).awaited()).isEqualTo(Map.of(StageId.EDGE, needed));
        assertThat(shown.get(2).awaited()).isEmpty();
    }

    @Test
    void twoRunsAtOnceAreRefused() {
        model.install(bench.order(), true);

        assertThatThrownBy(() -> model.install(bench.order(), true)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoHearsOfTheEndCanStartTheNext() {
        Consumer<Consumer<Event>> nothing = _ -> {};
        model.view().addListener((_, _, now) -> {
            if (now.endedWith(Event.Outcome.FAILED)) {
                model.start(bench.order(), new RunBench.Script(Event.Outcome.COMPLETE, nothing));
            }
        });
        model.start(bench.order(), new RunBench.Script(Event.Outcome.FAILED, nothing));
        bench.works();
        bench.works();

        assertThat(model.view().get().succeeded()).isTrue();
    }

    private List<RunView> shown() {
        List<RunView> shown = new ArrayList<>();
        model.view().addListener((_, _, now) -> shown.add(now));
        return shown;
    }
}
