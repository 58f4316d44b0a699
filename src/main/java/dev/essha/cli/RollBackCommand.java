package dev.essha.cli;

import dev.essha.application.Folded;
import dev.essha.application.KeptRun;
import dev.essha.application.Places;
import dev.essha.application.Spell;
import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.StackResource;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.RollBack;
import dev.essha.pipeline.RollBackPlan;
import dev.essha.plan.ValidPlan;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "roll-back",
        description = "Take a stage whose last change failed back to where it stood before; a creation that failed is"
                + " taken away. Lists what goes and asks.")
final class RollBackCommand extends SessionCommand {

    @Parameters(
            index = "1",
            paramLabel = "STAGE",
            converter = Stages.class,
            description = "The stage, as status names it.")
    private StageId stage;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private PatienceOptions patience;

    RollBackCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan, Places.Session session) throws Exception {
        sayWhere(session.cloud());
        Blueprint blueprint = Blueprint.of(plan);
        try (Progress progress = Progress.of(tools().console(), session.time(), json())) {
            Folded folded = new Folded();
            RollBack rollBack = new RollBack(
                    session.cloud(),
                    session.time(),
                    patience.of(session),
                    Locale.ENGLISH,
                    folded.andThen(progress)
                            .andThen(KeptRun.of(tools().archive(), blueprint, Event.Operation.ROLL_BACK)));
            RollBackPlan back = rollBack.look(blueprint, stage);
            if (!toBeDone(back)) {
                return Exit.OK;
            }
            if (!yes && session.cloud().kind() != Cloud.Kind.REHEARSAL) {
                Consent.named(tools().console(), plan.plan().name(), "roll back");
            }
            tools().interruption().during(progress.stopping(rollBack::cancel), () -> rollBack.run(back));
            sayNext(Exit.of(folded.state()));
            return Exit.of(folded.state());
        }
    }

    /** Says what there is to do. */
    private boolean toBeDone(RollBackPlan back) {
        switch (back) {
            case RollBackPlan.Nothing nothing -> say("Nothing to roll back: " + nothing.why() + ".");
            case RollBackPlan.Refused refused -> throw new Refused(refused.why(), refused.advice(), Exit.FAILED);
            case RollBackPlan.Removal removal -> list(removal);
            case RollBackPlan.Restoration restoration ->
                say("back   stack %s, which is in %s, to where it stood before its last change"
                        .formatted(
                                restoration.stack().name(), restoration.stack().status()));
        }
        return !(back instanceof RollBackPlan.Nothing);
    }

    private void list(RollBackPlan.Removal removal) {
        say("goes   stack %s, which is in %s: it was never complete"
                .formatted(
                        removal.doomed().stack().name(),
                        removal.doomed().stack().status()));
        removal.doomed().resources().stream()
                .filter(r -> !r.physicalId().isEmpty())
                .forEach(r -> say("goes   %s %s%s".formatted(Spell.type(r.type()), r.physicalId(), data(removal, r))));
    }

    private static String data(RollBackPlan.Removal removal, StackResource resource) {
        return removal.data().stream().anyMatch(d -> d.physicalId().equals(resource.physicalId()))
                ? ": WITH ALL THAT IS IN IT"
                : "";
    }

    private void sayNext(int status) {
        if (status == Exit.OK) {
            say("Install again to go on: " + typed("install"));
        }
    }
}
