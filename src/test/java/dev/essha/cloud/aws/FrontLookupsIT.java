package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.Lookups;
import dev.essha.emulator.Emulator;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Offer;
import dev.essha.plan.DomainName;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginProtocolPolicy;
import software.amazon.awssdk.services.cloudfront.model.ViewerProtocolPolicy;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.VPCRegion;
import software.amazon.awssdk.services.wafv2.model.Rule;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.VisibilityConfig;

/** What stands before the load balancers, made by the services' own calls. */
class FrontLookupsIT {

    private static final String DOMAIN = "front.example.com";
    private static final String TARGET = "edge.example.net";
    private static final String ADDRESS = "192.0.2.1";

    /** Managed policies, the same in every account. */
    private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    private static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";

    private static Cloud cloud;
    private static AwsClients clients;
    private static Lookups lookups;

    @BeforeAll
    static void open() {
        Emulator emulator = Emulator.shared().reset();
        cloud = emulator.open("eu-central-1");
        clients = new AwsClients(emulator.settings(new RegionName("eu-central-1")));
        lookups = cloud.lookups();
    }

    @AfterAll
    static void close() {
        clients.close();
        cloud.close();
    }

    @Test
    void aDistributionIsSeenFromAnyRegion() {
        String id = distribution();

        assertThat(lookups.distribution(id)).hasValueSatisfying(seen -> {
            assertThat(seen.id()).isEqualTo(id);
            assertThat(seen.dnsName()).endsWith(".cloudfront.net");
            assertThat(seen.enabled()).isTrue();
            assertThat(seen.aliases()).isEmpty();
            assertThat(seen.origins()).containsExactly(TARGET);
            assertThat(seen.viewerProtocol()).isEqualTo("https-only");
            assertThat(seen.originProtocol()).isEqualTo("https-only");
            assertThat(seen.forwardsHost()).isTrue();
        });
        assertThat(lookups.distribution("E0000000000000")).isEmpty();
    }

    @Test
    void aWebAclIsSeenWhereItIs() {
        var waf = clients.in(GlobalServices.CLOUDFRONT).waf();
        String arn = waf.createWebACL(r -> r.name("front")
                        .scope(Scope.CLOUDFRONT)
                        .defaultAction(d -> d.block(b -> {}))
                        .rules(rateLimit())
                        .visibilityConfig(metrics()))
                .summary()
                .arn();

        assertThat(lookups.webAcl(arn)).hasValue(new Edge.WebAcl(arn, "front", "block", List.of("rate"), false));

        String log = logGroup("aws-waf-logs-front");
        waf.putLoggingConfiguration(
                r -> r.loggingConfiguration(l -> l.resourceArn(arn).logDestinationConfigs(log)));
        assertThat(lookups.webAcl(arn))
                .hasValueSatisfying(acl -> assertThat(acl.logged()).isTrue());
        assertThat(lookups.webAcl(arn.replaceAll("[^/]+$", "none"))).isEmpty();
    }

    @Test
    void weightedRecordsAreToldApartAndNameTheirHealthChecks() {
        String zone = zone(DOMAIN);
        String check = healthCheck();
        put(zone, weightedAddress("b", 20, check));
        put(zone, weightedAddress("a", 10, check));

        assertThat(lookups.records(zone, List.of(DOMAIN)))
                .filteredOn(record -> record.type().equals("A"))
                .containsExactly(weighted("a", 10, check), weighted("b", 20, check));
        assertThat(lookups.healthChecks(List.of(check, check, "00000000-0000-0000-0000-000000000000")))
                .containsExactly(new Edge.HealthCheck(check, "TCP", TARGET, 443, false));
    }

