package dev.essha.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What addresses and zones must hold (R1-R3). A /28, the smallest subnet of AWS, has room for the eight addresses that a
 * load balancer wants free beside a NAT gateway, so public subnets need no rule of their own.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html">Subnets of a load balancer</a>
 */
final class NetworkRules {

    static final List<Rule> ALL = List.of(
            Rule.of(NetworkRules::vpcSizeIsAllowed, "network.vpcCidr"),
            Rule.of(NetworkRules::vpcIsPrivate, "network.existingVpc", "network.vpcCidr"),
            Rule.of(NetworkRules::zonesAreEnough, "network.zones"),
            Rule.of(NetworkRules::zonesAreNotTooMany, "region", "network.zones"),
            Rule.of(NetworkRules::zonesDiffer, "network.zones"),
            Rule.of(NetworkRules::zonesAreInTheRegion, "region", "network.zones"),
            Rule.of(NetworkRules::subnetSizesAreAllowed, "network.zones"),
            Rule.of(NetworkRules::subnetsAreInTheVpc, "network.vpcCidr", "network.zones"),
            Rule.of(NetworkRules::subnetsAreDisjoint, "network.zones"),
            Rule.of(
                    NetworkRules::privateSubnetsAreLargeEnough,
                    "ess",
                    "network.zones",
                    "network.egress",
                    "domain.privateZone",
                    "database.sharing",
                    "messaging.brokersPerZone",
                    "compute"),
            Rule.oneOf(
                    "network.flowLogDays",
                    Limits.LOG_DAYS,
                    plan -> plan.network().flowLogDays()));

    /**
     * Ranges that no one on the internet has, so that nothing becomes unreachable from inside.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc1918">RFC 1918</a>, <a
     *     href="https://www.rfc-editor.org/rfc/rfc6598">RFC 6598</a>
     */
    private static final List<Cidr> PRIVATE = List.of(
            Cidr.parse("10.0.0.0/8"),
            Cidr.parse("172.16.0.0/12"),
            Cidr.parse("192.168.0.0/16"),
            Cidr.parse("100.64.0.0/10"));

    private NetworkRules() {}

    /** A subnet with the path of its setting. */
    private record Subnet(String path, Cidr cidr) {}

    private static List<Problem> vpcSizeIsAllowed(Plan plan) {
        return sizeIsAllowed("network.vpcCidr", plan.network().vpcCidr());
    }

    /** The range of a VPC that exists is chosen already. */
    private static List<Problem> vpcIsPrivate(Plan plan) {
        Cidr vpc = plan.network().vpcCidr();
        boolean isPrivate =
                plan.network().existingVpc().isPresent() || PRIVATE.stream().anyMatch(range -> range.contains(vpc));
        return Rule.unless(isPrivate, "network.vpcCidr", "network.vpc-public", vpc, Rule.listed(PRIVATE));
    }

    private static List<Problem> zonesAreEnough(Plan plan) {
        int count = plan.network().zones().size();
        boolean enough = count >= Limits.ZONES.min();
        return Rule.unless(enough, "network.zones", "network.too-few-zones", count, Limits.ZONES.min());
    }

    private static List<Problem> zonesAreNotTooMany(Plan plan) {
        int count = plan.network().zones().size();
        int most = Partition.of(plan.region()).map(Partition::mostZones).orElse(count);
        return Rule.unless(count <= most, "network.zones", "network.too-many-zones", count, plan.region(), most);
    }

    private static List<Problem> zonesDiffer(Plan plan) {
        Set<ZoneName> seen = new TreeSet<>();
        return eachZone(
                plan,
                (path, zone) -> Rule.unless(seen.add(zone.name()), path + ".name", "network.zone-twice", zone.name()));
    }

    private static List<Problem> zonesAreInTheRegion(Plan plan) {
        return eachZone(
                plan,
                (path, zone) -> Rule.unless(
                        zone.name().region().equals(plan.region()),
                        path + ".name",
                        "network.zone-elsewhere",
                        zone.name(),
                        zone.name().region(),
                        plan.region()));
    }

    private static List<Problem> subnetSizesAreAllowed(Plan plan) {
        return each(subnets(plan), subnet -> sizeIsAllowed(subnet.path(), subnet.cidr()));
    }

    private static List<Problem> subnetsAreInTheVpc(Plan plan) {
        Cidr vpc = plan.network().vpcCidr();
        return each(
                subnets(plan),
                subnet -> Rule.unless(
                        vpc.contains(subnet.cidr()), subnet.path(), "network.subnet-outside", subnet.cidr(), vpc));
    }

    private static List<Problem> subnetsAreDisjoint(Plan plan) {
        List<Subnet> earlier = new ArrayList<>();
        return each(subnets(plan), subnet -> {
            List<Problem> problems = each(
                    earlier,
                    other -> Rule.unless(
                            !other.cidr().overlaps(subnet.cidr()),
                            subnet.path(),
                            "network.subnets-overlap",
                            subnet.cidr(),
                            other.cidr(),
                            other.path()));
            earlier.add(subnet);
            return problems;
        });
    }

    private static List<Problem> privateSubnetsAreLargeEnough(Plan plan) {
        return eachZone(plan, (path, zone) -> {
            Cidr cidr = zone.privateCidr();
            long needed = AddressNeed.ofPrivateSubnet(plan, zone);
            boolean enough = cidr.usableAddresses() >= needed;
            return Rule.unless(
                    enough, path + ".privateCidr", "network.private-too-small", cidr, cidr.usableAddresses(), needed);
        });
    }

    private static List<Problem> sizeIsAllowed(String path, Cidr cidr) {
        boolean allowed = Limits.PREFIX.contains(cidr.prefix());
        return Rule.unless(allowed, path, "cidr.size", cidr, Limits.PREFIX.min(), Limits.PREFIX.max());
    }

    private static List<Subnet> subnets(Plan plan) {
        return each(plan.network().zones(), zone -> {
            String path = path(plan.network().zones().indexOf(zone));
            return List.of(
                    new Subnet(path + ".publicCidr", zone.publicCidr()),
                    new Subnet(path + ".privateCidr", zone.privateCidr()));
        });
    }

    interface ZoneCheck {
        List<Problem> problems(String path, NetworkPlan.Zone zone);
    }

    static List<Problem> eachZone(Plan plan, ZoneCheck check) {
        List<Problem> problems = new ArrayList<>();
        List<NetworkPlan.Zone> zones = plan.network().zones();
        for (int i = 0; i < zones.size(); i++) {
            problems.addAll(check.problems(path(i), zones.get(i)));
        }
        return problems;
    }

    private static <T, R> List<R> each(List<T> items, Function<T, List<R>> of) {
        List<R> all = new ArrayList<>();
        items.forEach(item -> all.addAll(of.apply(item)));
        return all;
    }

    private static String path(int zone) {
        return "network.zones[" + zone + "]";
    }
}
