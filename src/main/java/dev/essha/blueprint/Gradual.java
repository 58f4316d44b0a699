package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.TemplateText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way from a template that stands to one that is wanted, where AWS does not take all of it at once. Of some resources
 * it changes one thing at a time and refuses the rest, and CloudFormation hands everything that differs to it in one
 * update. What has to wait is, on the way, as it is in the template that stands.
 *
 * @see <a href="https://github.com/aws/aws-cdk/issues/16765">MSK: "You can't update multiple attributes of the cluster in
 *     same request"</a>
 * @see <a href="https://github.com/aws/aws-cdk/issues/16644">EKS: "Version and ReleaseVersion updates cannot be combined
 *     with other updates", tags included</a>
 */
public final class Gradual {

    /**
     * What is changed by itself, by type of resource, in this order; then comes everything else, with the tags. What takes
     * its value from another resource is first: it may differ although the templates say the same. Of the control plane of
     * EKS it is only said that it takes one kind of update at a time.
     */
    private static final Map<String, List<Set<String>>> ALONE = Map.of(
            "AWS::MSK::Cluster",
            List.of(
                    Set.of("ConfigurationInfo"),
                    Set.of("BrokerNodeGroupInfo.StorageInfo"),
                    Set.of("BrokerNodeGroupInfo.InstanceType"),
                    Set.of("NumberOfBrokerNodes"),
                    Set.of("KafkaVersion"),
                    Set.of("ClientAuthentication", "EncryptionInfo"),
                    Set.of("EnhancedMonitoring", "LoggingInfo")),
            "AWS::EKS::Nodegroup",
            List.of(Set.of("LaunchTemplate", "ReleaseVersion", "Version")),
            "AWS::EKS::Cluster",
            List.of(Set.of("ResourcesVpcConfig"), Set.of("Version")));

    private final TemplateText standing;
    private final TemplateText wanted;
    private final Map<String, List<String>> changed;
    private final boolean retagged;

    private Gradual(TemplateText standing, TemplateText wanted, Map<String, List<String>> changed, boolean retagged) {
        this.standing = standing;
        this.wanted = wanted;
        this.changed = changed;
        this.retagged = retagged;
    }

    /**
     * One change set of several.
     *
     * @param tagsWait whether the stack keeps the tags that it has
     */
    public record Leg(String template, boolean tagsWait) {}

    /** Whether there is anything to keep in mind with a type of resource. */
    public static boolean concerns(String type) {
        return ALONE.containsKey(type);
    }

    /**
     * The change sets that lead from one template to the other. The last is the wanted one, and the only one where nothing
     * has to wait, or where somebody else wrote the one that stands.
     *
     * @param changed the resources that the whole change alters in place, by logical id, with the properties that change,
     *     {@code LaunchTemplate.Version}
     * @param retagged whether the stack gets other tags, and so all that is in it
     */
    public static List<Leg> way(String standing, String wanted, Map<String, List<String>> changed, boolean retagged) {
        TemplateText goal = TemplateText.read(wanted)
                .orElseThrow(() -> new IllegalArgumentException("not a template of this program"));
        List<Leg> way = new ArrayList<>();
        Map<String, List<String>> moving = changed;
        Optional<TemplateText> at = TemplateText.read(standing);
        while (at.isPresent()) {
            Gradual from = new Gradual(at.get(), goal, moving, retagged);
            at = from.next();
            at.ifPresent(template -> way.add(new Leg(template.body(), retagged)));
            moving = unseen(changed.keySet());
        }
        way.add(new Leg(wanted, false));
        return List.copyOf(way);
    }

    /** After the first leg, what differs without being seen in the templates does so no more. */
    private static Map<String, List<String>> unseen(Collection<String> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, _ -> List.of()));
    }

    /** The next template on the way; empty where that is the wanted one. */
    private Optional<TemplateText> next() {
        TemplateText next = wanted;
        boolean waits = false;
        for (String id : changed.keySet()) {
            List<Set<String>> alone = alone(id);
            List<Set<String>> differing =
                    alone.stream().filter(group -> differs(id, group)).toList();
            if (!differing.isEmpty() && (differing.size() > 1 || restDiffers(id, alone))) {
                next = next.withProperties(id, only(id, differing.getFirst()));
                waits = true;
            }
        }
        return waits && next.isWhole() ? Optional.of(next) : Optional.empty();
    }

    private List<Set<String>> alone(String id) {
        return wanted.type(id).map(ALONE::get).orElse(List.of());
    }

    private boolean differs(String id, Set<String> group) {
        return group.stream()
                .anyMatch(path -> !standing.property(id, path).equals(wanted.property(id, path))
                        || changed.get(id).stream().anyMatch(p -> p.equals(path) || p.startsWith(path + ".")));
    }

    private boolean restDiffers(String id, List<Set<String>> alone) {
        return retagged || !without(standing, id, alone).equals(without(wanted, id, alone));
    }

    private static Fields without(TemplateText template, String id, List<Set<String>> groups) {
        Fields rest = template.properties(id);
        for (Set<String> group : groups) {
            for (String path : group) {
                rest = TemplateText.set(rest, path, Optional.empty());
            }
        }
        return rest;
    }

    /** What stands, with one group as it is wanted. */
    private Fields only(String id, Set<String> group) {
        Fields properties = standing.properties(id);
        for (String path : group) {
            properties = TemplateText.set(properties, path, wanted.property(id, path));
        }
        return properties;
    }
}
