package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceDrift;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.wording.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/** CloudFormation. */
final class AwsStacks implements Stacks {

    private final AwsClients clients;
    private final ChangeSets changeSets;
    private final DriftDetection drift;

    AwsStacks(AwsClients clients) {
        this.clients = clients;
        this.changeSets = new ChangeSets(clients, this::find);
        this.drift = new DriftDetection(clients);
    }

    /** CloudFormation answers ValidationError, not a code of its own, for a stack that does not exist. */
    @Override
    public Optional<StackView> find(String nameOrId) {
        try {
            return cloudFormation().describeStacks(r -> r.stackName(nameOrId)).stacks().stream()
                    .map(this::view)
                    .findFirst();
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.Invalid || e.failure() instanceof CloudFailure.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<StackView> ofDeployments() {
        return cloudFormation().describeStacksPaginator().stacks().stream()
                .map(this::view)
                .filter(stack -> stack.deployment().isPresent() && stack.status() != StackStatus.DELETE_COMPLETE)
                .sorted(Comparator.comparing(StackView::name))
                .toList();
    }

    private StackView view(Stack stack) {
        StackView view = StackAnswers.view(stack);
        return view.status() == StackStatus.REVIEW_IN_PROGRESS ? view.withTags(changeSets.tags(view.id())) : view;
    }

    @Override
    public String template(String stackId) {
        return cloudFormation()
                .getTemplate(r -> r.stackName(stackId).templateStage(TemplateStage.ORIGINAL))
                .templateBody();
    }

    @Override
    public Proposal propose(StackRequest request) {
        return propose(request, token());
    }

    @Override
    public Proposal propose(StackRequest request, String token) {
        return changeSets.propose(request, token);
    }

    @Override
    public Proposal proposeRepair(StackRequest request, String token) {
        return changeSets.proposeRepair(request, token);
    }

    @Override
    public void execute(Proposal proposal) {
        changeSets.execute(proposal);
    }

    @Override
    public void discard(Proposal proposal) {
        changeSets.discard(proposal);
    }

    /** CloudFormation tells the newest first, so reading stops at the event that is known. */
    @Override
    public List<StackEvent> events(String stackId, Optional<String> afterEventId) {
        List<StackEvent> newestFirst = new ArrayList<>();
        for (var event : cloudFormation()
                .describeStackEventsPaginator(r -> r.stackName(stackId))
                .stackEvents()) {
            if (afterEventId.filter(event.eventId()::equals).isPresent()) {
                break;
            }
            newestFirst.add(StackAnswers.event(event));
        }
        return List.copyOf(newestFirst.reversed());
    }

    /** The newest comes first, on the first page. */
    @Override
    public Optional<String> lastEvent(String stackId) {
        return cloudFormation().describeStackEvents(r -> r.stackName(stackId)).stackEvents().stream()
                .findFirst()
                .map(event -> event.eventId());
    }

    @Override
    public List<StackResource> resources(String stackNameOrId) {
        return cloudFormation()
                .listStackResourcesPaginator(r -> r.stackName(stackNameOrId))
                .stackResourceSummaries()
                .stream()
                .map(StackAnswers::resource)
                .toList();
    }

    @Override
    public List<ResourceDrift> drift(String stackId) {
        return drift.of(stackId);
    }

    @Override
    public void protect(String stackName, boolean on) {
        cloudFormation().updateTerminationProtection(r -> r.stackName(stackName).enableTerminationProtection(on));
    }

    @Override
    public void delete(String stackId) {
        cloudFormation().deleteStack(r -> r.stackName(stackId).clientRequestToken(token()));
    }

    /**
     * How a stack goes back depends on where it stands.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stack-failure-options.html">Stack failure options</a>
     */
    @Override
    public void rollBack(String stackName) {
        StackView stack = find(stackName)
                .orElseThrow(() -> new CloudException(
                        new CloudFailure.NotFound("cloudformation:RollbackStack", Phrase.of("stack.none", stackName))));
        switch (stack.status()) {
            case CREATE_FAILED, UPDATE_FAILED ->
                cloudFormation().rollbackStack(r -> r.stackName(stackName).clientRequestToken(token()));
            case UPDATE_ROLLBACK_FAILED ->
                cloudFormation()
                        .continueUpdateRollback(r -> r.stackName(stackName).clientRequestToken(token()));
            case REVIEW_IN_PROGRESS, ROLLBACK_COMPLETE, ROLLBACK_FAILED, DELETE_FAILED -> delete(stack.id());
            case CREATE_COMPLETE, UPDATE_COMPLETE, UPDATE_ROLLBACK_COMPLETE, DELETE_COMPLETE -> {}
            default ->
                throw new CloudException(new CloudFailure.Conflict(
                        "cloudformation:RollbackStack", Phrase.of("stack.state", stackName, stack.status())));
        }
    }

    private CloudFormationClient cloudFormation() {
        return clients.cloudFormation();
    }

    /** Makes a request that the SDK sends twice count once. */
    private static String token() {
        return UUID.randomUUID().toString();
    }
}
