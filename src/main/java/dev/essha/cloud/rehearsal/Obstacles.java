package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Offer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a service would refuse to create or delete a resource, in its words. */
final class Obstacles {

    private static final String DELETION_PROTECTION = "deletion_protection.enabled";

    private final Account account;

    Obstacles(Account account) {
        this.account = account;
    }

    /** @param made the resource as it would be */
    Optional<String> toCreation(Live made) {
        return Stream.of(requested(made), taken(made), record(made))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** An update is refused only on request. */
    Optional<String> toUpdate(Live changed) {
        return requested(changed);
    }

    Optional<String> toDeletion(Live live) {
        Properties properties = account.byHand().apply(live).properties();
        return switch (live.type()) {
            case "AWS::RDS::DBInstance" ->
                when(
                        properties.flag("DeletionProtection"),
                        "Cannot delete protected DB Instance, please disable deletion protection and try again.");
            case "AWS::EKS::Cluster" ->
                when(properties.flag("DeletionProtection"), "Cluster has deletion protection enabled.");
            case "AWS::ElasticLoadBalancingV2::LoadBalancer" ->
                when(
                        isProtected(properties),
                        "Load balancer '" + live.physicalId()
                                + "' cannot be deleted because deletion protection is enabled");
            case "AWS::EC2::VPC", "AWS::EC2::Subnet", "AWS::EC2::SecurityGroup" -> usedElsewhere(live);
            default -> Optional.empty();
        };
    }

    private Optional<String> requested(Live live) {
        return account.faults().reason(live.logicalId(), live.type());
    }

    private Optional<String> taken(Live made) {
        boolean named = ResourceTypes.TABLE.get(made.type()).isNamed();
        return when(
                named && account.live().stream().anyMatch(other -> isSame(made, other)),
                made.physicalId() + " already exists");
    }

    private static boolean isSame(Live made, Live other) {
        return other.is(made.type()) && other.physicalId().equals(made.physicalId());
    }

    private Optional<String> record(Live made) {
        if (!made.is("AWS::Route53::RecordSet")) {
            return Optional.empty();
        }
        String zoneId = made.properties().text("HostedZoneId");
        String name = DnsNames.bare(made.properties().text("Name"));
        List<Offer.HostedZone> zones = account.settings().hostedZones();
        Optional<Offer.HostedZone> zone =
                zones.stream().filter(z -> z.id().equals(zoneId)).findFirst();
        if (zone.isEmpty()) {
            return Optional.of("No hosted zone found with ID: " + zoneId);
        }
        boolean apexAlias = made.properties().text("Type").equals("CNAME")
                && name.equals(zone.get().name());
        return when(
                apexAlias,
                "RRSet of type CNAME with DNS name " + name + ". is not permitted at apex in zone " + name + ".");
    }

    private static boolean isProtected(Properties loadBalancer) {
        return loadBalancer.objects("LoadBalancerAttributes").stream()
                .anyMatch(a -> a.text("Key").equals(DELETION_PROTECTION) && a.flag("Value"));
    }

    private Optional<String> usedElsewhere(Live live) {
        return when(
                account.live().stream()
                        .filter(other -> !other.stack().equals(live.stack()))
                        .anyMatch(
                                other -> other.properties().values().toString().contains(live.physicalId())),
                "resource " + live.physicalId() + " has a dependent object");
    }

    private static Optional<String> when(boolean holds, String reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}
