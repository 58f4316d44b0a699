package dev.essha.ui.domain;

import dev.essha.blueprint.NameRecord;
import dev.essha.blueprint.NameRecord.Place;
import dev.essha.blueprint.NameRecord.Target;
import dev.essha.ui.field.CopyButton;
import dev.essha.ui.text.Words;
import dev.essha.wording.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A record to come: its name, its type, and what it will lead to, in words as long as that has no name. */
final class RecordRow extends HBox {

    RecordRow(Words words, NameRecord record, int index) {
        getStyleClass().add("record");
        setId("record-" + index);
        boolean proof = record.target() == Target.PROOF;
        String name = proof ? words.of("domain.record.proof", record.name()) : record.name();
        Label owner = new Label(name);
        owner.getStyleClass().addAll("mono", "record-name");
        owner.setWrapText(true);
        owner.setMinHeight(USE_PREF_SIZE);
        Label type = new Label(record.type());
        type.getStyleClass().addAll("mono", "record-type");
        type.setMinWidth(USE_PREF_SIZE);
        Label target = new Label(words.of("domain.target." + key(record)));
        target.getStyleClass().add("record-target");
        target.setWrapText(true);
        target.setMinHeight(USE_PREF_SIZE);
        HBox first = new HBox(owner, type);
        first.getStyleClass().add("record-first");
        VBox says = new VBox(first, target);
        HBox.setHgrow(says, Priority.ALWAYS);
        getChildren().add(says);
        // What has no name yet cannot be copied: AWS makes it up during the install.
        if (!proof) {
            CopyButton copy = new CopyButton(words, name, () -> record.name());
            copy.setId("record-copy-" + index);
            getChildren().add(copy);
        }
    }

    private static String key(NameRecord record) {
        String target = Labels.of(record.target());
        return record.place() == Place.VPC ? "vpc" : target;
    }
}
