/** The drawing of a deployment, alive. */
package dev.essha.ui.diagram;
