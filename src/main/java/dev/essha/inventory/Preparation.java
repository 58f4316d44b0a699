package dev.essha.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What was found before anything is touched: what account and region offer, and what stands in the way.
 *
 * @param observedAt when the look-ups began
 * @param account the account that is signed in
 * @param region the region of every call
 * @param nodeZones zones in which EC2 offers the nodes' instance type
 * @param databaseZones zones in which RDS offers the database with Multi-AZ
 * @param cloudFrontPrefixList AWS's list of CloudFront's addresses; only looked for where CloudFront is the gateway
 * @param hostedZones public hosted zones of the domain or a parent; not seen where DNS is elsewhere
 * @param domainLookups who serves the zones that the records can be in: {@code NS} of each public hosted zone, or of the
 *     domain's parents where DNS is elsewhere
 * @param stacks status of each stage's stack by the stage's label; absent stacks are absent
 * @param standing how many resources of each CloudFormation type the deployment already has; they count in the quotas
 * @param foreignStacks stacks that have a name of the deployment and do not belong to it
 * @param permissions what the signed-in identity may not do of the actions of an installation
 */
public record Preparation(
        Instant observedAt,
        String account,
        String region,
        Observed<List<Offer.Zone>> zones,
        Observed<SortedSet<String>> nodeZones,
        Observed<SortedSet<String>> databaseZones,
        Observed<SortedSet<String>> kafkaVersions,
        Observed<SortedSet<String>> kubernetesVersions,
        Observed<Optional<String>> cloudFrontPrefixList,
        Premises premises,
        Observed<List<Offer.HostedZone>> hostedZones,
        Observed<List<DnsAnswer>> domainLookups,
        Map<Offer.Limit, Observed<Optional<Offer.Quota>>> quotas,
        Observed<Map<String, String>> stacks,
        Observed<Map<String, Long>> standing,
        Observed<List<String>> foreignStacks,
        Observed<Offer.Permissions> permissions) {

    public Preparation {
        quotas = Map.copyOf(quotas);
    }
}
