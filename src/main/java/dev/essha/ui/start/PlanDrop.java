package dev.essha.ui.start;

import dev.essha.plan.yaml.PlanFileName;
import dev.essha.ui.wizard.Wizard;
import java.nio.file.Path;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** A plan file that is dropped onto the window is opened. */
public final class PlanDrop {

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private PlanDrop() {}

    public static void onto(Scene scene, Wizard wizard, Plans plans) {
        scene.setOnDragOver(event -> over(scene, event));
        scene.setOnDragExited(_ -> show(scene, false));
        scene.setOnDragDropped(event -> {
            Optional<Path> file = plan(event.getDragboard());
            file.ifPresent(f -> wizard.background().onWindow(() -> plans.open(f)));
            event.setDropCompleted(file.isPresent());
            event.consume();
        });
    }

    private static void over(Scene scene, DragEvent event) {
        if (plan(event.getDragboard()).isPresent()) {
            show(scene, true);
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private static void show(Scene scene, boolean on) {
        scene.getRoot().pseudoClassStateChanged(DROP, on);
    }

    /** One file at a time, of a name that plans have. */
    static Optional<Path> plan(Dragboard board) {
        return board.getFiles().size() == 1
                ? Optional.of(board.getFiles().getFirst().toPath()).filter(PlanFileName::fits)
                : Optional.empty();
    }
}
