package dev.essha.pipeline;

import dev.essha.blueprint.Gradual;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The change sets that a stack needs to become what it should be: more than one where AWS refuses a part of the whole. */
final class Way {

    private final StageContext context;
    private final Stacks stacks;

    Way(StageContext context, Stacks stacks) {
        this.context = context;
        this.stacks = stacks;
    }

    /** What a person is told of a way of several. */
    static Phrase phrase(int changeSets) {
        return Phrase.of("preview.change-sets", changeSets);
    }

    /**
     * What to ask for, in order; the last is the request itself.
     *
     * @param whole the proposal of the request
     */
    List<StackRequest> to(StackRequest request, Proposal whole, Optional<StackView> standing)
            throws InterruptedException {
        Map<String, List<String>> delicate = whole.changes().stream()
                .filter(change -> Gradual.concerns(change.type()) && isInPlace(change))
                .collect(Collectors.toMap(ResourceChange::logicalId, ResourceChange::properties));
        if (delicate.isEmpty() || standing.isEmpty() || whole.creates() || whole.resumes()) {
            return List.of(request);
        }
        StackView stack = standing.get();
        String template = context.retry().get(() -> stacks.template(stack.id()));
        boolean retagged = !stack.tags().equals(request.tags());
        return Gradual.way(template, request.templateBody(), delicate, retagged).stream()
                .map(leg -> new StackRequest(
                        request.stackName(),
                        leg.template(),
                        request.parameters(),
                        leg.tagsWait() ? new TreeMap<>(stack.tags()) : request.tags()))
                .toList();
    }

    private static boolean isInPlace(ResourceChange change) {
        return change.action() == ResourceChange.Action.MODIFY
                && Replacements.of(change) == ResourceChange.Replacement.NO;
    }
}
