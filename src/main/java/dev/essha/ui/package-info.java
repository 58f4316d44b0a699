/**
 * The window: a face of the same parts as the command line, with no rule of its own.
 *
 * <p>Read {@code ui.draft} (a plan while it is typed), {@code ui.field} (a control for each setting), {@code ui.work} (work in
 * the background), {@code ui.text} (words in each language), {@code ui.wizard} (model, flow, shell and the pages that write the
 * plan), {@code ui.run} and {@code ui.check} (the pages that run and judge), then {@link dev.essha.ui.InstallerWindow}, which
 * puts them together.
 */
package dev.essha.ui;
