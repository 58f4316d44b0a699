package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Turns whatever a client would throw, after its retries, into a {@link CloudException}: in the client, so that no call
 * can forget it.
 *
 * @param service the service's prefix in IAM actions
 */
record FailureTranslation(String service) implements ExecutionInterceptor {

    /** The SDK takes back only exceptions of its own kinds, so this one is not returned but thrown. */
    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        Throwable seen = context.exception();
        if (seen instanceof CloudException || seen instanceof Error) {
            return seen;
        }
        String call = service + ":" + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        throw new CloudException(AwsFailures.of(call, seen), seen);
    }
}
