package dev.essha.survey;

import dev.essha.cloud.Identity;
import dev.essha.cloud.StackResource;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One round through an account: all parts are under way, then waited for. */
record Round(
        Observed<Map<String, String>> stacks,
        Observed<List<StackResource>> resources,
        NetworkPart network,
        EdgePart edge,
        FrontPart front,
        NamePart names,
        DataPart data,
        ComputePart compute) {

    Inventory inventory(Instant observedAt, Identity identity) {
        return new Inventory(
                observedAt,
                identity.account().value(),
                identity.region().value(),
                stacks,
                resources.map(Round::idsByType),
                network.vpc().join(),
                network.subnets().join(),
                network.routeTables().join(),
                network.natGateways().join(),
                network.interfaces().join(),
                network.endpoints().join(),
                edge.loadBalancers().join(),
                edge.targetGroups().join(),
                edge.certificate().join(),
                front.front(),
                names.records().join(),
                names.answers().join(),
                data.databases().join(),
                data.databaseClusters().join(),
                data.kafka().join(),
                data.bucket().join(),
                data.secrets().join(),
                data.key().join(),
                compute.cluster().join(),
                compute.nodeGroups().join(),
                compute.addons().join(),
                compute.nodes().join(),
                compute.scalingGroups().join(),
                compute.repositories().join());
    }

    private static Map<String, SortedSet<String>> idsByType(List<StackResource> resources) {
        return resources.stream()
                .collect(Collectors.groupingBy(
                        StackResource::type,
                        TreeMap::new,
                        Collectors.mapping(StackResource::physicalId, Collectors.toCollection(TreeSet::new))));
    }
}
