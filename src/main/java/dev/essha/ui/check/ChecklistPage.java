package dev.essha.ui.check;

import dev.essha.checklist.Finding;
import dev.essha.checklist.Verdict;
import dev.essha.checklist.report.Headings;
import dev.essha.checklist.report.HtmlReport;
import dev.essha.checklist.report.Report;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Page;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The checklist: what was found by requirement, whether it is ready, the report, and what comes next. */
public final class ChecklistPage implements Page {

    private final Wizard wizard;
    private final Words words;
    private final CheckModel model;
    private final Parent root;
    private List<Finding> shown = List.of();
    private boolean judged = true;
    private SortedMap<String, String> handedOver = new TreeMap<>();
    private ToggleButton chosen;

    @FXML
    private FontIcon icon;

    @FXML
    private Label headline;

    @FXML
    private Label progress;

    @FXML
    private ProgressIndicator looking;

    @FXML
    private Button again;

    @FXML
    private Button save;

    @FXML
    private ToggleGroup filter;

    @FXML
    private ToggleButton all;

    @FXML
    private ToggleButton failing;

    @FXML
    private ToggleButton unknown;

    @FXML
    private Node filters;

    @FXML
    private VBox groups;

    @FXML
    private Node afterwards;

    @FXML
    private VBox next;

    public ChecklistPage(Wizard wizard, CheckModel model) {
        this.wizard = wizard;
        this.words = wizard.words();
        this.model = model;
        root = PageLoader.load(this, wizard);
        chosen = all;
        filter.selectedToggleProperty().addListener((_, before, now) -> filter(before, now));
        model.state().addListener((_, _, now) -> show(now));
        next(handedOver);
        show(model.state().get());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        model.watch();
    }

    @Override
    public void left() {
        model.leave();
    }

    @Override
    public Primary primary() {
        return Primary.NONE;
    }

    @FXML
    private void again() {
        model.all();
    }

    @FXML
    private void save() {
        Report report = model.state().get().report().orElseThrow();
        wizard.tools()
                .desktop()
                .chooseToSave(
                        root.getScene().getWindow(),
                        words.of("check.save"),
                        "ess-ha-" + report.deployment() + "-checklist.html")
                .ifPresent(file -> wizard.background()
                        .start(
                                () -> Files.writeString(file, HtmlReport.render(report, words.engineLocale())),
                                _ -> progress.setText(words.of("check.saved", file)),
                                failure -> progress.setText(words.of("check.not-saved", file, failure.getMessage()))));
    }

    /** One of them is always chosen. */
    private void filter(Toggle before, Toggle now) {
        if (now == null) {
            before.setSelected(true);
            return;
        }
        chosen = (ToggleButton) now;
        list();
    }

    private void show(CheckState state) {
        looking.setVisible(state.looking());
        again.setDisable(state.looking());
        save.setDisable(state.report().isEmpty() || !state.installed());
        only(filters, state.installed());
        only(afterwards, state.installed());
        Verdicts verdicts = new Verdicts(words, state);
        icon.setIconLiteral(verdicts.icon());
        icon.getStyleClass().setAll("ikonli-font-icon", "check-icon", verdicts.style());
        headline.setText(verdicts.headline());
        progress.setText(verdicts.progress(state.failure().map(wizard.failures()::tell)));
        state.report().map(Report::findings).ifPresent(found -> list(found, state.installed()));
        if (!handedOver.equals(state.handOver())) {
            next(state.handOver());
        }
    }

    private static void only(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** @param installed otherwise there is nothing to judge, and the findings only say what will be checked */
    private void list(List<Finding> findings, boolean installed) {
        if (!findings.equals(shown) || judged != installed) {
            shown = findings;
            judged = installed;
            all.setText(words.of("check.all", findings.size()));
            failing.setText(words.of("check.failing", count(Verdict.FAIL)));
            unknown.setText(words.of("check.unknown", count(Verdict.UNKNOWN)));
            list();
        }
    }

    private long count(Verdict verdict) {
        return shown.stream().filter(f -> f.verdict() == verdict).count();
    }

    private void list() {
        Headings headings = new Headings(words.engineLocale());
        Map<String, List<Finding>> byRequirement = shown.stream()
                .filter(this::wanted)
                .collect(Collectors.groupingBy(Finding::requirement, LinkedHashMap::new, Collectors.toList()));
        groups.getChildren()
                .setAll(byRequirement.entrySet().stream()
                        .map(e -> group(headings.of(e.getKey()), e.getValue()))
                        .toList());
        if (byRequirement.isEmpty() && !shown.isEmpty()) {
            groups.getChildren().setAll(new Label(words.of("check.none")));
        }
    }

    private boolean wanted(Finding finding) {
        return !judged
                || chosen == all
                || chosen == failing && finding.verdict() == Verdict.FAIL
                || chosen == unknown && finding.verdict() == Verdict.UNKNOWN;
    }

    private Node group(String heading, List<Finding> findings) {
        Label name = new Label(heading);
        name.getStyleClass().add("panel-title");
        name.setWrapText(true);
        VBox box = new VBox(name);
        box.getStyleClass().addAll("panel", "finding-group");
        findings.forEach(f ->
                box.getChildren().add(judged ? FindingRow.judged(f, words, model::one) : FindingRow.toCome(f, words)));
        return box;
    }

    private void next(SortedMap<String, String> values) {
        handedOver = values;
        next.getChildren().setAll(new NextSteps(words, values).nodes());
    }
}
