package dev.essha.ui.wizard;

import dev.essha.inventory.Offer;
import dev.essha.plan.Cidr;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.ui.draft.ZoneChoice;
import dev.essha.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A zone: whether it is chosen, its id, what it lacks of what the plan needs, and its subnets if it is chosen. */
final class ZoneRow extends VBox {

    private final Words words;
    private String zone = "";
    private final CheckBox chosen = new CheckBox();
    private final Label id = new Label();
    private final FontIcon icon = new FontIcon();
    private final Label verdict = new Label();
    private final Label lacks = new Label();
    private final Label open = new Label();
    private final Label closed = new Label();

    ZoneRow(Words words, ZoneChoice choice) {
        this.words = words;
        getStyleClass().add("zone-row");
        chosen.setOnAction(_ -> {
            if (chosen.isSelected()) {
                choice.add(zone);
            } else {
                choice.remove(zone);
            }
        });
        id.getStyleClass().addAll("mono", "zone-id");
        verdict.setGraphic(icon);
        verdict.getStyleClass().add("zone-verdict");
        verdict.setMinWidth(USE_PREF_SIZE);
        id.setMinWidth(USE_PREF_SIZE);
        lacks.getStyleClass().addAll("zone-more", "warning-text");
        lacks.setWrapText(true);
        lacks.managedProperty().bind(lacks.textProperty().isNotEmpty());
        open.getStyleClass().add("note");
        closed.getStyleClass().add("note");
        FlowPane subnets = new FlowPane(open, closed);
        subnets.getStyleClass().add("zone-more");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        chosen.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(chosen, id, gap, verdict);
        head.getStyleClass().add("zone-head");
        getChildren().setAll(head, lacks, subnets);
    }

    CheckBox focusTarget() {
        return chosen;
    }

    /**
     * Shows how a zone stands; the row may have been another one's.
     *
     * @param offers of the region; empty as long as they are not known
     * @param planned as the last plan that could be read has it
     */
    void show(String name, boolean isChosen, Optional<ZoneOffers> offers, Optional<Zone> planned) {
        zone = name;
        chosen.setText(name);
        chosen.setId("zone-" + name);
        chosen.setSelected(isChosen);
        id.setText(offers.flatMap(o -> o.zone(zone)).map(Offer.Zone::id).orElse(""));
        offers.ifPresentOrElse(this::judge, this::leaveOpen);
        Optional<Zone> subnets = planned.filter(_ -> isChosen);
        open.setText(subnets.map(z -> text("network.zone.public", z.publicCidr()))
                .orElseGet(() -> words.of("network.zone.free")));
        closed.setText(
                subnets.map(z -> text("network.zone.private", z.privateCidr())).orElse(""));
        chosen.setAccessibleHelp(Stream.of(id, verdict, lacks, open, closed)
                .map(Label::getText)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", ")));
    }

    private void judge(ZoneOffers offers) {
        List<ZoneOffers.Lack> missing = offers.lacksOf(zone);
        lacks.setText(missing.stream().map(l -> words.of(l.key(), l.what())).collect(Collectors.joining(", ")));
        if (!missing.isEmpty()) {
            say("fth-alert-triangle", "warning-text", "network.zone.unfit");
        } else if (offers.isComplete()) {
            say("fth-check", "success-text", "network.zone.fits");
        } else {
            say("fth-help-circle", "note", "network.zone.unknown");
        }
    }

    private void leaveOpen() {
        lacks.setText("");
        say("fth-help-circle", "note", "network.zone.not-asked");
    }

    private void say(String literal, String style, String key) {
        icon.setIconLiteral(literal);
        verdict.getStyleClass().removeAll("warning-text", "success-text", "note");
        verdict.getStyleClass().add(style);
        verdict.setText(words.of(key));
    }

    private String text(String key, Cidr cidr) {
        return words.of(key, cidr, words.of("network.addresses", cidr.usableAddresses()));
    }
}
