/**
 * What a secret looks like, and how it is taken out of a text. Everybody may use it; it knows nobody.
 *
 * <p>Used where texts of others come in (a plan's file, what a service says) and where texts are kept or handed on (runs, log,
 * diagnostics).
 */
package dev.essha.secrecy;
