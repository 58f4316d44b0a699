package dev.essha.ui.wizard;

import dev.essha.application.Places;
import dev.essha.plan.Plan;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.field.Form;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import dev.essha.ui.work.Background;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** What all pages share: the draft, where it runs, the step, and the ways to work in the background. */
public final class Wizard {

    private final UiTools tools;
    private Words words;
    private final Background background;
    private final Draft draft;
    private final Sessions sessions;
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.START);
    private final ObjectProperty<Optional<Venue>> venue = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> file = new SimpleObjectProperty<>(Optional.empty());

    private final BooleanProperty started = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper installed = new ReadOnlyBooleanWrapper();
    private Optional<Deployment> standing = Optional.empty();
    private final ObjectProperty<Optional<Step>> errand = new SimpleObjectProperty<>(Optional.empty());
    private Step furthest = Step.START;
    private Consumer<Step> way = step::set;
    private PlanFile plans = PlanFile.NONE;

    public Wizard(UiTools tools, Words words, Background background, Draft draft) {
        this.tools = tools;
        this.words = words;
        this.background = background;
        this.draft = draft;
        this.sessions = new Sessions(tools.places());
        step.addListener((_, before, now) -> moved(before, now));
        draft.readable().addListener((_, _, _) -> judgeStanding());
        venue.addListener((_, _, _) -> judgeStanding());
    }

    /** Whoever leaves the sign-in has done what they came for, or does not want it any more. */
    private void moved(Step before, Step now) {
        furthest = later(furthest, now);
        if (before == Step.SIGN_IN) {
            errand.set(Optional.empty());
        }
    }

    /** The last of the steps that were shown so far. */
    public Step furthest() {
        // Whoever follows the step may ask before this has heard of it.
        return later(furthest, step.get());
    }

    private static Step later(Step one, Step other) {
        return one.ordinal() > other.ordinal() ? one : other;
    }

    /** The person was there before: steps up to this one count as seen. */
    public void seen(Step last) {
        furthest = later(furthest, last);
    }

    public UiTools tools() {
        return tools;
    }

    public Words words() {
        return words;
    }

    /** Speaks another language from now on; pages that are made already do not. */
    public void say(Words other) {
        words = other;
    }

    public Background background() {
        return background;
    }

    public Draft draft() {
        return draft;
    }

    public Form form() {
        return new Form(draft, words);
    }

    public Failures failures() {
        return new Failures(words);
    }

    /** The step that is shown. */
    public ObjectProperty<Step> step() {
        return step;
    }

    /** Goes to a step, or to the first one before it that is not done. */
    public void go(Step target) {
        way.accept(target);
    }

    /** @param other how {@link #go} gets there */
    void goBy(Consumer<Step> other) {
        way = other;
    }

    /** What somebody signs in for: where to go on afterwards instead of the next step. */
    public ObjectProperty<Optional<Step>> errand() {
        return errand;
    }

    /** The draft as a file. */
    public PlanFile plans() {
        return plans;
    }

    /** @param files who opens and saves from now on */
    public void keepPlansIn(PlanFile files) {
        plans = files;
    }

    /** Whether nothing is real. */
    public ObservableValue<Boolean> rehearsal() {
        return venue.map(v -> v.filter(Venue::isRehearsal).isPresent());
    }

    /** Where it runs; empty until that is chosen. */
    public ObjectProperty<Optional<Venue>> venue() {
        return venue;
    }

    /** The file that the plan was opened from or saved to. */
    public ObjectProperty<Optional<Path>> file() {
        return file;
    }

    /** Whether an install was started in this window. */
    public BooleanProperty started() {
        return started;
    }

    /** Whether the draft's deployment stands as far as this window knows: an install of it ended, or it was found. */
    public ReadOnlyBooleanProperty installed() {
        return installed.getReadOnlyProperty();
    }

    /** The draft's deployment was found in the account. */
    public void found() {
        venue.get().ifPresent(where -> stands(where, draft.readable().get()));
    }

    /** A deployment stands, whatever the draft is about by now. */
    public void stands(Venue where, Plan plan) {
        standing = Optional.of(Deployment.of(where, plan));
        judgeStanding();
    }

    /** A deployment does not stand any more, or not as a whole. */
    public void fell(Venue where, Plan plan) {
        standing = standing.filter(known -> !known.equals(Deployment.of(where, plan)));
        judgeStanding();
    }

    private void judgeStanding() {
        installed.set(standing.isPresent()
                && standing.equals(venue.get()
                        .map(where -> Deployment.of(where, draft.readable().get()))));
    }

    /**
     * The account that the draft would go into, for look-ups: to be asked in the background.
     *
     * @param plan as read on the window's thread
     */
    public Places.Session session(Venue where, Plan plan) {
        return sessions.of(where, plan);
    }

    /** Gives back what is open. */
    public void close() {
        sessions.close();
    }
}
