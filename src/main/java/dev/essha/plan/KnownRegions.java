package dev.essha.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * The regions that AWS had in July 2026, to choose from before an account can be asked. No rule refuses others, a note
 * tells of them: AWS adds regions, and an account tells its own.
 *
 * @see <a href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS Regions</a>
 * @see <a href="https://docs.amazonaws.cn/en_us/aws/latest/userguide/endpoints-arns.html">Regions in China</a>
 */
public final class KnownRegions {

    /** Every account of their partition can use them. */
    private static final List<RegionName> OPEN = named(
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "cn-north-1",
            "cn-northwest-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-gov-east-1",
            "us-gov-west-1",
            "us-west-1",
            "us-west-2");

    /** An account has to enable them first. */
    private static final List<RegionName> OPT_IN = named(
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-south-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "ca-west-1",
            "eu-central-2",
            "eu-south-1",
            "eu-south-2",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1");

    private KnownRegions() {}

    /** In order of name. */
    public static List<RegionName> all() {
        return Stream.concat(OPEN.stream(), OPT_IN.stream()).sorted().toList();
    }

    /** Whether a new account can use a region without having enabled it. */
    public static boolean isOpen(RegionName region) {
        return OPEN.contains(region);
    }

    private static List<RegionName> named(String... names) {
        return Stream.of(names).map(RegionName::new).toList();
    }
}
