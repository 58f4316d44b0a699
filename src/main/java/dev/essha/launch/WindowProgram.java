package dev.essha.launch;

import dev.essha.ui.InstallerWindow;
import dev.essha.ui.wizard.Desktop;
import dev.essha.ui.wizard.UiTools;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javafx.application.Application;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The program as a window. JavaFX makes the object itself, so that what it needs waits in a field of the class. */
public final class WindowProgram extends Application {

    private static Function<Desktop, UiTools> wiring;
    private static Optional<Path> plan = Optional.empty();
    private static boolean hearing;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Shows the window and returns when it is closed.
     *
     * @param hearsOfFiles whether the system tells a program of files in events
     */
    static void run(Function<Desktop, UiTools> tools, Optional<Path> opened, boolean hearsOfFiles) {
        wiring = tools;
        plan = opened;
        hearing = hearsOfFiles;
        launch(WindowProgram.class);
    }

    @Override
    public void start(Stage stage) {
        InstallerWindow window = InstallerWindow.show(stage, wiring.apply(new SystemDesktop()), workers);
        plan.ifPresent(window::open);
        if (hearing) {
            OpenedFiles.hear(window::open);
        }
    }

    @Override
    public void stop() {
        workers.shutdownNow();
    }

    private final class SystemDesktop implements Desktop {

        @Override
        public void browse(URI address) {
            getHostServices().showDocument(address.toString());
        }

        @Override
        public Optional<Path> chooseToOpen(Window owner, String title, String pattern) {
            FileChooser chooser = chooser(title);
            chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(title, pattern.split(" ")));
            return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
        }

        @Override
        public Optional<Path> chooseToSave(Window owner, String title, String name) {
            FileChooser chooser = chooser(title);
            chooser.setInitialFileName(name);
            return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
        }

        @Override
        public Optional<Path> chooseFolder(Window owner, String title) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(title);
            return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
        }

        private static FileChooser chooser(String title) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            return chooser;
        }
    }
}
