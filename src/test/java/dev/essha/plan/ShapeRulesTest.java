package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.essha.plan.yaml.LocatedProblem;
import dev.essha.plan.yaml.ReadResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The choices of the architecture in combination. */
class ShapeRulesTest {

    private static final PlanFile PRESET = PlanFile.of(Preset.PRODUCTION);

    /** Three zones of an existing VPC. */
    private static final String EXISTING_ZONES = IntStream.range(0, 3)
            .mapToObj(i -> ("{name: eu-central-1%c, publicCidr: 10.40.%d.0/24, privateCidr: 10.40.%d.0/19,"
                            + " publicSubnet: subnet-0000000%d, privateSubnet: subnet-1000000%d}")
                    .formatted((char) ('a' + i), 224 + i, 32 * i, i, i))
            .collect(Collectors.joining(", ", "[", "]"));

    private static final PlanFile EXISTING = PRESET.with("network.zones", EXISTING_ZONES)
            .with("network.egress", "existing")
            .with("network.existingVpc", "vpc-0123456789abcdef0");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        edge.loadBalancing: per-zone; domain.dns: elsewhere          | edge.loadBalancing     | edge.per-zone-elsewhere
        edge.loadBalancing: per-zone                                 | -                      | -
        edge.loadBalancing: fronted; domain.dns: elsewhere           | -                      | -
        edge.loadBalancing: per-zone; edge.gateway: cloudfront       | -                      | -
        edge.gateway: cloudfront; edge.allowedCidrs: [10.0.0.0/8]    | -                      | -
        edge.gateway: cloudfront; edge.tlsPolicy: ELBSecurityPolicy-TLS13-1-3-2021-06 | edge.tlsPolicy | edge.only-tls-13
        edge.tlsPolicy: ELBSecurityPolicy-TLS13-1-3-2021-06          | -                      | -
        edge.requestsPerClient: 20                                   | -                      | -
        domain.name: example.org; domain.apex: true                  | -                      | -
        domain.name: example.org                                     | domain.apex            | domain.must-be-apex
        domain.apex: true; domain.dns: elsewhere                     | -                      | -
        domain.privateZone: true; domain.apex: true                  | -                      | -
        network.egress: regional-nat                                 | -                      | -
        network.egress: none; domain.privateZone: true               | -                      | -
        network.egress: existing                                     | network.egress         | network.egress-without-vpc
        database.sharing: per-service                                | -                      | -
        database.topology: multi-az-cluster; database.maxStorageGiB: 100 | database.instanceClass | database.class-without-local-storage
        database.topology: multi-az-cluster; database.instanceClass: db.m6gd.large | database.maxStorageGiB | database.cluster-does-not-grow
        database.topology: multi-az-cluster; database.instanceClass: db.x2iedn.xlarge; database.maxStorageGiB: 100 | - | -
        database.topology: multi-az-cluster; database.instanceClass: db.c6gd.medium; database.maxStorageGiB: 100; database.engineVersion: '14.4' | database.engineVersion | database.engine-too-old-for-cluster
        database.topology: multi-az-cluster; database.instanceClass: db.r8gd.large; database.maxStorageGiB: 100; database.engineVersion: '14.5' | - | -
        database.topology: multi-az-cluster; database.instanceClass: db.m5d.large; database.maxStorageGiB: 100; database.engineVersion: '14' | - | -
        """)
    void eachCombinationIsAcceptedOrRefusedAtOneSetting(String settings, String path, String key) {
        List<LocatedProblem> problems = with(PRESET, settings).read().problems();

        if (path == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .extracting(p -> p.problem().path(), p -> p.problem().key())
                    .containsExactly(tuple(path, key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.m7g.large", "db.t4g.medium", "db.z1d.large", "db.r5b.large", "db.x2g.large"})
    void classesWithoutLocalStorageCarryNoCluster(String instanceClass) {
        Problem problem = with(PRESET, "database.topology: multi-az-cluster; database.maxStorageGiB: 100")
                .with("database.instanceClass", instanceClass)
                .read()
                .problems()
                .getFirst()
                .problem();

        assertThat(ProblemText.english().sentence(problem))
                .startsWith(instanceClass + " cannot carry a Multi-AZ DB cluster")
                .endsWith("Use a class such as db.m6gd.large or db.m5d.large, whichever the region has.");
    }

    @Test
    void anExistingVpcIsAcceptedWithItsSubnetsAndItsWayOut() {
        ReadResult read = EXISTING.read();

        assertThat(read.problems()).isEmpty();
        assertThat(read.plan().orElseThrow().network().zones().get(1).existing())
                .contains(new NetworkPlan.ExistingSubnets(
                        new SubnetId("subnet-00000001"), new SubnetId("subnet-10000001")));
        assertThat(PlanFile.of(read.plan().orElseThrow()).read().plan()).isEqualTo(read.plan());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        egress: existing           | egress: none               | network.egress                | network.egress-of-existing-vpc
        # existingVpc              | # existingVpc              | -                             | -
        existingVpc: vpc-0123456789abcdef0 | #                  | network.egress                | network.egress-without-vpc
        existingVpc: vpc-0123456789abcdef0 | existingVpc: vpc-1 | network.existingVpc           | vpc.syntax
        , publicSubnet: subnet-00000000 | -                     | network.zones[0].privateSubnet | network.subnet-alone
        , privateSubnet: subnet-10000001 | -                    | network.zones[1].publicSubnet | network.subnet-alone
        , publicCidr: 10.40.224.0/24 | -                        | network.zones[0].publicSubnet | network.addresses-missing
        , privateCidr: 10.40.64.0/19 | -                        | network.zones[2].privateSubnet | network.addresses-missing
        subnet-10000002            | subnet-00000001            | network.zones[2].privateSubnet | network.subnet-twice
        subnet-10000002            | subnet-1                   | network.zones[2].privateSubnet | subnet.syntax
        vpcCidr: 10.40.0.0/16      | #                          | network.existingVpc           | network.addresses-missing
        vpcCidr: 10.40.0.0/16      | vpcCidr: 52.40.0.0/16      | network.zones[0].publicCidr   | network.subnet-outside
        """)
    void ofAnExistingVpcNothingComesAlone(String text, String other, String path, String key) {
        String file = EXISTING.text();
        assertThat(file).contains(text);
        List<LocatedProblem> problems = new PlanFile(
                        file.replace(text, other == null ? "" : other).lines().toList())
                .read()
                .problems();

        if (path == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .extracting(p -> p.problem().path(), p -> p.problem().key())
                    .contains(tuple(path, key));
            assertThat(problems).extracting(p -> p.problem().key()).doesNotContain("network.vpc-public");
        }
    }

    @Test
    void oneSubnetAloneIsSaidOnItsOwnLine() {
        String zone = """
            network:
              existingVpc: vpc-0123456789abcdef0
              vpcCidr: 10.40.0.0/16
              egress: existing
              zones:
                - name: eu-central-1a
                  publicCidr: 10.40.224.0/24
                  privateCidr: 10.40.0.0/19
                  publicSubnet: subnet-00000000
            """;

        assertThat(new PlanFile(zone.lines().toList()).read().problems())
                .filteredOn(p -> p.problem().key().equals("network.subnet-alone"))
                .extracting(p -> p.line(), p -> ProblemText.english().located(p.problem()))
                .containsExactly(tuple(
                        9,
                        "network.zones[0].publicSubnet: privateSubnet is missing beside it. A zone of an existing VPC"
                                + " needs both of its subnets."));
    }

    @Test
    void zonesOfAnExistingVpcNeedItsSubnetsAndOthersNone() {
        String names = "[eu-central-1a, eu-central-1b, eu-central-1c]";

        assertThat(EXISTING.with("network.zones", names).read().problems())
                .extracting(p -> p.problem().key())
                .containsOnly("network.subnets-of-existing-vpc")
                .hasSize(3);
        assertThat(PRESET.with("network.zones", EXISTING_ZONES).read().problems())
                .extracting(p -> p.problem().key())
                .containsOnly("network.subnets-without-vpc")
                .hasSize(3);
    }

    /** Three nodes with 60 addresses each, 16 for the cluster, two for each database, a broker, one for each endpoint, eight to spare. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        nat-per-zone, false, shared,      207
        nat-per-zone, false, per-service, 219
        none,         false, shared,      217
        none,         true,  shared,      225
        """)
    void privateSubnetsHoldWhatTheShapePutsThere(String egress, boolean privateZone, String sharing, long needed) {
        String settings = "network.egress: %s; domain.privateZone: %s; database.sharing: %s; compute.maxNodesPerZone: 2"
                .formatted(egress, privateZone, sharing);
        Plan plan = with(PRESET, settings).read().plan().orElseThrow();

        assertThat(AddressNeed.ofPrivateSubnet(plan, plan.network().zones().getLast()))
                .isEqualTo(needed);
    }

    @Test
    void aFourthZoneHasNoBrokersAndSoNeedsNoMoreOfThem() {
        PlanFile four = PRESET.with("network.zones", "[eu-central-1a, eu-central-1b, eu-central-1c, eu-central-1d]");

        assertThat(four.with("messaging.brokersPerZone", "10").read().problems())
                .isEmpty();
        assertThat(four.with("messaging.brokersPerZone", "11").read().problems())
                .extracting(p -> ProblemText.english().sentence(p.problem()))
                .containsExactly("That makes 33 brokers in 3 zones, and a cluster has at most 30.");

        Plan plan = four.with("messaging.brokersPerZone", "10").read().plan().orElseThrow();
        List<Long> needed = plan.network().zones().stream()
                .map(zone -> AddressNeed.ofPrivateSubnet(plan, zone))
                .toList();
        assertThat(needed.get(2) - needed.get(3)).isEqualTo(10);
    }

    @Test
    void listsHaveAnEnd() {
        assertThat(PRESET.with("edge.allowedCidrs", ranges(61)).read().problems())
                .extracting(p -> ProblemText.english().located(p.problem()))
                .containsExactly("edge.allowedCidrs: There are 61 entries, and at most 60 are possible.");
        assertThat(PRESET.with("edge.allowedCidrs", ranges(60)).read().problems())
                .isEmpty();
        assertThat(PRESET.with("compute.apiCidrs", ranges(41)).read().problems())
                .extracting(p -> p.problem().key())
                .containsExactly("list.too-long");
    }

    private static String ranges(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "10.0." + i + ".0/24")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static PlanFile with(PlanFile file, String settings) {
        PlanFile changed = file;
        for (String setting : settings.split(";")) {
            String[] parts = setting.strip().split(": ", 2);
            changed = changed.with(parts[0], parts[1]);
        }
        return changed;
    }
}
