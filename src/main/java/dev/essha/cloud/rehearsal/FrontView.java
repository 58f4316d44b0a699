package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Edge;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What Global Accelerator, CloudFront and AWS WAF would tell. */
final class FrontView {

    static final String ACCELERATOR = "AWS::GlobalAccelerator::Accelerator";
    static final String DISTRIBUTION = "AWS::CloudFront::Distribution";
    static final String ENDPOINT_GROUP = "AWS::GlobalAccelerator::EndpointGroup";

    /** @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html">
     *     AllViewer, and AllViewerAndCloudFrontHeaders-2022-06</a> */
    private static final List<String> WITH_HOST =
            List.of("216adef6-5c7f-47e4-b989-5492eafa07d3", "33f36d7e-f396-46d9-90e0-52428a34d9dc");

    private final AccountSnapshot account;

    FrontView(AccountSnapshot account) {
        this.account = account;
    }

    static Properties config(Live distribution) {
        return section(distribution.properties(), "DistributionConfig");
    }

    /** The ARNs of the load balancers behind an accelerator. */
    Stream<String> behind(Live accelerator) {
        return endpoints(accelerator).map(Edge.AcceleratorEndpoint::id);
    }

    Optional<Edge.Accelerator> accelerator(String arn) {
        return account.find(ACCELERATOR, arn).map(this::accelerator);
    }

    Optional<Edge.Distribution> distribution(String id) {
        return account.find(DISTRIBUTION, id).map(FrontView::distribution);
    }

    Optional<Edge.WebAcl> webAcl(String arn) {
        return account.ready("AWS::WAFv2::WebACL").stream()
                .filter(acl -> acl.attribute("Arn").equals(arn))
                .map(this::webAcl)
                .findFirst();
    }

    private Edge.Accelerator accelerator(Live accelerator) {
        Properties properties = accelerator.properties();
        return new Edge.Accelerator(
                accelerator.physicalId(),
                properties.text("Name"),
                accelerator.attribute("DnsName"),
                properties.at("Enabled").isEmpty() || properties.flag("Enabled"),
                isSettled(accelerator) ? "DEPLOYED" : "IN_PROGRESS",
                Stream.of(accelerator.attribute("Ipv4Addresses").split(";"))
                        .sorted()
                        .toList(),
                listeners(accelerator)
                        .flatMap(l -> l.properties().objects("PortRanges").stream())
                        .flatMapToInt(r -> IntStream.rangeClosed(r.number("FromPort"), r.number("ToPort")))
                        .distinct()
                        .sorted()
                        .boxed()
                        .toList(),
                endpoints(accelerator)
                        .sorted(Comparator.comparing(Edge.AcceleratorEndpoint::id))
                        .toList());
    }

    private Stream<Live> listeners(Live accelerator) {
        return account.ready("AWS::GlobalAccelerator::Listener").stream()
                .filter(l -> l.properties().text("AcceleratorArn").equals(accelerator.physicalId()));
    }

    private Stream<Edge.AcceleratorEndpoint> endpoints(Live accelerator) {
        return listeners(accelerator)
                .flatMap(l -> account.ready(ENDPOINT_GROUP).stream()
                        .map(Live::properties)
                        .filter(g -> g.text("ListenerArn").equals(l.physicalId())))
                .flatMap(g -> g.objects("EndpointConfigurations").stream().map(e -> endpoint(g, e)));
    }

    /** As healthy as the targets behind it, on which nothing listens before ESS is installed. */
    private static Edge.AcceleratorEndpoint endpoint(Properties group, Properties endpoint) {
        return new Edge.AcceleratorEndpoint(
                endpoint.text("EndpointId"),
                group.text("EndpointGroupRegion"),
                endpoint.number("Weight"),
                endpoint.flag("ClientIPPreservationEnabled"),
                "UNHEALTHY");
    }

    private static Edge.Distribution distribution(Live distribution) {
        Properties config = config(distribution);
        Properties behavior = section(config, "DefaultCacheBehavior");
        return new Edge.Distribution(
                distribution.physicalId(),
                distribution.attribute("DomainName"),
                config.flag("Enabled"),
                isSettled(distribution) ? "Deployed" : "InProgress",
                config.texts("Aliases").stream().sorted().toList(),
                config.objects("Origins").stream()
                        .map(o -> o.text("DomainName"))
                        .sorted()
                        .toList(),
                behavior.text("ViewerProtocolPolicy"),
                originProtocol(config, behavior.text("TargetOriginId")),
                behavior.texts("AllowedMethods").stream().sorted().toList(),
                WITH_HOST.contains(behavior.text("OriginRequestPolicyId")),
                config.text("WebACLId"),
                config.text("ViewerCertificate.AcmCertificateArn"),
                config.text("ViewerCertificate.MinimumProtocolVersion"));
    }

    private static String originProtocol(Properties config, String origin) {
        return config.objects("Origins").stream()
                .filter(o -> o.text("Id").equals(origin))
                .map(o -> o.text("CustomOriginConfig.OriginProtocolPolicy"))
                .findFirst()
                .orElse("");
    }

    private Edge.WebAcl webAcl(Live acl) {
        Properties properties = acl.properties();
        boolean logged = account.ready("AWS::WAFv2::LoggingConfiguration").stream()
                .anyMatch(l -> l.physicalId().equals(acl.attribute("Arn")));
        return new Edge.WebAcl(
                acl.attribute("Arn"),
                properties.text("Name"),
                section(properties, "DefaultAction").values().containsKey("Block") ? "block" : "allow",
                properties.objects("Rules").stream()
                        .sorted(Comparator.comparing(r -> r.number("Priority")))
                        .map(r -> r.text("Name"))
                        .toList(),
                logged);
    }

    /** A change is on its way to the edge locations until it is done. */
    private static boolean isSettled(Live live) {
        return live.ready() && !live.status().equals("UPDATE_IN_PROGRESS");
    }

    private static Properties section(Properties properties, String path) {
        return properties.at(path).map(Properties::of).orElse(Properties.NONE);
    }
}
