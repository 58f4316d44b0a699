/**
 * Drawings on the screen: geometry from {@code diagram} as nodes, and how each box stands in a run, from the run's events
 * alone. {@link dev.essha.ui.diagram.DrawingView} shows, {@link dev.essha.ui.diagram.BoxStates} tells.
 */
package dev.essha.ui.diagram;
