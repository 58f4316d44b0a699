package dev.essha.ui.start;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.plan.Plan;
import dev.essha.ui.draft.Judged;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.Question;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Wizard;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the draft into plan files, and asks before that would lose what somebody else wrote there. */
final class PlanSaving {

    private static final String ENDING = ".yaml";

    private final Wizard wizard;
    private final Layers layers;
    private final Unsaved unsaved;
    private final Recents recents;
    private Optional<PlanText> known = Optional.empty();

    PlanSaving(Wizard wizard, Layers layers, Unsaved unsaved, Recents recents) {
        this.wizard = wizard;
        this.layers = layers;
        this.unsaved = unsaved;
        this.recents = recents;
    }

    /** The draft has come from a text, or from none. */
    void comesFrom(Optional<PlanText> text) {
        known = text;
    }

    /** @param then once it is written; never if the person changes their mind */
    void save(Runnable then) {
        wizard.file().get().ifPresentOrElse(file -> write(file, then), () -> saveAs(then));
    }

    void saveAs(Runnable then) {
        readable()
                .ifPresent(plan -> wizard.tools()
                        .desktop()
                        .chooseToSave(layers.window(), wizard.words().of("plan.save-as.title"), name(plan))
                        .ifPresent(file -> writeAnyway(file, then)));
    }

    private String name(Plan plan) {
        return wizard.file().get().map(f -> f.getFileName().toString()).orElse(plan.name() + ENDING);
    }

    private void write(Path file, Runnable then) {
        // Of a draft that was left, what stood in its file is not known: whatever is there is somebody's.
        PlanText text = known.filter(k -> k.file().equals(file)).orElseGet(() -> new PlanText(file, "", false));
        wizard.background()
                .start(
                        text::obstacle,
                        obstacle -> obstacle.ifPresentOrElse(o -> ask(o, file, then), () -> writeAnyway(file, then)),
                        failure -> notSaved(file, failure, then));
    }

    private void ask(PlanText.Obstacle obstacle, Path file, Runnable then) {
        String key = obstacle == PlanText.Obstacle.CHANGED ? "plan.changed" : "plan.by-hand";
        question("plan-overwrite", key, file)
                .answer("other", "plan.save-as", () -> saveAs(then))
                .answer("overwrite", "plan.overwrite", () -> writeAnyway(file, then))
                .answer("cancel", "plan.cancel", () -> {})
                .ask();
    }

    private void writeAnyway(Path file, Runnable then) {
        readable().ifPresent(plan -> {
            ObjectNode written = wizard.draft().document();
            wizard.background()
                    .start(
                            () -> PlanText.write(file, plan),
                            text -> written(text, written, then),
                            failure -> notSaved(file, failure, then));
        });
    }

    private void written(PlanText text, ObjectNode document, Runnable then) {
        known = Optional.of(text);
        wizard.file().set(Optional.of(text.file()));
        recents.used(text.file());
        unsaved.settle(document);
        then.run();
    }

    private void notSaved(Path file, Throwable failure, Runnable then) {
        new Question(
                        layers,
                        wizard.words(),
                        "plan-not-saved",
                        wizard.words().of("plan.not-saved", file.getFileName()),
                        wizard.words().of("plan.not-saved.text", file, reason(failure)))
                .answer("other", "plan.save-as", () -> saveAs(then))
                .answer("cancel", "plan.cancel", () -> {})
                .ask();
    }

    private static String reason(Throwable failure) {
        return failure.getClass().getSimpleName().replaceFirst("Exception$", "") + ": " + failure.getMessage();
    }

    private Question question(String id, String key, Path file) {
        return new Question(
                layers,
                wizard.words(),
                id,
                wizard.words().of(key, file.getFileName()),
                wizard.words().of(key + ".text", file));
    }

    /** The plan, unless a value cannot be read: no file could hold that. */
    private Optional<Plan> readable() {
        Optional<Plan> plan = wizard.draft().judged().get().plan();
        if (plan.isEmpty()) {
            new Question(
                            layers,
                            wizard.words(),
                            "plan-unreadable",
                            wizard.words().of("plan.unreadable"),
                            wizard.words().of("plan.unreadable.text"))
                    .answer("show", "plan.unreadable.show", this::toFirstProblem)
                    .answer("cancel", "plan.cancel", () -> {})
                    .ask();
        }
        return plan;
    }

    private void toFirstProblem() {
        Judged judged = wizard.draft().judged().get();
        Stream.of(Step.values())
                .filter(step -> !judged.within(step.paths()).isEmpty())
                .findFirst()
                .ifPresent(wizard::go);
    }
}
