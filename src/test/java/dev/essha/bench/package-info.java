/**
 * How fast and how small the program is, in figures: {@code mvn -B test -Dtest=Benchmarks -Dbenchmarks=FOLDER}. Nothing here
 * asserts a time, which is the machine's. What runs on the emulator measures the program, not AWS.
 */
package dev.essha.bench;
