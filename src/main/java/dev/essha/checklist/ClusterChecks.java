package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Compute.Addon;
import dev.essha.inventory.Compute.Cluster;
import dev.essha.inventory.Compute.Node;
import dev.essha.inventory.Compute.NodeGroup;
import dev.essha.inventory.Compute.ScalingGroup;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Network.Subnet;
import dev.essha.plan.Cidr;
import dev.essha.plan.Partition;
import dev.essha.plan.Partition.Feature;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The Kubernetes cluster that ESS runs on. */
final class ClusterChecks {

    private static final int NODES_NEEDED = 3;
    private static final List<Integer> OLDEST_KUBERNETES = List.of(1, 28);
    private static final String CERTIFICATE_MANAGER = "cert-manager";

    /** What the compute stage installs. */
    static final List<String> ADDONS =
            List.of(CERTIFICATE_MANAGER, "coredns", "eks-pod-identity-agent", "kube-proxy", "vpc-cni");

    private static final List<String> LOGS = List.of("api", "audit", "authenticator");

    private ClusterChecks() {}

    static Ruling version(Plan plan, Inventory seen) {
        return on(
                seen,
                cluster -> new Facts()
                        .check(
                                cluster.status().equals("ACTIVE")
                                        || cluster.status().equals("UPDATING"),
                                "state",
                                cluster.name(),
                                cluster.status())
                        .check(isSupported(cluster.version()), "cluster.version", cluster.version())
                        .ruling());
    }

    private static boolean isSupported(String version) {
        String[] parts = version.split("\\.");
        int major = Integer.parseInt(parts[0]);
        int minor = Integer.parseInt(parts[1]);
        return major > OLDEST_KUBERNETES.getFirst()
                || major == OLDEST_KUBERNETES.getFirst() && minor >= OLDEST_KUBERNETES.getLast();
    }

    static Ruling groupPerZone(Plan plan, Inventory seen) {
        return Ruling.on(seen.nodeGroups(), seen.subnets(), (groups, subnets) -> {
            Map<String, String> zoneBySubnet =
                    subnets.stream().collect(Collectors.toMap(Subnet::id, Subnet::zone, (a, _) -> a));
            Facts facts = new Facts();
            Words.zones(plan)
                    .forEach(zone -> facts.check(
                            groups.stream()
                                    .anyMatch(g -> zonesOf(g, zoneBySubnet).equals(Set.of(zone))),
                            "cluster.groups",
                            zone,
                            Words.list(
                                    groups.stream()
                                            .filter(g ->
                                                    zonesOf(g, zoneBySubnet).contains(zone))
                                            .toList(),
                                    g -> g.name() + " (" + g.status() + ")")));
            groups.forEach(g -> judgeState(g, facts));
            return facts.ruling();
        });
    }

    private static Set<String> zonesOf(NodeGroup group, Map<String, String> zoneBySubnet) {
        return group.subnetIds().stream()
                .map(id -> zoneBySubnet.getOrDefault(id, "outside the VPC"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void judgeState(NodeGroup group, Facts facts) {
        if (!Set.of("ACTIVE", "UPDATING").contains(group.status())) {
            facts.check(false, "state", group.name(), group.status());
        }
    }

    static Ruling nodes(Plan plan, Inventory seen) {
        return Ruling.on(seen.nodes(), nodes -> {
            Map<String, Long> perZone = nodes.stream()
                    .filter(n -> n.state().equals("running"))
                    .collect(Collectors.groupingBy(Node::zone, Collectors.counting()));
            long running = perZone.values().stream().mapToLong(Long::longValue).sum();
            Facts facts = new Facts().check(running >= NODES_NEEDED, "cluster.nodes", running);
            Words.zones(plan)
                    .forEach(z -> facts.check(
                            perZone.getOrDefault(z, 0L) > 0, Phrase.asIs(z + ": " + perZone.getOrDefault(z, 0L))));
            return facts.ruling();
        });
    }

    /** A node that replaces another has to come behind the load balancer by itself. */
    static Ruling replacements(Plan plan, Inventory seen) {
        return Ruling.on(
                seen.scalingGroups(),
                seen.loadBalancers(),
                (groups, balancers) ->
                        groups.isEmpty() ? Ruling.fail("cluster.no-scaling-group") : attached(plan, groups, balancers));
    }

    private static Ruling attached(Plan plan, List<ScalingGroup> groups, List<LoadBalancer> balancers) {
        Facts facts = new Facts();
        Set<String> wanted = new TreeSet<>();
        WantedBalancer.judge(WantedBalancer.all(plan), balancers, facts, (_, balancer, f) -> {
            Set<String> own = EdgeChecks.targetGroupArns(balancer);
            f.check(!own.isEmpty(), "leads-to", balancer.name(), Words.list(own));
            wanted.addAll(own);
        });
        groups.forEach(g -> facts.check(
                g.targetGroupArns().containsAll(wanted),
                "cluster.puts-nodes-into",
                g.name(),
                Words.list(g.targetGroupArns())));
        return facts.ruling();
    }

    static Ruling secretsEncrypted(Plan plan, Inventory seen) {
        return on(
                seen,
                cluster -> new Facts()
                        .check(
                                cluster.secretsEncrypted(),
                                cluster.secretsEncrypted() ? "cluster.encrypted" : "cluster.unencrypted")
                        .ruling());
    }

    static Ruling logged(Plan plan, Inventory seen) {
        return on(
                seen,
                cluster -> new Facts()
                        .check(cluster.logTypes().containsAll(LOGS), "cluster.logs", Words.list(cluster.logTypes()))
                        .ruling());
    }

    static Ruling apiClosed(Plan plan, Inventory seen) {
        return on(
                seen,
                cluster -> new Facts()
                        .check(
                                isLimited(plan, cluster),
                                cluster.publicApi() ? "cluster.public-api" : "cluster.private-api",
                                Words.list(reaching(cluster)),
                                Words.list(plan.compute().apiCidrs(), Cidr::toString))
                        .ruling());
    }

    private static boolean isLimited(Plan plan, Cluster cluster) {
        Set<String> wanted =
                plan.compute().apiCidrs().stream().map(Cidr::toString).collect(Collectors.toSet());
        return !cluster.publicApi() || wanted.containsAll(reaching(cluster));
    }

    /** Without a range EKS lets everybody in. */
    private static List<String> reaching(Cluster cluster) {
        return cluster.publicApiCidrs().isEmpty() ? List.of(Cidr.ANYWHERE.toString()) : cluster.publicApiCidrs();
    }

    static Ruling addons(Plan plan, Inventory seen) {
        return Ruling.on(seen.addons(), addons -> {
            Set<String> names = addons.stream().map(Addon::name).collect(Collectors.toSet());
            Facts facts = new Facts();
            ADDONS.stream()
                    .filter(name -> !names.contains(name) && isOffered(name, plan))
                    .forEach(name -> facts.check(false, "missing", name));
            addons.forEach(a -> facts.check(isActive(a), "cluster.addon", a.name(), a.version(), a.status()));
            return facts.ruling();
        });
    }

    private static boolean isOffered(String addon, Plan plan) {
        return !addon.equals(CERTIFICATE_MANAGER) || Partition.offers(plan.region(), Feature.COMMUNITY_ADDONS);
    }

    private static boolean isActive(Addon addon) {
        return Set.of("ACTIVE", "UPDATING").contains(addon.status());
    }

    private static Ruling on(Inventory seen, Function<Cluster, Ruling> judgment) {
        return Ruling.onThe(Phrase.of("missing.cluster"), seen.cluster(), judgment);
    }
}
