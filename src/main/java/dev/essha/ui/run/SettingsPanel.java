package dev.essha.ui.run;

import dev.essha.plan.Note;
import dev.essha.plan.Notes;
import dev.essha.plan.Plan;
import dev.essha.plan.ProblemText;
import dev.essha.plan.ValidPlan;
import dev.essha.ui.field.Form;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.TwoColumns;
import dev.essha.ui.wizard.Wizard;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every value of the plan, and what is worth knowing of some of them. */
final class SettingsPanel extends VBox {

    private static final int LABEL_SHARE = 42;
    /** From this width on, there are two columns. */
    private static final double BREAK_AT = 950;

    private final Wizard wizard;
    private final Words words;
    private final VBox notes = new VBox();
    private final TwoColumns columns = new TwoColumns();
    private Optional<Plan> shown = Optional.empty();

    SettingsPanel(Wizard wizard) {
        this.wizard = wizard;
        this.words = wizard.words();
        setId("settings-list");
        getStyleClass().add("review-settings");
        notes.getStyleClass().addAll("panel", "review-notes");
        notes.setId("notes");
        columns.setBreakAt(BREAK_AT);
        columns.setShare(0.5);
        getChildren().addAll(notes, columns);
    }

    void show(ValidPlan valid) {
        if (!shown.equals(Optional.of(valid.plan()))) {
            shown = Optional.of(valid.plan());
            notes(Notes.of(valid));
            sections();
        }
    }

    private void notes(List<Note> some) {
        Label title = new Label(words.of("review.notes"));
        title.getStyleClass().add("panel-title");
        notes.getChildren().setAll(title);
        ProblemText text = new ProblemText(words.engineLocale());
        for (Note note : some) {
            Label line = new Label(
                    words.orPlain(Form.key(note.path()), note.path()) + ": " + text.sentence(note),
                    new FontIcon("fth-info"));
            line.setWrapText(true);
            line.getStyleClass().add("review-note");
            notes.getChildren().add(line);
        }
        notes.setVisible(!some.isEmpty());
        notes.setManaged(!some.isEmpty());
    }

    /** Each column has about as many lines as the other. */
    private void sections() {
        List<SettingsList.Section> sections = new SettingsList(words).of(shown.orElseThrow());
        int all = sections.stream().mapToInt(SettingsPanel::lines).sum();
        VBox first = column();
        VBox second = column();
        int lines = 0;
        for (SettingsList.Section section : sections) {
            (lines * 2 < all ? first : second).getChildren().add(panel(section));
            lines += lines(section);
        }
        columns.getChildren().setAll(first, second);
    }

    private static int lines(SettingsList.Section section) {
        return section.entries().size() + 2;
    }

    private static VBox column() {
        VBox column = new VBox();
        column.getStyleClass().add("review-column");
        return column;
    }

    private VBox panel(SettingsList.Section section) {
        Label title = new Label(section.title());
        title.getStyleClass().add("panel-title");
        Hyperlink change = new Hyperlink(words.of("review.change"));
        change.setId("change-" + section.step().name().toLowerCase(java.util.Locale.ROOT));
        change.setAccessibleText(words.of("review.change.what", section.title()));
        change.setMinWidth(Region.USE_PREF_SIZE);
        change.setOnAction(_ -> wizard.step().set(section.step()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, change);
        head.getStyleClass().add("review-section-head");
        VBox panel = new VBox(head, grid(section.entries()));
        panel.getStyleClass().add("panel");
        return panel;
    }

    private static GridPane grid(List<SettingsList.Entry> entries) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("review-values");
        ColumnConstraints name = new ColumnConstraints();
        name.setPercentWidth(LABEL_SHARE);
        ColumnConstraints value = new ColumnConstraints();
        value.setPercentWidth(100.0 - LABEL_SHARE);
        grid.getColumnConstraints().setAll(name, value);
        for (int i = 0; i < entries.size(); i++) {
            Label label = new Label(entries.get(i).name());
            label.setWrapText(true);
            label.getStyleClass().add("review-name");
            Label text = new Label(entries.get(i).value());
            text.setWrapText(true);
            text.setId("value-" + entries.get(i).path().replaceAll("[.\\[\\]]+", "-"));
            GridPane.setValignment(label, VPos.TOP);
            GridPane.setValignment(text, VPos.TOP);
            grid.addRow(i, label, text);
        }
        return grid;
    }
}
