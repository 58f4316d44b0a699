/**
 * What is kept of what is being typed, so that it survives a crash: the settings of the plan and where the person was. Nothing
 * of signing in ever comes here.
 */
package dev.essha.ui.keep;
