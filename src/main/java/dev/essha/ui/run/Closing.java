package dev.essha.ui.run;

import dev.essha.pipeline.StagePhase;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What closing the window means while a run goes on: what goes on in the account, and what stops. */
public final class Closing {

    private final Wizard wizard;
    private final RunModel run;
    private final Layers layers;
    private final Runnable closeWindow;
    private final ChangeListener<RunView> follow = (_, _, now) -> follow(now);
    private Optional<Runnable> open = Optional.empty();
    private boolean waits;

    @FXML
    private Label text;

    @FXML
    private Label flight;

    @FXML
    private Button stay;

    @FXML
    private Button finish;

    @FXML
    private Button leave;

    /** @param closeWindow closes it, unless something else keeps it open */
    public Closing(Wizard wizard, RunModel run, Layers layers, Runnable closeWindow) {
        this.wizard = wizard;
        this.run = run;
        this.layers = layers;
        this.closeWindow = closeWindow;
    }

    /**
     * Whether the window may close now; where a run goes on, the person is asked, and the window closes by itself. What is
     * being left already is not asked about.
     */
    public boolean allowed() {
        RunView now = run.view().get();
        if (!now.active() || now.stand() == RunView.Stand.LEAVING) {
            return true;
        }
        if (open.isEmpty()) {
            ask();
        }
        return false;
    }

    private void ask() {
        Region root = (Region) PageLoader.loadBare(this, wizard);
        waits = false;
        open = Optional.of(layers.open(root, stay, this::stay));
        stay.setOnAction(_ -> stay());
        finish.setOnAction(_ -> finish());
        leave.setOnAction(_ -> leave());
        run.view().addListener(follow);
        say(run.view().get());
    }

    private void follow(RunView now) {
        if (now.active()) {
            say(now);
            return;
        }
        boolean closes = waits;
        stay();
        if (closes) {
            closeWindow.run();
        }
    }

    private void say(RunView now) {
        Words words = wizard.words();
        String where = now.order().filter(o -> o.venue().isRehearsal()).isPresent() ? "rehearsal" : "account";
        text.setText(words.of(waits ? "run.closing.waits" : "run.closing." + where));
        StageWords stages = new StageWords(words);
        flight.setText(now.state().stages().values().stream()
                .filter(s -> !s.phase().ended() && !(s.phase() instanceof StagePhase.Waiting))
                .map(s -> stages.name(s.announced().stage()))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "),
                        names -> names.isEmpty() ? "" : words.of("run.closing.flight", names))));
        finish.setDisable(waits);
    }

    private void stay() {
        run.view().removeListener(follow);
        open.ifPresent(Runnable::run);
        open = Optional.empty();
    }

    private void finish() {
        waits = true;
        if (run.view().get().stand() == RunView.Stand.RUNNING
                || run.view().get().stand() == RunView.Stand.CHECKING) {
            run.cancel();
        }
        say(run.view().get());
        stay.requestFocus();
    }

    private void leave() {
        run.leave();
        stay();
        closeWindow.run();
    }
}
