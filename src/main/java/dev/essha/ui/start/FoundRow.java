package dev.essha.ui.start;

import atlantafx.base.theme.Styles;
import dev.essha.application.FoundDeployment;
import dev.essha.cloud.StackStatus;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Wizard;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A deployment that the account shows: what stands of it, and the ways to go on. */
final class FoundRow extends HBox {

    private final Wizard wizard;
    private final Words words;
    private final Plans plans;
    private final FoundDeployment found;

    FoundRow(Wizard wizard, Plans plans, FoundDeployment found) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.plans = plans;
        this.found = found;
        getStyleClass().add("found-row");
        VBox says = new VBox(
                name(), about(words.of("start.found.about", found.region().value(), state())));
        stages().forEach((status, labels) ->
                says.getChildren().add(about(words.of("start.found.stages", status.name(), labels))));
        HBox.setHgrow(says, Priority.ALWAYS);
        VBox buttons = new VBox(open(), begin());
        buttons.getStyleClass().add("found-buttons");
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(says, buttons);
    }

    private Label name() {
        Label name = new Label(found.name().value());
        name.getStyleClass().add("recent-name");
        return name;
    }

    private static Label about(String text) {
        Label about = new Label(text);
        about.getStyleClass().add("recent-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        return about;
    }

    private String state() {
        String key = found.inProgress() ? "works" : found.succeeded() ? "stands" : "unfinished";
        return words.of("start.found." + key, found.stages().size());
    }

    private Map<StackStatus, String> stages() {
        return found.stages().stream()
                .collect(Collectors.groupingBy(
                        FoundDeployment.Stage::status,
                        TreeMap::new,
                        Collectors.mapping(FoundDeployment.Stage::label, Collectors.joining(", "))));
    }

    private Button open() {
        Button open = new Button(words.of("start.found.open"));
        open.setId("found-open-" + found.name());
        open.getStyleClass().add(Styles.ACCENT);
        open.setMaxWidth(Double.MAX_VALUE);
        open.setOnAction(_ -> plans.open(this::isIts, wizard::found));
        return open;
    }

    private Button begin() {
        Button begin = new Button(words.of("start.found.begin"));
        begin.setId("found-begin-" + found.name());
        begin.setMaxWidth(Double.MAX_VALUE);
        begin.setOnAction(
                _ -> plans.begin(Preset.PROOF_OF_CONCEPT.plan(found.name(), found.region(), Preset.DEFAULT_DOMAIN)));
        return begin;
    }

    private boolean isIts(Plan plan) {
        return plan.name().equals(found.name()) && plan.region().equals(found.region());
    }
}
