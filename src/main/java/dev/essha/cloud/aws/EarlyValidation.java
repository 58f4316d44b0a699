package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.text;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.EventType;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;

/**
 * Why CloudFormation refuses a change set before anything is made. Its status only names the check that failed, {@code
 * AWS::EarlyValidation::ResourceExistenceCheck}; what that found is among the events.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_OperationEvent.html">OperationEvent</a>
 */
record EarlyValidation(CloudFormationClient cloudFormation) {

    private static final String EXISTENCE = "AWS::EarlyValidation::ResourceExistenceCheck";

    /** @param reason what the change set's status says */
    CloudFailure failure(String call, String changeSetId, String reason) {
        List<OperationEvent> found = found(changeSetId);
        String said = found.isEmpty()
                ? reason
                : found.stream().map(EarlyValidation::words).distinct().collect(Collectors.joining("; "));
        boolean taken =
                reason.contains(EXISTENCE) || found.stream().anyMatch(e -> EXISTENCE.equals(e.validationName()));
        return taken ? new CloudFailure.Taken(call, said) : new CloudFailure.Invalid(call, said);
    }

    private static String words(OperationEvent event) {
        return "%s (%s): %s"
                .formatted(
                        text(event.logicalResourceId()),
                        text(event.resourceType()),
                        text(event.validationStatusReason()));
    }

    /** What cannot be read, as its permission is younger than most policies, is done without. */
    private List<OperationEvent> found(String changeSetId) {
        try {
            return cloudFormation
                    .describeEventsPaginator(r -> r.changeSetName(changeSetId).filters(f -> f.failedEvents(true)))
                    .operationEvents()
                    .stream()
                    .filter(e -> e.eventType() == EventType.VALIDATION_ERROR)
                    .toList();
        } catch (CloudException e) {
            return List.of();
        }
    }
}
