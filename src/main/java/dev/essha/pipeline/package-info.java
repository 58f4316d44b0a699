/**
 * Runs a blueprint: the stage graph, the runner, resume, roll back, destroy, and the typed events that every face folds.
 *
 * <p>Knows stages and the cloud port; no window, no SDK, and no text of a template. Time comes from {@link
 * dev.essha.pipeline.Time}.
 */
package dev.essha.pipeline;
