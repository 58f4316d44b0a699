package dev.essha.blueprint;

import java.util.SortedSet;

/**
 * One stage of the installation.
 *
 * @param id which one
 * @param after the stages that must be complete before it starts; at least the producers of its inputs
 * @param work what it does
 */
public record Stage(StageId id, SortedSet<StageId> after, Work work) {}
