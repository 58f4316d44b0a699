package dev.essha.blueprint.cfn;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A resource as a template writes it. Each {@code with} answers a new one; {@link TemplateBuilder#add} puts it into a
 * template and answers what others refer to it by.
 *
 * @param logicalId letters and digits, unique in its template
 * @param type {@code AWS::RDS::DBInstance}
 * @param after logical ids of resources that must stand before it although no property says so
 * @param fate for what holds data or keys, and what must stay with it: what happens to it when it is removed or replaced;
 *     empty for everything that can be made again
 */
public record Resource(String logicalId, String type, Fields properties, SortedSet<String> after, Optional<Fate> fate) {

    private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,254}");

    /** What CloudFormation does with a resource that leaves its stack. */
    public enum Policy {
        DELETE,
        RETAIN,
        /** Kept, save when the very creation of its stack failed and is rolled back: it is empty then. */
        RETAIN_EXCEPT_ON_CREATE,
        SNAPSHOT;

        /** As templates spell it, {@code RetainExceptOnCreate}. */
        String text() {
            return Arrays.stream(name().split("_"))
                    .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining());
        }
    }

    /**
     * What happens to a resource that does not simply go.
     *
     * @param deletion when the resource is removed from the template or the stack is deleted
     * @param replacement to the old resource when a change makes a new one
     * @param stateful whether it holds data or keys itself
     */
    public record Fate(Policy deletion, Policy replacement, boolean stateful) {}

    public Resource {
        if (!LOGICAL_ID.matcher(logicalId).matches()) {
            throw new IllegalArgumentException("not a logical id: " + logicalId);
        }
        after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
    }

    public static Resource of(String logicalId, String type) {
        return new Resource(logicalId, type, Fields.none(), new TreeSet<>(), Optional.empty());
    }

    public Resource with(String property, Value value) {
        return withProperties(p -> p.with(property, value));
    }

    public Resource with(String property, String value) {
        return withProperties(p -> p.with(property, value));
    }

    public Resource with(String property, long value) {
        return withProperties(p -> p.with(property, value));
    }

    public Resource with(String property, boolean value) {
        return withProperties(p -> p.with(property, value));
    }

    public Resource with(String property, List<? extends Value> values) {
        return withProperties(p -> p.with(property, values));
    }

    /** Adds more only where a choice asks for it. */
    public Resource when(boolean condition, UnaryOperator<Resource> more) {
        return condition ? more.apply(this) : this;
    }

    /** For what the service needs and no property tells CloudFormation. */
    public Resource after(ResourceRef... others) {
        SortedSet<String> more = new TreeSet<>(after);
        for (ResourceRef other : others) {
            more.add(other.logicalId());
        }
        return new Resource(logicalId, type, properties, more, fate);
    }

    /** Marks what holds data or keys, and says what becomes of it. */
    public Resource stateful(Policy onDeletion, Policy onReplacement) {
        return new Resource(logicalId, type, properties, after, Optional.of(new Fate(onDeletion, onReplacement, true)));
    }

    /** For what protects something stateful, and so has to share its fate. */
    public Resource sharesFate(Policy onDeletion, Policy onReplacement) {
        return new Resource(
                logicalId, type, properties, after, Optional.of(new Fate(onDeletion, onReplacement, false)));
    }

    /** Whether its loss loses data or keys. */
    public boolean isStateful() {
        return fate.filter(Fate::stateful).isPresent();
    }

    /** The logical names of everything in the template that must stand before it. */
    public Set<String> needs() {
        Set<String> needs = new LinkedHashSet<>(after);
        properties.references().forEach(needs::add);
        return needs;
    }

    private Resource withProperties(UnaryOperator<Fields> change) {
        return new Resource(logicalId, type, change.apply(properties), after, fate);
    }
}
