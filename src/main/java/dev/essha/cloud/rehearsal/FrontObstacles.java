package dev.essha.cloud.rehearsal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why CloudFront, AWS WAF or Global Accelerator would refuse a resource, in their words. */
final class FrontObstacles {

    /** What CloudFront uses stands here, whatever the region of its origins. */
    private static final String REGION_OF_CLOUDFRONT = "us-east-1";

    /**
     * The bare name, without the {@code :*} that CloudFormation puts behind it.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html">CloudWatch Logs</a>
     */
    private static final Pattern LOG_GROUP = Pattern.compile("arn:[^:]+:logs:[^:]+:\\d+:log-group:aws-waf-logs-[^:*]+");

    Optional<String> to(Live made, List<Live> standing) {
        return switch (made.type()) {
            case "AWS::WAFv2::WebACL", "AWS::WAFv2::IPSet" -> scope(made);
            case "AWS::WAFv2::LoggingConfiguration" -> log(made.properties());
            case FrontView.DISTRIBUTION -> distribution(made, standing);
            case FrontView.ENDPOINT_GROUP -> endpoints(made.properties(), standing);
            default -> Optional.empty();
        };
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html">Resources that
     *     AWS WAF protects</a>
     */
    private static Optional<String> scope(Live made) {
        boolean wrong = made.properties().text("Scope").equals("CLOUDFRONT") && !isWhereCloudFrontLooks(made);
        return when(wrong, "Error reason: The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT");
    }

    private static Optional<String> log(Properties configuration) {
        return configuration.texts("LogDestinationConfigs").stream()
                .filter(arn -> !LOG_GROUP.matcher(arn).matches())
                .findFirst()
                .map(arn -> "Error reason: The ARN isn't valid., field: LOG_DESTINATION, parameter: " + arn);
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html">Requirements
     *     for certificates</a>
     */
    private static Optional<String> distribution(Live made, List<Live> standing) {
        Properties config = FrontView.config(made);
        String arn = config.text("ViewerCertificate.AcmCertificateArn");
        Optional<Live> certificate = standing.stream()
                .filter(live -> live.is(ValidationRecords.CERTIFICATE)
                        && live.physicalId().equals(arn))
                .filter(live -> live.ready() && isWhereCloudFrontLooks(live))
                .findFirst();
        if (!arn.isEmpty() && certificate.isEmpty()) {
            return Optional.of("The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or"
                    + " doesn't include a valid certificate chain.");
        }
        List<String> aliases = config.texts("Aliases");
        return certificate
                .flatMap(c -> when(
                        !covers(c, aliases),
                        "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a"
                                + " trusted certificate that validates your authorization to use the domain name."))
                .or(() -> aliasTaken(made, aliases, standing));
    }

    private static boolean covers(Live certificate, List<String> aliases) {
        Set<String> names = ValidationRecords.names(certificate).collect(Collectors.toSet());
        return aliases.stream()
                .map(DnsNames::bare)
                .allMatch(alias -> names.contains(alias)
                        || !alias.startsWith("*") && names.contains("*" + alias.substring(alias.indexOf('.'))));
    }

    private static Optional<String> aliasTaken(Live made, List<String> aliases, List<Live> standing) {
        boolean taken = standing.stream()
                .filter(other -> other.is(FrontView.DISTRIBUTION) && !made.isInPlaceOf(other))
                .flatMap(other -> FrontView.config(other).texts("Aliases").stream())
                .anyMatch(aliases::contains);
        return when(taken, "One or more of the CNAMEs you provided are already associated with a different resource.");
    }

    /**
     * @see <a href="https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.sipp-caveats.html">Requirements
     *     for client IP address preservation</a>
     */
    private static Optional<String> endpoints(Properties group, List<Live> standing) {
        return group.objects("EndpointConfigurations").stream()
                .filter(e -> e.flag("ClientIPPreservationEnabled"))
                .map(e -> e.text("EndpointId"))
                .filter(arn -> cannotPreserve(arn, standing))
                .findFirst()
                .map(arn -> "Client IP preservation is not supported for the endpoint " + arn);
    }

    private static boolean cannotPreserve(String balancerArn, List<Live> standing) {
        boolean endsTls = of(standing, "AWS::ElasticLoadBalancingV2::Listener")
                .map(Live::properties)
                .anyMatch(l -> l.text("LoadBalancerArn").equals(balancerArn)
                        && l.text("Protocol").equals("TLS"));
        boolean open = of(standing, EdgeView.LOAD_BALANCER)
                .filter(b -> b.physicalId().equals(balancerArn))
                .anyMatch(b -> b.properties().texts("SecurityGroups").isEmpty());
        return endsTls || open;
    }

    private static Stream<Live> of(List<Live> standing, String type) {
        return standing.stream().filter(live -> live.is(type));
    }

    private static boolean isWhereCloudFrontLooks(Live live) {
        return live.origin().place().region().value().equals(REGION_OF_CLOUDFRONT);
    }

    private static Optional<String> when(boolean holds, String reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}
