/**
 * The port on an account in memory: takes the same rendered templates, refuses what CloudFormation would refuse, and takes
 * the typical time for everything.
 *
 * <p>Read {@code RehearsalCloud}, then {@code Account} and {@code RehearsedStack}. Executing a change set works out at once
 * what will happen when ({@code Schedule}); from then on every answer is a pure function of the clock, so nothing runs in
 * the background and nothing sleeps. What the account holds is derived from the resolved properties of its resources, one
 * class per area ({@code NetworkView}, {@code EdgeView}, {@code DataView}, {@code ComputeView}, {@code PublicDns}).
 */
package dev.essha.cloud.rehearsal;
