package dev.essha.launch;

import dev.essha.application.Places;
import dev.essha.cloud.signin.SignIns;
import dev.essha.secrecy.Redaction;
import dev.essha.survey.Survey;
import dev.essha.ui.InstallerWindow;
import dev.essha.ui.wizard.Desktop;
import dev.essha.ui.wizard.UiTools;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The real window on the headless platform, wired as the program wires it, in a home folder of its own. What the system
 * would ask in a dialog is answered by fields.
 */
final class TestWindow implements AutoCloseable {

    /** Longer than any test waits; only a defect waits that long. */
    private static final int PATIENCE_SECONDS = Integer.getInteger("patience", 120);

    final List<URI> browsed = new CopyOnWriteArrayList<>();
    volatile Optional<Path> fileToOpen = Optional.empty();
    volatile Optional<Path> fileToSave = Optional.empty();
    volatile Optional<Path> folder = Optional.empty();

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private Stage stage;
    private InstallerWindow window;

    private TestWindow() {}

    /** Opens a window whose person lives in a folder. */
    static TestWindow open(Path home) throws Exception {
        return open(home, Map.of());
    }

    /** @param environment what the process would find around it */
    static TestWindow open(Path home, Map<String, String> environment) throws Exception {
        Surroundings surroundings = surroundings(home, environment);
        Wiring wiring = new Wiring(surroundings, "0.0.0");
        return open(surroundings, wiring, wiring.signIns());
    }

    /** @param places where it can run instead of where the program would */
    static TestWindow open(Path home, Places places) throws Exception {
        Surroundings surroundings = surroundings(home, Map.of());
        return open(surroundings, places, new Wiring(surroundings, "0.0.0").signIns());
    }

    /** @param signIns what the computer knows of signing in instead of what the program would find */
    static TestWindow open(Path home, Places places, SignIns signIns) throws Exception {
        return open(surroundings(home, Map.of()), places, signIns);
    }

    private static Surroundings surroundings(Path home, Map<String, String> environment) {
        return new Surroundings(environment, home, "Linux", false);
    }

    private static TestWindow open(Surroundings surroundings, Places places, SignIns signIns) throws Exception {
        TestWindow test = new TestWindow();
        test.stage = FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE_SECONDS * 1000L,
                () -> test.window =
                        InstallerWindow.show(test.stage, test.tools(surroundings, places, signIns), test.workers));
        // Where something is clicked is known after the first layout.
        WaitForAsyncUtils.waitForFxEvents();
        return test;
    }

    private UiTools tools(Surroundings surroundings, Places places, SignIns signIns) {
        Redaction redaction = new Redaction(surroundings.secrets());
        return new UiTools(
                places,
                signIns,
                new Survey(() -> "essha-test"),
                new StateFolder(surroundings, redaction, "0.0.0"),
                new LocalFiles(surroundings),
                new Answers(),
                InstantSource.system(),
                new Logs(surroundings.logFolder(), redaction)::write);
    }

    Stage stage() {
        return stage;
    }

    InstallerWindow window() {
        return window;
    }

    /** The text on the clipboard. */
    String copied() {
        AtomicReference<String> copied = new AtomicReference<>();
        onWindow(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        return copied.get();
    }

    /** Does something on JavaFX's thread and waits until it and what follows from it at once is done. */
    void onWindow(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until the window has been laid out, and once more, for what a layout asked for. */
    void settle() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            CountDownLatch laidOut = new CountDownLatch(1);
            Runnable listener = laidOut::countDown;
            onWindow(() -> {
                stage.getScene().addPostLayoutPulseListener(listener);
                Platform.requestNextPulse();
            });
            if (!laidOut.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the window is not laid out");
            }
            onWindow(() -> stage.getScene().removePostLayoutPulseListener(listener));
        }
    }

    /** Makes the window so large, and waits until everything has its place. */
    void resize(int width, int height) throws InterruptedException {
        onWindow(() -> {
            // The headless platform has a screen of 1000 by 1000 pixels, and fails to draw what is further down.
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        settle();
    }

    /** Waits until something holds that is looked at on JavaFX's thread. */
    void until(BooleanSupplier holds) throws Exception {
        until(Duration.ofSeconds(PATIENCE_SECONDS), holds);
    }

    /** The same, for what takes long by the clock on the wall. */
    void until(Duration patience, BooleanSupplier holds) throws Exception {
        WaitForAsyncUtils.waitFor(
                patience.toSeconds(),
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(holds::getAsBoolean).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Returns when nothing of the window is at work any more: a draft just being written keeps its folder from being removed. */
    @Override
    public void close() {
        onWindow(() -> {
            stage.hide();
            window.wizard().close();
        });
        workers.shutdownNow();
        Platform.setImplicitExit(false);
        try {
            if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the window is closed, and something of it is still at work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody waits for the window's work to end", e);
        }
    }

    private final class Answers implements Desktop {

        @Override
        public void browse(URI address) {
            browsed.add(address);
        }

        @Override
        public Optional<Path> chooseToOpen(Window owner, String title, String pattern) {
            return fileToOpen;
        }

        @Override
        public Optional<Path> chooseToSave(Window owner, String title, String name) {
            return fileToSave;
        }

        @Override
        public Optional<Path> chooseFolder(Window owner, String title) {
            return folder;
        }
    }
}
