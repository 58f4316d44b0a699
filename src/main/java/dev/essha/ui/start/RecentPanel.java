package dev.essha.ui.start;

import atlantafx.base.theme.Styles;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.LookUp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Plan files that were used before; what has become of each is looked up in the background. */
final class RecentPanel extends VBox {

    private final Words words;
    private final Plans plans;
    private final VBox rows = new VBox();
    private final LookUp<List<Path>, List<RecentPlan>> files;

    RecentPanel(Wizard wizard, Plans plans) {
        this.words = wizard.words();
        this.plans = plans;
        this.files = new LookUp<>(
                wizard.background(),
                (_, then) -> then.run(),
                paths -> paths.stream().map(RecentPlan::of).toList());
        setId("recent");
        getStyleClass().addAll("panel", "recent");
        Label title = new Label(words.of("start.recent"), new FontIcon("fth-clock"));
        title.getStyleClass().add("panel-title");
        rows.getStyleClass().add("recent-rows");
        getChildren().setAll(title, rows);
        files.state().addListener((_, _, _) -> show());
        plans.recents().files().addListener((ListChangeListener<Path>) _ -> look());
        show();
    }

    /** Looks what has become of the files. */
    void look() {
        files.clear();
        files.ask(List.copyOf(plans.recents().files()), Duration.ZERO);
    }

    private void show() {
        List<RecentPlan> found =
                files.state().get() instanceof LookUp.State.Answered<List<Path>, List<RecentPlan>> answered
                        ? answered.answer()
                        : List.of();
        List<Path> paths = plans.recents().files();
        rows.getChildren()
                .setAll(paths.stream()
                        .map(p -> row(
                                p,
                                paths.indexOf(p),
                                found.stream().filter(f -> f.file().equals(p)).findFirst()))
                        .toList());
        if (paths.isEmpty()) {
            Label none = new Label(words.of("start.recent.none"));
            none.getStyleClass().add("panel-note");
            rows.getChildren().setAll(none);
        }
    }

    private Node row(Path file, int index, Optional<RecentPlan> found) {
        boolean missing = found.filter(RecentPlan::missing).isPresent();
        Label name = new Label(file.getFileName().toString());
        name.getStyleClass().add("recent-name");
        Label about = new Label(about(file, found));
        about.getStyleClass().add("recent-about");
        about.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        VBox says = new VBox(name, about);
        says.setMinWidth(0);
        HBox content = new HBox(new FontIcon(missing ? "fth-x-circle" : "fth-file-text"), says);
        content.getStyleClass().add("recent-content");
        content.setAlignment(Pos.CENTER_LEFT);
        Button open = new Button("", content);
        open.setId("recent-" + index);
        open.getStyleClass().setAll("recent-open");
        open.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        open.setAccessibleText(name.getText() + ", " + about.getText());
        open.setDisable(missing);
        open.setMaxWidth(Double.MAX_VALUE);
        open.setMinWidth(0);
        open.setOnAction(_ -> plans.open(file));
        HBox.setHgrow(open, Priority.ALWAYS);
        HBox row = new HBox(open, remove(file, index));
        row.getStyleClass().add("recent-row");
        return row;
    }

    private Button remove(Path file, int index) {
        Button remove = new Button("", new FontIcon("fth-x"));
        remove.setId("recent-remove-" + index);
        remove.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        remove.setAccessibleText(words.of("start.recent.remove", file.getFileName()));
        remove.setOnAction(_ -> plans.recents().forget(file));
        remove.setMinWidth(USE_PREF_SIZE);
        return remove;
    }

    private String about(Path file, Optional<RecentPlan> found) {
        String folder =
                Optional.ofNullable(file.getParent()).map(Path::toString).orElse("");
        return found.map(f -> f.plan()
                        .map(p -> words.of(
                                "start.recent.about",
                                p.name().value(),
                                p.region().value(),
                                folder))
                        .orElseGet(
                                () -> words.of(f.missing() ? "start.recent.missing" : "start.recent.broken", folder)))
                .orElse(folder);
    }
}
