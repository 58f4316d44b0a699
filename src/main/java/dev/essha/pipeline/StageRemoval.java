package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.inventory.Data;
import dev.essha.plan.ResourceNames;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Map;

/** Takes down what a stage has in the account: its stacks one after the other, then what outlives them. */
final class StageRemoval {

    private final StageContext context;
    private final DestroyPlan plan;
    private final DestroyGraph graph;
    private final Leftovers leftovers;

    StageRemoval(StageContext context, DestroyPlan plan, DestroyGraph graph) {
        this.context = context;
        this.plan = plan;
        this.graph = graph;
        this.leftovers = new Leftovers(context, plan.deleteData());
    }

    StageResult run() throws InterruptedException {
        if (context.stage() == StageId.ADOPTION && plan.adopted().isPresent()) {
            release(plan.adopted().get());
        }
        List<DestroyPlan.Doomed> doomed = graph.doomed(context.stage());
        for (DestroyPlan.Doomed stack : doomed) {
            StageResult result = new StackRemoval(context, plan.deployment(), stack, Advice.OF_DESTROY).run();
            if (!(result instanceof StageResult.Completed)) {
                return result;
            }
            leftovers.of(stack);
        }
        new RewrittenLogs(context).remove(graph.goneWith(context.stage()));
        if (context.stage() == StageId.SECURITY && !doomed.isEmpty()) {
            leftovers.secrets(secretPrefixes());
        }
        boolean removed = removeRemains();
        boolean released = context.stage() == StageId.ADOPTION;
        return new StageResult.Completed(!doomed.isEmpty() || removed || released, Map.of());
    }

    private void release(DestroyPlan.Adopted adopted) throws InterruptedException {
        context.retry().run(() -> context.cloud().actions().untag(adopted.ids(), adopted.keys()));
        adopted.ids().stream()
                .filter(Adoption::isVpc)
                .forEach(vpc -> context.leftBehind(Phrase.asIs("VPC"), vpc, Phrase.of("left.adopted")));
    }

    private boolean removeRemains() throws InterruptedException {
        List<Data.Kept> remains = graph.remains(context.stage()).stream()
                .flatMap(r -> r.kept().stream())
                .toList();
        leftovers.of(remains);
        return plan.deleteData() && !remains.isEmpty();
    }

    private List<String> secretPrefixes() {
        ResourceNames names = new ResourceNames(plan.deployment());
        return List.of(names.prefix() + "/", names.kafkaSecret());
    }
}
