package dev.essha.ui.domain;

import dev.essha.checklist.ZoneFit;
import dev.essha.inventory.Offer.HostedZone;
import dev.essha.plan.DomainPlan;
import dev.essha.ui.domain.Answers.Answer;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/**
 * The hosted zones that were found. The one that fits is chosen by itself and need not be named in the plan; of several with one
 * name, and for any other, the plan has to say which.
 */
final class ZoneList extends VBox {

    private final Words words;
    private final Draft draft;
    private final Label state = new Label();
    private final VBox rows = new VBox();
    private final SequencedMap<HostedZone, RadioButton> buttons = new LinkedHashMap<>();
    private DomainPlan domain;

    ZoneList(Words words, Draft draft) {
        this.words = words;
        this.draft = draft;
        getStyleClass().add("zone-list");
        Label title = new Label(words.of("domain.zones"));
        title.getStyleClass().add("setting-label");
        state.setId("zones-found");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        state.getStyleClass().add("setting-message");
        rows.getStyleClass().add("hosted-zones");
        getChildren().setAll(title, rows, state);
    }

    /** @param chosen the one that takes the records, if it is clear which */
    void show(DomainPlan plan, Answer<List<HostedZone>> found, Optional<HostedZone> chosen) {
        List<HostedZone> zones =
                found instanceof Answer.Seen<List<HostedZone>>(List<HostedZone> seen) ? seen : List.of();
        domain = plan;
        if (!zones.equals(buttons.keySet().stream().toList())) {
            list(zones);
        }
        buttons.forEach(
                (zone, button) -> button.setSelected(chosen.filter(zone::equals).isPresent()));
        state.setText(
                switch (found) {
                    case Answer.Nothing<List<HostedZone>> _ -> "";
                    case Answer.Running<List<HostedZone>> _ -> words.of("domain.zones.looking");
                    case Answer.Missed<List<HostedZone>> _ -> words.of("domain.zones.missed");
                    case Answer.Seen<List<HostedZone>> _ -> words.of("domain.zones.found", zones.size(), plan.name());
                });
    }

    private void list(List<HostedZone> zones) {
        ToggleGroup group = new ToggleGroup();
        buttons.clear();
        zones.forEach(zone -> buttons.put(zone, button(zone, group)));
        rows.getChildren().setAll(buttons.values());
    }

    private RadioButton button(HostedZone zone, ToggleGroup group) {
        RadioButton button = new RadioButton(
                words.of(zone.isPrivate() ? "domain.zones.private" : "domain.zones.public", zone.name(), zone.id()));
        button.setId("zone-" + zone.id());
        button.setToggleGroup(group);
        button.setDisable(zone.isPrivate());
        button.setOnAction(_ -> choose(zone));
        return button;
    }

    private void choose(HostedZone zone) {
        DomainPlan unnamed =
                new DomainPlan(domain.name(), domain.dns(), Optional.empty(), domain.apex(), domain.privateZone());
        boolean byItself = ZoneFit.candidates(unnamed, buttons.keySet()).equals(List.of(zone));
        draft.text("domain.hostedZoneId").set(byItself ? "" : zone.id());
    }
}
