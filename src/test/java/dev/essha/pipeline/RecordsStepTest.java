package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.essha.blueprint.Output;
import dev.essha.blueprint.StageId;
import dev.essha.plan.DnsRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsStepTest {

    private static final String BALANCER = "lb-1.elb.eu-central-1.amazonaws.com";
    private static final String DOMAIN = "ess.example.com";

    private final VirtualTime time = new VirtualTime();
    private final FakeCloud cloud = new FakeCloud(time);
    private final Recorder events = new Recorder();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void recordsThatAreThereAreNotAskedFor() throws InterruptedException {
        cname(DOMAIN, BALANCER);
        cname("*." + DOMAIN, BALANCER);

        assertThat(step().run()).isEqualTo(new StageResult.Completed(false, Map.of()));
        assertThat(events.all()).isEmpty();
        assertThat(step().observe().done()).isTrue();
    }

    @Test
    void bothRecordsAreAskedForAndWaitedFor() throws InterruptedException {
        events.when(Event.RecordsNeeded.class::isInstance, () -> {
            cname(DOMAIN, BALANCER.toUpperCase(Locale.ROOT));
            cname("*." + DOMAIN, BALANCER);
        });

        assertThat(step().run()).isEqualTo(new StageResult.Completed(true, Map.of()));
        assertThat(events.every(Event.RecordsNeeded.class).getFirst().records())
                .containsExactly(
                        new DnsRecord(DOMAIN, "CNAME", BALANCER, 300),
                        new DnsRecord("*." + DOMAIN, "CNAME", BALANCER, 300));
        assertThat(events.every(Event.RecordsFound.class)).hasSize(1);
    }

    @Test
    void theDomainAloneIsNotEnough() throws InterruptedException {
        cname(DOMAIN, BALANCER);

        assertThat(step().observe().done()).isFalse();
        cname("*." + DOMAIN, "somewhere.else.example");
        assertThat(step().observe().done()).isFalse();
    }

    @Test
    void anApexMayAnswerWithTheLoadBalancersAddresses() throws InterruptedException {
        cloud.answers(BALANCER, "A", List.of("192.0.2.1", "192.0.2.2", "192.0.2.3"), List.of());
        cloud.answers(DOMAIN, "A", List.of("192.0.2.2", "192.0.2.1"), List.of());
        cloud.answers("*." + DOMAIN, "A", List.of("192.0.2.3"), List.of(BALANCER));
        assertThat(step().observe().done()).isTrue();

        cloud.answers(DOMAIN, "A", List.of("192.0.2.2", "198.51.100.9"), List.of());
        assertThat(step().observe().done()).isFalse();
    }

    @Test
    void nobodyIsWaitedForOnceTheRunIsCancelled() {
        events.when(Event.RecordsNeeded.class::isInstance, cancellation::request);

        assertThatThrownBy(() -> step().run()).isInstanceOf(InterruptedException.class);
    }

    private void cname(String name, String target) {
        cloud.answers(name, "CNAME", List.of(target), List.of());
    }

    private RecordsStep step() {
        Outputs outputs = new Outputs();
        outputs.put(StageId.EDGE, Map.of(Output.LOAD_BALANCER_NAMES.key(), BALANCER));
        StageContext context = new StageContext(StageId.DNS, cloud, time, new EventLog(time, events), cancellation);
        return new RecordsStep(context, Sketch.DOMAIN, outputs);
    }
}
