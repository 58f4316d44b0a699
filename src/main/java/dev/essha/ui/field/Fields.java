package dev.essha.ui.field;

import dev.essha.ui.draft.Judged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Accordion;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;

/** The settings of a page. */
public final class Fields {

    private Fields() {}

    /** Lets all settings below a node, and what is said of them, show the draft. */
    public static void attach(Node root, Form form) {
        parts(root).forEach(part -> part.attach(form));
    }

    /** All settings below a node, in the order of the page. */
    public static List<SettingField> below(Node root) {
        return parts(root).stream()
                .filter(SettingField.class::isInstance)
                .map(SettingField.class::cast)
                .toList();
    }

    /** The setting that shows a problem's path, or else the closest one around it. */
    public static Optional<SettingField> showing(Node root, String path) {
        return below(root).stream()
                .filter(f -> path.equals(f.getPath())
                        || path.startsWith(f.getPath() + "[")
                        || Judged.isLabelOf(path, f.getPath()))
                .max(Comparator.comparing(f -> f.getPath().length()));
    }

    private static List<FormPart> parts(Node root) {
        List<FormPart> parts = new ArrayList<>();
        collect(root, parts);
        return parts;
    }

    /** Controls hold their content in places of their own until they have a skin. */
    private static void collect(Node node, List<FormPart> into) {
        if (node instanceof FormPart part) {
            into.add(part);
        }
        switch (node) {
            case SettingField _ -> {
                // What is in it is its own.
            }
            case ScrollPane pane when pane.getContent() != null -> collect(pane.getContent(), into);
            case TitledPane pane when pane.getContent() != null -> collect(pane.getContent(), into);
            case Accordion accordion -> accordion.getPanes().forEach(p -> collect(p, into));
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
            default -> {
                // Holds nothing.
            }
        }
    }
}
