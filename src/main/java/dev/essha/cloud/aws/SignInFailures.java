package dev.essha.cloud.aws;

import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.Outcome.NotDone;
import dev.essha.cloud.signin.Outcome.Reason;
import java.net.UnknownHostException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientMetadataException;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;
import software.amazon.awssdk.services.ssooidc.model.InvalidRequestException;
import software.amazon.awssdk.services.ssooidc.model.InvalidScopeException;
import software.amazon.awssdk.services.ssooidc.model.UnauthorizedClientException;

/** Why nobody is signed in, as a value and in words. */
final class SignInFailures {

    private static final String CALL = "sso-oauth:CreateToken";

    private SignInFailures() {}

    static NotDone cancelled() {
        return new NotDone(Reason.CANCELLED, "Signing in was cancelled.");
    }

    /** The service tells an unknown start URL from a wrong region as little as it does for the AWS CLI. */
    static NotDone of(IdentityCenter center, SdkException e) {
        return switch (e) {
            case AbortedException _ -> cancelled();
            case AccessDeniedException _ -> new NotDone(Reason.DENIED, "The request was not allowed in the browser.");
            case ExpiredTokenException _ ->
                new NotDone(Reason.EXPIRED, "The code was not used in time. Ask for a new one.");
            case InvalidGrantException _ ->
                new NotDone(Reason.EXPIRED, "What the browser brought back is not valid, or no longer. Try again.");
            case InvalidRequestException _, InvalidClientMetadataException _ -> unknown(center);
            case InvalidScopeException _ ->
                new NotDone(
                        Reason.UNEXPECTED,
                        "The Identity Center does not know the scopes " + center.scopes() + " of " + center.label()
                                + ".");
            case InvalidClientException _, UnauthorizedClientException _ ->
                new NotDone(Reason.UNEXPECTED, "The Identity Center does not know this program any more. Try again.");
            default -> of(center, e, AwsFailures.of(CALL, e));
        };
    }

    private static NotDone of(IdentityCenter center, SdkException e, CloudFailure seen) {
        if (hasCause(e, NoRoute.class) || seen instanceof CloudFailure.Unreachable) {
            return new NotDone(Reason.UNREACHABLE, seen.message() + ".");
        }
        if (hasCause(e, UnknownHostException.class)) {
            return new NotDone(
                    Reason.UNREACHABLE,
                    "IAM Identity Center in %s has no address. Look at the region, the network and the proxy."
                            .formatted(center.region()));
        }
        return switch (seen) {
            case CloudFailure.Unavailable _, CloudFailure.Throttled _ ->
                new NotDone(
                        Reason.UNREACHABLE,
                        "IAM Identity Center in %s cannot be reached. Look at the network and the proxy, then try again."
                                .formatted(center.region()));
            default -> new NotDone(Reason.UNEXPECTED, "IAM Identity Center says: " + seen.message());
        };
    }

    private static NotDone unknown(IdentityCenter center) {
        return new NotDone(
                Outcome.Reason.WRONG_CENTER,
                "IAM Identity Center in %s does not know the start URL %s. Look at both in the access portal's settings."
                        .formatted(center.region(), center.startUrl()));
    }

    private static boolean hasCause(Throwable seen, Class<? extends Throwable> type) {
        for (Throwable cause = seen; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
