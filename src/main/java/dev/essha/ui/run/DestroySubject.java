package dev.essha.ui.run;

import dev.essha.application.Places;
import dev.essha.application.Spell;
import dev.essha.blueprint.Blueprint;
import dev.essha.pipeline.DestroyPlan;
import dev.essha.pipeline.Destroyer;
import dev.essha.pipeline.Patience;
import dev.essha.ui.run.AccountQuestion.Line;
import dev.essha.ui.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Whether a deployment is to be taken down. */
record DestroySubject(Words words, RunModel run, RunOrder order) implements AccountQuestion.Subject<DestroyPlan> {

    private static final String GOES = "fth-trash-2";
    private static final String STAYS = "fth-lock";

    @Override
    public String key() {
        return "run.destroy";
    }

    @Override
    public String object() {
        return order.deployment();
    }

    @Override
    public boolean asksAboutData() {
        return true;
    }

    @Override
    public DestroyPlan look(Places.Session session, boolean deleteData) {
        return new Destroyer(session.cloud(), session.time(), Patience.DEFAULT, words.engineLocale(), _ -> {})
                .list(Blueprint.of(order.plan()), deleteData);
    }

    /** What stays first, which is short and decides what is chosen; then what goes. Of data its own sentence says which. */
    @Override
    public List<Line> lines(DestroyPlan plan) {
        List<Line> stay = new ArrayList<>();
        List<Line> go = new ArrayList<>();
        plan.data().forEach(d -> {
            String text = "%s %s: %s".formatted(Spell.type(d.type()), d.physicalId(), d.what());
            (d.goes() ? go : stay).add(new Line(d.goes() ? GOES : STAYS, text));
        });
        plan.adopted()
                .ifPresent(a -> stay.add(stays(
                        words.of("run.destroy.adopted", String.join(", ", a.ids()), String.join(", ", a.keys())))));
        plan.foreign().forEach(f -> stay.add(stays("%s %s: %s".formatted(f.what(), f.name(), f.why()))));
        plan.unseen().forEach(u -> stay.add(new Line("fth-help-circle", u.what())));
        plan.stacks()
                .forEach(s -> go.add(goes(words.of(
                        "run.destroy.stack", s.stack().name(), s.resources().size()))));
        if (plan.isEmpty()) {
            stay.addFirst(new Line("fth-info", words.of("run.destroy.nothing")));
        }
        stay.addAll(go);
        return stay;
    }

    private Line goes(String text) {
        return new Line(GOES, words.of("run.goes", text));
    }

    private Line stays(String text) {
        return new Line(STAYS, words.of("run.stays", text));
    }

    @Override
    public boolean possible(DestroyPlan plan) {
        return !plan.touchesNothing();
    }

    @Override
    public void go(DestroyPlan plan) {
        run.destroy(order, plan);
    }
}
