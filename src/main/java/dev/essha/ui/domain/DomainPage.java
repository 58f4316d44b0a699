package dev.essha.ui.domain;

import dev.essha.blueprint.NameRecord;
import dev.essha.blueprint.NameRecords;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.Plan;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.field.TextSetting;
import dev.essha.ui.wizard.Page;
import dev.essha.ui.wizard.PageLoader;
import dev.essha.ui.wizard.Wizard;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The domain, the zone that takes its records, what public DNS says of both, and the records to come. */
public final class DomainPage implements Page {

    private static final String ELSEWHERE = "elsewhere";

    private final Wizard wizard;
    private final Draft draft;
    private final DomainLooks looks;
    private final ZoneList zones;
    private final Map<Clue.Subject, ClueRow> rows = new EnumMap<>(Clue.Subject.class);
    private final Parent root;
    private List<NameRecord> listed = List.of();

    @FXML
    private VBox zonesPlace;

    @FXML
    private TextSetting hostedZoneId;

    @FXML
    private VBox clues;

    @FXML
    private Label recordsNote;

    @FXML
    private VBox records;

    public DomainPage(Wizard wizard) {
        this.wizard = wizard;
        this.draft = wizard.draft();
        this.looks = new DomainLooks(wizard);
        root = PageLoader.load(this, wizard);
        zones = new ZoneList(wizard.words(), draft);
        zonesPlace.getChildren().setAll(zones);
        looks.answers().subscribe(_ -> diagnose());
        draft.readable().subscribe(this::changed);
        draft.text("domain.dns").subscribe(this::forgetZone);
        draft.text("domain.hostedZoneId").subscribe(_ -> showZones());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void entered() {
        looks.ask();
    }

    @FXML
    private void again() {
        looks.again();
    }

    private void changed(Plan plan) {
        if (root.getScene() != null) {
            looks.ask();
        }
        diagnose();
        showZones();
        boolean elsewhere = plan.domain().dns() == Dns.ELSEWHERE;
        recordsNote.setText(wizard.words().of(elsewhere ? "domain.records.elsewhere" : "domain.records.route53"));
        list(NameRecords.of(plan));
    }

    private void list(List<NameRecord> wanted) {
        if (!wanted.equals(listed)) {
            listed = wanted;
            records.getChildren()
                    .setAll(IntStream.range(0, wanted.size())
                            .mapToObj(i -> (Node) new RecordRow(wizard.words(), wanted.get(i), i))
                            .toList());
        }
    }

    /** A zone of Route 53 means nothing elsewhere. */
    private void forgetZone(String dns) {
        if (dns.equals(ELSEWHERE)) {
            draft.text("domain.hostedZoneId").set("");
        }
    }

    private void showZones() {
        boolean elsewhere = draft.text("domain.dns").get().equals(ELSEWHERE);
        boolean named = !draft.text("domain.hostedZoneId").get().isBlank();
        show(zonesPlace, !elsewhere);
        show(hostedZoneId, !elsewhere || named);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void diagnose() {
        DomainPlan plan = draft.readable().get().domain();
        Answers answers = looks.answers().get();
        Diagnosis diagnosis = new Diagnosis(plan, wizard.failures());
        List<Clue> found = diagnosis.of(answers);
        found.forEach(clue -> rows.computeIfAbsent(clue.subject(), s -> new ClueRow(wizard.words(), s, draft))
                .show(clue));
        List<Node> shown =
                found.stream().map(clue -> (Node) rows.get(clue.subject())).toList();
        if (!clues.getChildren().equals(shown)) {
            clues.getChildren().setAll(shown);
        }
        zones.show(plan, answers.zones(), diagnosis.chosen(answers));
    }
}
