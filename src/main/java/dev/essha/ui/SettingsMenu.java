package dev.essha.ui;

import dev.essha.ui.text.Words;
import dev.essha.wording.Labels;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.javafx.FontIcon;

/** Theme, language and text size. */
final class SettingsMenu {

    private final Words words;
    private final InstallerWindow window;

    private SettingsMenu(Words words, InstallerWindow window) {
        this.words = words;
        this.window = window;
    }

    static MenuButton of(Words words, InstallerWindow window) {
        return new SettingsMenu(words, window).button();
    }

    private MenuButton button() {
        MenuButton button = new MenuButton(words.of("shell.settings"), new FontIcon("fth-settings"));
        button.setId("settings");
        button.getStyleClass().addAll("rail-settings", "flat");
        button.setMaxWidth(Double.MAX_VALUE);
        Preferences now = window.preferences();
        button.getItems()
                .setAll(
                        menu(
                                "shell.theme",
                                List.of(Preferences.Theme.values()),
                                now.theme(),
                                SettingsMenu::label,
                                t -> p -> p.with(t)),
                        menu(
                                "shell.text-size",
                                List.of(Preferences.TextSize.values()),
                                now.textSize(),
                                SettingsMenu::label,
                                t -> p -> p.with(t)),
                        menu(
                                "shell.language",
                                Words.LANGUAGES,
                                words.locale(),
                                Locale::getLanguage,
                                l -> p -> p.with(l)));
        return button;
    }

    private <T> Menu menu(
            String key,
            List<T> options,
            T chosen,
            Function<T, String> name,
            Function<T, UnaryOperator<Preferences>> change) {
        ToggleGroup group = new ToggleGroup();
        Menu menu = new Menu(words.of(key));
        for (T option : options) {
            RadioMenuItem item = new RadioMenuItem(words.of(key + "." + name.apply(option)));
            item.setToggleGroup(group);
            item.setSelected(option.equals(chosen));
            item.setOnAction(_ -> window.prefer(change.apply(option).apply(window.preferences())));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String label(Enum<?> constant) {
        return Labels.of(constant);
    }
}
