package dev.essha.cloud.aws;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the error codes of the services mean. The first row that matches counts; where no code does (a HEAD request has no
 * body to carry one), the HTTP status decides.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">EC2 error codes</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3 error responses</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonErrors.html">Common errors</a>
 * @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_GetWebACL.html#API_GetWebACL_Errors">Errors of AWS WAF</a>
 * @see <a href="https://docs.aws.amazon.com/global-accelerator/latest/api/API_DescribeAccelerator.html">Errors of Global
 *     Accelerator</a>
 */
final class ErrorCodes {

    /** What a code asks of its reader. */
    enum Meaning {
        DENIED,
        NOT_SIGNED_IN,
        THROTTLED,
        QUOTA,
        NOT_FOUND,
        CONFLICT,
        UNAVAILABLE,
        INVALID,
        UNKNOWN
    }

    private record Row(Meaning meaning, Pattern codes) {}

    private static final List<Row> TABLE = List.of(
            row(
                    Meaning.NOT_SIGNED_IN,
                    "ExpiredToken(Exception)?|InvalidClientTokenId(Exception)?|UnrecognizedClient(Exception)?"
                            + "|SignatureDoesNotMatch|InvalidAccessKeyId|InvalidToken(Exception)?|AuthFailure"
                            + "|RequestExpired|TokenRefreshRequired|CredentialsExpired|InvalidCredentials"
                            + "|MissingAuthenticationToken(Exception)?|IncompleteSignature(Exception)?"
                            + "|InvalidSignature(Exception)?|SignatureExpired"),
            row(
                    Meaning.THROTTLED,
                    "Throttl(ing|ed).*|RequestThrottled.*|RequestLimitExceeded|TooManyRequests(Exception)?|SlowDown"
                            + "|BandwidthLimitExceeded|PriorRequestNotComplete|LimitExceededException\\.Throttl.*"),
            row(
                    Meaning.DENIED,
                    "AccessDenied(Exception|Fault)?|UnauthorizedOperation|UnauthorizedException|ForbiddenException"
                            + "|AuthorizationError(Exception)?|NotAuthorized(Exception)?|OptInRequired"
                            + "|SubscriptionRequiredException"),
            row(
                    Meaning.QUOTA,
                    ".*LimitExceeded(Exception|Fault)?|.*Quota(s)?Exceeded(Exception|Fault)?|TooMany.*"
                            + "|.*LimitExceededForAccount|.*PerRegionLimit.*|.*LimitsExceeded(Exception)?"),
            row(
                    Meaning.NOT_FOUND,
                    "NoSuch.*|.*NotFound(Exception|Fault|Error)?|.*\\.NotFound|.*NotFoundFault"
                            + "|WAFNonexistentItemException"),
            row(
                    Meaning.CONFLICT,
                    ".*AlreadyExists(Exception|Fault)?|.*AlreadyOwnedByYou|.*InUse(Exception|Fault)?|.*\\.InUse"
                            + "|.*\\.Duplicate|Duplicate.*|Conflict(Exception)?|.*\\.Conflict|DependencyViolation"
                            + "|OperationAborted|.*InProgress(Exception)?|BucketNotEmpty|.*NotEmpty(Exception)?"
                            + "|InvalidChangeSetStatus|Invalid.*State(Exception|Fault)?|KMSInvalidStateException"
                            + "|IncorrectState|ConcurrentModification.*|PriorRequestNotComplete|StaleRequest"
                            + "|TokenAlreadyExistsException|OperationNotPermitted|ScalingActivityInProgress"
                            + "|ResourceContention|.*Locked(Exception)?|.*NotDisabled(Exception)?|PreconditionFailed"
                            + "|Associated.*FoundException"
                            + "|WAF(DuplicateItem|AssociatedItem|OptimisticLock|ServiceLinkedRoleError)Exception"),
            row(
                    Meaning.UNAVAILABLE,
                    "ServiceUnavailable(Exception)?|Internal(Failure|Error|ServerError|ServerErrorException"
                            + "|ServiceError(Exception)?|ServiceException|Exception)|ServerException"
                            + "|RequestTimeout(Exception)?|KMSInternalException|DependencyTimeoutException"
                            + "|Insufficient.*Capacity(Fault)?"
                            + "|WAF(InternalError|UnavailableEntity|TagOperation(InternalError)?)Exception"),
            row(
                    Meaning.INVALID,
                    "Validation(Error|Exception)|Invalid.*|WAFInvalid.*|Illegal.*|InconsistentQuantities|Malformed.*|Missing.*|BadRequest(Exception)?"
                        + "|InsufficientCapabilities(Exception)?|Unsupported.*|UnknownOperation(Exception)?"
                        + "|NotImplemented|ClientException|.*ParameterException|.*ParameterCombination"));

    private ErrorCodes() {}

    /** @param code may be empty */
    static Meaning meaning(String code, int httpStatus) {
        return TABLE.stream()
                .filter(row -> row.codes().matcher(code).matches())
                .map(Row::meaning)
                .findFirst()
                .orElseGet(() -> isUntold(code, httpStatus) ? Meaning.NOT_SIGNED_IN : ofStatus(httpStatus));
    }

    /**
     * The answer to a HEAD request has no code. S3 answers a bad request where a token has ended.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList">Error codes of S3</a>
     */
    private static boolean isUntold(String code, int httpStatus) {
        return code.isEmpty() && httpStatus == 400;
    }

    private static Meaning ofStatus(int status) {
        return switch (status) {
            case 401 -> Meaning.NOT_SIGNED_IN;
            case 403 -> Meaning.DENIED;
            case 404 -> Meaning.NOT_FOUND;
            case 409 -> Meaning.CONFLICT;
            case 429 -> Meaning.THROTTLED;
            default -> status >= 500 ? Meaning.UNAVAILABLE : Meaning.UNKNOWN;
        };
    }

    private static Row row(Meaning meaning, String codes) {
        return new Row(meaning, Pattern.compile(codes));
    }
}
