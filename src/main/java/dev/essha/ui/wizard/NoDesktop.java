package dev.essha.ui.wizard;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Nobody sits there: no dialog is answered, and no page opens. */
public final class NoDesktop implements Desktop {

    @Override
    public void browse(URI address) {
        // Nobody looks.
    }

    @Override
    public Optional<Path> chooseToOpen(Window owner, String title, String pattern) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseToSave(Window owner, String title, String name) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFolder(Window owner, String title) {
        return Optional.empty();
    }
}
