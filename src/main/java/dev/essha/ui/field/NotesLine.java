package dev.essha.ui.field;

import dev.essha.plan.Note;
import dev.essha.plan.Notes;
import dev.essha.plan.Plan;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What the engine has to say of choices that are allowed, of some settings only. They are those of the last plan that could
 * be read, so that they stay while somebody types something else.
 */
public final class NotesLine extends VBox implements FormPart {

    private List<String> paths = List.of();
    private List<String> shown = List.of();

    public NotesLine() {
        getStyleClass().add("notes");
        setManaged(false);
    }

    public String getPaths() {
        return String.join(",", paths);
    }

    /** @param paths of the settings, or of sections, with commas between them */
    public void setPaths(String paths) {
        this.paths = List.of(paths.split(","));
    }

    @Override
    public void attach(Form form) {
        form.draft().readable().subscribe(plan -> show(sentences(form, plan)));
    }

    private List<String> sentences(Form form, Plan plan) {
        return Notes.of(plan).stream()
                .filter(this::isOfThese)
                .map(form.problems()::sentence)
                .toList();
    }

    private boolean isOfThese(Note note) {
        return paths.stream().anyMatch(p -> note.path().equals(p) || note.path().startsWith(p + "."));
    }

    private void show(List<String> sentences) {
        if (!sentences.equals(shown)) {
            shown = sentences;
            getChildren().setAll(sentences.stream().map(NotesLine::line).toList());
            setManaged(!sentences.isEmpty());
        }
    }

    private static Node line(String sentence) {
        Label label = new Label(sentence, new FontIcon("fth-info"));
        label.getStyleClass().add("note-line");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
