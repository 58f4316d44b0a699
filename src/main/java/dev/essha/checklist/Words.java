package dev.essha.checklist;

import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Small phrases that evidence is made of. */
final class Words {

    private Words() {}

    /** The items in order, or {@code none}. */
    static String list(Collection<String> items) {
        return items.isEmpty() ? "none" : String.join(", ", items);
    }

    static <T> String list(Collection<T> items, Function<T, String> name) {
        return list(items.stream().map(name).toList());
    }

    static String orNone(String text) {
        return text == null || text.isEmpty() ? "none" : text;
    }

    static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    static List<String> zones(Plan plan) {
        return plan.network().zones().stream()
                .map(NetworkPlan.Zone::name)
                .map(Object::toString)
                .toList();
    }
}
