/**
 * Reads and writes plans as YAML.
 *
 * <p>Every setting is declared once, in the {@code *Settings} class of its section, with key, shape, description and getter;
 * {@link dev.essha.plan.yaml.PlanReader}, {@link dev.essha.plan.yaml.PlanWriter} and {@link dev.essha.plan.yaml.PlanSchema}
 * are three uses of that declaration and so cannot disagree. Reading never throws: whatever is wrong with a file becomes a
 * problem with line and column, and a file that was written is written again byte for byte the same.
 */
package dev.essha.plan.yaml;
