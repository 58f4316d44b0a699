package dev.essha.ui.run;

import dev.essha.pipeline.Event;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.CustomTextField;

/** The log of the run: follows, can be searched, read line by line, copied and saved. */
final class LogPanel {

    private final Wizard wizard;
    private final Words words;
    private final RunModel run;
    private final Parent root;
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final FilteredList<LogLine> shown = new FilteredList<>(lines);
    private final ListChangeListener<Event> listener = this::changed;
    private final List<Integer> linesOfEvents = new ArrayList<>();
    private LogText text;
    private LogFollow follows;

    @FXML
    private CustomTextField search;

    @FXML
    private Button clear;

    @FXML
    private ChoiceBox<LogLine.Level> level;

    @FXML
    private ToggleButton follow;

    @FXML
    private Button save;

    @FXML
    private ListView<LogLine> list;

    @FXML
    private VBox below;

    @FXML
    private Label saved;

    LogPanel(Wizard wizard, RunModel run) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.run = run;
        root = PageLoader.loadBare(this, wizard);
        list.setItems(shown);
        list.setCellFactory(_ -> new LogCell(words));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(new Label(words.of("run.log.empty")));
        level.getItems().setAll(LogLine.Level.DETAIL, LogLine.Level.STEP, LogLine.Level.ATTENTION);
        level.setConverter(levels());
        level.setValue(LogLine.Level.DETAIL);
        shown.predicateProperty()
                .bind(Bindings.createObjectBinding(
                        () -> line -> line.level().compareTo(level.getValue()) >= 0 && line.holds(search.getText()),
                        search.textProperty(),
                        level.valueProperty()));
        follows = new LogFollow(list, follow);
        below.getChildren().addFirst(new LogReading(words, list));
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        clear.setOnAction(_ -> clear());
        search.setOnKeyPressed(this::clearOnEscape);
        save.setOnAction(_ -> save());
        text = new LogText(words, run.view().get().state().started());
        add(run.events());
        follows.moved();
        run.events().addListener(new WeakListChangeListener<>(listener));
    }

    Parent root() {
        return root;
    }

    private void clear() {
        search.clear();
        search.requestFocus();
    }

    private void clearOnEscape(KeyEvent pressed) {
        if (pressed.getCode() == KeyCode.ESCAPE && clear.isVisible()) {
            clear();
            pressed.consume();
        }
    }

    private StringConverter<LogLine.Level> levels() {
        return new StringConverter<>() {
            @Override
            public String toString(LogLine.Level level) {
                return words.of("run.log.level." + level.label());
            }

            @Override
            public LogLine.Level fromString(String name) {
                throw new UnsupportedOperationException("nobody types a level");
            }
        };
    }

    private void changed(ListChangeListener.Change<? extends Event> change) {
        while (change.next()) {
            if (change.getFrom() == 0 && change.wasRemoved()) {
                forget(change.getRemovedSize());
            }
            add(change.getAddedSubList());
        }
        follows.moved();
    }

    private void add(Collection<? extends Event> events) {
        List<LogLine> more = new ArrayList<>();
        for (Event event : events) {
            List<LogLine> some = text.lines(event);
            linesOfEvents.add(some.size());
            more.addAll(some);
        }
        lines.addAll(more);
    }

    /** The oldest go. */
    private void forget(int events) {
        List<Integer> gone = linesOfEvents.subList(0, events);
        int count = gone.stream().mapToInt(Integer::intValue).sum();
        gone.clear();
        lines.remove(0, count);
    }

    private void save() {
        String deployment = run.view().get().order().map(RunOrder::deployment).orElse("ess-ha");
        String all = lines.stream().map(LogLine::plain).collect(Collectors.joining("\n", "", "\n"));
        wizard.tools()
                .desktop()
                .chooseToSave(root.getScene().getWindow(), words.of("run.log.save"), deployment + "-install.log")
                .ifPresent(file -> write(file, all));
    }

    private void write(Path file, String all) {
        wizard.background()
                .start(
                        () -> Files.writeString(file, all),
                        written -> saved.setText(words.of("run.saved", written)),
                        failure -> saved.setText(words.of("run.not-saved", failure.getMessage())));
    }
}
