package dev.essha.blueprint;

/**
 * What a stack needs and neither the plan nor an earlier stage says: found in the account when the stack is asked for,
 * and given to it as a parameter, so that templates depend on the plan alone.
 */
public enum Lookup {
    /** The public hosted zone that is the closest to the plan's domain. */
    HOSTED_ZONE_ID("HostedZoneId", "AWS::Route53::HostedZone::Id"),
    /** AWS's own list of the addresses from which CloudFront asks origins, as it is called in the plan's region. */
    CLOUDFRONT_PREFIX_LIST_ID("CloudFrontPrefixListId", "String");

    private final String key;
    private final String parameterType;

    Lookup(String key, String parameterType) {
        this.key = key;
        this.parameterType = parameterType;
    }

    /** Name of the parameter. */
    public String key() {
        return key;
    }

    /** CloudFormation's type of the parameter. */
    public String parameterType() {
        return parameterType;
    }
}
