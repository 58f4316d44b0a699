package dev.essha.ui.start;

import dev.essha.plan.ProblemText;
import dev.essha.plan.yaml.LocatedProblem;
import dev.essha.ui.field.CopyButton;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Wizard;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** All that is wrong with a file that could not be understood, with its lines. */
final class RefusedPanel extends VBox {

    /** More than anybody mends before opening the file again. */
    private static final int SHOWN = 200;

    private static final double HEIGHT = 220;

    private final Words words;
    private final ProblemText problems;

    RefusedPanel(Wizard wizard, Plans plans, RefusedFile refused) {
        this.words = wizard.words();
        this.problems = new ProblemText(words.engineLocale());
        setId("refused");
        getStyleClass().addAll("panel", "refused");
        Label title =
                new Label(words.of("start.refused", refused.file().getFileName()), new FontIcon("fth-alert-circle"));
        title.getStyleClass().addAll("panel-title", "danger-text");
        title.setMinHeight(USE_PREF_SIZE);
        Label text = new Label(words.of("start.refused.text", refused.problems().size(), refused.file()));
        text.getStyleClass().add("panel-note");
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(title, text, list(refused), buttons(plans, refused));
    }

    private Node list(RefusedFile refused) {
        VBox lines = new VBox();
        lines.getStyleClass().add("refused-lines");
        refused.problems().stream().limit(SHOWN).map(this::line).forEach(lines.getChildren()::add);
        int more = refused.problems().size() - SHOWN;
        if (more > 0) {
            lines.getChildren().add(new Label(words.of("start.refused.more", more)));
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setId("refused-problems");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(HEIGHT);
        scroll.setMinHeight(Math.min(HEIGHT, 44 * Math.min(refused.problems().size(), SHOWN)));
        scroll.getStyleClass().add("refused-scroll");
        scroll.setAccessibleText(words.of("start.refused.list"));
        return scroll;
    }

    private HBox line(LocatedProblem problem) {
        Label where = new Label(words.of("start.refused.line", problem.line(), problem.column()));
        where.getStyleClass().addAll("mono", "refused-line");
        where.setMinWidth(Region.USE_PREF_SIZE);
        Label sentence = new Label(problems.located(problem.problem()));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox line = new HBox(where, sentence);
        line.getStyleClass().add("refused-problem");
        return line;
    }

    private HBox buttons(Plans plans, RefusedFile refused) {
        Button again = new Button(words.of("start.refused.again"), new FontIcon("fth-rotate-cw"));
        again.setId("refused-again");
        again.setOnAction(_ -> plans.open(refused.file()));
        Button dismiss = new Button(words.of("start.refused.dismiss"));
        dismiss.setId("refused-dismiss");
        dismiss.setOnAction(_ -> plans.forgetRefused());
        CopyButton copy = new CopyButton(words, words.of("start.refused.list"), () -> refused.report(problems));
        copy.setId("refused-copy");
        HBox buttons = new HBox(copy, dismiss, again);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }
}
