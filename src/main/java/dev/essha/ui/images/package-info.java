/**
 * The registry page: where images come from and go, whether an entitlement opens them, and their copy.
 *
 * <p>The entitlement lives in the fields and in the work that runs with it, and leaves both with the page.
 */
package dev.essha.ui.images;
