package dev.essha.ui.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.yaml.PlanReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A plan as it is being typed. Each setting is a text under its path ({@code database.storageGiB},
 * {@code network.zones[1].name}), right or wrong; after every change the whole is judged by the reader and the rules that
 * judge files. A list has an item to a line, tags are {@code name=text} lines, a toggle is {@code true} or {@code false}.
 *
 * <p>To be used from one thread.
 */
public final class Draft {

    private static final Plan FIRST =
            Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);
    private static final String ZONES = "network.zones";
    private static final Pattern ZONE_NAME = Pattern.compile("network\\.zones\\[\\d+]\\.name");

    private final Map<String, StringProperty> texts = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Judged> judged =
            new ReadOnlyObjectWrapper<>(new Judged(List.of(), Optional.of(FIRST)));
    private final ReadOnlyObjectWrapper<Plan> readable = new ReadOnlyObjectWrapper<>(FIRST);
    private final ReadOnlyIntegerWrapper zones = new ReadOnlyIntegerWrapper();
    private int changing;

    /** What a new draft says: the cheapest preset with the names of examples. */
    public static Plan first() {
        return FIRST;
    }

    /** A draft that says what a plan says. */
    public Draft(Plan plan) {
        load(plan);
    }

    /** Says what a plan says from now on. */
    public void load(Plan plan) {
        load(Texts.of(plan));
    }

    /** Says what a document says, right or wrong; settings that it lacks keep their texts. */
    public void load(ObjectNode document) {
        load(Texts.of(document));
    }

    /** Says what a part of a document says; everything else stays as it is. */
    public void merge(ObjectNode part) {
        change(() -> Texts.of(part).forEach((path, text) -> text(path).set(text)));
    }

    private void load(SequencedMap<String, String> loaded) {
        change(() -> {
            long named = loaded.keySet().stream()
                    .filter(ZONE_NAME.asMatchPredicate())
                    .count();
            if (named > 0) {
                keepZones((int) named);
            }
            order.stream()
                    .filter(p -> !loaded.containsKey(p) && Kinds.mayBeEmpty(p))
                    .forEach(p -> texts.get(p).set(""));
            loaded.forEach((path, text) -> text(path).set(text));
        });
    }

    /** The text of a setting. The same object as long as the draft lives. */
    public StringProperty text(String path) {
        StringProperty known = texts.get(path);
        if (known != null) {
            return known;
        }
        Kinds.of(path);
        StringProperty text = new SimpleStringProperty(this, path, "");
        texts.put(path, text);
        order.add(path);
        text.addListener((_, _, _) -> judge());
        return text;
    }

    /** The values that a setting may have, as they stand in a file; none where they are not counted. */
    public List<String> options(String path) {
        return Kinds.options(path);
    }

    /** How many zones there are, whether they have names yet or not. */
    public ReadOnlyIntegerProperty zoneCount() {
        return zones.getReadOnlyProperty();
    }

    /**
     * Puts other zones in place of those that are there; subnets that are not given are cut anew from the VPC by the reader.
     *
     * @param wanted the settings of each zone by key: {@code name}, {@code publicCidr}, ...
     */
    public void zones(List<Map<String, String>> wanted) {
        change(() -> {
            keepZones(0);
            keepZones(wanted.size());
            for (int i = 0; i < wanted.size(); i++) {
                String item = ZONES + "[" + i + "].";
                wanted.get(i).forEach((key, text) -> text(item + key).set(text));
            }
        });
    }

    /** The texts of zones that there are no more are forgotten. */
    private void keepZones(int count) {
        zones.set(count);
        order.stream().filter(this::isOfNoZone).forEach(path -> texts.get(path).set(""));
    }

    /** Makes several changes that are judged once, together. */
    public void change(Runnable changes) {
        changing++;
        try {
            changes.run();
        } finally {
            changing--;
        }
        judge();
    }

    /** What the engine says of it now. */
    public ReadOnlyObjectProperty<Judged> judged() {
        return judged.getReadOnlyProperty();
    }

    /** The last state of it that could be read as a plan, whatever the rules say: what is drawn and priced. */
    public ReadOnlyObjectProperty<Plan> readable() {
        return readable.getReadOnlyProperty();
    }

    /** As a document that {@link #load(ObjectNode)} takes. */
    public ObjectNode document() {
        SequencedMap<String, String> current = new LinkedHashMap<>();
        order.forEach(path -> current.put(path, texts.get(path).get()));
        current.keySet().removeIf(this::isOfNoZone);
        ObjectNode document = Texts.document(current);
        if (zones.get() == 0) {
            document.withObjectProperty("network").putArray("zones");
        }
        return document;
    }

    private boolean isOfNoZone(String path) {
        return path.startsWith(ZONES + "[")
                && Integer.parseInt(path.substring(ZONES.length() + 1, path.indexOf(']'))) >= zones.get();
    }

    private void judge() {
        if (changing > 0) {
            return;
        }
        Judged now = Judged.of(PlanReader.read(document().toString()));
        now.plan().ifPresent(readable::set);
        judged.set(now);
    }
}
