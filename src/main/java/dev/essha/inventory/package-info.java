/**
 * What was observed in an account, and where from: plain records, judged by the checklist.
 *
 * <p>Each part of an {@link dev.essha.inventory.Inventory} is {@link dev.essha.inventory.Observed}: seen, or not seen with
 * the reason, so that missing evidence can never pass for a good one. Knows no other package but {@code plan}.
 */
package dev.essha.inventory;
