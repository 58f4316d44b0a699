package dev.essha.cloud;

/** A resource of a stack as CloudFormation sees it. {@code physicalId} may be empty. */
public record StackResource(String logicalId, String physicalId, String type, String status) {}
