/** JavaFX's own controls, where they do not do what the window needs. */
package dev.essha.ui.control;
