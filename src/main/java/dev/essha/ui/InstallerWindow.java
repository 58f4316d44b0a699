package dev.essha.ui;

import dev.essha.application.LocalStore;
import dev.essha.cloud.Cloud;
import dev.essha.plan.Plan;
import dev.essha.ui.check.AccountLook;
import dev.essha.ui.check.CheckModel;
import dev.essha.ui.check.ChecklistPage;
import dev.essha.ui.cost.CostModel;
import dev.essha.ui.domain.DomainPage;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.images.RegistryPage;
import dev.essha.ui.run.Closing;
import dev.essha.ui.run.InstallPage;
import dev.essha.ui.run.ReviewPage;
import dev.essha.ui.run.RunModel;
import dev.essha.ui.signin.SignInDesk;
import dev.essha.ui.signin.SignInPage;
import dev.essha.ui.start.PlanDrop;
import dev.essha.ui.start.PlanMenu;
import dev.essha.ui.start.Plans;
import dev.essha.ui.start.Recents;
import dev.essha.ui.start.StartPage;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.CloseGuard;
import dev.essha.ui.wizard.EdgePage;
import dev.essha.ui.wizard.ErrorPage;
import dev.essha.ui.wizard.Flow;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.NetworkPage;
import dev.essha.ui.wizard.Page;
import dev.essha.ui.wizard.Readbacks;
import dev.essha.ui.wizard.Shell;
import dev.essha.ui.wizard.SizingPage;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.UiTools;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.Background;
import dev.essha.ui.work.Timers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Puts the window together, by hand, and shows it. */
public final class InstallerWindow {

    private static final int WIDTH = 1180;
    private static final int HEIGHT = 780;
    private static final int LEAST_WIDTH = 1024;
    private static final int LEAST_HEIGHT = 700;

    private final UiTools tools;
    private final Stage stage;
    private final StackPane layers = new StackPane();
    private final Scene scene = new Scene(layers, WIDTH, HEIGHT);
    private final Background background;
    private final Draft draft;
    private final Looks looks;
    private final Wizard wizard;
    private final RunModel run;
    private final Layers over = new Layers(layers);
    private final Closing closing;
    private final Recents recents;
    private final Plans plans;
    private final List<CloseGuard> closeGuards;
    private final SignInDesk desk;
    private final CheckModel checks;
    private final CostModel costs;
    private Preferences preferences;
    private Flow flow;
    private Optional<Shell> shell = Optional.empty();

    private InstallerWindow(Stage stage, UiTools tools, Executor workers, Preferences preferences) {
        this.stage = stage;
        this.tools = tools;
        this.preferences = preferences;
        this.background = new Background(workers, Platform::runLater, this::failed);
        this.draft = new Draft(Draft.first());
        this.wizard = new Wizard(tools, words(), background, draft);
        this.run = new RunModel(wizard, Timers.beat());
        this.closing = new Closing(wizard, run, over, this::close);
        this.recents = new RecentFiles();
        this.plans = new Plans(wizard, over, recents);
        this.closeGuards = List.of(_ -> closing.allowed(), plans.closeGuard());
        this.desk = new SignInDesk(wizard);
        this.checks = new CheckModel(background, new AccountLook(wizard));
        this.costs = new CostModel(draft, background);
        wizard.venue()
                .subscribe(venue -> costs.account(venue.filter(v -> !v.isRehearsal())
                        .map(v -> accountOf(v, draft.readable().get()))));
        this.looks = new Looks(scene, preferences);
        wizard.file().addListener((_, _, _) -> title());
        plans.unsaved().addListener((_, _, _) -> title());
        PlanDrop.onto(scene, wizard, plans);
    }

