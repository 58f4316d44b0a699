package dev.essha.cloud.rehearsal;

import dev.essha.cloud.rehearsal.template.Dependencies;
import dev.essha.cloud.rehearsal.template.Template;
import dev.essha.cloud.rehearsal.template.TemplateReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides how resources go: each after those that need it, with the policy that its template gives it. What a service
 * refuses to delete stays, and so does what it needs.
 */
final class Teardown {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Account account;
    private final boolean undo;
    private final Instant start;
    private final Map<String, Template.Resource> declared = new LinkedHashMap<>();
    private final Durations durations;
    private final Obstacles obstacles;

    private Teardown(Account account, RehearsedStack stack, boolean undo, Instant start) {
        this.account = account;
        this.undo = undo;
        this.start = start;
        this.durations = new Durations(account);
        this.obstacles = new Obstacles(account);
        stack.operations().stream()
                .map(o -> o.request().templateBody())
                .distinct()
                .forEach(body -> declared.putAll(TemplateReader.read(body).resources()));
    }

    static Teardown deletion(Account account, RehearsedStack stack, Instant start) {
        return new Teardown(account, stack, false, start);
    }

    /** Takes back what a change that failed has created. */
    static Teardown undo(Account account, RehearsedStack stack, Instant start) {
        return new Teardown(account, stack, true, start);
    }

    /** When the last of the steps is done, and the stack notices. */
    static Instant end(List<Step> steps, Instant start) {
        return steps.stream()
                .map(Step::until)
                .max(Comparator.naturalOrder())
                .orElse(start)
                .plus(TICK);
    }

    List<Step> remove(List<Live> doomed) {
        Dependencies dependencies = Dependencies.of(new Template(Map.of(), declared, Map.of()));
        Map<String, Live> left = doomed.stream()
                .collect(Collectors.toMap(Live::logicalId, live -> live, (a, b) -> a, LinkedHashMap::new));
        Map<String, Step> steps = new LinkedHashMap<>();
        for (String id : dependencies.order().reversed()) {
            if (left.containsKey(id)) {
                from(dependencies, id, left, steps).ifPresent(from -> steps.put(id, step(left.get(id), from)));
            }
        }
        return new ArrayList<>(steps.values());
    }

    /** When nothing needs a resource any more; empty if something that needs it stays. */
    private Optional<Instant> from(
            Dependencies dependencies, String id, Map<String, Live> left, Map<String, Step> steps) {
        List<String> dependents =
                dependencies.neededBy(id).stream().filter(left::containsKey).toList();
        boolean blocked = dependents.stream()
                .anyMatch(d -> !steps.containsKey(d) || steps.get(d).fails());
        if (blocked) {
            return Optional.empty();
        }
        return Optional.of(dependents.stream()
                .map(d -> steps.get(d).until())
                .max(Comparator.naturalOrder())
                .orElse(start.plus(TICK)));
    }

    /** What was removed by hand, or never came to be, is found gone. */
    private Step step(Live live, Instant from) {
        boolean gone = !live.exists() || account.byHand().isRemoved(live);
        Step.Act act = gone ? Step.Act.DELETE : act(live);
        String failure =
                gone || act == Step.Act.RETAIN ? "" : obstacles.toDeletion(live).orElse("");
        boolean quick = gone || act == Step.Act.RETAIN || !failure.isEmpty();
        Instant until = from.plus(quick ? TICK : durations.deletion(live.type()));
        return new Step(
                act,
                live.logicalId(),
                live.type(),
                live.physicalId(),
                live.seed(),
                live.version(),
                live.properties().values(),
                from,
                until,
                failure);
    }

    private Step.Act act(Live live) {
        Optional<String> policy =
                Optional.ofNullable(declared.get(live.logicalId())).flatMap(Template.Resource::deletionPolicy);
        return switch (policy.orElse(defaultPolicy(live))) {
            case "Retain" -> Step.Act.RETAIN;
            case "RetainExceptOnCreate" -> undo ? Step.Act.DELETE : Step.Act.RETAIN;
            case "Snapshot" -> Step.Act.SNAPSHOT_AND_DELETE;
            default -> Step.Act.DELETE;
        };
    }

    /**
     * A cluster, and an instance that belongs to none, leave a snapshot unless told otherwise.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy</a>
     */
    private static String defaultPolicy(Live live) {
        boolean alone = live.is("AWS::RDS::DBInstance")
                && live.properties().at("DBClusterIdentifier").isEmpty();
        return alone || live.is(DatabaseClusterView.CLUSTER) ? "Snapshot" : "Delete";
    }
}
