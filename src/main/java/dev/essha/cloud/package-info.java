/**
 * The port to an account: only the verbs that the program uses, and failures as a sealed type.
 *
 * <p>{@code cloud.aws} speaks to AWS or an AWS-compatible endpoint, {@code cloud.rehearsal} is an account in memory. No
 * adapter decides anything. What they observe are the records of {@code inventory}. How somebody signs in is {@code
 * cloud.signin}, what the adapters themselves say to people is {@code cloud.said}.
 */
package dev.essha.cloud;
