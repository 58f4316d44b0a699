package dev.essha.ui.run;

import dev.essha.application.Places;
import dev.essha.application.Spell;
import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackResource;
import dev.essha.pipeline.Patience;
import dev.essha.pipeline.RollBack;
import dev.essha.pipeline.RollBackPlan;
import dev.essha.ui.run.AccountQuestion.Line;
import dev.essha.ui.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Whether a stage is to be taken back to where it stood before. */
record RollBackSubject(Words words, RunModel run, RunOrder order, StageId stage)
        implements AccountQuestion.Subject<RollBackPlan> {

    @Override
    public String key() {
        return "run.roll-back";
    }

    @Override
    public String object() {
        return new StageWords(words).name(stage);
    }

    @Override
    public boolean asksAboutData() {
        return false;
    }

    @Override
    public RollBackPlan look(Places.Session session, boolean deleteData) {
        return new RollBack(session.cloud(), session.time(), Patience.DEFAULT, words.engineLocale(), _ -> {})
                .look(Blueprint.of(order.plan()), stage);
    }

    @Override
    public List<Line> lines(RollBackPlan plan) {
        return switch (plan) {
            case RollBackPlan.Nothing nothing ->
                List.of(new Line("fth-info", words.of("run.roll-back.nothing", nothing.why())));
            case RollBackPlan.Refused refused ->
                List.of(new Line("fth-alert-octagon", refused.why() + ". " + refused.advice()));
            case RollBackPlan.Restoration back ->
                List.of(new Line(
                        "fth-rotate-ccw",
                        words.of(
                                "run.roll-back.back",
                                back.stack().name(),
                                back.stack().status())));
            case RollBackPlan.Removal removal -> removal(removal);
        };
    }

    private List<Line> removal(RollBackPlan.Removal removal) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "fth-trash-2",
                words.of(
                        "run.roll-back.stack",
                        removal.doomed().stack().name(),
                        removal.doomed().stack().status())));
        removal.doomed().resources().stream()
                .filter(r -> !r.physicalId().isEmpty())
                .map(r -> resource(removal, r))
                .forEach(lines::add);
        return lines;
    }

    private Line resource(RollBackPlan.Removal removal, StackResource resource) {
        String what = Spell.type(resource.type()) + " " + resource.physicalId();
        boolean data = removal.data().stream().anyMatch(d -> d.physicalId().equals(resource.physicalId()));
        return new Line(
                data ? "fth-alert-triangle" : "fth-trash-2", words.of(data ? "run.goes.with-data" : "run.goes", what));
    }

    @Override
    public boolean possible(RollBackPlan plan) {
        return plan instanceof RollBackPlan.Removal || plan instanceof RollBackPlan.Restoration;
    }

    @Override
    public void go(RollBackPlan plan) {
        run.rollBack(order, plan);
    }
}
