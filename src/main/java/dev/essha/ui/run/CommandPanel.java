package dev.essha.ui.run;

import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.export.Bundle;
import dev.essha.plan.Plan;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.yaml.PlanReader;
import dev.essha.plan.yaml.PlanWriter;
import dev.essha.ui.field.CopyButton;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.LookUp;
import dev.essha.ui.work.Timers;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private final Consumer<Path> used;
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

    /** @param used is told of the file that a plan was saved to */
    CommandPanel(Wizard wizard, Consumer<Path> used) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.used = used;
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
        save.setOnAction(_ -> save(plan));
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

    private void save(ValidPlan plan) {
        String name = wizard.file()
                .get()
                .map(f -> f.getFileName().toString())
                .orElse(plan.plan().name() + ".yaml");
        wizard.tools()
                .desktop()
                .chooseToSave(window(), words.of("review.save"), name)
                .ifPresent(chosen -> wizard.background()
                        .start(
                                () -> Files.writeString(chosen, PlanWriter.write(plan.plan())),
                                this::saved,
                                failure -> failed(chosen, failure)));
    }

    private void saved(Path chosen) {
        told.setText(words.of("run.saved", chosen));
        wizard.file().set(Optional.of(chosen));
        saved.clear();
        used.accept(chosen);
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
