package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.inventory.Edge;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CloudFront's answers as its protocol writes them. */
class GatewayLookupsTest {

    private static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";

    private static final String DISTRIBUTION = """
        <Distribution xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">
          <Id>E1</Id><ARN>arn:aws:cloudfront::111122223333:distribution/E1</ARN><Status>Deployed</Status>
          <DomainName>d1.cloudfront.net</DomainName>
          <DistributionConfig>
            <Aliases><Quantity>2</Quantity>
              <Items><CNAME>ess.example.com</CNAME><CNAME>*.ess.example.com</CNAME></Items></Aliases>
            <Origins><Quantity>1</Quantity><Items><Origin><Id>edge</Id><DomainName>lb.example.net</DomainName>
              <CustomOriginConfig><HTTPPort>80</HTTPPort><HTTPSPort>443</HTTPSPort>
                <OriginProtocolPolicy>https-only</OriginProtocolPolicy></CustomOriginConfig></Origin></Items></Origins>
            <DefaultCacheBehavior><TargetOriginId>edge</TargetOriginId>
              <ViewerProtocolPolicy>redirect-to-https</ViewerProtocolPolicy>
              <AllowedMethods><Quantity>2</Quantity><Items><Method>PUT</Method><Method>GET</Method></Items>
              </AllowedMethods>
              <OriginRequestPolicyId>POLICY</OriginRequestPolicyId></DefaultCacheBehavior>
            <Enabled>true</Enabled><WebACLId>arn:web-acl</WebACLId>
            <ViewerCertificate><ACMCertificateArn>arn:certificate</ACMCertificateArn>
              <MinimumProtocolVersion>TLSv1.2_2021</MinimumProtocolVersion></ViewerCertificate>
          </DistributionConfig>
        </Distribution>
        """;

    private static final String POLICY = """
        <OriginRequestPolicy xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>own</Id>
          <OriginRequestPolicyConfig><Name>own</Name>
            <HeadersConfig><HeaderBehavior>BEHAVIOR</HeaderBehavior>
              <Headers><Quantity>1</Quantity><Items><Name>HEADER</Name></Items></Headers></HeadersConfig>
          </OriginRequestPolicyConfig></OriginRequestPolicy>
        """;

    private final Set<String> regions = ConcurrentHashMap.newKeySet();
    private String policyId = ALL_VIEWER;
    private String policy = "";
    private WireServer.Answer failure;

    @RegisterExtension
    private final WireCloud wire = new WireCloud(this::answer);

    @Test
    void theDistributionIsSeenWithWhatItAsksAndForwards() {
        assertThat(wire.cloud().lookups().distribution("E1"))
                .hasValue(new Edge.Distribution(
                        "E1",
                        "d1.cloudfront.net",
                        true,
                        "Deployed",
                        List.of("*.ess.example.com", "ess.example.com"),
                        List.of("lb.example.net"),
                        "redirect-to-https",
                        "https-only",
                        List.of("GET", "PUT"),
                        true,
                        "arn:web-acl",
                        "arn:certificate",
                        "TLSv1.2_2021"));
        assertThat(regions).containsExactly("us-east-1");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        behavior,                         header,     forwards
        allViewer,                        ,           true
        allViewerAndWhitelistCloudFront,  ,           true
        whitelist,                        host,       true
        whitelist,                        Origin,     false
        allExcept,                        Host,       false
        allExcept,                        Origin,     true
        none,                             ,           false
        """)
    void aPolicyOfTheAccountsOwnIsLookedInto(String behavior, String header, boolean forwards) {
        policyId = "own";
        policy = POLICY.replace("BEHAVIOR", behavior).replace("HEADER", header == null ? "Accept" : header);

        assertThat(wire.cloud().lookups().distribution("E1"))
                .hasValueSatisfying(seen -> assertThat(seen.forwardsHost()).isEqualTo(forwards));
    }

    @Test
    void withoutAPolicyTheHostIsNotForwarded() {
        policyId = "";

        assertThat(wire.cloud().lookups().distribution("E1"))
                .hasValueSatisfying(seen -> assertThat(seen.forwardsHost()).isFalse());
    }

    @Test
    void oneThatDoesNotExistIsAnEmptyAnswer() {
        failure = error(404, "NoSuchDistribution");

        assertThat(wire.cloud().lookups().distribution("E1")).isEmpty();
    }

    @Test
    void aDenialNamesThePermission() {
        failure = error(403, "AccessDenied");

        CloudFailure seen = catchThrowableOfType(
                        CloudException.class, () -> wire.cloud().lookups().distribution("E1"))
                .failure();

        assertThat(seen)
                .isEqualTo(new CloudFailure.Denied("cloudfront:GetDistribution", "cloudfront:GetDistribution", "no"));
    }

    private static WireServer.Answer error(int status, String code) {
        return new WireServer.Answer(
                status,
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>no</Message></Error>"
                        + "</ErrorResponse>");
    }

    private WireServer.Answer answer(WireServer.Request request) {
        regions.add(request.region());
        if (failure != null) {
            return failure;
        }
        String body = request.action().contains("/origin-request-policy/")
                ? policy
                : DISTRIBUTION.replace("POLICY", policyId);
        return new WireServer.Answer(200, body);
    }
}
