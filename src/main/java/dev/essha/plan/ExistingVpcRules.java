package dev.essha.plan;

import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.NetworkPlan.ExistingSubnets;
import dev.essha.plan.NetworkPlan.Zone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An existing VPC comes with its subnets and its way out, and nothing of it comes alone. */
final class ExistingVpcRules {

    static final List<Rule> ALL = List.of(
            Rule.of(ExistingVpcRules::egressGoesWithTheVpc, "network.existingVpc", "network.egress"),
            Rule.of(ExistingVpcRules::subnetsGoWithTheVpc, "network.existingVpc", "network.zones"),
            Rule.of(ExistingVpcRules::subnetsDiffer, "network.zones"));

    private ExistingVpcRules() {}

    private static List<Problem> egressGoesWithTheVpc(Plan plan) {
        boolean vpcExists = plan.network().existingVpc().isPresent();
        boolean egressExists = plan.network().egress() == Egress.EXISTING;
        String key = vpcExists ? "network.egress-of-existing-vpc" : "network.egress-without-vpc";
        return Rule.unless(vpcExists == egressExists, "network.egress", key);
    }

    private static List<Problem> subnetsGoWithTheVpc(Plan plan) {
        boolean vpcExists = plan.network().existingVpc().isPresent();
        String key = vpcExists ? "network.subnets-of-existing-vpc" : "network.subnets-without-vpc";
        return NetworkRules.eachZone(
                plan,
                (path, zone) -> Rule.unless(
                        vpcExists == zone.existing().isPresent(), path + ".publicSubnet", key, zone.name()));
    }

    private static List<Problem> subnetsDiffer(Plan plan) {
        Set<SubnetId> seen = new HashSet<>();
        return NetworkRules.eachZone(plan, (path, zone) -> ofZone(path, zone, seen));
    }

    private static List<Problem> ofZone(String path, Zone zone, Set<SubnetId> seen) {
        List<Problem> problems = new ArrayList<>();
        zone.existing()
                .map(ExistingSubnets::publicId)
                .ifPresent(id -> problems.addAll(isNew(seen, id, path + ".publicSubnet")));
        zone.existing()
                .map(ExistingSubnets::privateId)
                .ifPresent(id -> problems.addAll(isNew(seen, id, path + ".privateSubnet")));
        return problems;
    }

    private static List<Problem> isNew(Set<SubnetId> seen, SubnetId id, String path) {
        return Rule.unless(seen.add(id), path, "network.subnet-twice", id);
    }
}