    @Test
    void aPrivateZoneIsSeenWithItsRecordsAndItsVpcs() {
        String vpc =
                clients.ec2().createVpc(r -> r.cidrBlock("10.90.0.0/16")).vpc().vpcId();
        String id = clients.route53()
                .createHostedZone(r -> r.name("inside.example.com")
                        .callerReference("inside")
                        .hostedZoneConfig(c -> c.privateZone(true))
                        .vpc(v -> v.vpcId(vpc).vpcRegion(VPCRegion.EU_CENTRAL_1)))
                .hostedZone()
                .id();
        put(id, cname("*.inside.example.com"));

        assertThat(lookups.privateZone(id)).hasValueSatisfying(zone -> {
            assertThat(id).endsWith(zone.id());
            assertThat(zone.name()).isEqualTo("inside.example.com");
            assertThat(zone.vpcIds()).containsExactly(vpc);
            assertThat(zone.records())
                    .contains(new Edge.HostedRecord("*.inside.example.com", "CNAME", List.of(TARGET), ""));
        });
        assertThat(lookups.publicHostedZones("inside.example.com")).isEmpty();
        assertThat(cloud.offers().hostedZones(new DomainName("inside.example.com")))
                .singleElement()
                .returns(true, Offer.HostedZone::isPrivate);
    }

    @Test
    void aPublicZoneIsNoPrivateOne() {
        assertThat(lookups.privateZone(zone("outside.example.com"))).isEmpty();
        assertThat(lookups.privateZone("Z00000000000000000000")).isEmpty();
    }

    private static Rule rateLimit() {
        return Rule.builder()
                .name("rate")
                .priority(0)
                .action(a -> a.block(b -> {}))
                .statement(s -> s.rateBasedStatement(b -> b.limit(10_000L).aggregateKeyType("IP")))
                .visibilityConfig(metrics())
                .build();
    }

    private static VisibilityConfig metrics() {
        return VisibilityConfig.builder()
                .metricName("front")
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(false)
                .build();
    }

    private static String distribution() {
        return clients.in(GlobalServices.CLOUDFRONT)
                .cloudFront()
                .createDistribution(r -> r.distributionConfig(c -> c.callerReference("front")
                        .comment("front")
                        .enabled(true)
                        .origins(o -> o.quantity(1).items(origin()))
                        .defaultCacheBehavior(b -> b.targetOriginId("edge")
                                .cachePolicyId(CACHING_DISABLED)
                                .originRequestPolicyId(ALL_VIEWER)
                                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY))))
                .distribution()
                .id();
    }

    private static Origin origin() {
        return Origin.builder()
                .id("edge")
                .domainName(TARGET)
                .customOriginConfig(
                        c -> c.httpPort(80).httpsPort(443).originProtocolPolicy(OriginProtocolPolicy.HTTPS_ONLY))
                .build();
    }

    private static String logGroup(String name) {
        clients.in(GlobalServices.CLOUDFRONT).logs().createLogGroup(r -> r.logGroupName(name));
        return "arn:aws:logs:us-east-1:" + Emulator.ACCOUNT + ":log-group:" + name;
    }

    private static String zone(String name) {
        String id = clients.route53()
                .createHostedZone(r -> r.name(name).callerReference(name))
                .hostedZone()
                .id();
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static String healthCheck() {
        return clients.route53()
                .createHealthCheck(r -> r.callerReference("front")
                        .healthCheckConfig(c -> c.type(HealthCheckType.TCP)
                                .fullyQualifiedDomainName(TARGET)
                                .port(443)))
                .healthCheck()
                .id();
    }

    private static void put(String zone, ResourceRecordSet record) {
        Change change = Change.builder()
                .action(ChangeAction.CREATE)
                .resourceRecordSet(record)
                .build();
        clients.route53().changeResourceRecordSets(r -> r.hostedZoneId(zone).changeBatch(b -> b.changes(change)));
    }

    private static ResourceRecordSet weightedAddress(String identifier, long weight, String healthCheck) {
        return ResourceRecordSet.builder()
                .name(DOMAIN)
                .type(RRType.A)
                .setIdentifier(identifier)
                .weight(weight)
                .healthCheckId(healthCheck)
                .ttl(60L)
                .resourceRecords(ResourceRecord.builder().value(ADDRESS).build())
                .build();
    }

    private static ResourceRecordSet cname(String name) {
        return ResourceRecordSet.builder()
                .name(name)
                .type(RRType.CNAME)
                .ttl(60L)
                .resourceRecords(ResourceRecord.builder().value(TARGET).build())
                .build();
    }

    private static Edge.HostedRecord weighted(String identifier, long weight, String healthCheck) {
        return new Edge.HostedRecord(DOMAIN, "A", List.of(ADDRESS), "", identifier, Optional.of(weight), healthCheck);
    }
}
