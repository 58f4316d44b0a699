package dev.essha.ui.wizard;

import dev.essha.plan.Limits;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.plan.Plan;
import dev.essha.plan.Problem;
import dev.essha.ui.draft.ZoneChoice;
import dev.essha.ui.field.Form;
import dev.essha.ui.field.SettingField;
import dev.essha.ui.work.LookUp.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * The zones to choose from, each with what it lacks and with its subnets if it is chosen: those of the region as the account
 * sees them, or, as long as nobody can be asked, the next ones by letter.
 */
public final class ZonesSetting extends SettingField {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final VBox rows = new VBox();
    private final List<ZoneRow> made = new ArrayList<>();
    private ZoneChoice choice;
    private RegionLooks looks;
    private Form form;

    /** Before {@link #attach}. */
    void connect(ZoneChoice zones, RegionLooks account) {
        choice = zones;
        looks = account;
    }

    @Override
    protected Node build(Form shown) {
        form = shown;
        rows.setId("zone-rows");
        rows.getStyleClass().add("zone-rows");
        Label note = new Label(form.words().of("network.zones.note"));
        note.getStyleClass().add("panel-note");
        note.setWrapText(true);
        LookStatus status = new LookStatus(form, looks, choice);
        form.draft().judged().addListener((_, _, _) -> list());
        looks.zones().addListener((_, _, _) -> list());
        list();
        return new VBox(note, status, rows);
    }

    /** What is wrong with a zone's subnets is said beside these. */
    @Override
    protected String wrong(Form of) {
        List<Problem> own = of.draft().judged().get().at(getPath()).stream()
                .filter(p -> !p.path().contains("Cidr") && !p.path().contains("Subnet"))
                .toList();
        return of.sentences(own);
    }

    private void list() {
        List<String> chosen = choice.names();
        List<String> names = List.copyOf(offered(chosen));
        while (made.size() < names.size()) {
            made.add(new ZoneRow(form.words(), choice));
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            made.get(i).show(name, chosen.contains(name), offers(), planned(name));
        }
        if (rows.getChildren().size() != names.size()) {
            rows.getChildren().setAll(made.subList(0, names.size()));
        }
    }

    private Optional<ZoneOffers> offers() {
        return looks.zones().get() instanceof State.Answered(var _, ZoneOffers offers)
                        && offers.needs().region().equals(readable().region())
                ? Optional.of(offers)
                : Optional.empty();
    }

    private Optional<Zone> planned(String zone) {
        return readable().network().zones().stream()
                .filter(z -> z.name().value().equals(zone))
                .findFirst();
    }

    private Plan readable() {
        return form.draft().readable().get();
    }

    private TreeSet<String> offered(List<String> chosen) {
        TreeSet<String> names = new TreeSet<>(chosen);
        names.removeIf(String::isBlank);
        offers().ifPresent(offers -> offers.zones().forEach(z -> names.add(z.name())));
        if (looks.zones().get() instanceof State.Idle || looks.zones().get() instanceof State.Failed) {
            names.addAll(byLetter(names));
        }
        return names;
    }

    /** The least that are needed, and always one more to add. */
    private List<String> byLetter(TreeSet<String> chosen) {
        String region = readable().region().value();
        int count = Math.clamp(chosen.size() + 1, Limits.ZONES.min(), Limits.ZONES.max());
        Stream<String> letters = IntStream.range(0, LETTERS.length()).mapToObj(i -> region + LETTERS.charAt(i));
        return letters.filter(name -> !chosen.contains(name))
                .limit(Math.max(0, count - chosen.size()))
                .toList();
    }

    @Override
    public Node focusTarget() {
        return rows.getChildren().isEmpty()
                ? rows
                : ((ZoneRow) rows.getChildren().getFirst()).focusTarget();
    }
}
