package dev.essha.cloud;

import dev.essha.inventory.Offer;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What the account and region offer, asked before anything is touched. */
public interface Offers {

    /** The regions of the account's partition, those that it has not enabled among them, in order of name. */
    List<Offer.Region> regions();

    /** The region's availability zones (no local or wavelength zones), in order of name. */
    List<Offer.Zone> zones();

    /** Names of the zones in which EC2 offers an instance type. */
    SortedSet<String> zonesOffering(String instanceType);

    /** Names of the zones in which RDS offers PostgreSQL of a version on a class, encrypted, with the topology. */
    SortedSet<String> zonesOfferingDatabase(String engineVersion, String instanceClass, DatabasePlan.Topology topology);

    /** Id of AWS's own list of the addresses from which CloudFront asks origins; empty where the region has none. */
    Optional<String> cloudFrontPrefixList();

    /** The Kafka versions that MSK offers for new clusters. */
    SortedSet<String> kafkaVersions();

    /** The Kubernetes versions that EKS offers for new clusters. */
    SortedSet<String> kubernetesVersions();

    /** Every public hosted zone that a domain could be written into: of its own name or a parent's; all pages. */
    List<Offer.HostedZone> hostedZones(DomainName domain);

    /**
     * A limit of the account and how much of it is used.
     *
     * @return empty where the service does not know the limit
     */
    Optional<Offer.Quota> quota(Offer.Limit limit);

    /**
     * What the signed-in identity may not do of a list of actions, in the order asked.
     *
     * @throws CloudException where that cannot be simulated: unknown is not allowed
     */
    Offer.Permissions permissions(List<String> actions);
}
