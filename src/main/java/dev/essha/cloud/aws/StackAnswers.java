package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.said;
import static dev.essha.cloud.aws.Facts.text;

import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.model.ResourceAttribute;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** CloudFormation's answers as the port's records. */
final class StackAnswers {

    private StackAnswers() {}

    static StackView view(Stack stack) {
        return new StackView(
                stack.stackName(),
                stack.stackId(),
                status(stack),
                said(stack.stackStatusReason()),
                Facts.tags(stack.outputs(), o -> o.outputKey(), o -> o.outputValue()),
                Facts.tags(stack.tags(), Tag::key, Tag::value),
                Facts.yes(stack.enableTerminationProtection()),
                changedAt(stack));
    }

    static StackEvent event(software.amazon.awssdk.services.cloudformation.model.StackEvent event) {
        return new StackEvent(
                event.eventId(),
                event.timestamp(),
                text(event.logicalResourceId()),
                text(event.physicalResourceId()),
                text(event.resourceType()),
                text(event.resourceStatusAsString()),
                said(event.resourceStatusReason()));
    }

    static StackResource resource(StackResourceSummary resource) {
        return new StackResource(
                resource.logicalResourceId(),
                text(resource.physicalResourceId()),
                resource.resourceType(),
                resource.resourceStatusAsString());
    }

    static ResourceChange change(software.amazon.awssdk.services.cloudformation.model.ResourceChange change) {
        return new ResourceChange(
                action(change),
                change.logicalResourceId(),
                text(change.resourceType()),
                text(change.physicalResourceId()),
                replacement(change),
                properties(change.details()));
    }

    /** Somebody may import resources into a stack: a change like any other, with statuses of its own. */
    private static StackStatus status(Stack stack) {
        return StackStatus.valueOf(stack.stackStatusAsString().replaceFirst("^IMPORT_", "UPDATE_"));
    }

    private static Instant changedAt(Stack stack) {
        return Stream.of(stack.deletionTime(), stack.lastUpdatedTime(), stack.creationTime())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static ResourceChange.Action action(
            software.amazon.awssdk.services.cloudformation.model.ResourceChange change) {
        return switch (change.action()) {
            case ADD, IMPORT -> ResourceChange.Action.ADD;
            case REMOVE -> ResourceChange.Action.REMOVE;
            case null, default -> ResourceChange.Action.MODIFY;
        };
    }

    /** Where CloudFormation says nothing, or something newer than this program, a replacement cannot be excluded. */
    private static ResourceChange.Replacement replacement(
            software.amazon.awssdk.services.cloudformation.model.ResourceChange change) {
        return switch (change.replacement()) {
            case TRUE -> ResourceChange.Replacement.YES;
            case FALSE -> ResourceChange.Replacement.NO;
            case CONDITIONAL, UNKNOWN_TO_SDK_VERSION -> ResourceChange.Replacement.MAYBE;
            case null -> ResourceChange.Replacement.NO;
        };
    }

    private static List<String> properties(List<ResourceChangeDetail> details) {
        return details.stream()
                .map(ResourceChangeDetail::target)
                .filter(Objects::nonNull)
                .map(StackAnswers::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static String name(ResourceTargetDefinition target) {
        return target.attribute() == ResourceAttribute.PROPERTIES && target.name() != null
                ? target.name() + inside(target)
                : text(target.attributeAsString());
    }

    /**
     * The part of a property that changes, {@code .InstanceType} for {@code /Properties/BrokerNodeGroupInfo/InstanceType};
     * nothing for a part of a list.
     */
    private static String inside(ResourceTargetDefinition target) {
        String[] steps = text(target.path()).split("/");
        return steps.length > 3 && steps[3].matches("[A-Za-z]+") ? "." + steps[3] : "";
    }
}
