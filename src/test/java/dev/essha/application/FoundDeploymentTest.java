package dev.essha.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.essha.blueprint.StackTags;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.plan.AccountId;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.RegionName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FoundDeploymentTest {

    private static final RegionName HERE = new RegionName("us-east-1");
    private static final RegionName FAR = new RegionName("eu-west-1");
    private static final String TEMPLATE =
            "Resources: {Log: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /NAME}}}";

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final RehearsalCloud cloud =
            RehearsalCloud.open(RehearsalSettings.of(new AccountId("111122223333"), HERE, () -> now));

    @Test
    void aDeploymentIsFoundWithItsStages() {
        propose("ess-one-network", Map.of(StackTags.DEPLOYMENT, "one", StackTags.STAGE, "network"));
        make("ess-one-edge", Map.of(StackTags.DEPLOYMENT, "one", StackTags.STAGE, "edge"));

        assertThat(FoundDeployment.in(cloud, HERE))
                .containsExactly(new FoundDeployment(
                        new DeploymentName("one"),
                        HERE,
                        List.of(
                                new FoundDeployment.Stage("edge", StackStatus.CREATE_COMPLETE),
                                new FoundDeployment.Stage("network", StackStatus.REVIEW_IN_PROGRESS))));
    }

    @Test
    void whatStandsHereForAnotherRegionIsOfADeploymentThere() {
        propose("ess-one-network", Map.of(StackTags.DEPLOYMENT, "one", StackTags.STAGE, "network"));
        propose("ess-one-gateway", Map.of(StackTags.DEPLOYMENT, "one", StackTags.HOME, "eu-west-1"));

        assertThat(FoundDeployment.in(cloud, HERE))
                .extracting(FoundDeployment::region, FoundDeployment::stages)
                .containsExactly(
                        tuple(
                                FAR,
                                List.of(new FoundDeployment.Stage("ess-one-gateway", StackStatus.REVIEW_IN_PROGRESS))),
                        tuple(HERE, List.of(new FoundDeployment.Stage("network", StackStatus.REVIEW_IN_PROGRESS))));
        assertThat(FoundDeployment.in(cloud, FAR)).isEmpty();
    }

    @Test
    void whatNoDeploymentCanBeCalledIsLeftOut() {
        propose("odd", Map.of(StackTags.DEPLOYMENT, "Not A Name"));

        assertThat(FoundDeployment.in(cloud, HERE)).isEmpty();
    }

    private Proposal propose(String stack, Map<String, String> tags) {
        return cloud.stacks()
                .propose(
                        new StackRequest(stack, TEMPLATE.replace("NAME", stack), new TreeMap<>(), new TreeMap<>(tags)));
    }

    private void make(String stack, Map<String, String> tags) {
        cloud.stacks().execute(propose(stack, tags));
        now = now.plus(Duration.ofHours(1));
    }
}
