package dev.essha.ui.diagram;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * The one clock of all that is being made in a view. It stands still where nothing is, where nobody sees the view, and where
 * the person asked the system for less motion.
 */
final class Pulse {

    private static final Duration BREATH = Duration.millis(1400);
    private static final double FAINT = 0.4;
    /** Smooth enough, and a third of the work. */
    private static final double FRAMES_PER_SECOND = 20;

    private final DoubleProperty level = new SimpleDoubleProperty(1);
    private final Timeline timeline = new Timeline(
            FRAMES_PER_SECOND,
            new KeyFrame(Duration.ZERO, new KeyValue(level, 1, Interpolator.EASE_BOTH)),
            new KeyFrame(BREATH, new KeyValue(level, FAINT, Interpolator.EASE_BOTH)));
    private final ObservableValue<Boolean> allowed;
    private boolean needed;

    Pulse(Node view) {
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.setAutoReverse(true);
        allowed = view.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .flatMap(shown -> shown ? Platform.getPreferences().reducedMotionProperty() : null)
                .map(reduced -> !reduced)
                .orElse(false);
        allowed.addListener((_, _, _) -> decide());
    }

    /** From 0 to 1. */
    ReadOnlyDoubleProperty level() {
        return level;
    }

    void needed(boolean now) {
        if (needed != now) {
            needed = now;
            decide();
        }
    }

    boolean beats() {
        return timeline.getStatus() == Animation.Status.RUNNING;
    }

    private void decide() {
        if (needed && allowed.getValue()) {
            timeline.play();
        } else {
            timeline.stop();
            level.set(1);
        }
    }
}
