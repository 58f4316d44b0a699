/**
 * Controls that show one setting of the draft each: label, input, and below it the hint, or what the engine says is wrong.
 * In FXML they have a path and nothing else; their words stand under {@code setting.PATH} in the part of the page.
 */
package dev.essha.ui.field;
