package dev.essha.blueprint.cfn;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tags in the form most resource types want; the deployment's own come with the stack and need not be repeated. */
public final class Tags {

    private Tags() {}

    /** The name that the console shows. */
    public static Value named(String name) {
        return of(Map.of("Name", name));
    }

    /** Sorted by key. */
    public static Value of(Map<String, String> tags) {
        SortedMap<String, String> sorted = new TreeMap<>(tags);
        List<Fields> list = sorted.entrySet().stream()
                .map(t -> Fields.of("Key", t.getKey()).with("Value", t.getValue()))
                .toList();
        return Value.list(list);
    }
}
