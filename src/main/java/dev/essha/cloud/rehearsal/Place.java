package dev.essha.cloud.rehearsal;

import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;
import java.util.Locale;

/**
 * The account and a region of it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Partitions</a>
 */
record Place(AccountId account, RegionName region) {

    Place in(RegionName other) {
        return new Place(account, other);
    }

    String partition() {
        if (isChina()) {
            return "aws-cn";
        }
        return region.value().startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** What the names of AWS's servers end in. */
    String suffix() {
        return isChina() ? "amazonaws.com.cn" : "amazonaws.com";
    }

    /**
     * What the names of CloudFront's distributions end in.
     *
     * @see <a href="https://docs.amazonaws.cn/en_us/aws/latest/userguide/cloudfront.html">CloudFront in China</a>
     */
    String cloudFrontSuffix() {
        return isChina() ? "cloudfront.cn" : "cloudfront.net";
    }

    /** Route 53's zone of the names of the region's load balancers: one for all of them. */
    String loadBalancerZone() {
        return "Z" + Hash.of("load balancers", region).substring(0, 13).toUpperCase(Locale.ROOT);
    }

    String arn(String service, String resource) {
        return String.join(":", "arn", partition(), service, region.value(), account.value(), resource);
    }

    private boolean isChina() {
        return region.value().startsWith("cn-");
    }
}
