/** Collects an inventory from an account through the cloud port, in parallel, and records what could not be seen and why. */
package dev.essha.survey;
