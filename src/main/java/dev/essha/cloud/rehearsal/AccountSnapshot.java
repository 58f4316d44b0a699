package dev.essha.cloud.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The account at one moment; what the services would tell of it is derived from here.
 *
 * @param attachments ARNs of target groups by the auto scaling group that was put behind them
 * @param tagsByHand the tags that were put on resources without CloudFormation, by physical id
 * @param asked when the person elsewhere was last asked to lead names to something, by its name
 */
record AccountSnapshot(
        Place place,
        Instant now,
        List<Live> live,
        Map<String, SortedSet<String>> attachments,
        Map<String, SortedMap<String, String>> tagsByHand,
        Map<String, Instant> asked) {

    AccountSnapshot {
        live = List.copyOf(live);
        attachments = Map.copyOf(attachments);
        tagsByHand = Map.copyOf(tagsByHand);
        asked = Map.copyOf(asked);
    }

    /** The resources of a type, those in the making included. */
    List<Live> all(String type) {
        return live.stream().filter(l -> l.is(type)).toList();
    }

    List<Live> ready(String type) {
        return live.stream().filter(l -> l.is(type) && l.ready()).toList();
    }

    Optional<Live> find(String type, String physicalId) {
        return all(type).stream().filter(l -> l.physicalId().equals(physicalId)).findFirst();
    }

    /** A resource's own tags, those that CloudFormation hands down from the stack, and those that were put on it by hand. */
    Map<String, String> tags(Live resource) {
        Map<String, String> tags = new TreeMap<>(resource.origin().stackTags());
        if (resource.origin().isStack()) {
            tags.put("aws:cloudformation:stack-name", resource.origin().stackName());
            tags.put("aws:cloudformation:logical-id", resource.logicalId());
        }
        resource.properties().objects("Tags").forEach(t -> tags.put(t.text("Key"), t.text("Value")));
        tags.putAll(tagsByHand.getOrDefault(resource.physicalId(), new TreeMap<>()));
        return tags;
    }

    /** The zone of a subnet; empty if there is no such subnet. */
    String zone(String subnetId) {
        return subnet(subnetId).text("AvailabilityZone");
    }

    String vpcOf(String subnetId) {
        return subnet(subnetId).text("VpcId");
    }

    /** The VPC of the first of some subnets; empty if there is none. */
    String vpcOf(List<String> subnetIds) {
        return subnetIds.stream().findFirst().map(this::vpcOf).orElse("");
    }

    private Properties subnet(String id) {
        return find("AWS::EC2::Subnet", id).map(Live::properties).orElse(Properties.NONE);
    }
}
