package dev.essha.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.application.Costing;
import dev.essha.application.Costing.Costed;
import dev.essha.application.Json;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cost.Usage;
import dev.essha.pipeline.Preview;
import dev.essha.pipeline.StagePreview;
import dev.essha.plan.ValidPlan;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "plan", description = "Say what an install would change, stage by stage; offline without credentials.")
final class PreviewCommand extends PlanCommand {

    @Mixin
    private CloudOptions where;

    @Option(names = "--no-drift", description = "Do not look for what was changed by hand, which takes a while.")
    private boolean noDrift;

    PreviewCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan) throws Exception {
        try (Places.Session session = tools().places().open(plan.plan(), where.choice(plan.plan()))) {
            Optional<Cloud> account = signedIn(session.cloud());
            account.ifPresent(cloud -> SessionCommand.refuseOtherAccount(plan.plan(), cloud));
            List<StagePreview> stages = new Preview(session.time(), !noDrift).preview(Blueprint.of(plan), account);
            Costed costed = new Costing(account).estimate(plan.plan(), Usage.UNKNOWN);
            return report(plan, stages, costed, account.map(Cloud::kind));
        }
    }

    private Optional<Cloud> signedIn(Cloud cloud) {
        try {
            sayWhere(cloud);
            return Optional.of(cloud);
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.NotSignedIn) {
                say("Not signed in: this is what an account in which nothing stands would get.");
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The options without which an install would refuse a part of it. */
    private static List<String> refused(List<StagePreview> stages) {
        return stages.stream()
                .flatMap(s -> s.refused().stream())
                .flatMap(c -> c.refusedUnless().stream())
                .toList();
    }

    private void sayCost(Costed costed, Optional<Cloud.Kind> place) {
        int width = tools().console().width();
        boolean rehearsal = place.filter(Cloud.Kind.REHEARSAL::equals).isPresent();
        String line = (rehearsal ? "On AWS it would cost " : "Cost: ")
                + new CostLines(width).headline(costed.estimate()) + "; `ess-ha cost " + file() + "` itemizes.";
        Wrap.lines(line, width, 2).forEach(this::say);
        CostLines.refusal(costed).ifPresent(this::say);
    }

    /** @param place none where nobody is signed in */
    private int report(ValidPlan plan, List<StagePreview> stages, Costed costed, Optional<Cloud.Kind> place) {
        boolean changes = stages.stream().anyMatch(StagePreview::changed);
        if (json()) {
            String shown = place.map(Cloud.Kind::name).orElse("OFFLINE");
            ObjectNode document =
                    Json.object().put("place", Json.hyphenated(shown)).put("changes", changes);
            document.put("drift", stages.stream().anyMatch(s -> s.drift().found()));
            document.set("refusedUnless", Json.tree(refused(stages)));
            document.set("stages", Json.tree(stages));
            document.set("cost", new CostDocument().summary(costed));
            tools().console().say(Json.line(document.set("notes", notes(plan))));
        } else {
            new Previews(tools().console().width(), this::say).print(stages);
            sayCost(costed, place);
            sayNotes(plan);
        }
        return changes ? Exit.CHANGES : Exit.OK;
    }
}
