package dev.essha.cloud.rehearsal;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import java.util.List;
import java.util.Set;

/** Puts auto scaling groups behind target groups, where both exist. */
record NodesBehind(Account account) {

    private static final String CALL = "autoscaling:AttachLoadBalancerTargetGroups";

    void attach(String autoScalingGroup, List<String> targetGroupArns) {
        synchronized (account) {
            AccountSnapshot snapshot = account.snapshot();
            if (new ComputeView(snapshot)
                    .scalingGroups(List.of(autoScalingGroup))
                    .isEmpty()) {
                throw notFound("AutoScalingGroup name not found - " + autoScalingGroup);
            }
            targetGroupArns.stream()
                    .filter(arn -> snapshot.find(EdgeView.TARGET_GROUP, arn).isEmpty())
                    .findFirst()
                    .ifPresent(arn -> {
                        throw notFound("Target groups not found: " + arn);
                    });
            account.change(() -> account.byHand().attach(autoScalingGroup, Set.copyOf(targetGroupArns)));
        }
    }

    private static CloudException notFound(String message) {
        return new CloudException(new CloudFailure.NotFound(CALL, message));
    }
}
