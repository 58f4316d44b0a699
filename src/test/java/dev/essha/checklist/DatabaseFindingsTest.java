package dev.essha.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.Data.DatabaseCluster;
import dev.essha.inventory.Data.Member;
import dev.essha.plan.DatabasePlan.Sharing;
import dev.essha.plan.DatabasePlan.Topology;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the findings say of each shape of the database, and of Kafka where the plan has more zones than it. */
class DatabaseFindingsTest {

    private static final Map<String, String> TLS = Map.of("rds.force_ssl", "1");

    @ParameterizedTest
    @CsvSource(textBlock = """
        MULTI_AZ_INSTANCE, SHARED
        MULTI_AZ_INSTANCE, PER_SERVICE
        MULTI_AZ_CLUSTER,  SHARED
        MULTI_AZ_CLUSTER,  PER_SERVICE
        """)
    void aHealthyDeploymentOfAnyShapePassesEveryCheck(Topology topology, Sharing sharing) {
        World world = world(topology, sharing);

        assertThat(Checklist.judge(world.plan, world.inventory()))
                .allSatisfy(f ->
                        assertThat(f.verdict()).as(f.id() + " " + f.evidence()).isEqualTo(Verdict.PASS));
    }

    record Break(String what, Sharing sharing, Topology topology, Consumer<World> change, Set<String> red) {

        @Override
        public String toString() {
            return what + " -> " + red;
        }
    }

    static Stream<Break> breaks() {
        return Stream.of(
                perService("a service's instance deleted", w -> w.databases.remove(1), "R1-one-vpc", "R9-multi-az"),
                perService(
                        "a service's instance without a standby",
                        w -> w.databases.set(2, World.database("ess-demo-notification", false, true, 14, TLS)),
                        "R9-multi-az"),
                perService(
                        "a service's instance that was opened",
                        w -> w.databases.set(0, World.database("ess-demo-access-grant", true, false, 14, TLS)),
                        "practice-database-encryption",
                        "practice-database-private",
                        "practice-database-deletion"),
                cluster("a reader lost", w -> put(w, World.cluster("ess-demo", "ab")), "R9-multi-az"),
                cluster("two members in one zone", w -> put(w, World.cluster("ess-demo", "aab")), "R9-multi-az"),
                cluster(
                        "a cluster without a writer",
                        w -> put(w, members(w, m -> new Member(m.id(), m.zone(), m.status(), false))),
                        "R9-multi-az"),
                cluster(
                        "a member that failed",
                        w -> put(w, members(w, m -> new Member(m.id(), m.zone(), "failed", m.writer()))),
                        "practice-database-status"),
                cluster(
                        "a cluster that was opened",
                        w -> put(
                                w,
                                World.cluster(
                                        "ess-demo", w.databaseClusters.get(0).members(), true, TLS)),
                        "practice-database-private"),
                cluster(
                        "TLS not forced",
                        w -> put(
                                w,
                                World.cluster(
                                        "ess-demo",
                                        w.databaseClusters.get(0).members(),
                                        false,
                                        Map.of("rds.force_ssl", "0"))),
                        "practice-database-tls"),
                cluster(
                        "the cluster deleted",
                        w -> w.databaseClusters.clear(),
                        "R1-one-vpc",
                        "R9-multi-az",
                        "R9-subnet-zones",
                        "practice-database-status",
                        "practice-database-encryption",
                        "practice-database-private",
                        "practice-database-tls",
                        "practice-database-backups",
                        "practice-database-deletion"));
    }

    private static Break perService(String what, Consumer<World> change, String... red) {
        return new Break(what, Sharing.PER_SERVICE, Topology.MULTI_AZ_INSTANCE, change, Set.of(red));
    }

    private static Break cluster(String what, Consumer<World> change, String... red) {
        return new Break(what, Sharing.SHARED, Topology.MULTI_AZ_CLUSTER, change, Set.of(red));
    }

    private static void put(World world, DatabaseCluster cluster) {
        world.databaseClusters.set(0, cluster);
    }

