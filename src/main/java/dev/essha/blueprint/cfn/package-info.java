/**
 * A small typed model of CloudFormation templates, and their YAML, byte by byte the same.
 *
 * <p>{@link dev.essha.blueprint.cfn.TemplateBuilder} takes resources and answers what others refer to them by; {@link
 * dev.essha.blueprint.cfn.Value} is what stands behind a property; {@link dev.essha.blueprint.cfn.PolicyDocument} is IAM.
 * Knows nothing of stages.
 */
package dev.essha.blueprint.cfn;
