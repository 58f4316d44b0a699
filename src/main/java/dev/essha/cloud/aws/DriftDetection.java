package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.text;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.ResourceDrift;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackDriftDetectionStatusResponse;
import software.amazon.awssdk.services.cloudformation.model.DifferenceType;
import software.amazon.awssdk.services.cloudformation.model.PropertyDifference;
import software.amazon.awssdk.services.cloudformation.model.StackDriftDetectionStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;

/**
 * What was changed or deleted by hand, as CloudFormation finds out.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html">Drift detection</a>
 */
final class DriftDetection {

    private static final String CALL = "cloudformation:DetectStackDrift";

    private final AwsClients clients;

    DriftDetection(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * A detection that failed did so for at least one resource; what it found about the others counts. Where it found
     * nothing, nobody can say that there is nothing.
     */
    List<ResourceDrift> of(String stackId) {
        String detection =
                cloudFormation().detectStackDrift(r -> r.stackName(stackId)).stackDriftDetectionId();
        DescribeStackDriftDetectionStatusResponse ended = await(detection);
        List<ResourceDrift> found = found(stackId);
        if (found.isEmpty() && ended.detectionStatus() == StackDriftDetectionStatus.DETECTION_FAILED) {
            throw new CloudException(new CloudFailure.Unknown(
                    CALL, ended.detectionStatusAsString(), Facts.said(ended.detectionStatusReason())));
        }
        return found;
    }

    private DescribeStackDriftDetectionStatusResponse await(String detection) {
        Polling polling = new Polling(CALL);
        while (true) {
            DescribeStackDriftDetectionStatusResponse seen =
                    cloudFormation().describeStackDriftDetectionStatus(r -> r.stackDriftDetectionId(detection));
            if (seen.detectionStatus() != StackDriftDetectionStatus.DETECTION_IN_PROGRESS) {
                return seen;
            }
            polling.pause();
        }
    }

    private List<ResourceDrift> found(String stackId) {
        return cloudFormation()
                .describeStackResourceDriftsPaginator(r -> r.stackName(stackId)
                        .stackResourceDriftStatusFilters(
                                StackResourceDriftStatus.MODIFIED, StackResourceDriftStatus.DELETED))
                .stream()
                .flatMap(page -> page.stackResourceDrifts().stream())
                .map(DriftDetection::drift)
                .sorted(Comparator.comparing(ResourceDrift::logicalId))
                .toList();
    }

    private static ResourceDrift drift(StackResourceDrift seen) {
        boolean gone = seen.stackResourceDriftStatus() == StackResourceDriftStatus.DELETED;
        return new ResourceDrift(
                seen.logicalResourceId(),
                seen.resourceType(),
                text(seen.physicalResourceId()),
                gone,
                gone
                        ? List.of()
                        : seen.propertyDifferences().stream()
                                .map(DriftDetection::difference)
                                .toList());
    }

    /** What is missing on a side is {@code null} in words there; the type of the difference says so reliably. */
    private static ResourceDrift.Difference difference(PropertyDifference seen) {
        String path = seen.propertyPath();
        DifferenceType type = seen.differenceType();
        return new ResourceDrift.Difference(
                path,
                type == DifferenceType.ADD ? "" : Secrecy.shown(path, text(seen.expectedValue())),
                type == DifferenceType.REMOVE ? "" : Secrecy.shown(path, text(seen.actualValue())));
    }

    private CloudFormationClient cloudFormation() {
        return clients.cloudFormation();
    }
}
