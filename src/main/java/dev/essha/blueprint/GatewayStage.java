package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.DomainName;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.RegionName;
import dev.essha.plan.ValidPlan;
import java.util.Set;

/**
 * Amazon CloudFront in front of the load balancers (R5), in all of AWS's edge locations, with a web ACL that looks at each
 * request first. Its stack stands in us-east-1 whatever the plan's region: CloudFront takes certificates and web ACLs from
 * there only.
 *
 * <p>It passes everything on and keeps nothing: ESS decides for each request who may read what. Origins see the viewer's
 * headers, {@code Host} among them, by which ESS tells its services apart and CloudFront checks the load balancer's
 * certificate. WebSockets pass without a setting.
 *
 * <p>The certificate asks for the same DNS record as that of the load balancers: the record proves the domain for the
 * account, in any region.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html#https-requirements-aws-region">
 *     Region of the certificate</a>
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html">One record for all regions</a>
 */
final class GatewayStage implements StageTemplate.OfStack {

    /** Where AWS keeps what belongs to CloudFront. */
    static final RegionName HOME = new RegionName("us-east-1");

    /** The policies of AWS's own that cache nothing, and that send every header, cookie and parameter on. */
    private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    private static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";

    /**
     * Seconds: as long as CloudFront waits without a raised quota, for requests that store much at once. Connections are
     * kept as long; the load balancer keeps them for 350.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-web-distributions">
     *     Quotas</a>
     */
    private static final int PATIENCE = 120;

    private static final String ORIGIN = "load-balancing";

    @Override
    public StageId id() {
        return StageId.GATEWAY;
    }

    @Override
    public boolean isIn(ValidPlan plan) {
        return plan.plan().edge().gateway() == EdgePlan.Gateway.CLOUDFRONT;
    }

    /** The nodes first: a running gateway must not turn to load balancers that have none yet. */
    @Override
    public Set<StageId> after(ValidPlan plan) {
        return Set.of(StageId.EDGE, StageId.NODES);
    }

    @Override
    public void describe(StackDraft stack) {
        stack.standIn(HOME);
        ResourceRef certificate = EdgeCertificate.add(stack);
        ResourceRef firewall = Firewall.add(stack);
        ResourceRef distribution = stack.add(Resource.of("Distribution", "AWS::CloudFront::Distribution")
                .with("DistributionConfig", distribution(stack, certificate, firewall)));

        stack.deliver(Output.GATEWAY_ID, distribution.ref());
        stack.deliver(Output.GATEWAY_NAME, distribution.att("DomainName"));
        stack.deliver(Output.WEB_ACL_ARN, firewall.att("Arn"));
    }

    private static Fields distribution(StackDraft stack, ResourceRef certificate, ResourceRef firewall) {
        DomainName domain = stack.plan().domain().name();
        return Fields.of("Enabled", true)
                .with("Comment", stack.names().prefix())
                .with("Aliases", Value.texts(domain.value(), domain.wildcard()))
                .with("HttpVersion", "http2and3")
                .with("IPV6Enabled", hasIpv6(stack.plan().edge()))
                .with("PriceClass", "PriceClass_All")
                .with("WebACLId", firewall.att("Arn"))
                .with("ViewerCertificate", viewerCertificate(certificate))
                .with("Origins", Value.list(origin(stack)))
                .with("DefaultCacheBehavior", behavior());
    }

    /** Ranges of a plan are IPv4: where they limit who may connect, a client that comes by IPv6 would be turned away. */
    static boolean hasIpv6(EdgePlan edge) {
        return edge.isOpenToAll();
    }

    private static Fields viewerCertificate(ResourceRef certificate) {
        return Fields.of("AcmCertificateArn", certificate.ref())
                .with("MinimumProtocolVersion", "TLSv1.2_2021")
                .with("SslSupportMethod", "sni-only");
    }

    private static Fields origin(StackDraft stack) {
        return Fields.of("Id", ORIGIN)
                .with("DomainName", DnsTarget.behindGateway(stack.plan().edge()).name(stack))
                .with(
                        "CustomOriginConfig",
                        Fields.of("OriginProtocolPolicy", "https-only")
                                .with("HTTPSPort", 443)
                                .with("OriginSSLProtocols", Value.texts("TLSv1.2"))
                                .with("OriginReadTimeout", PATIENCE)
                                .with("OriginKeepaliveTimeout", PATIENCE));
    }

    /**
     * Nobody is led from HTTP to HTTPS: a client that comes without TLS has shown its token by then.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html">
     *     Cache policies</a>
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html">
     *     Origin request policies</a>
     */
    private static Fields behavior() {
        return Fields.of("TargetOriginId", ORIGIN)
                .with("ViewerProtocolPolicy", "https-only")
                .with("AllowedMethods", Value.texts("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"))
                .with("CachePolicyId", CACHING_DISABLED)
                .with("OriginRequestPolicyId", ALL_VIEWER)
                .with("Compress", false);
    }
}
