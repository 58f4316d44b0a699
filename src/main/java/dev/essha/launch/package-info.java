/** The main class and the wiring by hand; the only package that sees everything, and the only one with clock and environment. */
package dev.essha.launch;
