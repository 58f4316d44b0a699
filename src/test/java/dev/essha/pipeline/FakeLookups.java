package dev.essha.pipeline;

import dev.essha.cloud.Lookups;
import dev.essha.inventory.Compute;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Network;
import dev.essha.plan.Cidr;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees what {@link FakeActions} were given; whatever else it is asked for, an empty account answers. */
final class FakeLookups {

    static final String VPC = "vpc-0123456789abcdef0";

    /** The target groups that exist in the VPC. */
    final List<String> targetGroups = new ArrayList<>();

    private final FakeActions actions;
    private final Lookups empty;

    FakeLookups(FakeActions actions, Lookups empty) {
        this.actions = actions;
        this.empty = empty;
    }

    Lookups port() {
        return (Lookups) Proxy.newProxyInstance(
                Lookups.class.getClassLoader(),
                new Class<?>[] {Lookups.class},
                (_, method, args) -> answer(method, args));
    }

    private Object answer(Method method, Object[] args) throws Throwable {
        return switch (method.getName()) {
            case "vpc" -> Optional.ofNullable(actions.tags.get(args[0])).map(FakeLookups::vpc);
            case "subnets" -> subnets();
            case "cluster" -> actions.attached.isEmpty() ? Optional.empty() : Optional.of(cluster());
            case "scalingGroups" -> scalingGroups();
            case "targetGroups" -> targetGroups.stream().map(FakeLookups::group).toList();
            default -> delegate(method, args);
        };
    }

    private Object delegate(Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(empty, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Network.Vpc vpc(Map<String, String> tags) {
        return new Network.Vpc(VPC, Cidr.parse("10.40.0.0/16"), true, true, Map.copyOf(tags));
    }

    private List<Network.Subnet> subnets() {
        return actions.tags.entrySet().stream()
                .filter(e -> e.getKey().startsWith("subnet-"))
                .map(e -> new Network.Subnet(
                        e.getKey(),
                        VPC,
                        "eu-central-1a",
                        Cidr.parse("10.40.0.0/20"),
                        4000,
                        false,
                        Map.copyOf(e.getValue())))
                .toList();
    }

    private static Compute.Cluster cluster() {
        return new Compute.Cluster(
                "ess-acme", "arn", "ACTIVE", "1.33", VPC, List.of(), false, List.of(), true, List.of());
    }

    private List<Compute.ScalingGroup> scalingGroups() {
        return actions.attached.entrySet().stream()
                .map(e -> new Compute.ScalingGroup(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    private static Edge.TargetGroup group(String arn) {
        return new Edge.TargetGroup(arn, arn, "TLS", 30443, "instance", List.of());
    }
}
