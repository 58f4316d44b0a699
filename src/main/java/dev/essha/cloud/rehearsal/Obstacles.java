package dev.essha.cloud.rehearsal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a service would refuse to create, change or delete a resource, in its words. */
final class Obstacles {

    /** Their names are the account's, or everybody's; others' are the region's. */
    private static final Set<String> GLOBAL_NAMES = Set.of("AWS::IAM", "AWS::S3:");

    private final Account account;
    private final RecordObstacles records;
    private final FrontObstacles front = new FrontObstacles();

    Obstacles(Account account) {
        this.account = account;
        this.records = new RecordObstacles(account.settings().names().hostedZones());
    }

    /**
     * @param made the resource as it would be
     * @param standing everything in the account at that moment
     */
    Optional<String> toCreation(Live made, List<Live> standing) {
        return requested(made)
                .or(() -> taken(made, standing))
                .or(() -> records.to(made, standing))
                .or(() -> front.to(made, standing));
    }

    Optional<String> toUpdate(Live changed, List<Live> standing) {
        return requested(changed)
                .or(() -> gone(changed))
                .or(() -> records.to(changed, standing))
                .or(() -> front.to(changed, standing));
    }

    Optional<String> toDeletion(Live live) {
        Properties properties = account.byHand().apply(live).properties();
        boolean guarded = properties.flag("DeletionProtection");
        return switch (live.type()) {
            case "AWS::RDS::DBInstance" ->
                when(guarded, "Cannot delete protected DB Instance, please disable deletion protection and try again.");
            case "AWS::RDS::DBCluster" ->
                when(guarded, "Cannot delete protected Cluster, please disable deletion protection and try again.");
            case "AWS::EKS::Cluster" -> when(guarded, "Cluster has deletion protection enabled.");
            case EdgeView.LOAD_BALANCER ->
                when(
                        Protection.isOn(properties),
                        "Load balancer '" + live.physicalId()
                                + "' cannot be deleted because deletion protection is enabled");
            case ValidationRecords.CERTIFICATE ->
                when(isUsedElsewhere(live), "Certificate " + live.physicalId() + " is in use");
            case "AWS::EC2::VPC", "AWS::EC2::Subnet", "AWS::EC2::SecurityGroup", "AWS::Route53::HostedZone" ->
                when(isUsedElsewhere(live), "resource " + live.physicalId() + " has a dependent object");
            default -> Optional.empty();
        };
    }

    private Optional<String> requested(Live live) {
        return account.faults().reason(live.logicalId(), live.type());
    }

    private Optional<String> gone(Live changed) {
        return when(
                account.byHand().isRemoved(changed),
                "Resource of type '%s' with identifier '%s' was not found."
                        .formatted(changed.type(), changed.physicalId()));
    }

    private static Optional<String> taken(Live made, List<Live> standing) {
        ResourceType type = ResourceTypes.TABLE.get(made.type());
        boolean taken = type.isNamed() && standing.stream().anyMatch(other -> hasNameOf(other, made, type));
        return when(taken, made.physicalId() + " already exists");
    }

    private static boolean hasNameOf(Live other, Live made, ResourceType type) {
        boolean apart = GLOBAL_NAMES.stream().noneMatch(made.type()::startsWith)
                && !other.isIn(made.origin().place());
        return other.is(made.type()) && !apart && type.unique(other.naming()).equals(type.unique(made.naming()));
    }

    /** A security group takes its own rules along. */
    private boolean isUsedElsewhere(Live live) {
        return account.live().stream()
                .filter(other -> !other.origin().stackId().equals(live.origin().stackId()))
                .filter(other -> !other.properties().text("GroupId").equals(live.physicalId()))
                .anyMatch(other -> other.properties().values().toString().contains(live.physicalId()));
    }

    private static Optional<String> when(boolean holds, String reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}
