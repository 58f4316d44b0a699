package dev.essha.cloud.aws;

import java.util.List;

/**
 * The one fact that CloudFormation tells in words only: that a change set failed because there is nothing to change.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html#troubleshooting-errors-no-updates-to-perform">No updates to perform</a>
 */
final class StatusReason {

    private static final List<String> NOTHING_TO_CHANGE =
            List.of("The submitted information didn't contain changes", "No updates are to be performed");

    private StatusReason() {}

    static boolean nothingToChange(String reason) {
        return NOTHING_TO_CHANGE.stream().anyMatch(reason::contains);
    }
}
