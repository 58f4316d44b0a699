package dev.essha.ui.wizard;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** What the system does for a window; a test answers in its place. */
public interface Desktop {

    /** Opens an address in the person's browser. Never waits for it. */
    void browse(URI address);

    /** Lets the person choose a file to open; empty if they choose none. */
    Optional<Path> chooseToOpen(Window owner, String title, String pattern);

    /** Lets the person choose a file to write. */
    Optional<Path> chooseToSave(Window owner, String title, String name);

    /** Lets the person choose a folder. */
    Optional<Path> chooseFolder(Window owner, String title);
}
