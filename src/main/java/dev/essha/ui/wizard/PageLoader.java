package dev.essha.ui.wizard;

import dev.essha.ui.field.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads the FXML beside a page class, with the page as its controller and its settings showing the draft. */
public final class PageLoader {

    private PageLoader() {}

    /** @param page its FXML has the name of its class: {@code SizingPage.fxml} beside {@code SizingPage.class} */
    public static Parent load(Object page, Wizard wizard) {
        Parent root = loadBare(page, wizard);
        Fields.attach(root, wizard.form());
        return root;
    }

    /** Loads it and leaves {@link Fields#attach} to the page, which has something to put into the fields before. */
    public static Parent loadBare(Object page, Wizard wizard) {
        Class<?> type = page.getClass();
        FXMLLoader loader = new FXMLLoader(
                type.getResource(type.getSimpleName() + ".fxml"), wizard.words().bundle());
        loader.setControllerFactory(_ -> page);
        loader.setClassLoader(type.getClassLoader());
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
