package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.essha.plan.yaml.LocatedProblem;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RulesTest {

    private static final PlanFile PRESET = PlanFile.of(Preset.PROOF_OF_CONCEPT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        name                    | abcdefghijklmnopqrstuvwxy            | name                     | name.too-long
        network.vpcCidr         | 10.0.0.0/8                           | network.vpcCidr          | cidr.size
        network.vpcCidr         | 52.40.0.0/16                         | network.vpcCidr          | network.vpc-public
        network.zones           | [eu-central-1a, eu-central-1b]       | network.zones            | network.too-few-zones
        network.zones           | [eu-central-1a, eu-central-1b, eu-central-1a] | network.zones[2].name | network.zone-twice
        region                  | eu-west-1                            | network.zones[0].name    | network.zone-elsewhere
        network.zones           | [eu-central-1a, eu-central-1b, eu-central-1c, eu-central-1d, eu-central-1e, eu-central-1f, eu-central-1g] | network.zones | network.too-many-zones
        region                  | us-iso-east-1                        | region                   | region.unknown-partition
        network.flowLogDays     | 15                                   | network.flowLogDays      | choice.unknown
        domain.name             | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com | domain.name | domain.too-long-for-certificate
        domain.hostedZoneId     | zone-1                               | domain.hostedZoneId      | text.format
        edge.allowedCidrs       | []                                   | edge.allowedCidrs        | edge.nobody-allowed
        edge.allowedCidrs       | [10.0.0.0/8, 10.0.0.0/8]             | edge.allowedCidrs[1]     | list.twice
        edge.requestsPerClient  | 9                                    | edge.requestsPerClient   | number.range
        compute.apiCidrs        | [10.0.0.0/8, 10.0.0.0/8]             | compute.apiCidrs[1]      | list.twice
        domain.name             | example.org                          | domain.apex              | domain.must-be-apex
        edge.tlsPolicy          | ELBSecurityPolicy-2016-08            | edge.tlsPolicy           | choice.unknown
        edge.nodePort           | 443                                  | edge.nodePort            | number.range
        database.engineVersion  | latest                               | database.engineVersion   | text.format
        database.engineVersion  | "13.22"                              | database.engineVersion   | database.engine-too-old
        database.instanceClass  | m7g.large                            | database.instanceClass   | text.format
        database.storageGiB     | 19                                   | database.storageGiB      | number.range
        database.storageGiB     | 95                                   | database.maxStorageGiB   | database.no-room-to-grow
        database.maxStorageGiB  | 65537                                | database.maxStorageGiB   | number.range
        database.maxStorageGiB  | 21                                   | database.maxStorageGiB   | database.no-room-to-grow
        database.backupDays     | 0                                    | database.backupDays      | number.range
        messaging.kafkaVersion  | newest                               | messaging.kafkaVersion   | text.format
        messaging.instanceType  | m7g.large                            | messaging.instanceType   | text.format
        messaging.brokersPerZone | 0                                   | messaging.brokersPerZone | number.range
        messaging.brokersPerZone | 11                                  | messaging.brokersPerZone | messaging.too-many-brokers
        messaging.storageGiB    | 16385                                | messaging.storageGiB     | number.range
        messaging.logDays       | 8                                    | messaging.logDays        | choice.unknown
        storage.noncurrentDays  | 0                                    | storage.noncurrentDays   | number.range
        storage.abortUploadDays | 0                                    | storage.abortUploadDays  | number.range
        compute.kubernetesVersion | v1.35                              | compute.kubernetesVersion | text.format
        compute.kubernetesVersion | "1.27"                             | compute.kubernetesVersion | compute.kubernetes-too-old
        compute.instanceType    | big                                  | compute.instanceType     | text.format
        compute.instanceType    | c6i.large                            | compute.instanceType     | compute.node-too-small
        compute.nodesPerZone    | 0                                    | compute.nodesPerZone     | number.range
        compute.nodesPerZone    | 3                                    | compute.maxNodesPerZone  | compute.max-below-nodes
        compute.maxNodesPerZone | 451                                  | compute.maxNodesPerZone  | number.range
        compute.diskGiB         | 8                                    | compute.diskGiB          | number.range
        compute.logDays         | 4000                                 | compute.logDays          | choice.unknown
        registry.source         | https://example.com/                 | registry.source          | text.format
        registry.repositories   | []                                   | registry.repositories    | registry.no-repositories
        registry.repositories   | [Storage]                            | registry.repositories[0] | text.format
        registry.repositories   | [webid, storage, webid]              | registry.repositories[2] | registry.repository-twice
        registry.repositories   | [aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa] | registry.repositories[0] | registry.name-too-long
        registry.keepImages     | 0                                    | registry.keepImages      | number.range
        tags.aws:owner          | me                                   | tags.aws:owner           | tags.reserved
        tags.ess-ha:stage       | me                                   | tags.ess-ha:stage        | tags.reserved
        tags.Name               | me                                   | tags.Name                | tags.reserved
        tags.team               | AKIAIOSFODNN7EXAMPLE                 | tags.team                | tags.secret
        tags.team               | password=hunter2hunter2              | tags.team                | tags.secret
        tags.team               | "a;b"                                | tags.team                | tags.characters
        """)
    void eachRuleSaysWhereAndWhat(String setting, String value, String path, String key) {
        List<LocatedProblem> problems = changed(setting, value).read().problems();

        assertThat(problems)
                .extracting(p -> p.problem().path(), p -> p.problem().key())
                .contains(tuple(path, key));
        assertThat(problems)
                .allSatisfy(p -> assertThat(ProblemText.english().sentence(p.problem()))
                        .doesNotContain("{")
                        .isNotEqualTo(p.problem().key()));
    }

    private static PlanFile changed(String setting, String value) {
        return setting.startsWith("tags.")
                ? PRESET.with("tags", "{\"" + setting.substring("tags.".length()) + "\": " + value + "}")
                : PRESET.with(setting, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        name                     | abcdefghijklmnopqrstuvwx
        network.zones            | [eu-central-1a, eu-central-1b, eu-central-1c, eu-central-1d]
        database.maxStorageGiB   | 20
        database.maxStorageGiB   | 22
        database.engineVersion   | "18"
        messaging.brokersPerZone | 10
        messaging.kafkaVersion   | 4.1.x.kraft
        messaging.kafkaVersion   | 3.6.0
        compute.instanceType     | c7i-flex.xlarge
        compute.instanceType     | m5.metal-48xl
        compute.apiCidrs         | [203.0.113.7/32]
        registry.source          | localhost:5000
        registry.repositories    | [inrupt/pod-storage_v2]
        tags                     | {team: Blue Whale, "cost:center": "47.11"}
        """)
    void whatIsAllowedPasses(String setting, String value) {
        assertThat(PRESET.with(setting, value).read().problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        10.40.224.0/24  | 10.40.0.0/29     | network.zones[0].privateCidr | cidr.size
        10.41.224.0/24  | 10.40.0.0/19     | network.zones[0].publicCidr  | network.subnet-outside
        10.40.0.0/24    | 10.40.0.0/19     | network.zones[0].privateCidr | network.subnets-overlap
        10.40.32.0/20   | 10.40.0.0/19     | network.zones[1].privateCidr | network.subnets-overlap
        10.40.224.0/24  | 10.40.0.0/25     | network.zones[0].privateCidr | network.private-too-small
        """)
    void subnetsFitTheVpcAndEachOther(String publicCidr, String privateCidr, String path, String key) {
        String zone = "{name: eu-central-1a, publicCidr: %s, privateCidr: %s}".formatted(publicCidr, privateCidr);
        PlanFile file = PRESET.with("network.zones", "[" + zone + ", eu-central-1b, eu-central-1c]");

        assertThat(file.read().problems())
                .extracting(p -> p.problem().path(), p -> p.problem().key())
                .containsOnlyOnce(tuple(path, key));
    }

    @Test
    void aHostedZoneNeedsRoute53() {
        PlanFile file = PRESET.with("domain.hostedZoneId", "Z0123456789ABCDEFGHIJ");

        assertThat(file.read().problems()).isEmpty();
        assertThat(file.with("domain.dns", "elsewhere").read().problems())
                .extracting(p -> p.problem().key())
                .containsExactly("domain.hosted-zone-elsewhere");
    }

    @Test
    void kafkaWithoutZooKeeperTakesTwiceAsManyBrokers() {
        PlanFile many = PRESET.with("messaging.brokersPerZone", "20");

        assertThat(many.read().problems())
                .extracting(p -> p.problem().key())
                .containsExactly("messaging.too-many-brokers");
        assertThat(many.with("messaging.kafkaVersion", "3.9.x.kraft").read().problems())
                .isEmpty();
    }

    @Test
    void tagsAreLimitedInNumberAndLength() {
        SortedMap<String, String> tags = new TreeMap<>();
        for (int i = 0; i < 46; i++) {
            tags.put("tag" + i, "");
        }
        tags.put("k".repeat(129), "v".repeat(257));

        assertThat(ValidPlan.problems(tagged(tags)))
                .extracting(Problem::key)
                .containsExactly("tags.too-many", "tags.key-length", "tags.value-length");
    }

    @Test
    void tagsAreLimitedInAllByTheirBytes() {
        SortedMap<String, String> tags = new TreeMap<>();
        for (int i = 10; i < 40; i++) {
            tags.put("tag" + i, "\u00fc".repeat(97) + "v");
        }
        assertThat(ValidPlan.problems(tagged(tags))).isEmpty();

        tags.put("tag10", "\u00fc".repeat(98));
        assertThat(ValidPlan.problems(tagged(tags)))
                .extracting(p -> ProblemText.english().located(p))
                .containsExactly("tags: The tags have 6001 bytes in all, and the templates have room for 6000. Use"
                        + " shorter ones or fewer.");
    }

    @Test
    void theLongestNameIsSaidWithAllThatItWouldBreak() {
        Problem problem =
                PRESET.with("name", "a".repeat(61)).read().problems().getFirst().problem();

        assertThat(ProblemText.english().located(problem))
                .startsWith("name: \"aaa")
                .endsWith("too long for: Network Load Balancer (at most 32), load balancer of a zone (at most 32),"
                        + " load balancer inside the VPC (at most 32), accelerator (at most 64), Multi-AZ DB"
                        + " cluster (at most 52), MSK cluster (at most 64). Use at most 24 characters.");
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void aPlanWithoutProblemsIsAccepted(Preset preset) {
        Plan plan =
                preset.plan(new DeploymentName("pods"), new RegionName("us-east-1"), new DomainName("a.example.org"));

        assertThat(ValidPlan.of(plan).plan()).isEqualTo(plan);
    }

    @Test
    void aPlanWithProblemsIsNotAccepted() {
        Plan plan = tagged(new TreeMap<>(Map.of("aws:x", "")));

        assertThatThrownBy(() -> ValidPlan.of(plan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tags.reserved");
    }

    @Test
    void rulesAreNotAskedAboutWhatCouldNotBeRead() {
        Plan plan = tagged(new TreeMap<>(Map.of("aws:x", "")));

        assertThat(ValidPlan.problems(plan, List.of("tags.aws:x"))).isEmpty();
        assertThat(ValidPlan.problems(plan, List.of("tag"))).isNotEmpty();
    }

    private static Plan tagged(SortedMap<String, String> tags) {
        Plan p = Preset.PRODUCTION.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);
        return new Plan(
                p.name(),
                p.account(),
                p.region(),
                tags,
                p.ess(),
                p.network(),
                p.domain(),
                p.edge(),
                p.database(),
                p.messaging(),
                p.storage(),
                p.compute(),
                p.registry());
    }
}
