/**
 * Findings for people and programs: a table for a terminal, JSON, and a page that needs nothing but itself.
 *
 * <p>Knows only the findings; judges nothing.
 */
package dev.essha.checklist.report;
