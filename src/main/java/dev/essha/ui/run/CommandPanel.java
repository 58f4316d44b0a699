package dev.essha.ui.run;

import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.export.Bundle;
import dev.essha.plan.Plan;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.yaml.PlanReader;
import dev.essha.ui.field.CopyButton;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.LookUp;
import dev.essha.ui.work.Timers;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Window;

/** The same without the window: the command, the plan as a file, the bundle. */
final class CommandPanel {

    private final Wizard wizard;
    private final Words words;
    private final Runnable then;
    private final LookUp<Saved, Boolean> saved;
    private final Parent root;

    @FXML
    private Label command;

    @FXML
    private HBox line;

    @FXML
    private Label file;

    @FXML
    private Button save;

    @FXML
    private Button export;

    @FXML
    private Label told;

    private record Saved(Path file, Plan plan) {}

    /** @param then once the plan was saved */
    CommandPanel(Wizard wizard, Runnable then) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.then = then;
        saved = new LookUp<>(
                wizard.background(),
                Timers.pause(),
                s -> PlanReader.read(s.file()).plan().equals(Optional.of(s.plan())));
        root = PageLoader.loadBare(this, wizard);
        CopyButton copy = new CopyButton(words, words.of("review.command"), () -> command.getText());
        copy.setId("copy-command");
        line.getChildren().add(copy);
        saved.state().subscribe(this::say);
    }

    Parent root() {
        return root;
    }

    /** @param choice where it would run */
    void show(ValidPlan plan, Places.Choice choice, Set<String> replace) {
        Optional<Path> where = wizard.file().get();
        command.setText(HeadlessCommand.of(where, choice, replace));
        save.setOnAction(_ -> wizard.plans().saveAs(this::saved));
        export.setOnAction(_ -> export(plan));
        where.ifPresentOrElse(f -> saved.ask(new Saved(f, plan.plan()), Duration.ZERO), saved::clear);
    }

    private void say(LookUp.State<Saved, Boolean> state) {
        file.setText(
                switch (state) {
                    case LookUp.State.Idle<Saved, Boolean> _ -> words.of("review.file.none");
                    case LookUp.State.Running<Saved, Boolean> _ -> " ";
                    case LookUp.State.Failed<Saved, Boolean> failed ->
                        words.of("review.file.unread", failed.question().file());
                    case LookUp.State.Answered<Saved, Boolean> answered ->
                        words.of(
                                answered.answer() ? "review.file.same" : "review.file.other",
                                answered.question().file());
                });
    }

    private void saved() {
        told.setText(words.of("run.saved", wizard.file().get().orElseThrow()));
        saved.clear();
        then.run();
    }

    private void export(ValidPlan plan) {
        wizard.tools()
                .desktop()
                .chooseFolder(window(), words.of("review.export"))
                .ifPresent(folder -> wizard.background()
                        .start(
                                () -> Bundle.of(Blueprint.of(plan)).writeTo(folder),
                                files -> exported(folder, files),
                                failure -> failed(folder, failure)));
    }

    private void exported(Path folder, List<String> files) {
        told.setText(words.of("review.exported", files.size(), folder));
    }

    private void failed(Path where, Throwable failure) {
        told.setText(
                failure instanceof DirectoryNotEmptyException
                        ? words.of("review.export.not-empty", where)
                        : words.of("run.not-saved", failure.getMessage()));
    }

    private Window window() {
        return root.getScene().getWindow();
    }
}
