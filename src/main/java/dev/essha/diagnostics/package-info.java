/**
 * What a person sends along when something went wrong: one zip with the plan, the runs' events, the log, the stacks'
 * events and the versions, from which everything secret was taken.
 *
 * <p>Nothing here looks anything up or knows where files lie: it is given texts and cleans them.
 */
package dev.essha.diagnostics;
