package dev.essha.cloud.aws;

import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.Outcome.NotDone;
import dev.essha.cloud.signin.Outcome.Reason;
import dev.essha.wording.Phrase;
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
        return new NotDone(Reason.CANCELLED, Phrase.of("outcome.cancelled"));
    }

    /** The service tells an unknown start URL from a wrong region as little as it does for the AWS CLI. */
    static NotDone of(IdentityCenter center, SdkException e) {
        return switch (e) {
            case AbortedException _ -> cancelled();
            case AccessDeniedException _ -> new NotDone(Reason.DENIED, Phrase.of("outcome.denied"));
            case ExpiredTokenException _ -> new NotDone(Reason.EXPIRED, Phrase.of("outcome.expired"));
            case InvalidGrantException _ -> new NotDone(Reason.EXPIRED, Phrase.of("outcome.not-valid"));
            case InvalidRequestException _, InvalidClientMetadataException _ -> unknown(center);
            case InvalidScopeException _ ->
                new NotDone(Reason.UNEXPECTED, Phrase.of("outcome.unknown-scopes", center.scopes(), center.label()));
            case InvalidClientException _, UnauthorizedClientException _ ->
                new NotDone(Reason.UNEXPECTED, Phrase.of("outcome.unknown-program"));
            default -> of(center, e, AwsFailures.of(CALL, e));
        };
    }

    private static NotDone of(IdentityCenter center, SdkException e, CloudFailure seen) {
        if (hasCause(e, NoRoute.class) || seen instanceof CloudFailure.Unreachable) {
            return new NotDone(Reason.UNREACHABLE, Phrase.of("outcome.sentence", seen.said()));
        }
        if (hasCause(e, UnknownHostException.class)) {
            return new NotDone(Reason.UNREACHABLE, Phrase.of("outcome.no-address", center.region()));
        }
        return switch (seen) {
            case CloudFailure.Unavailable _, CloudFailure.Throttled _ ->
                new NotDone(Reason.UNREACHABLE, Phrase.of("outcome.not-reached", center.region()));
            default -> new NotDone(Reason.UNEXPECTED, Phrase.of("outcome.says", seen.said()));
        };
    }

    private static NotDone unknown(IdentityCenter center) {
        return new NotDone(
                Outcome.Reason.WRONG_CENTER, Phrase.of("outcome.unknown-center", center.region(), center.startUrl()));
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
