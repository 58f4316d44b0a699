/**
 * Looks at an account through the cloud port and writes down what is there.
 *
 * <p>Look-ups run side by side. One that fails becomes {@link dev.essha.inventory.Observed.Unseen} with the missing permission
 * or fact, so that the checklist can say "unknown" instead of guessing. Ids come from the outputs of the stacks; what is in
 * the VPC is then looked for there, so that things made by hand are seen too. Judges nothing: that is {@code checklist}.
 */
package dev.essha.survey;
