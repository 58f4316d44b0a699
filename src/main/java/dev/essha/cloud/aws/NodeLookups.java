package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.text;

import dev.essha.inventory.Compute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;

/** The worker nodes: instances of auto scaling groups. */
final class NodeLookups {

    /** Both services limit how much one question may name. */
    private static final int NAMES_PER_CALL = 50;

    private final AwsClients clients;

    NodeLookups(AwsClients clients) {
        this.clients = clients;
    }

    List<Compute.Node> nodes(List<String> autoScalingGroups) {
        Map<String, String> groupOf = new HashMap<>();
        groups(autoScalingGroups)
                .forEach(g -> g.instances().forEach(i -> groupOf.put(i.instanceId(), g.autoScalingGroupName())));
        return groupOf.keySet().stream()
                .sorted()
                .gather(Gatherers.windowFixed(NAMES_PER_CALL))
                .flatMap(this::instances)
                .map(instance -> node(instance, groupOf.get(instance.instanceId())))
                .sorted(Comparator.comparing(Compute.Node::instanceId))
                .toList();
    }

    List<Compute.ScalingGroup> scalingGroups(List<String> names) {
        return groups(names)
                .map(g -> new Compute.ScalingGroup(
                        g.autoScalingGroupName(),
                        g.targetGroupARNs().stream().sorted().toList()))
                .sorted(Comparator.comparing(Compute.ScalingGroup::name))
                .toList();
    }

    /** Without a name, the service would list every group of the account. */
    private Stream<AutoScalingGroup> groups(List<String> names) {
        List<AutoScalingGroup> found = new ArrayList<>();
        names.stream()
                .distinct()
                .gather(Gatherers.windowFixed(NAMES_PER_CALL))
                .forEach(some -> clients.autoScaling()
                        .describeAutoScalingGroupsPaginator(r -> r.autoScalingGroupNames(some))
                        .autoScalingGroups()
                        .forEach(found::add));
        return found.stream();
    }

    /** Asked by a filter: an instance that has just gone is then left out instead of failing the whole question. */
    private Stream<Instance> instances(List<String> ids) {
        Filter some = Filter.builder().name("instance-id").values(ids).build();
        return clients.ec2().describeInstancesPaginator(r -> r.filters(some)).reservations().stream()
                .flatMap(reservation -> reservation.instances().stream());
    }

    private static Compute.Node node(Instance instance, String group) {
        return new Compute.Node(
                instance.instanceId(),
                text(instance.placement().availabilityZone()),
                text(instance.subnetId()),
                group,
                instance.state().nameAsString());
    }
}
