/**
 * The command line: a thin face of the same parts as the window.
 *
 * <p>One class for each command; its options and exit status are fixed, since other programs rely on them. What is asked for
 * goes to standard output, as text for people or as JSON; everything else goes to standard error. Progress is the fold of
 * the run's events. {@link dev.essha.cli.Failures} turns whatever went wrong into a sentence, and no stack trace gets past it.
 * Where a command runs is opened by {@link dev.essha.application.Places}, so nothing here knows an adapter.
 */
package dev.essha.cli;
