package dev.essha.ui.run;

import dev.essha.pipeline.Effect;
import dev.essha.pipeline.StagePreview;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Desktop;
import dev.essha.ui.work.LookUp;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an install would do, stage by stage; changes that lose data have to be allowed one by one. */
final class PreviewPanel extends VBox {

    private final Words words;
    private final PreviewText text;
    private final ReviewModel model;
    private final Desktop desktop;
    private final Label total = new Label();
    private final ProgressIndicator looking = new ProgressIndicator();
    private final VBox losses = new VBox();
    private final VBox stages = new VBox();

    PreviewPanel(Words words, ReviewModel model, Desktop desktop) {
        this.words = words;
        this.text = new PreviewText(words);
        this.model = model;
        this.desktop = desktop;
        setId("preview");
        getStyleClass().addAll("panel", "preview");
        Label title = new Label(words.of("review.preview"));
        title.getStyleClass().add("panel-title");
        looking.getStyleClass().add("small-progress");
        total.setId("preview-total");
        total.setWrapText(true);
        HBox line = new HBox(looking, total);
        line.getStyleClass().add("question-line");
        losses.getStyleClass().add("preview-losses");
        stages.getStyleClass().add("preview-stages");
        getChildren().addAll(title, line, losses, stages);
        model.preview().subscribe(state -> show(state));
    }

    private void show(LookUp.State<ReviewModel.Question, List<StagePreview>> state) {
        boolean running = state instanceof LookUp.State.Running<ReviewModel.Question, List<StagePreview>>;
        looking.setVisible(running);
        looking.setManaged(running);
        switch (state) {
            case LookUp.State.Idle<ReviewModel.Question, List<StagePreview>> _ ->
                show(words.of("review.preview.none"), List.of());
            case LookUp.State.Running<ReviewModel.Question, List<StagePreview>> _ ->
                show(words.of("review.preview.looking"), List.of());
            case LookUp.State.Failed<ReviewModel.Question, List<StagePreview>> failed -> {
                Failures.Told told = new Failures(words).tell(failed.failure());
                show(told.what() + " " + told.todo(), List.of());
            }
            case LookUp.State.Answered<ReviewModel.Question, List<StagePreview>> answered ->
                show(text.total(answered.answer()), answered.answer());
        }
    }

    private void show(String sentence, List<StagePreview> previews) {
        total.setText(sentence);
        stages.getChildren().setAll(previews.stream().map(this::stage).toList());
        losses.getChildren().clear();
        for (StagePreview stage : previews) {
            stage.refused()
                    .forEach(change ->
                            losses.getChildren().add(loss(ReviewModel.name(stage, change), text.loss(stage, change))));
        }
        if (!losses.getChildren().isEmpty()) {
            Label title = new Label(words.of("review.loss"), new FontIcon("fth-alert-triangle"));
            title.getStyleClass().add("danger-text");
            title.setWrapText(true);
            losses.getChildren().addFirst(title);
        }
        losses.setManaged(!losses.getChildren().isEmpty());
    }

    private CheckBox loss(String resource, String sentence) {
        CheckBox box = new CheckBox(sentence);
        box.setId("allow-" + resource.replace('/', '-'));
        box.setWrapText(true);
        box.selectedProperty().addListener((_, _, yes) -> model.allow(resource, yes));
        return box;
    }

    private Node stage(StagePreview stage) {
        PreviewText.Line line = text.line(stage);
        Label name = new Label(line.name());
        name.getStyleClass().add("preview-name");
        Label summary = new Label(line.summary());
        summary.getStyleClass().add("preview-summary");
        summary.setWrapText(true);
        summary.setMinWidth(0);
        HBox head = new HBox(icon(line.effect()), name, summary);
        head.getStyleClass().add("preview-head");
        if (line.details().isEmpty()) {
            head.setId("preview-" + stage.stage().label());
            head.getStyleClass().add("preview-closed");
            return head;
        }
        TitledPane pane = new TitledPane();
        pane.setId("preview-" + stage.stage().label());
        pane.getStyleClass().add("preview-stage");
        pane.setAnimated(false);
        pane.setExpanded(line.grave());
        pane.setGraphic(head);
        pane.setAccessibleText(line.name() + ", " + line.summary());
        VBox details = new VBox();
        details.getStyleClass().add("preview-details");
        line.details().forEach(d -> details.getChildren().add(detail(d)));
        pane.setContent(details);
        return pane;
    }

    private static FontIcon icon(Optional<Effect> effect) {
        FontIcon icon = new FontIcon(effect.map(PreviewPanel::literal).orElse("fth-check"));
        effect.filter(e -> e.compareTo(Effect.CHANGED) > 0)
                .ifPresent(e ->
                        icon.getStyleClass().add(e.compareTo(Effect.INTERRUPTED) > 0 ? "danger-icon" : "warning-icon"));
        return icon;
    }

    private static String literal(Effect effect) {
        return switch (effect) {
            case ADDED -> "fth-plus";
            case CHANGED -> "fth-edit-2";
            case INTERRUPTED -> "fth-zap";
            case MAYBE_REPLACED, REPLACED -> "fth-repeat";
            case REMOVED -> "fth-minus";
        };
    }

    private Node detail(PreviewText.Detail detail) {
        Label text = new Label(detail.text());
        text.setWrapText(true);
        text.getStyleClass().add("preview-detail");
        if (detail.link().isEmpty()) {
            return text;
        }
        Hyperlink link = new Hyperlink(words.of("review.preview.source"), new FontIcon("fth-external-link"));
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(_ -> desktop.browse(detail.link().get()));
        HBox row = new HBox(text, link);
        row.getStyleClass().add("preview-linked");
        return row;
    }
}
