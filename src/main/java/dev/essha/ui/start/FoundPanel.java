package dev.essha.ui.start;

import dev.essha.application.FoundDeployment;
import dev.essha.plan.InvalidValue;
import dev.essha.plan.Plan;
import dev.essha.plan.ProblemText;
import dev.essha.plan.RegionName;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.LookUp;
import dev.essha.ui.work.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The deployments that the account shows in a region. */
final class FoundPanel extends VBox {

    private final Wizard wizard;
    private final Words words;
    private final Plans plans;
    private final TextField region = new TextField();
    private final Label state = new Label();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final VBox rows = new VBox();
    private final LookUp<Asked, List<FoundDeployment>> deployments;

    /** @param plan as which the account is looked at */
    private record Asked(Venue venue, RegionName region, Plan plan) {}

    FoundPanel(Wizard wizard, Plans plans) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.plans = plans;
        this.deployments = new LookUp<>(
                wizard.background(),
                Timers.pause(),
                asked -> FoundDeployment.in(
                        wizard.session(asked.venue(), asked.plan()).cloud(), asked.region()));
        setId("found");
        getStyleClass().addAll("panel", "found");
        Label title = new Label(words.of("start.found.title"), new FontIcon("fth-search"));
        title.getStyleClass().add("panel-title");
        state.setId("found-state");
        state.setWrapText(true);
        rows.getStyleClass().add("found-rows");
        getChildren().setAll(title, bar(), state, rows);
        deployments.state().subscribe(this::show);
    }

    private Node bar() {
        region.setId("found-region");
        region.setPrefColumnCount(14);
        region.setText(wizard.draft().readable().get().region().value());
        region.setAccessibleText(words.of("start.found.region"));
        region.setOnAction(_ -> look());
        Label label = new Label(words.of("start.found.region"));
        label.setLabelFor(region);
        label.setMinWidth(USE_PREF_SIZE);
        Button look = new Button(words.of("start.found.look"), new FontIcon("fth-rotate-cw"));
        look.setId("found-look");
        look.setMinWidth(USE_PREF_SIZE);
        look.setOnAction(_ -> look());
        busy.getStyleClass().add("check-looking");
        HBox bar = new HBox(label, region, look, busy);
        bar.getStyleClass().add("setting-row");
        return bar;
    }

    /** Looks, or looks again. */
    void look() {
        Optional<Venue> venue = wizard.venue().get();
        if (venue.isEmpty()) {
            return;
        }
        try {
            RegionName where = new RegionName(region.getText().strip());
            deployments.clear();
            deployments.ask(
                    new Asked(venue.get(), where, wizard.draft().readable().get()), Duration.ZERO);
        } catch (InvalidValue e) {
            deployments.clear();
            say("danger-text", "fth-alert-circle", new ProblemText(words.engineLocale()).sentence(e));
        }
    }

    private void show(LookUp.State<Asked, List<FoundDeployment>> now) {
        busy.setVisible(now instanceof LookUp.State.Running<Asked, List<FoundDeployment>>);
        rows.getChildren().clear();
        switch (now) {
            case LookUp.State.Idle<Asked, List<FoundDeployment>> _ -> say("panel-note", "", "");
            case LookUp.State.Running<Asked, List<FoundDeployment>> running ->
                say(
                        "panel-note",
                        "fth-search",
                        words.of(
                                "start.found.looking",
                                running.question().region().value()));
            case LookUp.State.Failed<Asked, List<FoundDeployment>> failed -> {
                Failures.Told told = wizard.failures().tell(failed.failure());
                say("danger-text", "fth-alert-circle", told.what() + " " + told.todo());
            }
            case LookUp.State.Answered<Asked, List<FoundDeployment>> answered -> {
                String where = answered.question().region().value();
                say(
                        "panel-note",
                        "",
                        words.of("start.found.count", answered.answer().size(), where));
                answered.answer().forEach(d -> rows.getChildren().add(new FoundRow(wizard, plans, d)));
                if (!answered.answer().isEmpty()) {
                    rows.getChildren().add(honest());
                }
            }
        }
    }

    /** Where a plan comes from if not from the account. */
    private Node honest() {
        Label note = new Label(words.of("start.found.honest"), new FontIcon("fth-info"));
        note.getStyleClass().add("panel-note");
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }

    private void say(String style, String literal, String text) {
        state.getStyleClass().removeAll("panel-note", "danger-text");
        state.getStyleClass().add(style);
        state.setGraphic(literal.isEmpty() ? null : new FontIcon(literal));
        state.setText(text);
    }
}