    private static DatabaseCluster members(World world, UnaryOperator<Member> change) {
        List<Member> members =
                world.databaseClusters.get(0).members().stream().map(change).toList();
        return World.cluster("ess-demo", members, false, TLS);
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void aBreakTurnsExactlyTheRightFindingsRed(Break broken) {
        World world = world(broken.topology(), broken.sharing());
        broken.change().accept(world);

        assertThat(Checklist.judge(world.plan, world.inventory()).stream()
                        .filter(f -> f.verdict() != Verdict.PASS)
                        .peek(f -> assertThat(f.verdict()).isEqualTo(Verdict.FAIL))
                        .map(Finding::id)
                        .collect(Collectors.toSet()))
                .isEqualTo(broken.red());
    }

    @Test
    void theMissingDatabaseOfAServiceIsNamedWithTheService() {
        World world = world(Topology.MULTI_AZ_INSTANCE, Sharing.PER_SERVICE);
        world.databases.remove(1);

        assertThat(finding(world, "R9-multi-az").evidence())
                .startsWith("the instance ess-demo-authorization of the service authorization was not found in the VPC")
                .contains("ess-demo-openid: primary in eu-central-1a, standby in eu-central-1b");
    }

    @Test
    void evidenceOfAClusterNamesEachMemberAndItsZone() {
        Finding topology = finding(world(Topology.MULTI_AZ_CLUSTER, Sharing.SHARED), "R9-multi-az");

        assertThat(topology.title()).contains("a writer and two readers");
        assertThat(topology.evidence())
                .contains("ess-demo: writer ess-demo-instance-1 in eu-central-1a; readers ess-demo-instance-2 in"
                        + " eu-central-1b, ess-demo-instance-3 in eu-central-1c");
    }

    @Test
    void theRemedyFitsTheShape() {
        World instance = world(Topology.MULTI_AZ_INSTANCE, Sharing.SHARED);
        instance.databases.set(0, World.database(false, true, 14, TLS));
        World cluster = world(Topology.MULTI_AZ_CLUSTER, Sharing.SHARED);
        put(cluster, World.cluster("ess-demo", "ab"));

        assertThat(finding(instance, "R9-multi-az").remedy()).contains("switch Multi-AZ on");
        assertThat(finding(cluster, "R9-multi-az").remedy())
                .contains("replaces a member that is lost")
                .doesNotContain("switch Multi-AZ on");
    }

    @Test
    void eachLogicalDatabaseIsToldItsServerWhereItHasItsOwn() {
        assertThat(finding(world(Topology.MULTI_AZ_INSTANCE, Sharing.PER_SERVICE), "R9-databases")
                        .evidence())
                .contains("secret ess-demo/database/openid for the logical database ess_openid on ess-demo-openid"
                        + " exists");
    }

    /** Two deployments may share a VPC. */
    @Test
    void theDatabaseOfADeploymentWithALongerNameIsNotJudged() {
        World world = world(Topology.MULTI_AZ_INSTANCE, Sharing.SHARED);
        world.databases.add(World.database("ess-demo-2", false, false, 0, Map.of()));

        assertThat(Checklist.judge(world.plan, world.inventory()))
                .extracting(Finding::verdict)
                .containsOnly(Verdict.PASS);
    }

    @Test
    void withFourZonesTheOneWithoutBrokersIsNamedAndNothingIsMissing() {
        World world = new World(ExamplePlan.withZones(4));

        Finding brokers = finding(world, "R11-brokers");

        assertThat(brokers.verdict()).isEqualTo(Verdict.PASS);
        assertThat(brokers.evidence())
                .contains("3 brokers in 3 zones")
                .endsWith("Amazon MSK spans three zones at most, so none is meant to be in eu-central-1d");
    }

    private static World world(Topology topology, Sharing sharing) {
        return new World(ExamplePlan.withDatabase(topology, sharing));
    }

    private static Finding finding(World world, String id) {
        return Checklist.judge(world.plan, world.inventory()).stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
