package dev.essha.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.pipeline.Event;
import dev.essha.ui.run.Readiness.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a plan may be installed: only after it was seen what that does, for this very plan and account. */
class ReviewModelTest {

    private final RunBench bench = new RunBench();
    private final ReviewModel review = new ReviewModel(bench.wizard, bench.model, () -> (_, then) -> then.run());

    @Test
    void nobodySeesAnythingBeforeTheySignIn() {
        review.look();

        assertThat(kind()).isEqualTo(Kind.NOT_SIGNED_IN);
        assertThat(bench.work).isEmpty();
    }

    @Test
    void whatWasSeenMakesItReady() {
        signIn();
        review.look();
        assertThat(kind()).isEqualTo(Kind.LOOKING);

        bench.worksAll();

        assertThat(kind()).isEqualTo(Kind.READY_BUT_WEAK);
        assertThat(review.readiness().get().ready()).isTrue();
    }

    @Test
    void anotherPlanIsNotTheOneThatWasSeen() {
        signIn();
        review.look();
        bench.worksAll();

        bench.wizard.draft().text("database.storageGiB").set("40");
        assertThat(kind()).isEqualTo(Kind.NOT_SEEN);

        review.look();
        bench.worksAll();
        assertThat(kind()).isEqualTo(Kind.READY_BUT_WEAK);
    }

    @Test
    void anotherPlaceIsNotTheOneThatWasSeen() {
        signIn();
        review.look();
        bench.worksAll();

        bench.wizard.venue().set(Optional.empty());
        assertThat(kind()).isEqualTo(Kind.NOT_SIGNED_IN);
    }

    @Test
    void whereEnoughIsLeftWhenAZoneIsLostItIsReadyWithoutAWarning() {
        signIn();
        bench.wizard.draft().text("compute.maxNodesPerZone").set("4");
        bench.wizard.draft().text("compute.nodesPerZone").set("2");
        review.look();
        bench.worksAll();

        assertThat(kind()).isEqualTo(Kind.READY);
    }

    @Test
    void aPlanWithProblemsIsNotLookedAt() {
        signIn();
        bench.wizard.draft().text("database.storageGiB").set("1");
        bench.wizard.draft().text("domain.name").set("example");

        review.look();

        assertThat(review.readiness().get()).isEqualTo(new Readiness(Kind.PROBLEMS, 2));
        assertThat(bench.work).isEmpty();
    }

    @Test
    void whatWouldFailStopsIt() {
        bench.hasHostedZone = false;
        signIn();
        review.look();
        bench.worksAll();

        assertThat(kind()).isEqualTo(Kind.WOULD_FAIL);
    }

    @Test
    void aChangeThatLosesDataHasToBeAllowed() {
        signIn();
        bench.model.install(bench.order(), true);
        bench.worksAll();
        bench.wizard.draft().text("registry.repositories").set("storage\nopenid");

        review.look();
        bench.worksAll();
        assertThat(kind()).isEqualTo(Kind.LOSES_DATA);
        long losses = review.readiness().get().count();

        review.allow("registry/RepositoryWebid", true);
        assertThat(review.readiness().get()).isEqualTo(new Readiness(Kind.LOSES_DATA, losses - 1));
        assertThat(review.allowed()).containsExactly("registry/RepositoryWebid");
        review.allow("registry/RepositoryWebid", false);
        assertThat(review.readiness().get().count()).isEqualTo(losses);
    }

    @Test
    void nothingIsLookedAtWhileARunGoesOn() {
        signIn();
        review.look();
        bench.worksAll();

        bench.model.start(bench.order(), new RunBench.Script(Event.Outcome.COMPLETE, _ -> {}));
        assertThat(kind()).isEqualTo(Kind.RUNNING);
        review.look();
        assertThat(bench.work).hasSize(1);

        bench.worksAll();
        assertThat(kind()).as("what was seen before the run").isEqualTo(Kind.NOT_SEEN);
        review.look();
        bench.worksAll();
        assertThat(kind()).isEqualTo(Kind.READY_BUT_WEAK);
    }

    private Kind kind() {
        return review.readiness().get().kind();
    }

    private void signIn() {
        bench.wizard.venue().set(Optional.of(RunBench.venue()));
    }
}
