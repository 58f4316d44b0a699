package dev.essha.cloud.rehearsal;

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
import dev.essha.cloud.rehearsal.template.Refusal;
import dev.essha.wording.Phrase;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** CloudFormation in one region of the account in memory. */
final class RehearsedStacks implements Stacks {

    private final Account account;
    private final Place place;
    private final ChangeSets changeSets;

    RehearsedStacks(Account account, Place place) {
        this.account = account;
        this.place = place;
        this.changeSets = new ChangeSets(account, place);
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
            return account.stack(place, nameOrId).map(s -> s.viewAt(account.now()));
        }
    }

    @Override
    public List<StackView> ofDeployments() {
        synchronized (account) {
            return account.stacks().stream()
                    .filter(s -> s.place().equals(place))
                    .map(s -> s.viewAt(account.now()))
                    .filter(v -> v.status() != StackStatus.DELETE_COMPLETE)
                    .filter(v -> v.deployment().isPresent())
                    .sorted(Comparator.comparing(StackView::name))
                    .toList();
        }
    }

    @Override
    public String template(String stackId) {
        synchronized (account) {
            return existing("cloudformation:GetTemplate", stackId).request().templateBody();
        }
    }

    @Override
    public Proposal propose(StackRequest request) {
        return propose(request, UUID.randomUUID().toString());
    }

    @Override
    public Proposal proposeRepair(StackRequest request, String token) {
        return changeSets.propose(request, token, true);
    }

    @Override
    public Proposal propose(StackRequest request, String token) {
        return changeSets.propose(request, token, false);
    }

    @Override
    public void execute(Proposal proposal) {
        synchronized (account) {
            changeSets.execute(existing("cloudformation:ExecuteChangeSet", proposal.stackId()), proposal);
        }
    }

    @Override
    public void discard(Proposal proposal) {
        synchronized (account) {
            boolean last = changeSets.discard(proposal);
            Instant now = account.now();
            account.stack(place, proposal.stackId())
                    .filter(s -> last && s.statusAt(now) == StackStatus.REVIEW_IN_PROGRESS)
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
    public List<ResourceDrift> drift(String stackId) {
        synchronized (account) {
            RehearsedStack stack = existing("cloudformation:DetectStackDrift", stackId);
            return new Drift(account.byHand()).of(standing(stack, account.now()).values());
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
            Optional<RehearsedStack> stack = account.stack(place, stackId)
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
            StackStatus status = stack.statusAt(now);
            switch (status) {
                case CREATE_FAILED, UPDATE_FAILED, UPDATE_ROLLBACK_FAILED ->
                    account.change(() -> stack.start(back(stack, status, now)));
                case REVIEW_IN_PROGRESS, ROLLBACK_COMPLETE, ROLLBACK_FAILED, DELETE_FAILED -> delete(stack.id());
                case CREATE_COMPLETE, UPDATE_COMPLETE, UPDATE_ROLLBACK_COMPLETE, DELETE_COMPLETE -> {}
                default ->
                    throw new CloudException(new CloudFailure.Conflict(
                            "cloudformation:RollbackStack", Phrase.of("stack.state", stack.name(), status)));
            }
        }
    }

    private Operation back(RehearsedStack stack, StackStatus status, Instant now) {
        Deletion deletion = new Deletion(account, stack, now);
        boolean stoodOnce =
                status != StackStatus.CREATE_FAILED && !stack.lastStable(now).isEmpty();
        return stoodOnce ? deletion.rollBackUpdate() : deletion.rollBackCreation();
    }

    private static void checkMayDelete(RehearsedStack stack) {
        String call = "cloudformation:DeleteStack";
        if (stack.terminationProtection()) {
            throw Refusal.of(
                    call, "Stack [" + stack.name() + "] cannot be deleted while TerminationProtection is enabled");
        }
    }

    private RehearsedStack existing(String call, String nameOrId) {
        return account.stack(place, nameOrId)
                .orElseThrow(() -> new CloudException(
                        new CloudFailure.NotFound(call, "Stack with id " + nameOrId + " does not exist")));
    }
}
