package dev.essha.launch;

import com.sun.glass.ui.Application;
import dev.essha.plan.yaml.PlanFileName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Plans that are double-clicked on macOS: that system starts a program once and then tells it of files in events, also of the
 * first one. JavaFX hears them and has no public way to pass them on, so this stands before the toolkit's own listener, which
 * gets everything as before. What came before anybody listened is told again when the listener changes.
 */
final class OpenedFiles extends Application.EventHandler {

    private final Application.EventHandler toolkit;
    private final Consumer<Path> open;

    private OpenedFiles(Application.EventHandler toolkit, Consumer<Path> open) {
        this.toolkit = toolkit;
        this.open = open;
    }

    /**
     * Hears of opened files from now on; on JavaFX's thread.
     *
     * @param open gets the first plan of each event, on JavaFX's thread
     */
    static void hear(Consumer<Path> open) {
        Application application = Application.GetApplication();
        application.setEventHandler(new OpenedFiles(application.getEventHandler(), open));
    }

    @Override
    public void handleOpenFilesAction(Application application, long time, String[] files) {
        Stream.of(files)
                .map(Path::of)
                .filter(PlanFileName::fits)
                .filter(Files::isRegularFile)
                .findFirst()
                .ifPresent(open);
        toolkit.handleOpenFilesAction(application, time, files);
    }

    @Override
    public void handleWillFinishLaunchingAction(Application application, long time) {
        toolkit.handleWillFinishLaunchingAction(application, time);
    }

    @Override
    public void handleDidFinishLaunchingAction(Application application, long time) {
        toolkit.handleDidFinishLaunchingAction(application, time);
    }

    @Override
    public void handleWillBecomeActiveAction(Application application, long time) {
        toolkit.handleWillBecomeActiveAction(application, time);
    }

    @Override
    public void handleDidBecomeActiveAction(Application application, long time) {
        toolkit.handleDidBecomeActiveAction(application, time);
    }

    @Override
    public void handleWillResignActiveAction(Application application, long time) {
        toolkit.handleWillResignActiveAction(application, time);
    }

    @Override
    public void handleDidResignActiveAction(Application application, long time) {
        toolkit.handleDidResignActiveAction(application, time);
    }

    @Override
    public void handleDidReceiveMemoryWarning(Application application, long time) {
        toolkit.handleDidReceiveMemoryWarning(application, time);
    }

    @Override
    public void handleWillHideAction(Application application, long time) {
        toolkit.handleWillHideAction(application, time);
    }

    @Override
    public void handleDidHideAction(Application application, long time) {
        toolkit.handleDidHideAction(application, time);
    }

    @Override
    public void handleWillUnhideAction(Application application, long time) {
        toolkit.handleWillUnhideAction(application, time);
    }

    @Override
    public void handleDidUnhideAction(Application application, long time) {
        toolkit.handleDidUnhideAction(application, time);
    }

    @Override
    public void handleQuitAction(Application application, long time) {
        toolkit.handleQuitAction(application, time);
    }

    @Override
    public void handlePreferencesChanged(Map<String, Object> preferences) {
        toolkit.handlePreferencesChanged(preferences);
    }
}
