package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackView;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.plan.DomainPlan.Dns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two people install the same deployment at the same time. */
class TwoInstallersTest {

    private final VirtualTime time = new VirtualTime();
    private final Recorder first = new Recorder();
    private final Recorder second = new Recorder();
    private final Blueprint blueprint = Blueprint.of(Sketch.plan(Dns.ROUTE53));
    private final RehearsalCloud cloud =
            RehearsalCloud.open(RehearsalSettings.of(FakeCloud.ACCOUNT, FakeCloud.REGION, time)
                    .withHostedZoneFor(Sketch.DOMAIN, Optional.empty()));

    @Test
    void theSecondWatchesTheFirstAndSaysSo() throws Exception {
        CountDownLatch watching = new CountDownLatch(1);
        second.when(e -> e instanceof Event.StageWatching w && w.stage() == StageId.NETWORK, watching::countDown);
        CompletableFuture<Event.Outcome> other = new CompletableFuture<>();
        first.when(e -> e instanceof Event.ResourceChanged c && c.stage() == StageId.NETWORK, () -> {
            Thread.ofPlatform().start(() -> other.complete(install(second)));
            await(watching);
        });

        assertThat(install(first)).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(other.get(1, TimeUnit.MINUTES)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(second.of(Event.StageWatching.class, StageId.NETWORK).status())
                .isEqualTo("CREATE_IN_PROGRESS");
        assertThat(second.of(Event.StageCompleted.class, StageId.NETWORK).outputs())
                .isEqualTo(first.of(Event.StageCompleted.class, StageId.NETWORK).outputs());
        assertBothWell();
    }

    /** Who comes first is up to the machine: each time another order of proposals and executions. */
    @RepeatedTest(20)
    void whoeverIsQuickerNeitherBreaksTheOther() throws Exception {
        CompletableFuture<Event.Outcome> other = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> other.complete(install(second)));

        install(first);
        other.get(1, TimeUnit.MINUTES);

        assertBothWell();
    }

    private void assertBothWell() {
        assertThat(first.every(Event.StageFailed.class)).isEmpty();
        assertThat(second.every(Event.StageFailed.class)).isEmpty();
        for (StackView stack :
                cloud.stacks().ofDeployment(blueprint.plan().plan().name())) {
            List<String> made = cloud.stacks().events(stack.id(), Optional.empty()).stream()
                    .filter(e -> e.status().equals("CREATE_COMPLETE"))
                    .map(StackEvent::logicalId)
                    .toList();
            assertThat(made).as(stack.name()).doesNotHaveDuplicates();
        }
        assertThat(install(new Recorder())).isEqualTo(Event.Outcome.UNCHANGED);
    }

    private Event.Outcome install(Recorder events) {
        return new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events)
                .install(blueprint, InstallOptions.DEFAULT);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
