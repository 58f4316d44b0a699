package dev.essha.ui.run;

import dev.essha.application.Json;
import dev.essha.application.Places;
import dev.essha.diagram.DeploymentDrawing;
import dev.essha.pipeline.InstallOptions;
import dev.essha.plan.ValidPlan;
import dev.essha.ui.cost.CostModel;
import dev.essha.ui.cost.CostPanel;
import dev.essha.ui.cost.ZoneLossPanel;
import dev.essha.ui.diagram.DrawingView;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.Page;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.Timers;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The last look before anything is touched: every value, what would be done, what it costs, and the way without the window. */
public final class ReviewPage implements Page {

    private final Wizard wizard;
    private final Words words;
    private final RunModel run;
    private final Layers layers;
    private final ReviewModel model;
    private final Region root;
    private final DrawingView drawing;
    private final SettingsPanel settings;
    private final CommandPanel command;
    private final SpeedPanel speed;
    private final ZoneLossPanel loss;

    @FXML
    private HBox status;

    @FXML
    private FontIcon statusIcon;

    @FXML
    private Label statusText;

    @FXML
    private Button again;

    @FXML
    private VBox left;

    @FXML
    private VBox right;

    @FXML
    private VBox below;

    public ReviewPage(Wizard wizard, RunModel run, Layers layers, CostModel costs) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.run = run;
        this.layers = layers;
        this.model = new ReviewModel(wizard, run, Timers::pause);
        root = (Region) PageLoader.load(this, wizard);
        drawing = new DrawingView(words);
        settings = new SettingsPanel(wizard);
        command = new CommandPanel(wizard, this::showCommand);
        speed = new SpeedPanel(words);
        speed.onChange(this::showCommand);
        loss = new ZoneLossPanel(words);
        CostPanel cost = new CostPanel(words, costs.estimate(), wizard.rehearsal());
        PreviewPanel preview = new PreviewPanel(words, model, wizard.tools().desktop());
        left.getChildren().setAll(panel(drawing), preview);
        right.getChildren().setAll(speed, new PreflightPanel(words, model), loss, cost, command.root());
        below.getChildren().setAll(settings);
        again.setOnAction(_ -> model.again());
        model.readiness().subscribe(this::say);
        model.readiness().addListener((_, _, _) -> showCommand());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Primary primary() {
        boolean rehearsal = wizard.venue().get().filter(Venue::isRehearsal).isPresent();
        return new Primary(
                rehearsal ? "review.rehearse" : "review.install",
                model.readiness().map(Readiness::ready),
                this::install);
    }

    @Override
    public void entered() {
        Optional<Venue> venue = wizard.venue().get();
        speed.setVisible(venue.filter(Venue::isRehearsal).isPresent());
        speed.setManaged(speed.isVisible());
        venue.ifPresent(v -> speed.show(v.choice().speed()));
        drawing.show(DeploymentDrawing.of(wizard.draft().readable().get(), words.engineLocale()));
        valid().ifPresent(valid -> {
            settings.show(valid);
            loss.show(valid.plan());
        });
        model.look();
        showCommand();
    }

    private Optional<ValidPlan> valid() {
        return wizard.draft().judged().get().valid();
    }

    private static VBox panel(Node node) {
        VBox panel = new VBox(node);
        panel.getStyleClass().addAll("panel", "review-drawing");
        return panel;
    }

    private void say(Readiness readiness) {
        Readiness.Kind kind = readiness.kind();
        statusText.setText(words.of("review.status." + Json.hyphenated(kind.name()), readiness.count()));
        status.getStyleClass().removeIf(s -> s.startsWith("review-is-"));
        status.getStyleClass().add("review-is-" + style(kind));
        statusIcon.setIconLiteral(icon(kind));
        again.setDisable(kind == Readiness.Kind.LOOKING || kind == Readiness.Kind.RUNNING);
    }

    private static String style(Readiness.Kind kind) {
        return switch (kind) {
            case WOULD_FAIL, LOSES_DATA, PROBLEMS, NOT_SEEN -> "stopped";
            case RUNNING, NOT_SIGNED_IN, LOOKING -> "calm";
            case READY_BUT_WEAK, READY_BUT_UNKNOWN -> "warned";
            case READY -> "ready";
        };
    }

    private static String icon(Readiness.Kind kind) {
        return switch (kind) {
            case WOULD_FAIL, LOSES_DATA, PROBLEMS, NOT_SEEN -> "fth-alert-circle";
            case LOOKING -> "fth-search";
            case RUNNING, NOT_SIGNED_IN -> "fth-info";
            case READY_BUT_WEAK, READY_BUT_UNKNOWN -> "fth-alert-triangle";
            case READY -> "fth-check-circle";
        };
    }

    private void showCommand() {
        wizard.venue()
                .get()
                .ifPresent(venue -> valid().ifPresent(
                                plan -> command.show(plan, chosen(venue).choice(), model.allowed())));
    }

    /** The venue at the speed that was chosen here. */
    private Venue chosen(Venue venue) {
        Places.Choice now = venue.choice();
        return !venue.isRehearsal()
                ? venue
                : Venue.rehearsal(new Places.Choice(
                        now.rehearse(), speed.speed(), now.keep(), now.endpoint(), now.login(), now.dnsServer()));
    }

    private void install() {
        Venue venue = chosen(wizard.venue().get().orElseThrow());
        RunOrder order =
                new RunOrder(venue, valid().orElseThrow(), new InstallOptions(Optional.empty(), model.allowed(), true));
        if (venue.isRehearsal()) {
            start(order);
        } else {
            ConfirmQuestion.ask(wizard, order, layers, () -> start(order));
        }
    }

    private void start(RunOrder order) {
        wizard.venue().set(Optional.of(order.venue()));
        run.install(order, true);
        wizard.step().set(Step.INSTALL);
    }
}
