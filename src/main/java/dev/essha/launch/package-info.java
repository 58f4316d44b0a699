/**
 * The main class and the wiring by hand; the only package that sees everything.
 *
 * <p>{@link dev.essha.launch.Main} reads what is around the process once, {@code Wiring} opens a rehearsal, an endpoint or AWS,
 * and the two clocks are the real one and the compressed one of rehearsals. Environment, clock, randomness, shutdown hook
 * and log file are here and nowhere else, so that everything below can be run in a test with all of it given.
 */
package dev.essha.launch;
