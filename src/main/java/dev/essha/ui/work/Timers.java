package dev.essha.ui.work;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;

/** The toolkit's timers. */
public final class Timers {

    private Timers() {}

    /** For one look-up. */
    public static LookUp.Pause pause() {
        PauseTransition transition = new PauseTransition();
        return (delay, then) -> {
            transition.stop();
            transition.setDuration(millis(delay));
            transition.setOnFinished(_ -> then.run());
            transition.playFromStart();
        };
    }

    public static Beat beat() {
        return (pause, action) -> {
            Timeline timeline = new Timeline(new KeyFrame(millis(pause), _ -> action.run()));
            timeline.setCycleCount(Animation.INDEFINITE);
            timeline.play();
            return timeline::stop;
        };
    }

    private static javafx.util.Duration millis(Duration duration) {
        return javafx.util.Duration.millis(duration.toMillis());
    }
}
