/** Reviewing and running: the preview, the run as its events tell it, failures and what to do about them. */
package dev.essha.ui.run;
