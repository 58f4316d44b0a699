/** The checklist of what stands. */
package dev.essha.ui.check;
