package dev.essha.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Ends the JVM once its first window has been drawn: the program's, or that of an application which has a word in it. */
public final class FirstWindow {

    private FirstWindow() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().start(FirstWindow::watch);
        if (args[0].equals("bare")) {
            Application.launch(Bare.class);
        } else {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
    }

    /** The least that can be shown. */
    public static final class Bare extends Application {

        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new StackPane(new Label("hello")), 1_180, 780));
            stage.show();
        }
    }

    /** The toolkit cannot be asked for anything before somebody has started it. */
    private static void watch() {
        while (true) {
            try {
                Thread.sleep(2);
                Platform.runLater(() -> new Frames().start());
                return;
            } catch (IllegalStateException e) {
                // Not yet.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The second frame with a window begins when the first has been drawn. */
    private static final class Frames extends AnimationTimer {

        private int seen;

        @Override
        public void handle(long now) {
            boolean shown = Window.getWindows().stream().anyMatch(Window::isShowing);
            seen += shown ? 1 : 0;
            if (seen == 3) {
                Runtime.getRuntime().halt(0);
            }
        }
    }
}
