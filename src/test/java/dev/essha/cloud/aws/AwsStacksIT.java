package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.emulator.Emulator;
import dev.essha.plan.DeploymentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsStacksIT {

    private static final Emulator EMULATOR = Emulator.shared();
    private static int tests;

    private final String name = "ess-demo-" + ++tests;
    private Cloud cloud;
    private Stacks stacks;
    private TestStacks facts;

    @BeforeAll
    static void reset() {
        EMULATOR.reset();
    }

    @BeforeEach
    void open() {
        cloud = EMULATOR.open("eu-central-1");
        stacks = cloud.stacks();
        facts = new TestStacks(stacks);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void aProposalShowsWhatItWouldMakeAndMakesNothing() {
        Proposal proposal = stacks.propose(request("30"));

        assertThat(proposal.creates()).isTrue();
        assertThat(proposal.isEmpty()).isFalse();
        assertThat(proposal.changes())
                .extracting(ResourceChange::action, ResourceChange::logicalId, ResourceChange::physicalId)
                .containsExactlyInAnyOrder(
                        tuple(ResourceChange.Action.ADD, "Log", ""), tuple(ResourceChange.Action.ADD, "Images", ""));
        assertThat(stacks.find(name)).map(StackView::status).hasValue(StackStatus.REVIEW_IN_PROGRESS);
        assertThat(stacks.resources(name)).isEmpty();
    }

    @Test
    void anExecutedProposalBringsTheStackUp() {
        StackView stack = facts.bringUp(name, "stack.yaml");

        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(stack.outputs()).containsKey("Uri");
        assertThat(stack.tags()).containsEntry("ess-ha:deployment", "demo");
        assertThat(stacks.resources(name))
                .extracting(StackResource::logicalId)
                .containsExactlyInAnyOrder("Log", "Images");
        assertThat(stacks.ofDeployment(new DeploymentName("demo")))
                .extracting(StackView::name)
                .contains(name)
                .isSorted();
        assertThat(stacks.ofDeployment(new DeploymentName("other"))).isEmpty();
    }

    @Test
    void eventsComeOldestFirstAndOnlyTheNewOnes() {
        StackView stack = facts.bringUp(name, "stack.yaml");

        List<StackEvent> all = stacks.events(stack.id(), Optional.empty());
        assertThat(all).extracting(StackEvent::at).isSorted();
        assertThat(all.getLast().logicalId()).isEqualTo(name);
        assertThat(all.getLast().status()).isEqualTo("CREATE_COMPLETE");

        String known = all.get(1).id();
        assertThat(stacks.events(stack.id(), Optional.of(known))).isEqualTo(all.subList(2, all.size()));
        assertThat(stacks.events(stack.id(), Optional.of(all.getLast().id()))).isEmpty();
    }

    @Test
    void theSameAgainIsNothingToChange() {
        StackView stack = facts.bringUp(name, "stack.yaml");

        Proposal again = stacks.propose(request("30"));

        assertThat(again.isEmpty()).isTrue();
        assertThat(again.stackId()).isEqualTo(stack.id());
        assertThat(stacks.find(name)).map(StackView::status).hasValue(StackStatus.CREATE_COMPLETE);
    }

    /** As AWS answers: the reason why such a change is executed so that it can be taken back. */
    @Test
    void aReplacementIsRefusedWhereRollBackIsDisabled() {
        facts.bringUp(name, "stack.yaml");
        Proposal change = stacks.propose(renamed());
        assertThat(change.keepsWhatWasMade()).isFalse();

        stacks.execute(new Proposal(name, change.stackId(), change.changeSetId(), false, true, change.changes()));

        StackView stack = facts.settled(name);
        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_FAILED);
        assertThat(stacks.events(stack.id(), Optional.empty()))
                .filteredOn(StackEvent::failed)
                .extracting(StackEvent::reason)
                .contains("Replacement type updates not supported on stack with disable-rollback.");
    }

    @Test
    void aChangeNamesThePropertyAndTheResource() {
        facts.bringUp(name, "stack.yaml");

        Proposal proposal = stacks.propose(request("60"));

        assertThat(proposal.creates()).isFalse();
        assertThat(proposal.changes()).singleElement().satisfies(change -> {
            assertThat(change.action()).isEqualTo(ResourceChange.Action.MODIFY);
            assertThat(change.logicalId()).isEqualTo("Log");
            assertThat(change.physicalId()).isEqualTo("/ess/" + name);
            assertThat(change.replacement()).isEqualTo(ResourceChange.Replacement.NO);
            assertThat(change.properties()).containsExactly("RetentionInDays");
        });
    }

    @Test
    void aDiscardedCreationLeavesNothing() {
        Proposal proposal = stacks.propose(request("30"));

        stacks.discard(proposal);

        facts.settled(proposal.stackId());
        assertThat(stacks.find(name)).isEmpty();
    }

    @Test
    void aDiscardedCreationLeavesSomebodyElsesProposal() {
        Proposal mine = stacks.propose(request("30"));
        Proposal theirs = stacks.propose(request("60"));

        stacks.discard(mine);

        assertThat(stacks.find(name)).map(StackView::status).hasValue(StackStatus.REVIEW_IN_PROGRESS);
        stacks.execute(theirs);
        assertThat(facts.settled(theirs.stackId()).status()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void aDiscardedChangeLeavesTheStack() {
        facts.bringUp(name, "stack.yaml");

        stacks.discard(stacks.propose(request("60")));

        assertThat(stacks.find(name)).map(StackView::status).hasValue(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void whatWasMadeIsKeptWhenAResourceFailsAndTheNextProposalGoesOn() {
        EMULATOR.control().failCreation(name, "Images", "no luck");

        StackView failed = facts.bringUp(name, "stack.yaml");
        assertThat(failed.status()).isEqualTo(StackStatus.CREATE_FAILED);
        assertThat(stacks.resources(name))
                .filteredOn(r -> r.status().equals("CREATE_COMPLETE"))
                .extracting(StackResource::logicalId)
                .containsExactly("Log");
        assertThat(stacks.events(failed.id(), Optional.empty()))
                .filteredOn(StackEvent::failed)
                .anySatisfy(event -> assertThat(event.reason()).contains("no luck"));

        StackView mended = facts.bringUp(name, "stack.yaml");
        assertThat(mended.id()).isEqualTo(failed.id());
        assertThat(mended.status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void aFailedChangeRollsBack() {
        facts.bringUp(name, "stack.yaml");
        EMULATOR.control().failResource("UPDATE", name, "Log", "no luck");
        StackView failed = facts.bringUp(name, "stack.yaml", Map.of("Days", "60"));
        assertThat(failed.status()).isEqualTo(StackStatus.UPDATE_FAILED);

        stacks.rollBack(name);

        assertThat(facts.settled(failed.id()).status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    @Test
    void aFailedCreationRollsBackUntilNothingIsLeft() {
        EMULATOR.control().failCreation(name, "Images", "no luck");
        StackView failed = facts.bringUp(name, "stack.yaml");

        stacks.rollBack(name);

        StackStatus after = facts.settled(failed.id()).status();
        assertThat(after).isIn(StackStatus.ROLLBACK_COMPLETE, StackStatus.DELETE_COMPLETE);
        assertThat(cloud.lookups().repositories(name)).isEmpty();
    }

    @Test
    void aTemplateThatIsWrongLeavesNothing() {
        StackRequest wrong = new StackRequest(
                name,
                "Resources: {Log: {Type: 'AWS::Logs::LogGroup', Properties: {LogGroupName: !Ref Nowhere}}}",
                new TreeMap<>(),
                new TreeMap<>());

        CloudFailure failure = catchThrowableOfType(CloudException.class, () -> stacks.propose(wrong))
                .failure();

        assertThat(failure).isInstanceOf(CloudFailure.Invalid.class);
        assertThat(stacks.find(name)).isEmpty();
    }

    @Test
    void aProtectedStackStaysUntilItIsNotProtected() {
        StackView stack = facts.bringUp(name, "stack.yaml");
        stacks.protect(name, true);
        assertThat(stacks.find(name)).map(StackView::terminationProtection).hasValue(true);
        catchThrowableOfType(CloudException.class, () -> stacks.delete(stack.id()));
        assertThat(stacks.find(name)).isPresent();

        stacks.protect(name, false);
        stacks.delete(stack.id());

        assertThat(facts.settled(stack.id()).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(stacks.find(name)).isEmpty();
        stacks.delete(stack.id());
    }

    private StackRequest renamed() {
        StackRequest request = request("30");
        return new StackRequest(
                name, request.templateBody().replace("/ess/", "/other/"), request.parameters(), request.tags());
    }

    private StackRequest request(String days) {
        return TestStacks.request(name, "stack.yaml", Map.of("Days", days));
    }
}
