package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an install neither replaces nor removes unless a person names it. */
public final class Guarded {

    private Guarded() {}

    /**
     * The names to be used in {@link InstallOptions#replace()}: of what the plan has, and of what stands in the account.
     *
     * @throws CloudException where the account cannot be looked at
     */
    public static SortedSet<String> names(Blueprint blueprint, Cloud cloud) {
        SortedSet<String> names = new TreeSet<>();
        for (Stage stage : blueprint.stages()) {
            if (stage.work() instanceof Work.Stack stack) {
                stack.resources().stream()
                        .filter(r -> r.stateful() || HoldsData.guarded(r.type()))
                        .forEach(r -> names.add(InstallOptions.name(stage.id(), r.logicalId())));
            }
        }
        for (Claims.Ours ours : new Claims(cloud, blueprint).ours()) {
            cloud.stacks(ours.region()).resources(ours.stack().id()).stream()
                    .filter(r -> HoldsData.guarded(r.type()))
                    .forEach(r -> names.add(InstallOptions.name(ours.stage(), r.logicalId())));
        }
        return names;
    }
}
