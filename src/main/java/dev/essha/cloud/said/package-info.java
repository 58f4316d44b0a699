/**
 * What is said of a failure of the cloud by whoever makes it, an adapter or a run, in a reader's language. What a service says
 * stays in its own words. A sentence has a key, and whoever needs it holds a phrase; only the command line and the log take the
 * English at once.
 */
package dev.essha.cloud.said;
