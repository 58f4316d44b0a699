package dev.essha.ui.start;

import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.yaml.PlanFileName;
import dev.essha.ui.keep.KeptDraft;
import dev.essha.ui.wizard.CloseGuard;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.PlanFile;
import dev.essha.ui.wizard.Question;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/**
 * Where the draft comes from and goes to. Whatever would replace a draft that is nowhere else asks first. Lives as long as the
 * window, whatever language it speaks.
 */
public final class Plans implements PlanFile {

    private static final String PATTERN =
            PlanFileName.ENDINGS.stream().map(ending -> "*" + ending).collect(Collectors.joining(" "));

    private final Wizard wizard;
    private final Layers layers;
    private final Recents recents;
    private final Unsaved unsaved;
    private final PlanSaving saving;
    private final Shelf shelf;
    private final Leaving leaving;
    private final ReadOnlyObjectWrapper<Optional<RefusedFile>> refused = new ReadOnlyObjectWrapper<>(Optional.empty());

    public Plans(Wizard wizard, Layers layers, Recents recents) {
        this.wizard = wizard;
        this.layers = layers;
        this.recents = recents;
        this.unsaved = new Unsaved(wizard.draft());
        this.saving = new PlanSaving(wizard, layers, unsaved, recents);
        this.shelf = new Shelf(wizard, unsaved);
        this.leaving = new Leaving(wizard, layers, unsaved, saving, shelf);
        wizard.keepPlansIn(this);
    }

    /** Asks about changes before the window closes. */
    public CloseGuard closeGuard() {
        return leaving;
    }

    @Override
    public ReadOnlyBooleanProperty unsaved() {
        return unsaved.property();
    }

    Recents recents() {
        return recents;
    }

    ObservableList<KeptDraft> left() {
        return shelf.left();
    }

    /** The file that was to be opened last and could not be understood. */
    ReadOnlyObjectProperty<Optional<RefusedFile>> refused() {
        return refused.getReadOnlyProperty();
    }

    void forgetRefused() {
        refused.set(Optional.empty());
    }

    /** Begins a plan that no file holds. */
    void begin(Plan plan) {
        leaving.then(() -> {
            replace(plan, Optional.empty());
            wizard.go(wizard.venue().get().isPresent() ? Step.NETWORK : Step.SIGN_IN);
        });
    }

    void begin(Preset preset) {
        begin(preset.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN));
    }

    @Override
    public void open() {
        open(_ -> true, () -> {});
    }

    /** Lets the person choose a file, and opens it as {@link #open(Path, Predicate, Runnable)} does. */
    void open(Predicate<Plan> wanted, Runnable then) {
        wizard.tools()
                .desktop()
                .chooseToOpen(layers.window(), wizard.words().of("plan.open.title"), PATTERN)
                .ifPresent(file -> open(file, wanted, then));
    }

    /** Opens a file; one that cannot be understood is told of on the start page, and leaves the draft as it is. */
    public void open(Path file) {
        open(file, _ -> true, () -> {});
    }

    /**
     * Opens a file if its plan is the wanted one, or if the person wants it anyway.
     *
     * @param then once the wanted one is open
     */
    void open(Path file, Predicate<Plan> wanted, Runnable then) {
        wizard.background().start(() -> PlanText.open(file), opened -> {
            Optional<Plan> plan = opened.read().plan();
            if (plan.isEmpty()) {
                refused.set(Optional.of(new RefusedFile(file, opened.read().problems())));
                wizard.go(Step.START);
            } else if (wanted.test(plan.get())) {
                leaving.then(() -> opened(opened, plan.get(), then));
            } else {
                askForAnother(opened, plan.get(), wanted, then);
            }
        });
    }

    private void askForAnother(PlanText.Opened opened, Plan plan, Predicate<Plan> wanted, Runnable then) {
        String text = wizard.words()
                .of(
                        "plan.other.text",
                        opened.file().getFileName(),
                        plan.name().value(),
                        plan.region().value());
        new Question(layers, wizard.words(), "plan-other", wizard.words().of("plan.other"), text)
                .answer("choose", "plan.other.choose", () -> open(wanted, then))
                .answer("anyway", "plan.other.anyway", () -> leaving.then(() -> opened(opened, plan, () -> {})))
                .answer("cancel", "plan.cancel", () -> {})
                .ask();
    }

    private void opened(PlanText.Opened opened, Plan plan, Runnable then) {
        replace(plan, opened.text());
        recents.used(opened.file());
        wizard.seen(Step.REVIEW);
        then.run();
        goOnAt(Step.REVIEW);
    }

    private void replace(Plan plan, Optional<PlanText> text) {
        wizard.draft().load(plan);
        wizard.file().set(text.map(PlanText::file));
        saving.comesFrom(text);
        unsaved.settle();
        forgetRefused();
    }

    /** Types on where a window was that did not close in order. */
    void resume(KeptDraft draft) {
        leaving.then(() -> {
            shelf.remove(draft);
            wizard.draft().load(draft.document());
            wizard.file().set(draft.file());
            saving.comesFrom(Optional.empty());
            unsaved.unsettle();
            if (draft.rehearsal()) {
                wizard.venue().set(Optional.of(Venue.rehearsal()));
            }
            step(draft.furthest()).ifPresent(wizard::seen);
            goOnAt(step(draft.step()).orElse(Step.START));
        });
    }

    void discard(KeptDraft draft) {
        shelf.remove(draft);
    }

    private static Optional<Step> step(String name) {
        return Stream.of(Step.values()).filter(s -> s.name().equals(name)).findFirst();
    }

    /** Goes to a step, by way of the sign-in if nobody is signed in. */
    private void goOnAt(Step step) {
        if (wizard.venue().get().isEmpty() && step != Step.START) {
            wizard.errand().set(Optional.of(step));
        }
        wizard.go(step);
    }

    @Override
    public void save() {
        saving.save(() -> {});
    }

    @Override
    public void saveAs(Runnable then) {
        saving.saveAs(then);
    }
}
