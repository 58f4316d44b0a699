package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CertificateWatchTest {

    private static final String TYPE = "AWS::CertificateManager::Certificate";
    private static final String TEMPLATE = """
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties: {DomainName: ess.example.com, ValidationMethod: DNS}
        """;

    private final VirtualTime time = new VirtualTime();
    private final Recorder events = new Recorder();
    private final RehearsalCloud cloud =
            RehearsalCloud.open(RehearsalSettings.of(FakeCloud.ACCOUNT, FakeCloud.REGION, time)
                    .withRecordsAddedAfter(Optional.of(Duration.ofHours(2))));

    /** Whether the event that comes while a certificate waits has its ARN is nowhere documented. */
    @Test
    void aCertificateWhoseEventHasNoArnIsLookedUpInItsStack() throws InterruptedException {
        cloud.stacks()
                .execute(cloud.stacks()
                        .propose(new StackRequest("ess-acme-edge", TEMPLATE, new TreeMap<>(), new TreeMap<>())));
        time.sleep(Duration.ofMinutes(1));
        Cancellation cancellation = new Cancellation();
        CertificateWatch watch = new CertificateWatch(
                new StageContext(
                        StageId.EDGE,
                        Run.unattended(cloud, time, new EventLog(time, Sentences.ENGLISH, events), cancellation)),
                cloud.stacks(),
                "ess-acme-edge");

        watch.happened(new StackEvent("1", time.now(), "Certificate", "", TYPE, "CREATE_IN_PROGRESS", ""));
        watch.looked();

        assertThat(events.of(Event.RecordsNeeded.class, StageId.EDGE).records())
                .singleElement()
                .satisfies(r -> assertThat(r.type()).isEqualTo("CNAME"));
    }
}
