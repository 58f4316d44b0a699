package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.application.Costing;
import dev.essha.application.Costing.Costed;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.cost.Line;
import dev.essha.cost.Source.Origin;
import dev.essha.cost.Usage;
import dev.essha.plan.AccountId;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whose prices an estimate is made of, over the wire. */
class CostingTest {

    private final Plan plan =
            Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);

    @Test
    void whatTheListHasIsOfTheListAndTheRestOfTheSnapshot() throws Exception {
        String node = PriceServer.document(
                "AmazonEC2", "NODE", """
                "regionCode": "eu-central-1", "instanceType": "t3.xlarge", "operatingSystem": "Linux",
                "tenancy": "Shared", "preInstalledSw": "NA", "capacitystatus": "Used",
                "usagetype": "EUC1-BoxUsage:t3.xlarge"
                """, PriceServer.dimension("a", "Hrs", "0", "Inf", "USD", "1.0000000000"));
        try (PriceServer server = new PriceServer(List.of(node));
                Cloud cloud = AwsCloud.open(server.settings())) {
            Costing costing = new Costing(Optional.of(cloud));
            Costed costed = costing.estimate(plan, Usage.UNKNOWN);
            int asked = server.asked().size();
            costing.estimate(plan, Usage.UNKNOWN);

            assertThat(costed.refusal()).isEmpty();
            assertThat(costed.estimate().origins()).containsExactly(Origin.PRICE_LIST, Origin.SNAPSHOT);
            assertThat(line(costed, "node").amount()).contains(new BigDecimal("2190.00"));
            assertThat(line(costed, "node").price().orElseThrow().source().item())
                    .isEqualTo("NODE");
            assertThat(server.asked()).hasSize(asked);
        }
    }

    @Test
    void whoIsDeniedGetsTheSnapshotAndIsNotAskedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (WireServer server = denying(asked);
                Cloud cloud = AwsCloud.open(server.settings())) {
            Costing costing = new Costing(Optional.of(cloud));
            Costed costed = costing.estimate(plan, Usage.UNKNOWN);
            int first = asked.get();
            Costed again = costing.estimate(plan, Usage.UNKNOWN);

            assertThat(costed.refusal()).hasValueSatisfying(f -> assertThat(f).isInstanceOf(CloudFailure.Denied.class));
            assertThat(costed.estimate().origins()).containsExactly(Origin.SNAPSHOT);
            assertThat(costed.estimate().total()).isPositive();
            assertThat(again).isEqualTo(costed);
            assertThat(asked).hasValue(first);
        }
    }

    @Test
    void withoutAnAccountAndInARehearsalNobodyIsAsked() throws Exception {
        RehearsalSettings settings =
                RehearsalSettings.of(new AccountId("111122223333"), plan.region(), InstantSource.system());
        try (Cloud rehearsal = RehearsalCloud.open(settings)) {
            for (Optional<Cloud> account : List.of(Optional.<Cloud>empty(), Optional.of(rehearsal))) {
                Costed costed = new Costing(account).estimate(plan, Usage.UNKNOWN);
                assertThat(costed.refusal()).isEmpty();
                assertThat(costed.estimate().origins()).containsExactly(Origin.SNAPSHOT);
            }
        }
    }

    private static WireServer denying(AtomicInteger asked) throws IOException {
        return new WireServer(_ -> {
            asked.incrementAndGet();
            return new WireServer.Answer(400, "{\"__type\": \"AccessDeniedException\", \"Message\": \"no\"}");
        });
    }

    private static Line line(Costed costed, String id) {
        return costed.estimate().lines().stream()
                .filter(l -> l.item().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
