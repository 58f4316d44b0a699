/**
 * The way through: the model that all pages share, the list of steps with their guards, the shell around the pages, and the
 * pages that write the plan. A page is three small things: FXML, a page class, and the draft.
 */
package dev.essha.ui.wizard;
