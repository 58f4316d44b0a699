/**
 * Findings for people: a table for a terminal, and a page that needs nothing but itself.
 *
 * <p>Knows only the findings; judges nothing.
 */
package dev.essha.checklist.report;
