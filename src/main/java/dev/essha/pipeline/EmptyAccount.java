package dev.essha.pipeline;

import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.ResourceChange;
import java.util.List;

/** What an install would do where nothing stands: all that the blueprint has. */
final class EmptyAccount {

    private EmptyAccount() {}

    static StagePreview preview(Stage stage) {
        return switch (stage.work()) {
            case Work.Stack stack -> added(stage.id(), stack);
            case Work.AttachNodes _ -> step(stage, "puts the nodes behind the load balancers");
            case Work.AnnounceRecords _ -> step(stage, "shows the records to add and waits for them");
            case Work.Adopt _ -> step(stage, "tags the VPC and its subnets");
            case Work.CleanUp _ -> new StagePreview(stage.id(), false, List.of(), "nothing to remove");
            case Work.HandOver _ -> step(stage, "collects what is handed over");
        };
    }

    static StagePreview added(StageId stage, Work.Stack stack) {
        return new StagePreview(
                stage,
                true,
                stack.resources().stream()
                        .map(r -> PlannedChange.of(stage, stack, added(r)))
                        .toList(),
                "");
    }

    private static StagePreview step(Stage stage, String what) {
        return new StagePreview(stage.id(), true, List.of(), what);
    }

    private static ResourceChange added(Work.Resource resource) {
        return new ResourceChange(
                ResourceChange.Action.ADD,
                resource.logicalId(),
                resource.type(),
                "",
                ResourceChange.Replacement.NO,
                List.of());
    }
}
