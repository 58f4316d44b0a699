package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Turns whatever a client would throw, after its retries, into a {@link CloudException}: in the client, so that no call
 * can forget it.
 *
 * @param service the service's prefix in IAM actions
 * @param refused is told that the service did not accept the credentials
 */
record FailureTranslation(String service, Runnable refused) implements ExecutionInterceptor {

    /** The SDK takes back only exceptions of its own kinds, so this one is not returned but thrown. */
    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        Throwable seen = context.exception();
        if (seen instanceof CloudException || seen instanceof Error) {
            return seen;
        }
        String call = service + ":" + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        CloudFailure failure = AwsFailures.of(call, seen);
        if (failure instanceof CloudFailure.NotSignedIn) {
            refused.run();
        }
        throw new CloudException(failure, seen);
    }
}
