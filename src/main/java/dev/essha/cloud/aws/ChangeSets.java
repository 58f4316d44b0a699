package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.text;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.wording.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DeploymentMode;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/**
 * Proposals as change sets.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html">CreateChangeSet</a>
 */
final class ChangeSets {

    private static final String CALL = "cloudformation:CreateChangeSet";

    private final AwsClients clients;
    private final Function<String, Optional<StackView>> stacks;

    /** @param stacks finds a stack by its name */
    ChangeSets(AwsClients clients, Function<String, Optional<StackView>> stacks) {
        this.clients = clients;
        this.stacks = stacks;
    }

    Proposal propose(StackRequest request, String token) {
        return propose(request, token, _ -> {});
    }

    /** Compared with what is there, not with the last template. */
    Proposal proposeRepair(StackRequest request, String token) {
        return propose(request, token, r -> r.deploymentMode(DeploymentMode.REVERT_DRIFT));
    }

    private Proposal propose(StackRequest request, String token, Consumer<CreateChangeSetRequest.Builder> mode) {
        Optional<StackStatus> status = status(request);
        boolean creates = status.map(s -> s == StackStatus.REVIEW_IN_PROGRESS).orElse(true);
        status.filter(StackStatus::inProgress).ifPresent(s -> refuse(request, s));
        CreateChangeSetResponse made;
        try {
            made = create(request, token, creates ? ChangeSetType.CREATE : ChangeSetType.UPDATE, mode);
        } catch (CloudException e) {
            throw overtaken(e, request, status);
        }
        DescribeChangeSetResponse ready = await(made.id());
        boolean resumes = status.filter(StackStatus.CREATE_FAILED::equals).isPresent();
        Proposal proposal =
                new Proposal(request.stackName(), made.stackId(), made.id(), creates, resumes, changes(ready));
        if (ready.status() == ChangeSetStatus.CREATE_COMPLETE) {
            return proposal;
        }
        String reason = text(ready.statusReason());
        if (StatusReason.nothingToChange(reason)) {
            discard(proposal);
            return new Proposal(request.stackName(), made.stackId(), "", false, false, List.of());
        }
        CloudFailure failure = new EarlyValidation(cloudFormation()).failure(CALL, made.id(), reason);
        discard(proposal);
        throw new CloudException(failure);
    }

    /**
     * DisableRollback keeps what was made; it is on unless switched off. It goes here, at the end: CloudFormation refuses
     * it for a change set that was created with OnStackFailure.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ExecuteChangeSet.html">ExecuteChangeSet</a>
     */
    void execute(Proposal proposal) {
        cloudFormation()
                .executeChangeSet(r -> r.changeSetName(proposal.changeSetId())
                        .disableRollback(proposal.keepsWhatWasMade())
                        .clientRequestToken(UUID.randomUUID().toString()));
    }

    void discard(Proposal proposal) {
        if (proposal.isEmpty()) {
            return;
        }
        if (proposal.creates() && isEmptyShell(proposal)) {
            cloudFormation().deleteStack(r -> r.stackName(proposal.stackId()));
        } else {
            Existing.ifThere(() -> cloudFormation().deleteChangeSet(r -> r.changeSetName(proposal.changeSetId())));
        }
    }

    /** What all change sets of a stack want for its tags; one that has just gone has no say. */
    Map<String, String> tags(String stackId) {
        return summaries(stackId)
                .map(s ->
                        Existing.find(() -> cloudFormation().describeChangeSet(r -> r.changeSetName(s.changeSetId()))))
                .flatMap(Optional::stream)
                .map(c -> Facts.tags(c.tags(), Tag::key, Tag::value))
                .reduce(ChangeSets::shared)
                .orElse(Map.of());
    }

    private static Map<String, String> shared(Map<String, String> some, Map<String, String> others) {
        Map<String, String> shared = new HashMap<>(some);
        shared.entrySet().retainAll(others.entrySet());
        return shared;
    }

