package dev.essha.pipeline;

import dev.essha.blueprint.Output;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.plan.DatabaseServer;
import dev.essha.plan.EssService;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Collects what a person needs to put ESS on top: addresses and the names of secrets, never a secret. */
final class HandOverStep implements Step {

    /** Lists with a part for each database server, by what one part is called. */
    private static final Map<Output, String> OF_EACH_SERVER = Map.of(
            Output.DATABASE_ENDPOINTS, "DatabaseEndpoint",
            Output.DATABASE_READER_ENDPOINTS, "DatabaseReaderEndpoint",
            Output.DATABASE_MASTER_SECRET_ARNS, "DatabaseMasterSecretArn");

    private final Work.HandOver work;
    private final Plan plan;
    private final Outputs outputs;

    HandOverStep(Work.HandOver work, Plan plan, Outputs outputs) {
        this.work = work;
        this.plan = plan;
        this.outputs = outputs;
    }

    @Override
    public StageResult run() {
        return new StageResult.Completed(false, values());
    }

    @Override
    public Observation observe() {
        return new Observation(true, Phrase.of("hand-over.values", values().size()));
    }

    /** @throws StageException where something was not delivered */
    SortedMap<String, String> values() {
        ResourceNames names = new ResourceNames(plan.name());
        SortedMap<String, String> values = outputs.all(work.inputs().stream()
                .filter(o -> !OF_EACH_SERVER.containsKey(o))
                .toList());
        work.inputs().stream().filter(OF_EACH_SERVER::containsKey).forEach(o -> ofEachServer(o, values));
        for (EssService service : work.services()) {
            values.put("DatabaseSecretName." + service.label(), names.databaseSecret(service));
        }
        if (plan.messaging().authentication() == MessagingPlan.Authentication.SCRAM) {
            values.put("KafkaSecretName", names.kafkaSecret());
        }
        return values;
    }

    /** {@code DatabaseEndpoint} of the one that all share, {@code DatabaseEndpoint.openid} of a service's own. */
    private void ofEachServer(Output output, SortedMap<String, String> values) {
        List<DatabaseServer> servers = DatabaseServer.of(plan);
        List<String> parts = outputs.list(output);
        if (parts.size() != servers.size()) {
            throw new StageException(
                    Phrase.of("hand-over.parts", parts.size(), output.key(), servers.size()),
                    Phrase.of("output.missing.advice", StageId.DATABASE.named()));
        }
        for (int i = 0; i < parts.size(); i++) {
            String owner = servers.get(i).owner().map(s -> "." + s.label()).orElse("");
            values.put(OF_EACH_SERVER.get(output) + owner, parts.get(i));
        }
    }
}
