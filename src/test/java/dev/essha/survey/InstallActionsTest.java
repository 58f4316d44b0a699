package dev.essha.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.checklist.ExamplePlan;
import dev.essha.plan.Cidr;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.Plan;
import dev.essha.plan.VpcId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shape asks for beside, or instead of, what every plan does. */
class InstallActionsTest {

    private static final Plan PLAIN = ExamplePlan.inRoute53();

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        shape        | beside                                                  | no more
        fronted      | globalaccelerator:CreateAccelerator globalaccelerator:CreateEndpointGroup |
        per-zone     | route53:CreateHealthCheck                               |
        cloudfront   | cloudfront:CreateDistribution wafv2:CreateWebACL wafv2:PutLoggingConfiguration \
        logs:CreateLogDelivery ec2:DescribeManagedPrefixLists |
        private-zone | route53:CreateHostedZone route53:AssociateVPCWithHostedZone |
        regional-nat |                                                         |
        closed       |                                                         | ec2:CreateNatGateway ec2:AllocateAddress
        existing     | ec2:CreateTags                                          | ec2:CreateVpc ec2:CreateSubnet \
        ec2:CreateVpcEndpoint ec2:CreateFlowLogs ec2:CreateNatGateway ec2:AllocateAddress
        clusters     | rds:CreateDBCluster rds:CreateDBClusterParameterGroup   | rds:CreateDBInstance rds:CreateDBParameterGroup
        elsewhere    |                                                         | route53:ChangeResourceRecordSets
        """)
    void aShapeAsksForWhatItNeedsAndForNothingElse(String shape, String beside, String noMore) {
        Set<String> plain = Set.copyOf(InstallActions.of(PLAIN));
        Set<String> chosen = Set.copyOf(InstallActions.of(shaped(shape)));

        assertThat(without(chosen, plain)).isEqualTo(words(beside));
        assertThat(without(plain, chosen)).isEqualTo(words(noMore));
    }

    @Test
    void aPrivateZoneIsWrittenIntoAlsoWhereThePublicOneIsElsewhere() {
        DomainPlan domain = new DomainPlan(
                new DomainName("ess.example.com"), DomainPlan.Dns.ELSEWHERE, Optional.empty(), false, true);

        assertThat(InstallActions.of(ExamplePlan.with(domain))).contains("route53:ChangeResourceRecordSets");
    }

    @Test
    void everyActionIsAskedForOnce() {
        for (Plan plan : List.of(PLAIN, shaped("cloudfront"), shaped("existing"))) {
            assertThat(InstallActions.of(plan)).doesNotHaveDuplicates();
        }
    }

    private static Plan shaped(String shape) {
        return switch (shape) {
            case "fronted" -> withEdge(LoadBalancing.FRONTED, Gateway.NONE);
            case "per-zone" -> withEdge(LoadBalancing.PER_ZONE, Gateway.NONE);
            case "cloudfront" -> withEdge(LoadBalancing.SINGLE, Gateway.CLOUDFRONT);
            case "private-zone" ->
                ExamplePlan.with(new DomainPlan(
                        new DomainName("ess.example.com"), DomainPlan.Dns.ROUTE53, Optional.empty(), false, true));
            case "regional-nat" -> withNetwork(Optional.empty(), Egress.REGIONAL_NAT);
            case "closed" -> withNetwork(Optional.empty(), Egress.NONE);
            case "existing" -> withNetwork(Optional.of(new VpcId("vpc-0123456789abcdef0")), Egress.EXISTING);
            case "clusters" -> withClusters();
            default -> ExamplePlan.elsewhere();
        };
    }

    private static Plan withEdge(LoadBalancing loadBalancing, Gateway gateway) {
        EdgePlan edge = new EdgePlan(
                loadBalancing,
                gateway,
                List.of(Cidr.ANYWHERE),
                PLAIN.edge().tlsPolicy(),
                PLAIN.edge().nodePort());
        return plan(PLAIN.network(), edge, PLAIN.database());
    }

    private static Plan withNetwork(Optional<VpcId> existing, Egress egress) {
        NetworkPlan network = PLAIN.network();
        return plan(
                new NetworkPlan(existing, network.vpcCidr(), network.zones(), egress, network.flowLogDays()),
                PLAIN.edge(),
                PLAIN.database());
    }

    private static Plan withClusters() {
        DatabasePlan database = PLAIN.database();
        return plan(
                PLAIN.network(),
                PLAIN.edge(),
                new DatabasePlan(
                        DatabasePlan.Topology.MULTI_AZ_CLUSTER,
                        database.sharing(),
                        database.engineVersion(),
                        database.instanceClass(),
                        database.storageGiB(),
                        database.maxStorageGiB(),
                        database.backupDays(),
                        database.deletionProtection()));
    }

    private static Plan plan(NetworkPlan network, EdgePlan edge, DatabasePlan database) {
        return new Plan(
                PLAIN.name(),
                PLAIN.account(),
                PLAIN.region(),
                PLAIN.tags(),
                PLAIN.ess(),
                network,
                PLAIN.domain(),
                edge,
                database,
                PLAIN.messaging(),
                PLAIN.storage(),
                PLAIN.compute(),
                PLAIN.registry());
    }

    private static Set<String> words(String text) {
        return Stream.ofNullable(text)
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
