package dev.essha.pipeline;

import dev.essha.cloud.Actions;
import dev.essha.plan.DnsRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes down what is asked of it, and finds what was put there by hand. */
final class FakeActions implements Actions {

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    /** The target groups that each auto scaling group is behind. */
    final SortedMap<String, TreeSet<String>> attached = new TreeMap<>();
    /** The tags of a VPC and its subnets. */
    final Map<String, Map<String, String>> tags = new HashMap<>();

    final List<String> logGroups = new ArrayList<>();
    final List<String> securityGroups = new ArrayList<>();
    final Map<String, List<String>> clusterSnapshots = new HashMap<>();

    @Override
    public List<String> autoScalingGroups(String clusterName) {
        return List.copyOf(attached.keySet());
    }

    @Override
    public void attachTargetGroups(String autoScalingGroup, List<String> targetGroupArns) {
        calls.add("attach %s to %s".formatted(autoScalingGroup, String.join(",", targetGroupArns)));
        attached.get(autoScalingGroup).addAll(targetGroupArns);
    }

    @Override
    public void detachTargetGroups(String autoScalingGroup, List<String> targetGroupArns) {
        calls.add("detach %s from %s".formatted(autoScalingGroup, String.join(",", targetGroupArns)));
        targetGroupArns.forEach(attached.get(autoScalingGroup)::remove);
    }

    @Override
    public void tag(List<String> ids, SortedMap<String, String> added) {
        calls.add("tag " + String.join(",", ids));
        ids.forEach(id -> tags.computeIfAbsent(id, _ -> new HashMap<>()).putAll(added));
    }

    @Override
    public void untag(List<String> ids, List<String> keys) {
        calls.add("untag " + String.join(",", ids));
        ids.forEach(id -> keys.forEach(tags.get(id)::remove));
    }

    @Override
    public Optional<DnsRecord> certificateValidation(String certificateArn) {
        return Optional.of(new DnsRecord("_proof.ess.example.com", "CNAME", certificateArn + ".acm.aws", 300));
    }

    @Override
    public void allowDatabaseDeletion(String instanceIdentifier) {
        calls.add("allow deletion of " + instanceIdentifier);
    }

    @Override
    public void allowDatabaseClusterDeletion(String clusterIdentifier) {
        calls.add("allow deletion of cluster " + clusterIdentifier);
    }

    @Override
    public void allowLoadBalancerDeletion(String loadBalancerArn) {
        calls.add("allow deletion of " + loadBalancerArn);
    }

    @Override
    public void emptyBucket(String bucketName) {
        calls.add("empty " + bucketName);
    }

    @Override
    public void deleteBucket(String bucketName) {
        calls.add("delete bucket " + bucketName);
    }

    @Override
    public void deleteDatabaseSnapshot(String snapshotIdentifier) {
        calls.add("delete snapshot " + snapshotIdentifier);
    }

    @Override
    public List<String> databaseSnapshots(String instanceIdentifier) {
        return List.of();
    }

    @Override
    public void deleteDatabaseClusterSnapshot(String snapshotIdentifier) {
        calls.add("delete cluster snapshot " + snapshotIdentifier);
    }

    @Override
    public List<String> databaseClusterSnapshots(String clusterIdentifier) {
        return clusterSnapshots.getOrDefault(clusterIdentifier, List.of());
    }

    @Override
    public void scheduleKeyDeletion(String keyId, int days) {
        calls.add("schedule deletion of " + keyId);
    }

    @Override
    public List<String> loadBalancersMadeByCluster(String clusterName, String vpcId) {
        calls.add("look for load balancers in " + vpcId);
        return List.of();
    }

    @Override
    public void deleteLoadBalancer(String loadBalancerArn) {
        calls.add("delete load balancer " + loadBalancerArn);
    }

    @Override
    public List<String> unusedInterfaces(String vpcId) {
        calls.add("look for interfaces in " + vpcId);
        return List.of();
    }

    @Override
    public void deleteInterface(String interfaceId) {
        calls.add("delete interface " + interfaceId);
    }

    @Override
    public List<String> securityGroupsLeftByOthers(String clusterName, String vpcId) {
        return List.copyOf(securityGroups);
    }

    @Override
    public void deleteSecurityGroup(String groupId) {
        calls.add("delete security group " + groupId);
        securityGroups.remove(groupId);
    }

    @Override
    public List<String> logGroups(List<String> names) {
        return logGroups.stream().filter(names::contains).toList();
    }

    @Override
    public void deleteLogGroup(String name) {
        calls.add("delete log group " + name);
        logGroups.remove(name);
    }
}
