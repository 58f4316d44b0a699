package dev.essha.plan;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of AWS with accounts, names and services of its own. Templates need no partition: they ask CloudFormation for
 * it. This is for what a partition does not offer at all, so that a plan is refused before anything stands.
 *
 * @see <a href="https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html">Partitions</a>
 */
public enum Partition {
    /** The commercial regions: two letters, a word, a number. */
    AWS("aws", "(?!cn-)[a-z]{2}-[a-z]+-\\d{1,2}", Limits.ZONES.max(), EnumSet.noneOf(Feature.class)),
    AWS_US_GOV("aws-us-gov", "us-gov-[a-z]+-\\d{1,2}", 3, EnumSet.allOf(Feature.class)),
    AWS_CN(
            "aws-cn",
            "cn-[a-z]+-\\d{1,2}",
            3,
            EnumSet.of(
                    Feature.ACCELERATOR, Feature.CLOUDFRONT_FIREWALL, Feature.COMMUNITY_ADDONS, Feature.REGIONAL_NAT));

    /** What not every partition offers. */
    public enum Feature {
        /** @see <a href="https://docs.aws.amazon.com/global-accelerator/latest/dg/preserve-client-ip-address.regions.html">Regions</a> */
        ACCELERATOR,
        /**
         * CloudFront with a certificate of ACM and an AWS WAF web ACL. GovCloud has no CloudFront; China's has neither web
         * ACLs nor certificates of ACM.
         *
         * @see <a href="https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/setting-up-cloudfront.html">GovCloud</a>
         * @see <a href="https://docs.amazonaws.cn/en_us/aws/latest/userguide/waf.html">AWS WAF in China</a>
         */
        CLOUDFRONT_FIREWALL,
        /**
         * Add-ons of EKS that come from the community, such as the certificate manager.
         *
         * @see <a href="https://github.com/eksctl-io/eksctl/pull/8146">Where eksctl leaves them out</a>
         */
        COMMUNITY_ADDONS,
        /** @see <a href="https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-r53.html">Route 53 in GovCloud</a> */
        PUBLIC_HOSTED_ZONES,
        /**
         * Alias records of a private zone that lead to load balancers: GovCloud knows only those to another record.
         *
         * @see <a href="https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-r53.html">Route 53 in GovCloud</a>
         */
        PRIVATE_ALIASES,
        /** @see <a href="https://aws.amazon.com/about-aws/whats-new/2025/11/aws-nat-gateway-regional-availability/">Announcement</a> */
        REGIONAL_NAT,
        /** @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.RDS_Fea_Regions_DB-eng.Feature.MultiAZDBClusters.html">Regions</a> */
        DATABASE_CLUSTERS
    }

    private final String id;
    private final Pattern regions;
    private final int mostZones;
    private final Set<Feature> lacks;

    Partition(String id, String regions, int mostZones, Set<Feature> lacks) {
        this.id = id;
        this.regions = Pattern.compile(regions);
        this.mostZones = mostZones;
        this.lacks = lacks;
    }

    /** The partition that a region's name belongs to; empty for those that nothing is known of, such as AWS's secret ones. */
    public static Optional<Partition> of(RegionName region) {
        return Stream.of(values())
                .filter(p -> p.regions.matcher(region.value()).matches())
                .findFirst();
    }

    /** The partition as ARNs have it, {@code aws-us-gov}. */
    public String id() {
        return id;
    }

    /**
     * As many availability zones as its largest region has; a region's own number is asked of the account.
     *
     * @see <a href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html">Zones</a>
     * @see <a href="https://docs.amazonaws.cn/en_us/aws/latest/userguide/general-info.html">Zones in China</a>
     */
    public int mostZones() {
        return mostZones;
    }

    public boolean has(Feature feature) {
        return !lacks.contains(feature);
    }

    /** Whether a region's partition has a feature; of an unknown partition each is taken to be there. */
    public static boolean offers(RegionName region, Feature feature) {
        return of(region).map(p -> p.has(feature)).orElse(true);
    }
}
