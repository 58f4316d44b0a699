package dev.essha.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Theme, fonts and text size of a scene. */
final class Looks {

    private static final List<String> FONTS =
            List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf");

    private final Scene scene;
    private Preferences preferences;

    Looks(Scene scene, Preferences preferences) {
        this.scene = scene;
        this.preferences = preferences;
        FONTS.forEach(Looks::load);
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> apply());
        apply();
    }

    void show(Preferences wanted) {
        preferences = wanted;
        apply();
    }

    boolean dark() {
        return switch (preferences.theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void apply() {
        // For the program, not the scene: lists that pop up are laid out before they know their owner's theme.
        Application.setUserAgentStylesheet(
                dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(css(dark() ? "tokens-dark" : "tokens-light"), css("app"));
        scene.getRoot().setStyle("-fx-font-size: " + preferences.textSize().pixels() + "px;");
    }

    private static String css(String name) {
        return Looks.class.getResource("css/" + name + ".css").toExternalForm();
    }

    private static void load(String font) {
        try (InputStream in = Looks.class.getResourceAsStream("fonts/" + font)) {
            Font.loadFont(in, 14);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
