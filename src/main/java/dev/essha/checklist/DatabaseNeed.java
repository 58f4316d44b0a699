package dev.essha.checklist;

import dev.essha.plan.DatabaseServer;
import dev.essha.plan.Plan;
import java.util.Map;

/**
 * How much of RDS's quotas a plan takes. Each member of a cluster is an instance and counts as one, beside the quota of
 * clusters.
 *
 * @param servers how many instances, or clusters, are asked for
 * @param type CloudFormation's, of each server
 * @param instancesEach that a server counts as
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AccountQuota.html">Quotas, and what counts</a>
 */
record DatabaseNeed(long servers, String type, long instancesEach) {

    private static final long MEMBERS = 3;

    static DatabaseNeed of(Plan plan) {
        long servers = DatabaseServer.of(plan).size();
        return switch (plan.database().topology()) {
            case MULTI_AZ_INSTANCE -> new DatabaseNeed(servers, "AWS::RDS::DBInstance", 1);
            case MULTI_AZ_CLUSTER -> new DatabaseNeed(servers, "AWS::RDS::DBCluster", MEMBERS);
        };
    }

    /** Of clusters none where the servers are instances. */
    long clusters() {
        return instancesEach == MEMBERS ? servers : 0;
    }

    long instances() {
        return servers * instancesEach;
    }

    /** @param standing how many resources of each type the deployment has already */
    long serversToCome(Map<String, Long> standing) {
        return Math.max(0, servers - standing.getOrDefault(type, 0L));
    }

    long instancesToCome(Map<String, Long> standing) {
        return serversToCome(standing) * instancesEach;
    }
}
