package dev.essha.ui.start;

import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.PlanFile;
import dev.essha.ui.wizard.Wizard;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.javafx.FontIcon;

/** The plan file in the rail: its name, whether something is not in it yet, and what can be done with it. */
public final class PlanMenu {

    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SAVE_AS =
            new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);

    /** As many letters as have room in the rail. */
    private static final int ROOM = 28;

    private final Wizard wizard;
    private final Words words;
    private final PlanFile plans;
    private final FontIcon icon = new FontIcon("fth-file-text");
    private final MenuButton button = new MenuButton("", icon);
    private final Tooltip path = new Tooltip();

    private PlanMenu(Wizard wizard, PlanFile plans) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.plans = plans;
    }

    public static MenuButton of(Wizard wizard, PlanFile plans) {
        return new PlanMenu(wizard, plans).button();
    }

    private MenuButton button() {
        button.setId("plan-menu");
        button.getStyleClass().addAll("rail-settings", "flat");
        button.setMaxWidth(Double.MAX_VALUE);
        button.getItems()
                .setAll(List.of(
                        item("save", SAVE, plans::save),
                        item("save-as", SAVE_AS, () -> plans.saveAs(() -> {})),
                        new SeparatorMenuItem(),
                        item("open", OPEN, plans::open)));
        plans.unsaved().addListener((_, _, _) -> show());
        wizard.file().addListener((_, _, _) -> show());
        wizard.draft().text("name").addListener((_, _, _) -> show());
        show();
        return button;
    }

    private MenuItem item(String name, KeyCombination keys, Runnable action) {
        MenuItem item = new MenuItem(words.of("plan." + name));
        item.setId("plan-" + name);
        item.setAccelerator(keys);
        item.setOnAction(_ -> {
            if (!button.isDisabled()) {
                action.run();
            }
        });
        return item;
    }

    /** An icon and words say it; the name alone would not. */
    private void show() {
        boolean unsaved = plans.unsaved().get();
        boolean nowhere = unsaved || wizard.file().get().isEmpty();
        icon.setIconLiteral(unsaved ? "fth-edit-3" : "fth-file-text");
        String key = nowhere ? "plan.menu.unsaved" : "plan.menu.saved";
        String name = PlanName.of(wizard);
        button.setText(words.of(key, shortened(name, ROOM - words.of(key, "").length())));
        button.setAccessibleText(words.of(key, name));
        path.setText(wizard.file().get().map(Object::toString).orElse(name));
        button.setTooltip(wizard.file().get().isPresent() || !button.getText().contains(name) ? path : null);
    }

    /** A long name gives way to whether it is saved; the tooltip has all of it. */
    static String shortened(String name, int room) {
        return name.length() <= room ? name : name.substring(0, room - 1).strip() + "…";
    }
}
