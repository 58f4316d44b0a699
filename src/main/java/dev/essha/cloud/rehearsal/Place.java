package dev.essha.cloud.rehearsal;

import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;

/**
 * The account and region that are rehearsed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Partitions</a>
 */
record Place(AccountId account, RegionName region) {

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

    String arn(String service, String resource) {
        return String.join(":", "arn", partition(), service, region.value(), account.value(), resource);
    }

    private boolean isChina() {
        return region.value().startsWith("cn-");
    }
}
