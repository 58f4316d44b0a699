package dev.essha.ui.images;

import atlantafx.base.theme.Styles;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Entitlement;
import dev.essha.cloud.ReleasedImage;
import dev.essha.plan.Plan;
import dev.essha.ui.field.CopyButton;
import dev.essha.ui.images.ImagesModel.Request;
import dev.essha.ui.images.ImagesModel.View;
import dev.essha.ui.run.HeadlessCommand;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Tries an entitlement and copies the images. What is typed here goes to the release registry and nowhere else. */
final class EntitlementPanel {

    private final Wizard wizard;
    private final Words words;
    private final ImagesModel model;
    private final Map<String, ImageRow> rows = new HashMap<>();
    private final Parent root;

    @FXML
    private TextField user;

    @FXML
    private PasswordField token;

    @FXML
    private TextField tag;

    @FXML
    private Button check;

    @FXML
    private Button copy;

    @FXML
    private Button stop;

    @FXML
    private Label note;

    @FXML
    private Label status;

    @FXML
    private VBox images;

    @FXML
    private HBox line;

    @FXML
    private Label command;

    EntitlementPanel(Wizard wizard) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.model = new ImagesModel(wizard.background());
        root = PageLoader.loadBare(this, wizard);
        List.of(user, token, tag)
                .forEach(input -> input.setAccessibleText(words.of(input.getId().replace('-', '.'))));
        check.getStyleClass().add(Styles.ACCENT);
        BooleanBinding lacking = Bindings.createBooleanBinding(
                () -> user.getText().isBlank()
                        || user.getText().contains(":")
                        || token.getText().isBlank()
                        || !ReleasedImage.isTag(tag.getText().strip())
                        || model.view().get().runs(),
                user.textProperty(),
                token.textProperty(),
                tag.textProperty(),
                model.view());
        check.disableProperty().bind(lacking);
        copy.disableProperty().bind(lacking.or(wizard.installed().not()));
        CopyButton copies = new CopyButton(words, words.of("registry.command"), command::getText);
        copies.setId("copy-images-command");
        line.getChildren().add(copies);
        tag.textProperty().subscribe(this::command);
        wizard.file().subscribe(_ -> command());
        wizard.venue().subscribe(_ -> command());
        wizard.rehearsal()
                .subscribe(r ->
                        note.setText(words.of(r ? "registry.entitlement.rehearsal" : "registry.entitlement.note")));
        model.view().subscribe(this::show);
        wizard.installed().subscribe(_ -> show(model.view().get()));
    }

    Parent root() {
        return root;
    }

    /** Nothing secret stays, and nothing goes on with it. */
    void leave() {
        model.stop();
        token.clear();
        user.clear();
    }

    /** Another plan: what was found out may not be true of it. */
    void changed() {
        if (!model.view().get().runs()) {
            model.clear();
        }
    }

    @FXML
    private void check() {
        start(model::check);
    }

    @FXML
    private void copy() {
        start(model::copy);
    }

    @FXML
    private void stop() {
        model.stop();
    }

    private void start(Consumer<Request> how) {
        Plan plan = wizard.draft().readable().get();
        wizard.venue()
                .get()
                .ifPresent(venue -> how.accept(new Request(
                        account(venue, plan),
                        plan,
                        tag.getText().strip(),
                        new Entitlement(user.getText().strip(), token.getText().strip()))));
    }

    private Supplier<Cloud> account(Venue venue, Plan plan) {
        return () -> wizard.session(venue, plan).cloud();
    }

    private void command() {
        String typed = tag.getText().strip();
        wizard.venue()
                .get()
                .ifPresent(venue -> command.setText(HeadlessCommand.images(
                        wizard.file().get(), venue.choice(), ReleasedImage.isTag(typed) ? typed : "TAG")));
    }

    private void show(View view) {
        stop.setDisable(!view.runs());
        status.setText(status(view));
        List<ImageRow> shown = view.images().keySet().stream().map(this::row).toList();
        if (!images.getChildren().equals(shown)) {
            images.getChildren().setAll(shown);
        }
        view.images().forEach((name, step) -> row(name).show(view.phase(), step));
    }

    private ImageRow row(String name) {
        return rows.computeIfAbsent(name, n -> new ImageRow(words, n));
    }

    private String status(View view) {
        return switch (view.phase()) {
            case NOTHING -> words.of(wizard.installed().get() ? "registry.status.ready" : "registry.status.first");
            case CHECKING -> words.of("registry.status.checking");
            case CHECKED ->
                words.of("registry.status.checked", view.good(), view.images().size());
            case COPYING -> words.of("registry.status.copying");
            case COPIED ->
                words.of("registry.status.copied", view.good(), view.images().size());
            case STOPPED -> words.of("registry.status.stopped");
            case FAILED -> {
                Failures.Told told = wizard.failures().tell(view.failure().orElseThrow());
                yield told.what() + " " + told.todo();
            }
        };
    }
}
