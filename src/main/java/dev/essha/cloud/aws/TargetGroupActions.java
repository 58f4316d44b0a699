package dev.essha.cloud.aws;

import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Puts auto scaling groups behind target groups, and takes them out. */
final class TargetGroupActions {

    private static final int GROUPS_PER_CALL = 10;

    private final AwsClients clients;
    private final NodeLookups nodes;

    TargetGroupActions(AwsClients clients) {
        this.clients = clients;
        this.nodes = new NodeLookups(clients);
    }

    void attach(String autoScalingGroup, List<String> arns) {
        List<String> attached = attached(autoScalingGroup);
        inCalls(arns.stream().filter(arn -> !attached.contains(arn)))
                .forEach(some -> clients.autoScaling()
                        .attachLoadBalancerTargetGroups(
                                r -> r.autoScalingGroupName(autoScalingGroup).targetGroupARNs(some)));
    }

    /** What has gone already needs no detaching: nothing is attached to an auto scaling group that has gone. */
    void detach(String autoScalingGroup, List<String> arns) {
        List<String> attached = attached(autoScalingGroup);
        inCalls(arns.stream().filter(attached::contains))
                .forEach(some -> clients.autoScaling()
                        .detachLoadBalancerTargetGroups(
                                r -> r.autoScalingGroupName(autoScalingGroup).targetGroupARNs(some)));
    }

    private static Stream<List<String>> inCalls(Stream<String> arns) {
        return arns.distinct().gather(Gatherers.windowFixed(GROUPS_PER_CALL));
    }

    private List<String> attached(String autoScalingGroup) {
        return nodes.scalingGroups(List.of(autoScalingGroup)).stream()
                .flatMap(group -> group.targetGroupArns().stream())
                .toList();
    }
}
