package dev.essha.pipeline;

/**
 * Why a stage failed: the first real cause, never a consequence of it.
 *
 * @param logicalId the resource that failed; empty where the stage failed before any did
 * @param type of that resource, may be empty
 * @param reason what the service said, or in a sentence what is in the way
 * @param advice what to do, in a sentence
 */
public record StageFailure(String logicalId, String type, String reason, String advice) {}
