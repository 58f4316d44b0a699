package dev.essha.ui.start;

import java.nio.file.Path;
import javafx.collections.ObservableList;

/** The plan files that were used, the last one first; remembered from window to window. */
public interface Recents {

    ObservableList<Path> files();

    /** A file was opened or saved. */
    void used(Path file);

    void forget(Path file);
}
