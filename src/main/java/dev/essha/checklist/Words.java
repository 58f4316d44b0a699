package dev.essha.checklist;

import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Small phrases that evidence is made of, {@code facts.properties}. */
final class Words {

    private Words() {}

    /** The items in order, or that there are none. */
    static Phrase list(Collection<String> items) {
        return items.isEmpty() ? Phrase.of("none") : Phrase.asIs(String.join(", ", items));
    }

    /** The same of what has a name in each language. */
    static <T> Phrase list(Collection<T> items, Function<T, String> name) {
        return list(items.stream().map(name).toList());
    }

    /** The same of what is said in each language. */
    static <T> Phrase listed(Collection<T> items, Function<T, Phrase> saying) {
        return items.stream()
                .map(saying)
                .reduce((some, next) -> Phrase.of("list", some, next))
                .orElseGet(() -> Phrase.of("none"));
    }

    static Phrase orNone(String text) {
        return text == null || text.isEmpty() ? Phrase.of("none-given") : Phrase.asIs(text);
    }

    static Phrase onOff(boolean on) {
        return Phrase.of(on ? "on" : "off");
    }

    static List<String> zones(Plan plan) {
        return plan.network().zones().stream()
                .map(NetworkPlan.Zone::name)
                .map(Object::toString)
                .toList();
    }
}
