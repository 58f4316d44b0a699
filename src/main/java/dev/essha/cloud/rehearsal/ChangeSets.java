package dev.essha.cloud.rehearsal;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.rehearsal.template.ParameterValues;
import dev.essha.cloud.rehearsal.template.Refusal;
import dev.essha.cloud.rehearsal.template.Template;
import dev.essha.cloud.rehearsal.template.TemplateReader;
import dev.essha.cloud.rehearsal.template.TemplateRules;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The change sets of one region. They are not kept between two runs: each run proposes anew. */
final class ChangeSets {

    private final Account account;
    private final Place place;
    private final Map<String, Wanted> byId = new HashMap<>();

    /** @param repairs whether it is compared with what is there, instead of with the last template */
    private record Wanted(String stackId, StackRequest request, boolean repairs) {}

    ChangeSets(Account account, Place place) {
        this.account = account;
        this.place = place;
    }

    /** @param repairs whether it also takes back what was changed by hand */
    Proposal propose(StackRequest request, String token, boolean repairs) {
        Template template = TemplateReader.read(request.templateBody());
        TemplateRules.check(template, ResourceTypes.TABLE.offeredIn(place.partition()));
        ParameterValues parameters = new ParameterValues(template, request.parameters());
        synchronized (account) {
            Optional<RehearsedStack> existing = account.stack(place, request.stackName());
            existing.ifPresent(this::checkMayChange);
            RehearsedStack stack = existing.orElseGet(() -> review(request));
            return propose(new Wanted(stack.id(), request, repairs), token, stack, template, parameters);
        }
    }

    void execute(RehearsedStack stack, Proposal proposal) {
        String call = "cloudformation:ExecuteChangeSet";
        Wanted wanted = Optional.ofNullable(byId.remove(proposal.changeSetId()))
                .orElseThrow(() -> new CloudException(
                        new CloudFailure.NotFound(call, "ChangeSet [" + proposal.changeSetId() + "] does not exist")));
        checkMayChange(stack);
        byId.values().removeIf(other -> other.stackId().equals(stack.id()));
        Instant now = account.now();
        Schedule schedule = new Schedule(account, stack, wanted.request(), standing(stack, wanted, now), now);
        Operation operation = schedule.operation(proposal.keepsWhatWasMade());
        account.change(() -> {
            stack.start(operation);
            schedule.overwritten().forEach(account.byHand()::overwrite);
        });
    }

    /** @return whether the stack has no other one */
    boolean discard(Proposal proposal) {
        byId.remove(proposal.changeSetId());
        return byId.values().stream().noneMatch(w -> w.stackId().equals(proposal.stackId()));
    }

    private RehearsedStack review(StackRequest request) {
        RehearsedStack[] made = new RehearsedStack[1];
        account.change(() -> made[0] = account.review(place, request));
        return made[0];
    }

    private Map<String, Live> standing(RehearsedStack stack, Wanted wanted, Instant now) {
        Map<String, Live> standing = RehearsedStacks.standing(stack, now);
        return wanted.repairs() ? account.byHand().asFound(standing) : standing;
    }

    private Proposal propose(
            Wanted wanted, String token, RehearsedStack stack, Template template, ParameterValues parameters) {
        Instant now = account.now();
        Map<String, Live> standing = standing(stack, wanted, now);
        Changes changes = new Changes(template, standing, new StackScope(stack, parameters, standing));
        List<ResourceChange> list = changes.list();
        boolean creates = stack.statusAt(now) == StackStatus.REVIEW_IN_PROGRESS;
        StackView view = stack.viewAt(now);
        boolean same = !creates
                && list.isEmpty()
                && !view.status().name().endsWith("_FAILED")
                && view.outputs().equals(changes.outputs())
                && view.tags().equals(wanted.request().tags());
        String id = same ? "" : add(wanted, stack, token);
        boolean resumes = view.status() == StackStatus.CREATE_FAILED;
        return new Proposal(stack.name(), stack.id(), id, creates, resumes, list);
    }

    private String add(Wanted wanted, RehearsedStack stack, String token) {
        String uuid = Hash.uuid(Hash.of("change set", stack.id(), token));
        String id = place.arn("cloudformation", "changeSet/ess-ha-" + token + "/" + uuid);
        byId.put(id, wanted);
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
}
