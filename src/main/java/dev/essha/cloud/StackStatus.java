package dev.essha.cloud;

/**
 * Where a stack stands, with the names of CloudFormation.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html">Stack status codes</a>
 */
public enum StackStatus {
    REVIEW_IN_PROGRESS,
    CREATE_IN_PROGRESS,
    CREATE_COMPLETE,
    CREATE_FAILED,
    ROLLBACK_IN_PROGRESS,
    ROLLBACK_COMPLETE,
    ROLLBACK_FAILED,
    UPDATE_IN_PROGRESS,
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
    UPDATE_COMPLETE,
    UPDATE_FAILED,
    UPDATE_ROLLBACK_IN_PROGRESS,
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
    UPDATE_ROLLBACK_COMPLETE,
    UPDATE_ROLLBACK_FAILED,
    DELETE_IN_PROGRESS,
    DELETE_COMPLETE,
    DELETE_FAILED;

    /** CloudFormation is at work: wait. A stack that only awaits review is not at work. */
    public boolean inProgress() {
        return this != REVIEW_IN_PROGRESS && name().endsWith("IN_PROGRESS");
    }

    /** The last change was made as asked. */
    public boolean succeeded() {
        return this == CREATE_COMPLETE || this == UPDATE_COMPLETE;
    }

    /** Nothing usable is in it; it has to be deleted before a stack of this name can be created. */
    public boolean mustBeDeletedFirst() {
        return this == ROLLBACK_COMPLETE || this == ROLLBACK_FAILED || this == DELETE_FAILED;
    }
}
