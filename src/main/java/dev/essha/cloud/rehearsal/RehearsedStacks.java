package dev.essha.cloud.rehearsal;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.ResourceDrift;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.cloud.rehearsal.template.ParameterValues;
import dev.essha.cloud.rehearsal.template.Refusal;
import dev.essha.cloud.rehearsal.template.Template;
import dev.essha.cloud.rehearsal.template.TemplateReader;
import dev.essha.cloud.rehearsal.template.TemplateRules;
import dev.essha.plan.DeploymentName;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** CloudFormation in the account in memory. */
final class RehearsedStacks implements Stacks {

    private final Account account;

    private final Map<String, StackRequest> changeSets = new HashMap<>();

    RehearsedStacks(Account account) {
        this.account = account;
    }

    /** The resources that a stack really holds: those that failed to be created do not count. */
    static Map<String, Live> standing(RehearsedStack stack, Instant now) {
        Map<String, Live> standing = new LinkedHashMap<>(stack.resourcesAt(now));
        standing.values().removeIf(live -> !live.exists());
        return standing;
    }

    @Override
    public Optional<StackView> find(String nameOrId) {
        synchronized (account) {
            return account.stack(nameOrId).map(s -> s.viewAt(account.now()));
        }
    }

    @Override
    public List<StackView> ofDeployment(DeploymentName deployment) {
        synchronized (account) {
            return account.stacks().stream()
                    .map(s -> s.viewAt(account.now()))
                    .filter(v -> v.status() != StackStatus.DELETE_COMPLETE)
                    .filter(v -> v.belongsTo(deployment))
                    .sorted(Comparator.comparing(StackView::name))
                    .toList();
        }
    }

    @Override
    public Proposal propose(StackRequest request) {
        return propose(request, UUID.randomUUID().toString());
    }

    @Override
    public Proposal proposeRepair(StackRequest request, String token) {
        return propose(request, token);
    }

    @Override
    public Proposal propose(StackRequest request, String token) {
        Template template = TemplateReader.read(request.templateBody());
        TemplateRules.check(template, ResourceTypes.TABLE);
        ParameterValues parameters = new ParameterValues(template, request.parameters());
        synchronized (account) {
            Optional<RehearsedStack> existing = account.stack(request.stackName());
            existing.ifPresent(this::checkMayChange);
            RehearsedStack stack = existing.orElseGet(() -> review(request));
            return propose(request, token, stack, template, parameters);
        }
    }

    @Override
    public void execute(Proposal proposal) {
        synchronized (account) {
            RehearsedStack stack = existing("cloudformation:ExecuteChangeSet", proposal.stackId());
            StackRequest request = Optional.ofNullable(changeSets.remove(proposal.changeSetId()))
                    .orElseThrow(() -> notFound(
                            "cloudformation:ExecuteChangeSet",
                            "ChangeSet [" + proposal.changeSetId() + "] does not exist"));
            checkMayChange(stack);
            Schedule schedule = new Schedule(account, stack, request, account.now());
            account.change(() -> stack.start(schedule.operation(proposal.keepsWhatWasMade())));
        }
    }

    @Override
    public void discard(Proposal proposal) {
        synchronized (account) {
            changeSets.remove(proposal.changeSetId());
            Instant now = account.now();
            account.stack(proposal.stackId())
                    .filter(s -> s.statusAt(now) == StackStatus.REVIEW_IN_PROGRESS)
                    .ifPresent(s -> account.change(() -> s.start(new Deletion(account, s, now).discard())));
        }
    }

    @Override
    public List<StackEvent> events(String stackId, Optional<String> afterEventId) {
        synchronized (account) {
            List<StackEvent> all =
                    existing("cloudformation:DescribeStackEvents", stackId).eventsAt(account.now());
            List<String> ids = all.stream().map(StackEvent::id).toList();
            int next = afterEventId.map(ids::indexOf).orElse(-1) + 1;
            return all.subList(next, all.size());
        }
    }

