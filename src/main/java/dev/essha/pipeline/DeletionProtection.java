package dev.essha.pipeline;

import dev.essha.cloud.Actions;
import dev.essha.cloud.ResourceChange;
import java.util.List;

/**
 * What is to be removed, or replaced by a new one, may refuse to be deleted until it is told otherwise: CloudFormation
 * would leave it behind. Databases come here only where the person named them.
 *
 * <p>Where a replacement only may happen nothing is lifted: the resource may as well stay, and then without protection.
 */
final class DeletionProtection {

    private final StageContext context;

    DeletionProtection(StageContext context) {
        this.context = context;
    }

    void liftFor(List<ResourceChange> changes) throws InterruptedException {
        for (ResourceChange change : changes) {
            if (goes(change) && lift(change)) {
                context.note("note.may-be-deleted", change.logicalId(), change.physicalId());
            }
        }
    }

    private static boolean goes(ResourceChange change) {
        return change.action() == ResourceChange.Action.REMOVE
                || change.replacement() == ResourceChange.Replacement.YES;
    }

    private boolean lift(ResourceChange change) throws InterruptedException {
        Actions actions = context.cloud().actions();
        switch (change.type()) {
            case ResourceKind.DATABASE -> context.retry().run(() -> actions.allowDatabaseDeletion(change.physicalId()));
            case ResourceKind.DATABASE_CLUSTER ->
                context.retry().run(() -> actions.allowDatabaseClusterDeletion(change.physicalId()));
            case ResourceKind.LOAD_BALANCER ->
                context.retry().run(() -> actions.allowLoadBalancerDeletion(change.physicalId()));
            default -> {
                return false;
            }
        }
        return true;
    }
}
