package dev.essha.pipeline;

import dev.essha.cloud.Actions;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.StackResource;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.ResourceNames;
import java.util.Collection;
import java.util.List;

/**
 * Log groups that a service wrote again after they were deleted: what it still had to tell comes minutes late. One that
 * stays would be in the way of the next installation, and would be kept for ever.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html">EKS, control plane logs</a>
 */
final class RewrittenLogs {

    private final StageContext context;

    RewrittenLogs(StageContext context) {
        this.context = context;
    }

    /** The log group of the control plane's logs, if it is there; its name is fixed by EKS. */
    static List<String> ofCluster(Cloud cloud, DeploymentName deployment) {
        String name = "/aws/eks/%s/cluster".formatted(new ResourceNames(deployment).cluster());
        return cloud.lookups().cluster(new ResourceNames(deployment).cluster()).isPresent()
                ? List.of()
                : cloud.actions().logGroups(List.of(name));
    }

    /** Removes those that stacks held which are gone. */
    void remove(Collection<DestroyPlan.Doomed> gone) throws InterruptedException {
        List<String> names = gone.stream()
                .flatMap(d -> d.ofType(ResourceKind.LOG_GROUP).stream())
                .map(StackResource::physicalId)
                .toList();
        if (names.isEmpty()) {
            return;
        }
        for (String name : context.retry().get(() -> actions().logGroups(names))) {
            context.retry().run(() -> actions().deleteLogGroup(name));
            context.note("note.log-group", name);
        }
    }

    private Actions actions() {
        return context.cloud().actions();
    }
}
