/**
 * The typed configuration of one deployment, and the rules that judge it.
 *
 * <p>Value types refuse what they cannot mean, records group them by section, rules return every problem with its path.
 * Only a {@link dev.essha.plan.ValidPlan} is accepted by the packages further on. Knows no other package of the program.
 */
package dev.essha.plan;
