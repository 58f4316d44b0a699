package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.essha.blueprint.Output;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DatabasePlan.Sharing;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.EssPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HandOverStepTest {

    private static final EssPlan FIVE_SERVICES = new EssPlan(false, false, false);

    @Test
    void theSharedDatabaseIsToldWithoutAService() {
        assertThat(handedOver(Topology.MULTI_AZ_INSTANCE, Sharing.SHARED, "db.example", ""))
                .containsEntry("DatabaseEndpoint", "db.example")
                .containsEntry("DatabaseMasterSecretArn", "arn-db.example")
                .containsEntry("DatabaseSecretName.storage", "ess-demo/database/storage")
                .doesNotContainKeys("DatabaseEndpoints", "DatabaseReaderEndpoint");
    }

    @Test
    void aClusterTellsItsReadersToo() {
        assertThat(handedOver(Topology.MULTI_AZ_CLUSTER, Sharing.SHARED, "db.example", "db-ro.example"))
                .containsEntry("DatabaseEndpoint", "db.example")
                .containsEntry("DatabaseReaderEndpoint", "db-ro.example");
    }

    @Test
    void whatIsAServicesOwnBearsItsName() {
        assertThat(handedOver(Topology.MULTI_AZ_INSTANCE, Sharing.PER_SERVICE, "a,b,c,d,e", ""))
                .containsEntry("DatabaseEndpoint.access-grant", "a")
                .containsEntry("DatabaseEndpoint.storage", "e")
                .containsEntry("DatabaseMasterSecretArn.authorization", "arn-b")
                .doesNotContainKeys("DatabaseEndpoint", "DatabaseEndpoints");
    }

    /** An earlier shape's outputs are no answer for this one's services. */
    @Test
    void endpointsThatDoNotFitTheServicesAreNotHandedOver() {
        assertThatThrownBy(() -> handedOver(Topology.MULTI_AZ_INSTANCE, Sharing.PER_SERVICE, "db.example", ""))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("1 parts of their output DatabaseEndpoints, and the plan has 5 databases");
    }

    private static Map<String, String> handedOver(
            Topology topology, Sharing sharing, String endpoints, String readers) {
        Plan plan = plan(topology, sharing);
        SortedSet<Output> inputs = new TreeSet<>(
                List.of(Output.DATABASE_ENDPOINTS, Output.DATABASE_MASTER_SECRET_ARNS, Output.BUCKET_NAME));
        Outputs outputs = new Outputs();
        outputs.put(StageId.STORAGE, Map.of("BucketName", "content"));
        outputs.put(
                StageId.DATABASE,
                Map.of(
                        "DatabaseEndpoints", endpoints,
                        "DatabaseReaderEndpoints", readers,
                        "DatabaseMasterSecretArns", endpoints.replaceAll("(^|,)", "$1arn-")));
        if (!readers.isEmpty()) {
            inputs.add(Output.DATABASE_READER_ENDPOINTS);
        }
        Work.HandOver work = new Work.HandOver(plan.ess().servicesWithDatabase(), inputs);
        return ((StageResult.Completed) new HandOverStep(work, plan, outputs).run()).outputs();
    }

    private static Plan plan(Topology topology, Sharing sharing) {
        Plan p = Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);
        DatabasePlan database = new DatabasePlan(topology, sharing, "17.9", "db.m6gd.large", 100, 100, 7, false);
        return new Plan(
                p.name(),
                p.account(),
                p.region(),
                p.tags(),
                FIVE_SERVICES,
                p.network(),
                p.domain(),
                p.edge(),
                database,
                p.messaging(),
                p.storage(),
                p.compute(),
                p.registry());
    }
}
