package dev.essha.ui.wizard;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/** What a step shows. Made when the step is first entered, and kept. */
public interface Page {

    Parent root();

    /** The page is shown, once more or for the first time. */
    default void entered() {}

    /** Another page is shown. */
    default void left() {}

    /** What the button at the lower right does. */
    default Primary primary() {
        return Primary.NEXT;
    }

    /**
     * The button at the lower right.
     *
     * @param key of its text
     * @param enabled whether it can be pressed
     * @param action what it does instead of going to the next step; null to do that
     */
    record Primary(String key, ObservableValue<Boolean> enabled, Runnable action) {

        /** Goes to the next step. */
        public static final Primary NEXT = new Primary("shell.next", Bindings.createBooleanBinding(() -> true), null);

        /** A page that goes on by buttons of its own. */
        public static final Primary NONE = new Primary("", Bindings.createBooleanBinding(() -> false), null);
    }
}
