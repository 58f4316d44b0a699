package dev.essha.ui.run;

import dev.essha.application.Json;
import dev.essha.pipeline.Event;
import dev.essha.plan.DnsRecord;
import dev.essha.ui.field.CopyButton;
import dev.essha.ui.text.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Records that a person has to add: exactly those, each part to copy; the run watches for them. */
final class RecordsCard extends Card {

    private static final String ALIAS = "ALIAS";

    private final Words words;
    private final String id;

    /** @param rehearsed whether nobody has to add them */
    RecordsCard(Words words, Event.RecordsNeeded needed, boolean rehearsed) {
        super("records-" + needed.stage().label(), Tone.ATTENTION, title(words, needed, rehearsed));
        this.words = words;
        this.id = "copy-" + needed.stage().label();
        List<DnsRecord> records = needed.records();
        if (rehearsed) {
            say(words.of("run.records.rehearsal", records.size()));
        }
        say(words.of("run.records." + Json.hyphenated(needed.purpose().name()), records.size()));
        for (int i = 0; i < records.size(); i++) {
            getChildren().add(record(records.get(i), i));
        }
        if (records.stream().anyMatch(r -> r.type().equals(ALIAS))) {
            say(words.of("run.records.alias"));
        }
        getChildren().add(waiting(records.size()));
    }

    private static String title(Words words, Event.RecordsNeeded needed, boolean rehearsed) {
        String key = rehearsed ? "run.records.title.rehearsal" : "run.records.title";
        return words.of(key, needed.records().size());
    }

    private VBox record(DnsRecord record, int index) {
        Label type = new Label(words.of("run.records.type", record.type(), record.ttlSeconds()));
        type.getStyleClass().add("record-type");
        VBox box = new VBox(
                type,
                part("name", index, words.of("run.records.name"), record.name()),
                part("value", index, words.of("run.records.value"), record.value()));
        box.getStyleClass().add("record");
        return box;
    }

    private HBox part(String part, int index, String label, String value) {
        Label name = new Label(label);
        name.getStyleClass().add("record-part");
        FlowPane text = breakable(value);
        HBox.setHgrow(text, Priority.ALWAYS);
        CopyButton copy = new CopyButton(words, label + " " + value, () -> value);
        copy.setId(id + "-" + index + "-" + part);
        HBox row = new HBox(name, text, copy);
        row.getStyleClass().add("record-row");
        return row;
    }

    /** A name that has to go on in a second line does so behind a dot, and not in the middle of a label. */
    private static FlowPane breakable(String name) {
        FlowPane parts = new FlowPane();
        for (String part : name.split("(?<=\\.)")) {
            Label label = new Label(part);
            label.getStyleClass().addAll("mono", "record-text");
            parts.getChildren().add(label);
        }
        parts.setAlignment(Pos.CENTER_LEFT);
        parts.setMinWidth(0);
        return parts;
    }

    private HBox waiting(int records) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("small-progress");
        Label text = new Label(words.of("run.records.waiting", records));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox row = new HBox(turning, text);
        row.getStyleClass().add("record-waiting");
        return row;
    }
}