    /**
     * Shows the window on a stage; on JavaFX's thread.
     *
     * @param workers where everything runs that takes time
     */
    public static InstallerWindow show(Stage stage, UiTools tools, Executor workers) {
        Preferences kept = tools.store()
                .read(LocalStore.Item.PREFERENCES)
                .map(Preferences::read)
                .orElse(Preferences.DEFAULT);
        InstallerWindow window = new InstallerWindow(stage, tools, workers, kept);
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> window.failed(failure));
        window.build();
        stage.setScene(window.scene);
        stage.getIcons().setAll(Icons.all());
        stage.setOnCloseRequest(window::closeRequested);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.show();
        return window;
    }

    public Wizard wizard() {
        return wizard;
    }

    /** The run of this window. */
    public RunModel run() {
        return run;
    }

    public Flow flow() {
        return flow;
    }

    /** Changes the looks and, if the language changes, says everything anew; what was typed stays. */
    public void prefer(Preferences wanted) {
        boolean otherLanguage = !wanted.language().equals(preferences.language());
        preferences = wanted;
        tools.store().write(LocalStore.Item.PREFERENCES, wanted.text());
        looks.show(wanted);
        if (otherLanguage) {
            build();
        }
    }

    /** Opens a plan file; one that cannot be understood is told of, and leaves the draft as it is. */
    public void open(Path file) {
        plans.open(file);
    }

    /** Closes the window, unless somebody has to be asked first. */
    public void close() {
        if (closeGuards.stream().allMatch(guard -> guard.allows(this::close))) {
            stage.close();
        }
    }

    private void closeRequested(WindowEvent request) {
        request.consume();
        close();
    }

    public Preferences preferences() {
        return preferences;
    }

    private void build() {
        wizard.say(words());
        flow = new Flow(wizard, stops());
        title();
        shell.ifPresent(Shell::close);
        Shell anew = new Shell(wizard, flow);
        anew.belowSteps(PlanMenu.of(wizard, plans));
        anew.belowSteps(SettingsMenu.of(wizard.words(), this));
        layers.getChildren().setAll(anew);
        shell = Optional.of(anew);
    }

    private void title() {
        String product = wizard.words().of("shell.product");
        stage.setTitle(wizard.file()
                .get()
                .map(file -> wizard.words()
                        .of(plans.unsaved().get() ? "plan.title.unsaved" : "plan.title", file.getFileName(), product))
                .orElse(product));
    }

    private Supplier<Cloud> accountOf(Venue venue, Plan plan) {
        return () -> wizard.session(venue, plan).cloud();
    }

    private Words words() {
        return new Words(preferences.language().orElse(Locale.getDefault()));
    }

    private List<Flow.Stop> stops() {
        return List.of(
                stop(Step.START, () -> new StartPage(wizard, plans), always()),
                stop(
                        Step.SIGN_IN,
                        () -> new SignInPage(wizard, desk, over),
                        wizard.venue().map(Optional::isPresent)),
                planned(Step.NETWORK, () -> new NetworkPage(wizard)),
                planned(Step.DOMAIN, () -> new DomainPage(wizard)),
                planned(Step.EDGE, () -> new EdgePage(wizard)),
                planned(Step.SIZING, () -> new SizingPage(wizard, costs)),
                planned(Step.REGISTRY, () -> new RegistryPage(wizard)),
                stop(Step.REVIEW, () -> new ReviewPage(wizard, run, over, costs), somethingToWatch()),
                stop(Step.INSTALL, () -> new InstallPage(wizard, run, over), wizard.installed()),
                stop(Step.CHECKLIST, () -> new ChecklistPage(wizard, checks), always()));
    }

    /** A deployment that was found in the account can be judged without a run of this window. */
    private ObservableValue<Boolean> somethingToWatch() {
        return wizard.started().or(wizard.installed());
    }

    private static ObservableValue<Boolean> always() {
        return Bindings.createBooleanBinding(() -> true);
    }

    private static Flow.Stop stop(Step step, Supplier<Page> page, ObservableValue<Boolean> done) {
        return new Flow.Stop(step, page, done, new SimpleStringProperty(""));
    }

    private Flow.Stop planned(Step step, Supplier<Page> page) {
        Readbacks readbacks = new Readbacks(wizard.words());
        return new Flow.Stop(
                step,
                page,
                draft.judged().map(j -> j.within(step.paths()).isEmpty()),
                Bindings.createStringBinding(
                        () -> wizard.furthest().ordinal() > step.ordinal()
                                ? readbacks.of(step, draft.readable().get())
                                : "",
                        draft.readable(),
                        wizard.step()));
    }

    private void failed(Throwable failure) {
        ErrorPage page = new ErrorPage(wizard.words(), failure, tools.details().apply(failure), this::back);
        layers.getChildren().add(page);
    }

    private void back() {
        layers.getChildren().removeLast();
    }

    /** Kept with the preferences. */
    private final class RecentFiles implements Recents {

        private final ObservableList<Path> files = FXCollections.observableArrayList(preferences.recent());

        @Override
        public ObservableList<Path> files() {
            return files;
        }

        @Override
        public void used(Path file) {
            keep(preferences.withRecent(file.toAbsolutePath()));
        }

        @Override
        public void forget(Path file) {
            keep(preferences.withoutRecent(file));
        }

        private void keep(Preferences now) {
            prefer(now);
            files.setAll(now.recent());
        }
    }
}