    @Override
    public Optional<String> lastEvent(String stackId) {
        List<StackEvent> all = events(stackId, Optional.empty());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().id());
    }

    @Override
    public List<StackResource> resources(String stackNameOrId) {
        synchronized (account) {
            return existing("cloudformation:ListStackResources", stackNameOrId)
                    .resourcesAt(account.now())
                    .values()
                    .stream()
                    .map(Live::asStackResource)
                    .toList();
        }
    }

    @Override
    public void protect(String stackName, boolean on) {
        synchronized (account) {
            RehearsedStack stack = existing("cloudformation:UpdateTerminationProtection", stackName);
            account.change(() -> stack.protect(on));
        }
    }

    @Override
    public void delete(String stackId) {
        synchronized (account) {
            Instant now = account.now();
            Optional<RehearsedStack> stack = account.stack(stackId)
                    .filter(s -> s.statusAt(now) != StackStatus.DELETE_COMPLETE
                            && s.statusAt(now) != StackStatus.DELETE_IN_PROGRESS);
            stack.ifPresent(s -> {
                checkMayDelete(s);
                account.change(() -> s.start(new Deletion(account, s, now).delete()));
            });
        }
    }

    @Override
    public void rollBack(String stackName) {
        synchronized (account) {
            Instant now = account.now();
            RehearsedStack stack = existing("cloudformation:RollbackStack", stackName);
            Deletion deletion = new Deletion(account, stack, now);
            Operation operation = switch (stack.statusAt(now)) {
                case CREATE_FAILED -> deletion.rollBackCreation();
                case UPDATE_FAILED ->
                    stack.lastStable(now).isEmpty() ? deletion.rollBackCreation() : deletion.rollBackUpdate();
                default ->
                    throw Refusal.of(
                            "cloudformation:RollbackStack",
                            "Stack:" + stack.id() + " is in " + stack.statusAt(now)
                                    + " state and can not be rolled back.");
            };
            account.change(() -> stack.start(operation));
        }
    }

    private RehearsedStack review(StackRequest request) {
        RehearsedStack[] made = new RehearsedStack[1];
        account.change(() -> made[0] = account.review(request));
        return made[0];
    }

    private Proposal propose(
            StackRequest request, String token, RehearsedStack stack, Template template, ParameterValues parameters) {
        Instant now = account.now();
        Map<String, Live> standing = standing(stack, now);
        Changes changes = new Changes(template, standing, new StackScope(account.place(), stack, parameters, standing));
        List<ResourceChange> list = changes.list();
        boolean creates = stack.statusAt(now) == StackStatus.REVIEW_IN_PROGRESS;
        StackView view = stack.viewAt(now);
        boolean same = !creates
                && list.isEmpty()
                && !view.status().name().endsWith("_FAILED")
                && view.outputs().equals(changes.outputs())
                && view.tags().equals(request.tags());
        String id = same ? "" : changeSet(request, stack, token);
        boolean resumes = view.status() == StackStatus.CREATE_FAILED;
        return new Proposal(stack.name(), stack.id(), id, creates, resumes, list);
    }

    private String changeSet(StackRequest request, RehearsedStack stack, String token) {
        String uuid = Hash.uuid(Hash.of("change set", stack.id(), token));
        String id = account.place().arn("cloudformation", "changeSet/ess-ha-" + token + "/" + uuid);
        changeSets.put(id, request);
        return id;
    }

    private void checkMayChange(RehearsedStack stack) {
        StackStatus status = stack.statusAt(account.now());
        String message = "Stack:" + stack.id() + " is in " + status + " state and can not be updated.";
        if (status.inProgress()) {
            throw new CloudException(new CloudFailure.Conflict("cloudformation:CreateChangeSet", message));
        }
        if (status.mustBeDeletedFirst()) {
            throw Refusal.of(message);
        }
    }

    private static void checkMayDelete(RehearsedStack stack) {
        String call = "cloudformation:DeleteStack";
        if (stack.terminationProtection()) {
            throw Refusal.of(
                    call, "Stack [" + stack.name() + "] cannot be deleted while TerminationProtection is enabled");
        }
    }

    private RehearsedStack existing(String call, String nameOrId) {
        return account.stack(nameOrId)
                .orElseThrow(() -> notFound(call, "Stack with id " + nameOrId + " does not exist"));
    }

    private static CloudException notFound(String call, String message) {
        return new CloudException(new CloudFailure.NotFound(call, message));
    }

    @Override
    public List<ResourceDrift> drift(String stackId) {
        return List.of();
    }
}
