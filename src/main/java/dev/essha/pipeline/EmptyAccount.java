package dev.essha.pipeline;

import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.ResourceChange;
import dev.essha.wording.Wording;
import java.util.List;

/** What an install would do where nothing stands: all that the blueprint has. */
final class EmptyAccount {

    private EmptyAccount() {}

    static StagePreview preview(Stage stage, Wording wording) {
        return switch (stage.work()) {
            case Work.Stack stack -> added(stage.id(), stack, wording);
            case Work.AttachNodes _ -> step(stage, wording.of("empty.nodes"));
            case Work.AnnounceRecords _ -> step(stage, wording.of("empty.records"));
            case Work.Adopt _ -> step(stage, wording.of("empty.adoption"));
            case Work.CleanUp _ -> new StagePreview(stage.id(), false, List.of(), wording.of("clean-up.nothing"));
            case Work.HandOver _ -> step(stage, wording.of("empty.hand-over"));
        };
    }

    static StagePreview added(StageId stage, Work.Stack stack, Wording wording) {
        return new StagePreview(
                stage,
                true,
                stack.resources().stream()
                        .map(r -> PlannedChange.of(stage, stack, added(r), wording))
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
