/**
 * What the command line and the window both need of a deployment: a place to run in, its judgement, what is kept of its runs,
 * diagnostics, and how figures and events are written. No face, no adapter.
 */
package dev.essha.application;
