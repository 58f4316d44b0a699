package dev.essha.ui.run;

import dev.essha.blueprint.StageId;
import dev.essha.ui.text.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The stages of a run, each with a row that changes in place. */
final class StageList extends VBox {

    private final StageWords words;
    private final Map<StageId, Row> rows = new EnumMap<>(StageId.class);

    StageList(Words words) {
        this.words = new StageWords(words);
        getStyleClass().add("stage-list");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(words.of("run.stages"));
    }

    void show(RunView view) {
        Set<StageId> stages = view.state().stages().keySet();
        if (!rows.keySet().equals(stages)) {
            rows.clear();
            stages.forEach(stage -> rows.put(stage, new Row(stage)));
            getChildren().setAll(rows.values());
        }
        view.state()
                .stages()
                .forEach((stage, state) -> rows.get(stage)
                        .show(words.line(state, view.operation(), view.state().now())));
    }

    /** Two lines, whatever there is to say, so that nothing moves while it runs. */
    private static final class Row extends HBox {

        private final FontIcon icon = new FontIcon(StageWords.Kind.WAITING.icon());
        private final Label name = new Label();
        private final Label state = new Label();
        private final Label detail = new Label();
        private final Label elapsed = new Label();
        private final Label figures = new Label();
        private final Tooltip whole = new Tooltip();
        private String style = "";

        Row(StageId stage) {
            setId("stage-" + stage.label());
            getStyleClass().add("stage-row");
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            name.getStyleClass().add("stage-name");
            name.setMinWidth(0);
            state.getStyleClass().add("stage-state");
            state.setMinWidth(Region.USE_PREF_SIZE);
            detail.getStyleClass().add("stage-detail");
            elapsed.getStyleClass().addAll("stage-figure", "mono");
            figures.getStyleClass().addAll("stage-figure", "mono");
            elapsed.setMinWidth(Region.USE_PREF_SIZE);
            figures.setMinWidth(Region.USE_PREF_SIZE);
            detail.setMinWidth(0);
            detail.setTooltip(whole);
            HBox above = new HBox(name, filler(), elapsed);
            HBox below = new HBox(state, detail, filler(), figures);
            above.getStyleClass().add("stage-line");
            below.getStyleClass().add("stage-line");
            VBox lines = new VBox(above, below);
            HBox.setHgrow(lines, Priority.ALWAYS);
            getChildren().addAll(icon, lines);
        }

        private static Region filler() {
            Region filler = new Region();
            HBox.setHgrow(filler, Priority.ALWAYS);
            return filler;
        }

        void show(StageWords.Line line) {
            if (!style.equals(line.kind().style())) {
                getStyleClass().remove(style);
                style = line.kind().style();
                getStyleClass().add(style);
                icon.setIconLiteral(line.kind().icon());
            }
            name.setText(line.name());
            state.setText(line.detail().isEmpty() ? line.state() : line.state() + ":");
            detail.setText(line.detail());
            whole.setText(line.detail());
            elapsed.setText(line.elapsed());
            figures.setText(line.figures());
            setAccessibleText(String.join(", ", line.name(), line.state(), line.detail(), line.figures()));
        }
    }
}
