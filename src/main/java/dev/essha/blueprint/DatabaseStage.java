package dev.essha.blueprint;

import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.DatabaseServer;
import java.util.List;

/**
 * PostgreSQL on Amazon RDS (R9): one server for all ESS services, or one for each; each an instance with a standby in
 * another zone, or a cluster over three zones.
 *
 * <p>The logical databases are made later, by the hand-over; so is the {@code pgvector} extension of the Search service,
 * which RDS ships and {@code CREATE EXTENSION vector} switches on: no parameter asks for it.
 *
 * <p>Instances and clusters have logical ids of their own. CloudFormation does not turn one into the other, and neither
 * would it keep the data: whoever changes the topology or the sharing moves the data by hand.
 */
final class DatabaseStage implements StageTemplate.OfStack {

    @Override
    public StageId id() {
        return StageId.DATABASE;
    }

    @Override
    public void describe(StackDraft stack) {
        switch (stack.plan().database().topology()) {
            case MULTI_AZ_INSTANCE -> instances(stack);
            case MULTI_AZ_CLUSTER -> clusters(stack);
        }
    }

    private static void instances(StackDraft stack) {
        DatabaseSurroundings around = DatabaseSurroundings.add(stack, DatabaseParameters::ofInstances);
        List<ResourceRef> instances = DatabaseServer.of(stack.plan()).stream()
                .map(server -> DatabaseInstance.add(stack, server, around))
                .toList();
        deliver(stack, instances);
    }

    private static void clusters(StackDraft stack) {
        stack.lintException("E3692", "The rule wants Iops of every cluster; RDS refuses it for gp3 below 400 GiB");
        DatabaseSurroundings around = DatabaseSurroundings.add(stack, DatabaseParameters::ofClusters);
        List<ResourceRef> clusters = DatabaseServer.of(stack.plan()).stream()
                .map(server -> DatabaseCluster.add(stack, server, around))
                .toList();
        deliver(stack, clusters);
        stack.deliver(Output.DATABASE_READER_ENDPOINTS, each(clusters, "ReadEndpoint.Address"));
    }

    /** Every server listens on the same port. */
    private static void deliver(StackDraft stack, List<ResourceRef> servers) {
        stack.deliver(Output.DATABASE_ENDPOINTS, each(servers, "Endpoint.Address"));
        stack.deliver(Output.DATABASE_PORT, servers.getFirst().att("Endpoint.Port"));
        stack.deliver(Output.DATABASE_MASTER_SECRET_ARNS, each(servers, "MasterUserSecret.SecretArn"));
    }

    private static List<Value> each(List<ResourceRef> servers, String attribute) {
        return servers.stream().<Value>map(s -> s.att(attribute)).toList();
    }
}
