/**
 * The HA checklist: one check per requirement and per practice, each a pure function of plan and inventory.
 *
 * <p>Asks no cloud. Missing evidence gives {@link dev.essha.checklist.Verdict#UNKNOWN} with what is missing, never a pass.
 */
package dev.essha.checklist;
