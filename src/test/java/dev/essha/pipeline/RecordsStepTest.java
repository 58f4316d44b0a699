package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.essha.blueprint.Output;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
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
    void atAnApexAnAliasIsAskedFor() throws InterruptedException {
        events.when(Event.RecordsNeeded.class::isInstance, () -> {
            cloud.answers(BALANCER, "A", List.of("192.0.2.1"), List.of());
            cloud.answers(DOMAIN, "A", List.of("192.0.2.1"), List.of());
            cname("*." + DOMAIN, BALANCER);
        });

        assertThat(step(true).run()).isEqualTo(new StageResult.Completed(true, Map.of()));
        assertThat(events.every(Event.RecordsNeeded.class).getFirst().records())
                .containsExactly(
                        new DnsRecord(DOMAIN, "ALIAS", BALANCER, 300),
                        new DnsRecord("*." + DOMAIN, "CNAME", BALANCER, 300));
    }

    @Test
    void anObservationSaysWhichRecordsAreMissing() {
        assertThat(step(true).observe().todo())
                .extracting(Sentences.ENGLISH::of)
                .containsExactly(
                        "waits for ess.example.com ALIAS " + BALANCER, "waits for *.ess.example.com CNAME " + BALANCER);
    }

    /** CloudFront answers a provider with other addresses than it answers us. */
    @Test
    void anApexMayAnswerWithAnyAddressOfTheGateway() {
        LeadsTo leads = new LeadsTo(cloud.resolver(), List.of("d111.cloudfront.net"));
        cloud.answers("d111.cloudfront.net", "A", List.of("192.0.2.1"), List.of());
        cloud.answers(DOMAIN, "A", List.of("203.0.113.9"), List.of());
        assertThat(leads.from(DOMAIN)).isFalse();

        cloud.answers(
                "9.113.0.203.in-addr.arpa", "PTR", List.of("server-203-0-113-9.fra56.r.cloudfront.net."), List.of());
        assertThat(leads.from(DOMAIN)).isTrue();
        assertThat(new LeadsTo(cloud.resolver(), List.of(BALANCER)).from(DOMAIN))
                .isFalse();
    }

    /** A load balancer answers with other addresses from time to time; those it had a moment ago are its own. */
    @Test
    void addressesThatTheTargetHadBeforeCount() {
        LeadsTo leads = new LeadsTo(cloud.resolver(), List.of(BALANCER));
        cloud.answers(BALANCER, "A", List.of("192.0.2.1"), List.of());
        cloud.answers(DOMAIN, "A", List.of("192.0.2.1"), List.of());
        assertThat(leads.from(DOMAIN)).isTrue();

        cloud.answers(BALANCER, "A", List.of("192.0.2.2"), List.of());
        assertThat(leads.from(DOMAIN)).isTrue();
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
        return step(false);
    }

    private RecordsStep step(boolean apex) {
        Outputs outputs = new Outputs();
        outputs.put(StageId.EDGE, Map.of(Output.LOAD_BALANCER_NAMES.key(), BALANCER));
        StageContext context = new StageContext(
                StageId.DNS, Run.unattended(cloud, time, new EventLog(time, Sentences.ENGLISH, events), cancellation));
        return new RecordsStep(
                context, new Work.AnnounceRecords(Sketch.DOMAIN, apex, Output.LOAD_BALANCER_NAMES), outputs);
    }
}
