/** What a plan costs in a month, beside what is being chosen. */
package dev.essha.ui.cost;
