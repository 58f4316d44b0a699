/**
 * The domain: its zone, the records to come, and what public DNS says of it now. Looking never stops anybody from going on.
 */
package dev.essha.ui.domain;
