/**
 * The port on the AWS SDK v2, for AWS and AWS-compatible endpoints; the only package that knows the SDK.
 *
 * <p>{@link dev.essha.cloud.aws.AwsCloud#open} is the way in. {@code AwsClients} holds a client per service, made at its
 * first use, in which {@code FailureTranslation} turns every failure into the port's. Each interface of the port has a
 * class here; the look-ups are split by area. Nothing in it decides.
 *
 * <p>{@link dev.essha.cloud.aws.AwsSignIns} is the port of signing in: {@code ProfileFiles} reads the files of the AWS tools,
 * {@code BrowserFlow} and {@code DeviceFlow} lead through a browser, {@code SsoCache} shares tokens with the AWS tools.
 * {@code SignIn} holds the credentials of an open account, which {@code CredentialSources} finds for a login.
 */
package dev.essha.cloud.aws;
