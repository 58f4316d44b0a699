package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.text;
import static dev.essha.cloud.aws.Facts.yes;

import dev.essha.inventory.Edge;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.Aliases;
import software.amazon.awssdk.services.cloudfront.model.AllowedMethods;
import software.amazon.awssdk.services.cloudfront.model.CustomOriginConfig;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Headers;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyHeadersConfig;
import software.amazon.awssdk.services.cloudfront.model.ViewerCertificate;

/** CloudFront distributions. */
final class GatewayLookups {

    /**
     * The managed policy AllViewer, the same in every account.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html">Managed
     *     origin request policies</a>
     */
    private static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";

    private static final String HOST = "Host";

    private final AwsClients clients;

    GatewayLookups(AwsClients clients) {
        this.clients = clients;
    }

    Optional<Edge.Distribution> distribution(String id) {
        return Existing.find(() -> api().getDistribution(r -> r.id(id))).map(answer -> seen(answer.distribution()));
    }

    private Edge.Distribution seen(Distribution distribution) {
        DistributionConfig config = distribution.distributionConfig();
        DefaultCacheBehavior behavior = config.defaultCacheBehavior();
        List<Origin> origins = config.origins().items();
        Optional<ViewerCertificate> certificate = Optional.ofNullable(config.viewerCertificate());
        return new Edge.Distribution(
                distribution.id(),
                distribution.domainName(),
                yes(config.enabled()),
                distribution.status(),
                sorted(Optional.ofNullable(config.aliases()).map(Aliases::items)),
                origins.stream().map(Origin::domainName).sorted().toList(),
                text(behavior.viewerProtocolPolicyAsString()),
                originProtocol(origins, behavior.targetOriginId()),
                sorted(Optional.ofNullable(behavior.allowedMethods()).map(AllowedMethods::itemsAsStrings)),
                forwardsHost(behavior),
                text(config.webACLId()),
                certificate.map(ViewerCertificate::acmCertificateArn).orElse(""),
                certificate
                        .map(ViewerCertificate::minimumProtocolVersionAsString)
                        .orElse(""));
    }

    private static String originProtocol(List<Origin> origins, String target) {
        return origins.stream()
                .filter(origin -> origin.id().equals(target))
                .map(Origin::customOriginConfig)
                .flatMap(Stream::ofNullable)
                .map(CustomOriginConfig::originProtocolPolicyAsString)
                .findFirst()
                .orElse("");
    }

    /** What a behavior without a policy says in settings of its own is deprecated, and does not count. */
    private boolean forwardsHost(DefaultCacheBehavior behavior) {
        String policy = text(behavior.originRequestPolicyId());
        return policy.equals(ALL_VIEWER) || !policy.isEmpty() && policyForwardsHost(policy);
    }

    private boolean policyForwardsHost(String id) {
        return Existing.find(() -> api().getOriginRequestPolicy(r -> r.id(id)))
                .filter(answer -> forwardsHost(
                        answer.originRequestPolicy().originRequestPolicyConfig().headersConfig()))
                .isPresent();
    }

    private static boolean forwardsHost(OriginRequestPolicyHeadersConfig config) {
        return switch (config.headerBehavior()) {
            case ALL_VIEWER, ALL_VIEWER_AND_WHITELIST_CLOUD_FRONT -> true;
            case ALL_EXCEPT -> !namesHost(config.headers());
            case WHITELIST -> namesHost(config.headers());
            case NONE, UNKNOWN_TO_SDK_VERSION -> false;
        };
    }

    private static boolean namesHost(Headers headers) {
        return headers.items().stream().anyMatch(HOST::equalsIgnoreCase);
    }

    private static List<String> sorted(Optional<List<String>> texts) {
        return texts.orElse(List.of()).stream().sorted().toList();
    }

    private CloudFrontClient api() {
        return clients.in(GlobalServices.CLOUDFRONT).cloudFront();
    }
}
