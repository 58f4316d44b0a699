package dev.essha.ui.domain;

import dev.essha.application.Spell;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.text.Words;
import dev.essha.wording.Labels;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing that was looked for: its state by an icon, what was seen in a sentence, and lists that differ side by side. */
final class ClueRow extends HBox {

    private final Words words;
    private final Clue.Subject subject;
    private final Draft draft;
    private final ProgressIndicator running = new ProgressIndicator();
    private final FontIcon icon = new FontIcon("fth-circle");
    private final Label title = new Label();
    private final Label text = new Label();
    private final GridPane servers = new GridPane();
    private final Button mend = new Button();

    ClueRow(Words words, Clue.Subject subject, Draft draft) {
        this.words = words;
        this.subject = subject;
        this.draft = draft;
        String name = Labels.of(subject);
        setId("clue-" + name);
        getStyleClass().add("clue");
        running.getStyleClass().add("clue-running");
        title.setText(words.of("domain.clue." + name));
        title.getStyleClass().add("clue-title");
        text.getStyleClass().add("clue-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        servers.getStyleClass().add("clue-servers");
        mend.setId("clue-mend-" + name);
        mend.setText(words.of("domain.apex.mend"));
        mend.setOnAction(_ -> toggleApex());
        VBox says = new VBox(title, text, servers, mend);
        says.getStyleClass().add("clue-says");
        HBox.setHgrow(says, Priority.ALWAYS);
        StackPane state = new StackPane(running, icon);
        state.getStyleClass().add("clue-state");
        getChildren().setAll(state, says);
    }

    void show(Clue clue) {
        running.setVisible(clue.state() == Clue.State.RUNNING);
        icon.setVisible(clue.state() != Clue.State.RUNNING);
        icon.setIconLiteral(literal(clue.state()));
        icon.getStyleClass().setAll("ikonli-font-icon", "clue-icon", style(clue.state()));
        text.setText(
                words.of(clue.key(), clue.args().stream().map(ClueRow::spelled).toArray()));
        setAccessibleText(
                title.getText() + ", " + words.of("domain.state." + label(clue.state())) + ". " + text.getText());
        compare(clue);
        show(mend, subject == Clue.Subject.APEX && clue.state() == Clue.State.WARNING);
    }

    private static Object spelled(Object arg) {
        return arg instanceof Duration duration ? Spell.duration(duration) : arg;
    }

    private void compare(Clue clue) {
        servers.getChildren().clear();
        if (!clue.asked().isEmpty() || !clue.own().isEmpty()) {
            column(0, clue.own().isEmpty() ? "domain.servers" : "domain.servers.asked", clue.asked());
            if (!clue.own().isEmpty()) {
                column(1, "domain.servers.own", clue.own());
            }
        }
        show(servers, !servers.getChildren().isEmpty());
    }

    private void column(int index, String key, List<String> names) {
        Label head = new Label(words.of(key));
        head.getStyleClass().add("clue-servers-head");
        Label list = new Label(names.isEmpty() ? words.of("domain.servers.none") : String.join("\n", names));
        list.getStyleClass().add("mono");
        servers.add(head, index, 0);
        servers.add(list, index, 1);
    }

    private void toggleApex() {
        boolean apex = Boolean.parseBoolean(draft.text("domain.apex").get());
        draft.text("domain.apex").set(String.valueOf(!apex));
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String label(Clue.State state) {
        return Labels.of(state);
    }

    private static String literal(Clue.State state) {
        return switch (state) {
            case OK -> "fth-check-circle";
            case WARNING -> "fth-alert-triangle";
            case UNKNOWN -> "fth-help-circle";
            case RUNNING, WAITING -> "fth-circle";
        };
    }

    private static String style(Clue.State state) {
        return switch (state) {
            case OK -> "success-icon";
            case WARNING, UNKNOWN -> "warning-icon";
            case RUNNING, WAITING -> "muted-icon";
        };
    }
}
