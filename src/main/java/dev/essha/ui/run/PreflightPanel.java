package dev.essha.ui.run;

import dev.essha.checklist.Finding;
import dev.essha.checklist.Verdict;
import dev.essha.checklist.report.Report;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import dev.essha.ui.work.LookUp;
import dev.essha.wording.Labels;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What would stop an install, seen before anything is touched. What is not known is shown, and stops nobody. */
final class PreflightPanel extends VBox {

    private final Words words;
    private final Label total = new Label();
    private final ProgressIndicator looking = new ProgressIndicator();
    private final VBox findings = new VBox();

    PreflightPanel(Words words, ReviewModel model) {
        this.words = words;
        setId("preflight");
        getStyleClass().addAll("panel", "preflight");
        Label title = new Label(words.of("review.preflight"));
        title.getStyleClass().add("panel-title");
        looking.getStyleClass().add("small-progress");
        total.setId("preflight-total");
        total.setWrapText(true);
        HBox line = new HBox(looking, total);
        line.getStyleClass().add("question-line");
        findings.getStyleClass().add("preflight-findings");
        getChildren().addAll(title, line, findings);
        model.preflight().subscribe(this::show);
    }

    private void show(LookUp.State<ReviewModel.Question, Report> state) {
        boolean running = state instanceof LookUp.State.Running<ReviewModel.Question, Report>;
        looking.setVisible(running);
        looking.setManaged(running);
        findings.getChildren().clear();
        switch (state) {
            case LookUp.State.Idle<ReviewModel.Question, Report> _ -> total.setText(words.of("review.preflight.none"));
            case LookUp.State.Running<ReviewModel.Question, Report> _ ->
                total.setText(words.of("review.preflight.looking"));
            case LookUp.State.Failed<ReviewModel.Question, Report> failed -> {
                Failures.Told told = new Failures(words).tell(failed.failure());
                total.setText(told.what() + " " + told.todo());
            }
            case LookUp.State.Answered<ReviewModel.Question, Report> answered -> show(answered.answer());
        }
    }

    private void show(Report report) {
        Report.Summary counts = report.summary();
        total.setText(words.of(
                "review.preflight.total",
                report.findings().size(),
                counts.passed(),
                counts.failed(),
                counts.unknown()));
        List<Node> rows = new ArrayList<>();
        of(report, Verdict.FAIL).forEach(f -> rows.add(row(f, true)));
        of(report, Verdict.UNKNOWN).forEach(f -> rows.add(row(f, false)));
        if (counts.passed() > 0) {
            rows.add(passed(of(report, Verdict.PASS)));
        }
        findings.getChildren().setAll(rows);
    }

    private static List<Finding> of(Report report, Verdict verdict) {
        return report.findings().stream().filter(f -> f.verdict() == verdict).toList();
    }

    private TitledPane row(Finding finding, boolean open) {
        VBox detail = new VBox();
        detail.getStyleClass().add("preview-details");
        finding.evidence().forEach(e -> detail.getChildren().add(text(e)));
        if (!finding.remedy().isEmpty()) {
            detail.getChildren().add(text(words.of("review.preflight.remedy", finding.remedy())));
        }
        TitledPane pane = pane(finding.title(), mark(finding.verdict()), detail);
        pane.setId("preflight-" + finding.id());
        pane.setAccessibleText(word(finding.verdict()) + ": " + finding.title());
        pane.setExpanded(open);
        return pane;
    }

    private TitledPane passed(List<Finding> some) {
        VBox detail = new VBox();
        detail.getStyleClass().add("preview-details");
        some.forEach(f -> detail.getChildren().add(text(f.title() + " " + String.join("; ", f.evidence()))));
        TitledPane pane = pane(words.of("review.preflight.passed", some.size()), mark(Verdict.PASS), detail);
        pane.setId("preflight-passed");
        pane.setExpanded(false);
        return pane;
    }

    private static TitledPane pane(String title, Node mark, Node content) {
        TitledPane pane = new TitledPane(title, content);
        pane.getStyleClass().add("preview-stage");
        pane.setAnimated(false);
        pane.setGraphic(mark);
        return pane;
    }

    private Label mark(Verdict verdict) {
        return switch (verdict) {
            case PASS -> mark(verdict, "fth-check-circle", "success-text");
            case FAIL -> mark(verdict, "fth-x-circle", "danger-text");
            case UNKNOWN -> mark(verdict, "fth-help-circle", "warning-text");
        };
    }

    private Label mark(Verdict verdict, String icon, String style) {
        Label mark = new Label(word(verdict), new FontIcon(icon));
        mark.getStyleClass().addAll("preflight-mark", style);
        mark.setMinWidth(USE_PREF_SIZE);
        return mark;
    }

    private String word(Verdict verdict) {
        return words.of("review.verdict." + Labels.of(verdict));
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("preview-detail");
        return label;
    }
}
