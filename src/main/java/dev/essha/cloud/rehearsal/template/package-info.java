/**
 * The language of CloudFormation's templates, as far as deployments use it: reading, validating, resolving.
 *
 * <p>Knows no account. Whatever it refuses, it refuses with {@link dev.essha.cloud.CloudFailure.Invalid} in
 * CloudFormation's words.
 */
package dev.essha.cloud.rehearsal.template;
