package dev.essha.ui.check;

import java.util.Map;
import java.util.TreeMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Addresses and names of secrets that an install hands over; never a secret itself. */
public final class HandOver {

    private final ObservableList<Value> values = FXCollections.observableArrayList();

    /** @param name as the stage's output is called */
    public record Value(String name, String value) {}

    /** What was handed over, in order of name; empty before an install has ended in this window. */
    public ObservableList<Value> values() {
        return FXCollections.unmodifiableObservableList(values);
    }

    /** Takes the outputs of the stage that hands over; on the window's thread. */
    public void take(Map<String, String> outputs) {
        values.setAll(new TreeMap<>(outputs)
                .entrySet().stream()
                        .map(e -> new Value(e.getKey(), e.getValue()))
                        .toList());
    }
}
