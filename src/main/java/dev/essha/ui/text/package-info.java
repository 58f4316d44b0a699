/** What the window says, by key, in each of its languages. */
package dev.essha.ui.text;
