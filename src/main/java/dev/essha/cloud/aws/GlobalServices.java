package dev.essha.cloud.aws;

import dev.essha.plan.RegionName;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Where the services are asked that AWS keeps in one place for all regions. Only the commercial partition has them all. */
final class GlobalServices {

    /**
     * CloudFront, what belongs to it, and its quotas.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_ListWebACLs.html">ListWebACLs: CloudFront's scope is
     *     asked in us-east-1</a>
     * @see <a href="https://docs.aws.amazon.com/general/latest/gr/cf_region.html">CloudFront endpoints and quotas</a>
     */
    static final RegionName CLOUDFRONT = new RegionName("us-east-1");

    /**
     * AWS Global Accelerator, whatever regions its endpoints are in.
     *
     * @see <a href="https://docs.aws.amazon.com/general/latest/gr/global_accelerator.html">Global Accelerator endpoints</a>
     */
    static final RegionName ACCELERATOR = new RegionName("us-west-2");

    private static final String COMMERCIAL = "aws";

    private GlobalServices() {}

    /** Whether the partition of a region has them. */
    static boolean offeredWith(RegionName region) {
        return PartitionMetadata.of(Region.of(region.value())).id().equals(COMMERCIAL);
    }
}
