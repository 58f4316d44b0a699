package dev.essha.cli;

import dev.essha.application.Folded;
import dev.essha.application.KeptRun;
import dev.essha.application.Places;
import dev.essha.application.Spell;
import dev.essha.blueprint.Blueprint;
import dev.essha.cloud.Cloud;
import dev.essha.pipeline.DestroyPlan;
import dev.essha.pipeline.Destroyer;
import dev.essha.pipeline.Event;
import dev.essha.plan.ValidPlan;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "destroy",
        description = "List what goes and what stays, ask, take it down in order, name what is left.")
final class DestroyCommand extends SessionCommand {

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--delete-data",
            description = "Also delete the bucket with its content and the database snapshots, and schedule the key's"
                    + " deletion; also what an earlier destroy left of them."
                    + " Only what carries the deployment's tag is ever touched.")
    private boolean deleteData;

    @Mixin
    private PatienceOptions patience;

    DestroyCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan, Places.Session session) throws Exception {
        sayWhere(session.cloud());
        try (Progress progress = Progress.of(tools().console(), session.time(), json())) {
            Blueprint blueprint = Blueprint.of(plan);
            Folded folded = new Folded();
            Destroyer destroyer = new Destroyer(
                    session.cloud(),
                    session.time(),
                    patience.of(session),
                    Locale.ENGLISH,
                    folded.andThen(progress)
                            .andThen(KeptRun.of(tools().archive(), blueprint, Event.Operation.DESTROY)));
            DestroyPlan doomed = destroyer.list(blueprint, deleteData);
            list(doomed, this::say);
            if (doomed.isEmpty()) {
                say("%s of deployment %s is there."
                        .formatted(
                                doomed.unseen().isEmpty() ? "Nothing" : "No stack",
                                plan.plan().name()));
                return Exit.OK;
            }
            if (!yes && !doomed.touchesNothing() && session.cloud().kind() != Cloud.Kind.REHEARSAL) {
                Consent.named(tools().console(), plan.plan().name(), "destroy");
            }
            tools().interruption().during(progress.stopping(destroyer::cancel), () -> destroyer.destroy(doomed));
            return Exit.of(folded.state());
        }
    }

    private static void list(DestroyPlan plan, Consumer<String> line) {
        plan.stacks()
                .forEach(s -> line.accept("goes   stack %s, %s"
                        .formatted(s.stack().name(), Spell.count(s.resources().size(), "resource"))));
        plan.data()
                .forEach(d -> line.accept("%-6s %s %s: %s"
                        .formatted(d.goes() ? "goes" : "stays", Spell.type(d.type()), d.physicalId(), d.what())));
        plan.adopted()
                .ifPresent(a -> line.accept("stays  %s: there before; only the tag %s comes off"
                        .formatted(String.join(", ", a.ids()), String.join(", ", a.keys()))));
        plan.unseen().forEach(u -> line.accept(u.what()));
        plan.foreign().forEach(f -> line.accept("stays  %s %s: %s".formatted(f.what(), f.name(), f.why())));
    }
}
