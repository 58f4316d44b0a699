/**
 * How connections leave this computer: through which proxy, and whose certificates count. Whatever talks to the outside over
 * HTTP asks here; DNS look-ups go past it. Knows no other package.
 */
package dev.essha.connect;
