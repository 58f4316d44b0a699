package dev.essha.cloud.rehearsal;

import dev.essha.cloud.ResourceDrift;
import dev.essha.cloud.ResourceDrift.Difference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what was changed by hand with what the template says. What the template does not mention is not compared.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackResourceDrift.html">StackResourceDrift</a>
 */
record Drift(ByHand byHand) {

    /** In order of logical id. */
    List<ResourceDrift> of(Collection<Live> standing) {
        return standing.stream()
                .map(this::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(ResourceDrift::logicalId))
                .toList();
    }

    private Optional<ResourceDrift> of(Live live) {
        boolean gone = byHand.isRemoved(live);
        List<Difference> differences = gone ? List.of() : differences(live);
        return gone || !differences.isEmpty()
                ? Optional.of(new ResourceDrift(live.logicalId(), live.type(), live.physicalId(), gone, differences))
                : Optional.empty();
    }

    private List<Difference> differences(Live live) {
        List<Difference> found = new ArrayList<>();
        Map<String, Object> actual = byHand.apply(live).properties().values();
        live.properties().values().forEach((name, expected) -> compare("/" + name, expected, actual.get(name), found));
        return found;
    }

    private static void compare(String path, Object expected, Object actual, List<Difference> found) {
        if (expected instanceof Map<?, ?> a && actual instanceof Map<?, ?> b) {
            Set<Object> keys = new LinkedHashSet<>(a.keySet());
            keys.addAll(b.keySet());
            keys.forEach(key -> compare(path + "/" + key, a.get(key), b.get(key), found));
        } else if (expected instanceof List<?> a && actual instanceof List<?> b) {
            for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                compare(path + "/" + i, at(a, i), at(b, i), found);
            }
        } else if (!text(expected).equals(text(actual))) {
            found.add(new Difference(path, text(expected), text(actual)));
        }
    }

    private static Object at(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
