package dev.essha.ui.run;

import dev.essha.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** How fast a rehearsal goes. */
final class SpeedPanel extends VBox {

    private static final List<Double> SPEEDS = List.of(60.0, 120.0, 300.0, 600.0, 1200.0);

    private final ComboBox<Double> choice = new ComboBox<>();

    SpeedPanel(Words words) {
        getStyleClass().addAll("panel", "review-speed");
        Label label = new Label(words.of("review.speed"));
        label.getStyleClass().add("panel-title");
        label.setLabelFor(choice);
        choice.setId("speed");
        choice.setAccessibleText(words.of("review.speed"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Double speed) {
                return speed == null ? "" : words.of("review.speed.times", speed);
            }

            @Override
            public Double fromString(String text) {
                throw new UnsupportedOperationException("nobody types a speed");
            }
        });
        choice.getItems().setAll(SPEEDS);
        getChildren().addAll(label, choice);
    }

    /** @param now may be a speed that is not among those to choose from */
    void show(double now) {
        List<Double> speeds = new ArrayList<>(SPEEDS);
        if (!speeds.contains(now)) {
            speeds.add(now);
            speeds.sort(null);
        }
        choice.getItems().setAll(speeds);
        choice.setValue(now);
    }

    double speed() {
        return choice.getValue();
    }

    /** @param changed is told when the person has chosen another */
    void onChange(Runnable changed) {
        choice.setOnAction(_ -> changed.run());
    }
}
