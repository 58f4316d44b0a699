package dev.essha.cloud.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceDrift;
import dev.essha.cloud.ResourceDrift.Difference;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.inventory.Compute;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done to the account in memory without CloudFormation. */
class ByHandTest {

    private static final String LOGS = """
        Resources:
          First: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /first, RetentionInDays: 7}}
          Second: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /second, RetentionInDays: 7}}
          Balancer:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Name: edge
              Subnets: [subnet-1]
              LoadBalancerAttributes: [{Key: deletion_protection.enabled, Value: 'true'}]
        """;

    private static final String NODES = """
        Resources:
          Old: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Port: 30443, VpcId: vpc-1}}
          New: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Port: 30444, VpcId: vpc-1}}
          Nodes:
            Type: AWS::EKS::Nodegroup
            Properties: {ClusterName: ess, NodegroupName: a, Subnets: [subnet-1], ScalingConfig: {DesiredSize: 1}}
        Outputs: {Old: {Value: {Ref: Old}}, New: {Value: {Ref: New}}}
        """;

    private static final String LOG = "AWS::Logs::LogGroup";

    private final Rehearsal rehearsal = Rehearsal.of(Rehearsal.HOME);

    @Test
    void whatWasChangedOrRemovedIsDriftAndNothingElse() {
        StackView stack = rehearsal.make("logs", LOGS);
        assertThat(rehearsal.cloud.stacks().drift(stack.id())).isEmpty();

        rehearsal.cloud.changeByHand(LOG, "/second", "RetentionInDays", 30);
        rehearsal.cloud.changeByHand(LOG, "/second", "KmsKeyId", "not in the template");
        rehearsal.cloud.removeByHand(LOG, "/first");
        String balancer = rehearsal.cloud.stacks().resources("logs").stream()
                .filter(r -> r.logicalId().equals("Balancer"))
                .findFirst()
                .orElseThrow()
                .physicalId();
        rehearsal.cloud.actions().allowLoadBalancerDeletion(balancer);

        assertThat(rehearsal.cloud.stacks().drift(stack.id()))
                .containsExactly(
                        new ResourceDrift(
                                "Balancer",
                                EdgeView.LOAD_BALANCER,
                                balancer,
                                false,
                                List.of(new Difference("/LoadBalancerAttributes/0/Value", "true", "false"))),
                        new ResourceDrift("First", LOG, "/first", true, List.of()),
                        new ResourceDrift(
                                "Second",
                                LOG,
                                "/second",
                                false,
                                List.of(new Difference("/RetentionInDays", "7", "30"))));
    }

    @Test
    void anUpdateOfThePropertyTakesTheChangeBack() {
        StackView stack = rehearsal.make("logs", LOGS);
        rehearsal.cloud.changeByHand(LOG, "/second", "RetentionInDays", 30);

        rehearsal.make("logs", LOGS.replace("/second, RetentionInDays: 7", "/second, RetentionInDays: 14"));

        assertThat(rehearsal.cloud.stacks().drift(stack.id())).isEmpty();
    }

    @Test
    void aRepairTakesBackWhatWasChangedAndMakesAnewWhatWasRemoved() {
        StackView stack = rehearsal.make("logs", LOGS);
        rehearsal.cloud.changeByHand(LOG, "/second", "RetentionInDays", 30);
        rehearsal.cloud.changeByHand(LOG, "/second", "KmsKeyId", "not in the template");
        rehearsal.cloud.removeByHand(LOG, "/first");

        Proposal repair = rehearsal.cloud.stacks().proposeRepair(Rehearsal.request("logs", LOGS), "repair-1");

        assertThat(repair.changes())
                .extracting(c -> c.action() + " " + c.logicalId() + " " + c.properties())
                .containsExactlyInAnyOrder("ADD First []", "MODIFY Second [RetentionInDays]");
        rehearsal.cloud.stacks().execute(repair);
        assertThat(rehearsal.settled(rehearsal.cloud.stacks(), "logs").status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(rehearsal.cloud.stacks().drift(stack.id())).isEmpty();
        assertThat(rehearsal.cloud.actions().logGroups(List.of("/first"))).containsExactly("/first");
    }

    @Test
    void whatWasRemovedCannotBeUpdatedAndIsFoundGoneByADeletion() {
        StackView stack = rehearsal.make("logs", LOGS);
        rehearsal.cloud.removeByHand(LOG, "/second");

        StackView failed = rehearsal.make("logs", LOGS.replace("Days: 7", "Days: 14"));

        assertThat(failed.status()).isEqualTo(StackStatus.UPDATE_FAILED);
        assertThat(rehearsal.reasons(failed))
                .containsExactly("Resource of type 'AWS::Logs::LogGroup' with identifier '/second' was not found.");
        rehearsal.cloud.stacks().resources("logs").stream()
                .filter(r -> r.logicalId().equals("Balancer"))
                .forEach(r -> rehearsal.cloud.actions().allowLoadBalancerDeletion(r.physicalId()));
        assertThat(rehearsal.delete(stack).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void nodesAreTakenOutOfTargetGroups() {
        StackView stack = rehearsal.make("nodes", NODES);
        String group = rehearsal.cloud.actions().autoScalingGroups("ess").getFirst();
        List<String> both = List.of(stack.outputs().get("Old"), stack.outputs().get("New"));
        rehearsal.cloud.actions().attachTargetGroups(group, both);

        rehearsal.cloud.actions().detachTargetGroups(group, List.of(both.getFirst(), "arn:of:nothing"));

        assertThat(rehearsal.cloud.lookups().scalingGroups(List.of(group)))
                .extracting(Compute.ScalingGroup::targetGroupArns)
                .containsExactly(List.of(both.getLast()));
    }

    @Test
    void whatIsNotThereCannotBeTouched() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rehearsal.cloud.changeByHand(LOG, "/nothing", "RetentionInDays", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> rehearsal.cloud.removeByHand(LOG, "/nothing"));
        assertThat(rehearsal.cloud.makeByHand(LOG, Map.of("LogGroupName", "/nothing")))
                .isEqualTo("/nothing");
        rehearsal.cloud.removeByHand(LOG, "/nothing");
    }
}
