package dev.essha.ui.run;

import dev.essha.application.Places;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.LookUp;
import dev.essha.ui.work.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Shows what would go and what would stay, as the account stands, and asks for the deployment's name where it is real.
 *
 * @param <P> what was seen
 */
final class AccountQuestion<P> {

    private final Wizard wizard;
    private final RunOrder order;
    private final Subject<P> subject;
    private final LookUp<Boolean, P> lookUp;
    private final Runnable close;

    @FXML
    private Label title;

    @FXML
    private Label lead;

    @FXML
    private CheckBox deleteData;

    @FXML
    private ProgressIndicator looking;

    @FXML
    private VBox list;

    @FXML
    private VBox naming;

    @FXML
    private Label nameLabel;

    @FXML
    private TextField name;

    @FXML
    private Button go;

    @FXML
    private Button keep;

    /** A line of what was seen. */
    record Line(String icon, String text) {}

    /** What is asked. */
    interface Subject<P> {

        /** Below it stand {@code .title}, {@code .lead}, {@code .name}, {@code .keep} and {@code .go}. */
        String key();

        /** What the title is about. */
        String object();

        /** Whether the person can choose what becomes of the data. */
        boolean asksAboutData();

        /** In the background. */
        P look(Places.Session session, boolean deleteData);

        List<Line> lines(P seen);

        /** Whether there is something to do. */
        boolean possible(P seen);

        void go(P seen);
    }

    private AccountQuestion(Wizard wizard, RunOrder order, Layers layers, Subject<P> subject) {
        this.wizard = wizard;
        this.order = order;
        this.subject = subject;
        lookUp = new LookUp<>(wizard.background(), Timers.pause(), this::look);
        Region root = (Region) PageLoader.loadBare(this, wizard);
        say(wizard.words());
        root.setAccessibleText(title.getText());
        show(naming, !order.venue().isRehearsal());
        show(deleteData, subject.asksAboutData());
        name.textProperty().addListener((_, _, _) -> show());
        deleteData.selectedProperty().addListener((_, _, all) -> lookUp.ask(all, Duration.ZERO));
        lookUp.state().addListener((_, _, _) -> show());
        close = layers.open(root, keep, this::leave);
        keep.setOnAction(_ -> leave());
        go.setOnAction(_ -> go());
        lookUp.ask(false, Duration.ZERO);
    }

    static <P> void ask(Wizard wizard, RunOrder order, Layers layers, Subject<P> subject) {
        new AccountQuestion<>(wizard, order, layers, subject);
    }

    private void say(Words words) {
        RunWords run = new RunWords(words);
        title.setText(run.title(order, words.of(subject.key() + ".title", subject.object())));
        lead.setText(run.place(order) + " " + words.of(subject.key() + ".lead"));
        nameLabel.setText(words.of(subject.key() + ".name", order.deployment()));
        nameLabel.setLabelFor(name);
        keep.setText(words.of(subject.key() + ".keep"));
        go.setText(words.of(subject.key() + ".go"));
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private P look(boolean withData) {
        return subject.look(wizard.session(order.venue(), order.plan().plan()), withData);
    }

    private void show() {
        LookUp.State<Boolean, P> state = lookUp.state().get();
        looking.setVisible(state instanceof LookUp.State.Running<Boolean, P>);
        Optional<P> seen = Optional.empty();
        if (state instanceof LookUp.State.Answered<Boolean, P> answered) {
            seen = Optional.of(answered.answer());
            list(subject.lines(answered.answer()));
        } else if (state instanceof LookUp.State.Failed<Boolean, P> failed) {
            Failures.Told told = wizard.failures().tell(failed.failure());
            list(List.of(new Line("fth-alert-octagon", told.what() + " " + told.todo())));
        }
        boolean named = order.venue().isRehearsal() || name.getText().strip().equals(order.deployment());
        go.setDisable(!named || seen.filter(subject::possible).isEmpty());
    }

    private void list(List<Line> lines) {
        list.getChildren().setAll(lines.stream().map(AccountQuestion::label).toList());
    }

    /** As wide as the list: a label with an icon would not break its lines. */
    private static HBox label(Line line) {
        Label text = new Label(line.text());
        text.setWrapText(true);
        text.setMinWidth(0);
        HBox row = new HBox(new FontIcon(line.icon()), text);
        row.getStyleClass().add("question-item");
        return row;
    }

    private void leave() {
        lookUp.clear();
        close.run();
    }

    private void go() {
        if (lookUp.state().get() instanceof LookUp.State.Answered<Boolean, P> answered) {
            leave();
            subject.go(answered.answer());
        }
    }
}
