package dev.essha.ui.run;

import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/** Keeps the end of a list in view, until the person looks further up or takes hold of a line. */
final class LogFollow {

    private static final Set<KeyCode> UP = Set.of(KeyCode.UP, KeyCode.PAGE_UP, KeyCode.HOME);

    private final ListView<?> list;
    private final ToggleButton toggle;

    LogFollow(ListView<?> list, ToggleButton toggle) {
        this.list = list;
        this.toggle = toggle;
        toggle.setSelected(true);
        toggle.selectedProperty().subscribe(on -> sign(Boolean.TRUE.equals(on)));
        toggle.selectedProperty().addListener((_, _, _) -> moved());
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                toggle.setSelected(false);
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (UP.contains(event.getCode())) {
                toggle.setSelected(false);
            } else if (event.getCode() == KeyCode.END) {
                toggle.setSelected(true);
            }
        });
        // The bar is pulled, or a line is chosen to be read: it would run away.
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> toggle.setSelected(false));
    }

    /** Its color alone would not tell whether it is on. */
    private void sign(boolean on) {
        toggle.setGraphic(new FontIcon(on ? "fth-check-square" : "fth-square"));
    }

    /** The list has changed. */
    void moved() {
        if (toggle.isSelected() && !list.getItems().isEmpty()) {
            list.scrollTo(list.getItems().size() - 1);
        }
    }
}
