/** Work off the window's thread: it cannot be started without saying what a failure leads to, and stale answers are dropped. */
package dev.essha.ui.work;
