/**
 * The port on an account in memory: takes the same rendered templates, refuses what CloudFormation and the services behind
 * it would refuse, and takes the typical time for everything.
 *
 * <p>Read {@code RehearsalCloud}, then {@code Account} and {@code RehearsedStack}. Executing a change set works out at once
 * what will happen when ({@code Schedule}, {@code Ending}, {@code Teardown}); from then on every answer is a pure function of
 * the clock, so nothing runs in the background and nothing sleeps. What a type of resource is like is a line of {@code
 * ResourceTypes}; what speaks against one is in {@code Obstacles}. What the account holds is derived from the resolved
 * properties of its resources, one class per area ({@code NetworkView}, {@code EdgeView}, {@code FrontView}, {@code DataView},
 * {@code ComputeView}, {@code HostedRecords}, {@code PublicDns}, ...). What was there before, or was done without
 * CloudFormation, is in {@code Premises}, {@code ByHand} and {@code PersonElsewhere}.
 */
package dev.essha.cloud.rehearsal;
