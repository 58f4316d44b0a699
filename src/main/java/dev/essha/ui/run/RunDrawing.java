package dev.essha.ui.run;

import dev.essha.blueprint.Blueprint;
import dev.essha.diagram.DeploymentDrawing;
import dev.essha.ui.diagram.BoxStates;
import dev.essha.ui.diagram.DrawingView;
import dev.essha.ui.wizard.Wizard;
import java.util.Optional;

/** The drawing of what is run, each box in the state of its resources. */
final class RunDrawing {

    private final Wizard wizard;
    private final DrawingView view;
    private Optional<RunOrder> order = Optional.empty();
    private Optional<BoxStates> states = Optional.empty();
    private RunView last = RunView.NONE;

    RunDrawing(Wizard wizard) {
        this.wizard = wizard;
        this.view = new DrawingView(wizard.words());
    }

    DrawingView view() {
        return view;
    }

    void show(RunView now) {
        last = now;
        if (now.order().isPresent() && !now.order().equals(order)) {
            order = now.order();
            states = Optional.empty();
            begin(now.order().get());
        }
        states.ifPresent(s -> view.states(s.at(now.state())));
    }

    /** What each box stands for takes a blueprint to know. */
    private void begin(RunOrder begun) {
        view.show(DeploymentDrawing.of(begun.plan().plan(), wizard.words().engineLocale()));
        wizard.background().start(() -> BoxStates.of(Blueprint.of(begun.plan())), made -> {
            if (order.equals(Optional.of(begun))) {
                states = Optional.of(made);
                show(last);
            }
        });
    }
}