    private Stream<ChangeSetSummary> summaries(String stackId) {
        return cloudFormation().listChangeSetsPaginator(r -> r.stackName(stackId)).summaries().stream();
    }

    /** Nothing was ever made in the stack, and nobody else is about to make something. */
    private boolean isEmptyShell(Proposal proposal) {
        boolean underReview = cloudFormation().describeStacks(r -> r.stackName(proposal.stackId())).stacks().stream()
                .allMatch(s -> s.stackStatus()
                        == software.amazon.awssdk.services.cloudformation.model.StackStatus.REVIEW_IN_PROGRESS);
        return underReview
                && summaries(proposal.stackId()).allMatch(s -> s.changeSetId().equals(proposal.changeSetId()));
    }

    /** CloudFormation makes one change set of calls with the same token and name. */
    private CreateChangeSetResponse create(
            StackRequest request, String token, ChangeSetType type, Consumer<CreateChangeSetRequest.Builder> mode) {
        String name = "ess-ha-" + token;
        return cloudFormation()
                .createChangeSet(r -> r.stackName(request.stackName())
                        .changeSetName(name)
                        .clientToken(name)
                        .changeSetType(type)
                        .templateBody(request.templateBody())
                        .capabilities(Capability.CAPABILITY_NAMED_IAM)
                        .parameters(parameters(request))
                        .tags(tags(request))
                        .applyMutation(mode));
    }

    private DescribeChangeSetResponse await(String changeSetId) {
        Polling polling = new Polling(CALL);
        while (true) {
            DescribeChangeSetResponse seen = cloudFormation()
                    .describeChangeSet(r -> r.changeSetName(changeSetId).includePropertyValues(true));
            switch (seen.status()) {
                case CREATE_PENDING, CREATE_IN_PROGRESS -> polling.pause();
                case null, default -> {
                    return seen;
                }
            }
        }
    }

    /** With the values, which alone tell the path of what changes. What only CloudFormation's books change is none. */
    private List<ResourceChange> changes(DescribeChangeSetResponse first) {
        List<Change> all = new ArrayList<>(first.changes());
        for (String next = first.nextToken(); next != null; ) {
            String token = next;
            DescribeChangeSetResponse page = cloudFormation()
                    .describeChangeSet(r -> r.changeSetName(first.changeSetId())
                            .includePropertyValues(true)
                            .nextToken(token));
            all.addAll(page.changes());
            next = page.nextToken();
        }
        return all.stream()
                .map(Change::resourceChange)
                .filter(change -> change.action() != ChangeAction.SYNC_WITH_ACTUAL)
                .map(StackAnswers::change)
                .toList();
    }

    private CloudFormationClient cloudFormation() {
        return clients.cloudFormation();
    }

    private Optional<StackStatus> status(StackRequest request) {
        return stacks.apply(request.stackName()).map(StackView::status);
    }

    private static void refuse(StackRequest request, StackStatus status) {
        throw new CloudException(
                new CloudFailure.Conflict(CALL, Phrase.of("stack.state", request.stackName(), status)));
    }

    /**
     * Which change set a stack takes depends on its status, and CloudFormation calls a request invalid that comes too late.
     * Where somebody else was quicker the stack has another status by now.
     */
    private CloudException overtaken(CloudException refused, StackRequest request, Optional<StackStatus> before) {
        if (!(refused.failure() instanceof CloudFailure.Invalid(String call, Phrase said))
                || status(request).equals(before)) {
            return refused;
        }
        return new CloudException(new CloudFailure.Conflict(call, said), refused);
    }

    private static List<Parameter> parameters(StackRequest request) {
        return request.parameters().entrySet().stream()
                .map(e -> Parameter.builder()
                        .parameterKey(e.getKey())
                        .parameterValue(e.getValue())
                        .build())
                .toList();
    }

    private static List<Tag> tags(StackRequest request) {
        return request.tags().entrySet().stream()
                .map(e -> Tag.builder().key(e.getKey()).value(e.getValue()).build())
                .toList();
    }
}
