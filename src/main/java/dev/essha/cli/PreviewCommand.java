package dev.essha.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.blueprint.Blueprint;
import dev.essha.cloud.Cloud;
import dev.essha.pipeline.Preview;
import dev.essha.pipeline.StagePreview;
import dev.essha.plan.ValidPlan;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "plan", description = "Say what an install would change, stage by stage; offline without credentials.")
final class PreviewCommand extends PlanCommand {

    @Mixin
    private CloudOptions where;

    PreviewCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan) throws Exception {
        if (!where.choice().rehearse() && !tools().places().signedIn(plan.plan(), where.choice())) {
            say("Not signed in: this is what an account in which nothing stands would get.");
            return report(Preview.offline(Blueprint.of(plan)), "offline");
        }
        try (Places.Session session = tools().places().open(plan.plan(), where.choice())) {
            Cloud cloud = session.cloud();
            sayWhere(cloud);
            Preview preview = new Preview(session.time());
            return report(
                    preview.preview(Blueprint.of(plan), Optional.of(cloud)),
                    Json.hyphenated(cloud.kind().name()));
        }
    }

    private int report(List<StagePreview> stages, String place) {
        boolean changes = stages.stream().anyMatch(StagePreview::changed);
        if (json()) {
            ObjectNode document = Json.object().put("place", place).put("changes", changes);
            tools().console().say(Json.line(document.set("stages", Json.tree(stages))));
        } else {
            Previews.print(stages, this::say);
        }
        return changes ? Exit.CHANGES : Exit.OK;
    }
}
