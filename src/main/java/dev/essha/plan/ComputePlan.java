package dev.essha.plan;

import java.util.List;

/**
 * The Kubernetes cluster that the containers of ESS run on.
 *
 * @param kubernetesVersion {@code 1.33}; ESS needs 1.28 or later
 * @param instanceType of the worker nodes; ESS needs at least 4 vCPU and 8 GiB each
 * @param nodesPerZone worker nodes in each zone; ESS needs at least three in all
 * @param maxNodesPerZone up to how many an autoscaler may add in each zone
 * @param diskGiB root volume of each node, in GiB
 * @param apiCidrs who may reach the cluster's API over the internet; empty: only from inside the VPC
 * @param logDays how long control-plane logs are kept, in days
 */
public record ComputePlan(
        String kubernetesVersion,
        String instanceType,
        int nodesPerZone,
        int maxNodesPerZone,
        int diskGiB,
        List<Cidr> apiCidrs,
        int logDays) {

    public ComputePlan {
        apiCidrs = List.copyOf(apiCidrs);
    }
}
