/** The port on the AWS SDK v2, for AWS and AWS-compatible endpoints; the only package that knows the SDK. */
package dev.essha.cloud.aws;
