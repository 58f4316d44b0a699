package dev.essha.pipeline;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What CloudFormation gives as the reason why a resource failed. The codes in it decide; CloudFormation has no field for
 * them.
 *
 * <p>A reason reads {@code Resource handler returned message: "... (Service: Ec2, Status Code: 400, Request ID: ...)"
 * (RequestToken: ..., HandlerErrorCode: ServiceLimitExceeded)}. A group of nodes carries the code of the service behind it:
 * {@code [Issue(Code=AsgInstanceLaunchFailures, Message=Could not launch On-Demand Instances. VcpuLimitExceeded - ...]}.
 *
 * @see <a href="https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html">Handler
 *     error codes</a>
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">Error codes of EC2</a>
 */
record Cause(String reason) {

    private static final Pattern HANDLER_CODE = Pattern.compile("HandlerErrorCode: (\\w+)");

    /** By code, or by sentence where a service gives none: there are no zones with sufficient capacity, not enough capacity. */
    private static final Pattern NO_CAPACITY = Pattern.compile(
            "\\b(Insufficient(Instance|Host|DBInstance|DBCluster|Storage\\w*)?Capacity(Fault|Exception)?"
                    + "|UnfulfillableCapacity"
                    + "|(not|no)\\b[^.]*\\b(enough|sufficient)( \\S+)? capacity"
                    + "|[Ii]nsufficient capacity)\\b");

    /** Followed by a dash or colon, as a code is; the word alone is no code. */
    private static final Pattern NOT_OFFERED =
            Pattern.compile("\\bUnsupportedAvailabilityZone(Exception)?\\b|\\bUnsupported(?= - |: )");

    private static final Pattern LIMIT =
            Pattern.compile("\\b(\\w*LimitExceeded|\\w*QuotaExceeded(Fault|Exception)?)\\b");

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied</a> */
    private static final Pattern ACTION = Pattern.compile("\\bperform: ([a-z0-9-]+:[A-Za-z0-9]+)");

    private static final Pattern ZONE = Pattern.compile("\\b[a-z]{2}(?:-[a-z]+){1,3}-\\d[a-z]\\b");

    private static final Pattern INSTANCE_TYPE = Pattern.compile(
            "\\b(?:db\\.|kafka\\.)?[a-z]+\\d[a-z0-9-]*\\.(?:nano|micro|small|medium|large|\\d*xlarge|metal[\\w-]*)\\b");

    private static final Pattern IDENTIFIER = Pattern.compile("with identifier '([^']+)'");

    private static final Pattern WRAPPED =
            Pattern.compile("(?s)Resource handler returned message: \"(.*)\" \\(RequestToken: [^)]*\\)");

    /** For AWS's support; the stack's events keep it. */
    private static final Pattern REQUEST =
            Pattern.compile(" ?\\(Service: [^)]*?Status Code: \\d+[^)]*\\)(?: \\(SDK Attempt Count: \\d+\\))?");

    /** CloudFormation's own code; empty where a reason has none. */
    String handlerCode() {
        return first(HANDLER_CODE, 1).orElse("");
    }

    boolean isNoCapacity() {
        return NO_CAPACITY.matcher(reason).find();
    }

    boolean isNotOffered() {
        return NOT_OFFERED.matcher(reason).find();
    }

    boolean isLimit() {
        return handlerCode().equals("ServiceLimitExceeded")
                || LIMIT.matcher(reason).find();
    }

    /** The permission that is missing, {@code iam:PutRolePolicy}. */
    Optional<String> action() {
        return first(ACTION, 1);
    }

    /** The first one that is named: that which was asked for. */
    Optional<String> zone() {
        return first(ZONE, 0);
    }

    Optional<String> instanceType() {
        return first(INSTANCE_TYPE, 0);
    }

    /** What has a name that was wanted. */
    Optional<String> identifier() {
        return first(IDENTIFIER, 1);
    }

    /** What the service said, without what CloudFormation puts around it. */
    String said() {
        Matcher wrapped = WRAPPED.matcher(reason);
        String inner = wrapped.find() ? wrapped.group(1) : reason;
        return REQUEST.matcher(inner).replaceAll("").strip();
    }

    private Optional<String> first(Pattern pattern, int group) {
        Matcher found = pattern.matcher(reason);
        return found.find() ? Optional.of(found.group(group)) : Optional.empty();
    }
}
