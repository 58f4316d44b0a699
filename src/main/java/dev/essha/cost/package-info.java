/**
 * What a deployment costs in a month, itemized from its plan.
 *
 * <p>{@link dev.essha.cost.Bill} says what a plan makes AWS charge for and how much of it, {@link dev.essha.cost.PriceBook}
 * what one of it costs, {@link dev.essha.cost.Estimate} multiplies and adds. Nothing is guessed: what is charged by use has
 * no amount before somebody says how much is used, and what has no known price is named as such, in the total, too.
 *
 * <p>Knows plans and {@link dev.essha.cloud.Prices}, no account and no template.
 */
package dev.essha.cost;
