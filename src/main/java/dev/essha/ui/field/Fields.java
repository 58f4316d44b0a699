package dev.essha.ui.field;

import java.util.ArrayList;
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

    /** Lets all settings below a node show the draft. */
    public static void attach(Node root, Form form) {
        below(root).forEach(field -> field.attach(form));
    }

    /** All settings below a node, in the order of the page. */
    public static List<SettingField> below(Node root) {
        List<SettingField> fields = new ArrayList<>();
        collect(root, fields);
        return fields;
    }

    /** The setting that shows a problem's path, or an item or part of which the path names. */
    public static Optional<SettingField> showing(Node root, String path) {
        return below(root).stream()
                .filter(f -> path.equals(f.getPath()) || path.startsWith(f.getPath() + "["))
                .findFirst();
    }

    /** Controls hold their content in places of their own until they have a skin. */
    private static void collect(Node node, List<SettingField> into) {
        switch (node) {
            case SettingField field -> into.add(field);
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
