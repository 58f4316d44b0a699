package dev.essha.ui.run;

import dev.essha.application.Judgement;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.checklist.report.Report;
import dev.essha.pipeline.PlannedChange;
import dev.essha.pipeline.Preview;
import dev.essha.pipeline.StagePreview;
import dev.essha.plan.Plan;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.ZoneLoss;
import dev.essha.ui.run.Readiness.Kind;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.LookUp;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What was seen of the account for this very plan: what would stop an install, and what it would do. Whatever changes
 * afterwards makes it stale, and stale is as if it had not been seen.
 *
 * <p>No controls; to be used from the window's thread.
 */
final class ReviewModel {

    private final Wizard wizard;
    private final RunModel run;
    private final LookUp<Question, Report> preflight;
    private final LookUp<Question, List<StagePreview>> preview;
    private final InvalidationListener changed = _ -> changed();
    private final Set<String> allowed = new HashSet<>();
    private final ReadOnlyObjectWrapper<Readiness> readiness =
            new ReadOnlyObjectWrapper<>(Readiness.of(Kind.NOT_SIGNED_IN));

    /**
     * What is asked about.
     *
     * @param language of the findings and of the preview
     */
    record Question(Venue venue, Plan plan, Locale language) {}

    /** @param pauses one for each look-up */
    ReviewModel(Wizard wizard, RunModel run, Supplier<LookUp.Pause> pauses) {
        this.wizard = wizard;
        this.run = run;
        preflight = new LookUp<>(wizard.background(), pauses.get(), this::judge);
        preview = new LookUp<>(wizard.background(), pauses.get(), this::foresee);
        preflight.state().subscribe(this::judgeReadiness);
        preview.state().subscribe(this::judgeReadiness);
        InvalidationListener weak = new WeakInvalidationListener(changed);
        wizard.venue().addListener(weak);
        wizard.draft().judged().addListener(weak);
        run.view().addListener(weak);
    }

    ReadOnlyObjectProperty<LookUp.State<Question, Report>> preflight() {
        return preflight.state();
    }

    ReadOnlyObjectProperty<LookUp.State<Question, List<StagePreview>>> preview() {
        return preview.state();
    }

    ReadOnlyObjectProperty<Readiness> readiness() {
        return readiness.getReadOnlyProperty();
    }

    /** Looks at the account, unless what was seen is still about it. */
    void look() {
        Optional<Question> question = question().filter(_ -> !run.view().get().active());
        question.ifPresentOrElse(
                q -> {
                    preflight.ask(q, Duration.ZERO);
                    preview.ask(q, Duration.ZERO);
                },
                this::forget);
        judgeReadiness();
    }

    /** Looks again. */
    void again() {
        forget();
        look();
    }

    /** What was seen is no longer so. */
    void forget() {
        preflight.clear();
        preview.clear();
        allowed.clear();
        judgeReadiness();
    }

    /** Whether a change that loses data is allowed, {@code database/Instance}. */
    void allow(String resource, boolean yes) {
        if (yes) {
            allowed.add(resource);
        } else {
            allowed.remove(resource);
        }
        judgeReadiness();
    }

    /** The resources whose loss is allowed. */
    Set<String> allowed() {
        return new TreeSet<>(allowed);
    }

    /** The plan and the place as they are now; empty where there is something to do first. */
    private Optional<Question> question() {
        return wizard.venue()
                .get()
                .flatMap(venue -> valid().map(plan ->
                        new Question(venue, plan.plan(), wizard.words().engineLocale())));
    }

    private Optional<ValidPlan> valid() {
        return wizard.draft().judged().get().valid();
    }

    private Report judge(Question question) {
        return Judgement.preflight(blueprint(question), session(question), question.language());
    }

    private List<StagePreview> foresee(Question question) {
        Places.Session session = session(question);
        try {
            return new Preview(session.time(), true, question.language())
                    .preview(blueprint(question), Optional.of(session.cloud()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private Places.Session session(Question question) {
        return wizard.session(question.venue(), question.plan());
    }

    private static Blueprint blueprint(Question question) {
        return Blueprint.of(ValidPlan.of(question.plan()));
    }

    /** A run changes what was seen. */
    private void changed() {
        boolean idle = preflight.state().get() instanceof LookUp.State.Idle<Question, Report>
                && preview.state().get() instanceof LookUp.State.Idle<Question, List<StagePreview>>;
        if (run.view().get().active() && !idle) {
            forget();
        } else {
            judgeReadiness();
        }
    }

    private void judgeReadiness() {
        readiness.set(readinessNow());
    }

    private Readiness readinessNow() {
        if (run.view().get().active()) {
            return Readiness.of(Kind.RUNNING);
        }
        if (wizard.venue().get().isEmpty()) {
            return Readiness.of(Kind.NOT_SIGNED_IN);
        }
        if (valid().isEmpty()) {
            return new Readiness(
                    Kind.PROBLEMS, wizard.draft().judged().get().problems().size());
        }
        if (isRunning(preflight) || isRunning(preview)) {
            return Readiness.of(Kind.LOOKING);
        }
        Optional<Report> report = current(preflight);
        Optional<List<StagePreview>> stages = current(preview);
        if (report.isEmpty() || stages.isEmpty()) {
            return Readiness.of(Kind.NOT_SEEN);
        }
        if (report.get().summary().failed() > 0) {
            return new Readiness(Kind.WOULD_FAIL, report.get().summary().failed());
        }
        long losses =
                refused(stages.get()).stream().filter(r -> !allowed.contains(r)).count();
        return losses > 0
                ? new Readiness(Kind.LOSES_DATA, losses)
                : Readiness.ready(
                        tooLittleIsLeft(valid().orElseThrow().plan()),
                        report.get().summary().unknown());
    }

    /** Of how many parts the loss of a zone leaves too little. */
    private static long tooLittleIsLeft(Plan plan) {
        return ZoneLoss.of(plan).remarks().stream()
                .filter(r -> r.outlook() == ZoneLoss.Outlook.FAILS)
                .count();
    }

    private static boolean isRunning(LookUp<?, ?> lookUp) {
        return lookUp.state().get() instanceof LookUp.State.Running<?, ?>;
    }

    /** The answer, if it is about what there is now. */
    private <A> Optional<A> current(LookUp<Question, A> lookUp) {
        return lookUp.state().get() instanceof LookUp.State.Answered<Question, A> answered
                        && question().equals(Optional.of(answered.question()))
                ? Optional.of(answered.answer())
                : Optional.empty();
    }

    private static Set<String> refused(List<StagePreview> stages) {
        Set<String> names = new TreeSet<>();
        stages.forEach(stage -> stage.refused().forEach(change -> names.add(name(stage, change))));
        return names;
    }

    /** How a person names a resource, {@code database/Instance}. */
    static String name(StagePreview stage, PlannedChange change) {
        return stage.stage().label() + "/" + change.change().logicalId();
    }
}
