package dev.essha.pipeline;

import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an install would do to a stack, from the change set itself, which is removed again. */
final class StackPreview {

    private final StageId stage;
    private final Work.Stack stack;
    private final StageWork work;
    private final StageContext context;
    private final Stacks stacks;

    StackPreview(Stage stage, Work.Stack stack, StageWork work, StageContext context) {
        this.stage = stage.id();
        this.stack = stack;
        this.work = work;
        this.context = context;
        this.stacks = context.cloud().stacks(stack.region());
    }

    /**
     * What was found out.
     *
     * @param refused why it could not be compared; the preview says nothing then. A template may not fit what stages before
     *     it deliver as they stand, and fit what they will deliver
     */
    record Answer(StagePreview preview, Optional<CloudException> refused) {

        Answer(StagePreview preview) {
            this(preview, Optional.empty());
        }
    }

    Answer of(Optional<StackView> standing, boolean lookForDrift) throws InterruptedException {
        if (standing.isEmpty() || isEmpty(standing.get().status())) {
            return new Answer(EmptyAccount.added(stage, stack, context.wording()));
        }
        StackStatus status = standing.get().status();
        if (status.inProgress()) {
            return new Answer(unknown(context.say(Phrase.of("preview.in-progress", status))));
        }
        DriftSeen drift = lookForDrift ? DriftLook.at(standing.get(), stacks, context) : DriftSeen.NOT_LOOKED;
        Optional<Phrase> missing = work.missing(stage);
        if (missing.isPresent()) {
            return new Answer(unknown(context.say(Phrase.of("preview.not-before", missing.get())))
                    .with(drift.in(context.wording())));
        }
        try {
            return new Answer(compared(standing.get(), drift));
        } catch (CloudException e) {
            return new Answer(unknown("").with(drift.in(context.wording())), Optional.of(e));
        }
    }

    private static boolean isEmpty(StackStatus status) {
        return status == StackStatus.REVIEW_IN_PROGRESS || status.mustBeDeletedFirst();
    }

    private StagePreview compared(StackView standing, DriftSeen drift) throws InterruptedException {
        StackRequest request = new StackRequest(
                stack.name(), stack.templateBody(), work.parameters(context).of(stack), stack.tags());
        String token = context.token(stack.name());
        Proposal proposal = context.retry().get(() -> stacks.propose(request, token));
        int changeSets = new Way(context, stacks)
                .to(request, proposal, Optional.of(standing))
                .size();
        StagePreview planned = planned(proposal, changeSets);
        if (!proposal.isEmpty()) {
            context.retry().run(() -> stacks.discard(proposal));
        }
        return planned.with(drift.found() ? repaired(request, drift, proposal) : drift.in(context.wording()));
    }

    private StagePreview planned(Proposal proposal, int changeSets) {
        if (proposal.isEmpty()) {
            return new StagePreview(stage, false, List.of(), "");
        }
        return new StagePreview(
                stage,
                true,
                proposal.changes().stream()
                        .map(c -> PlannedChange.of(stage, stack, c, context.wording()))
                        .toList(),
                note(proposal, changeSets));
    }

    private String note(Proposal proposal, int changeSets) {
        if (proposal.changes().isEmpty()) {
            return context.say(Phrase.of("preview.outputs-or-tags"));
        }
        return changeSets > 1 ? context.say(Way.phrase(changeSets)) : "";
    }

    private StageDrift repaired(StackRequest request, DriftSeen drift, Proposal proposal) throws InterruptedException {
        Set<String> planned =
                proposal.changes().stream().map(ResourceChange::logicalId).collect(Collectors.toSet());
        DriftRepair.Offered offered = new DriftRepair(context, stacks, stack, InstallOptions.DEFAULT)
                .offer(request, drift.resources(), planned);
        if (offered.proposal().isPresent()) {
            context.retry().run(() -> stacks.discard(offered.proposal().get()));
        }
        return new StageDrift(
                true,
                drift.resources(),
                offered.changes(),
                offered.note().map(context::say).orElse(""));
    }

    private StagePreview unknown(String why) {
        return new StagePreview(stage, true, List.of(), why);
    }
}
