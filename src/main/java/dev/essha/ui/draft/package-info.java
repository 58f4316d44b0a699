/**
 * A plan while it is typed: the texts of its settings, and what the engine's own reader and rules say of them. JavaFX's
 * properties, no controls: it is tested without a toolkit.
 */
package dev.essha.ui.draft;
