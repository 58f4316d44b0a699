package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        code,                                          status, meaning
        AccessDenied,                                  403,    DENIED
        AccessDeniedException,                         400,    DENIED
        UnauthorizedOperation,                         403,    DENIED
        ForbiddenException,                            403,    DENIED
        AuthFailure,                                   401,    NOT_SIGNED_IN
        ExpiredToken,                                  403,    NOT_SIGNED_IN
        ExpiredTokenException,                         400,    NOT_SIGNED_IN
        InvalidClientTokenId,                          403,    NOT_SIGNED_IN
        UnrecognizedClientException,                   400,    NOT_SIGNED_IN
        SignatureDoesNotMatch,                         403,    NOT_SIGNED_IN
        Throttling,                                    400,    THROTTLED
        ThrottlingException,                           400,    THROTTLED
        RequestLimitExceeded,                          503,    THROTTLED
        TooManyRequestsException,                      429,    THROTTLED
        SlowDown,                                      503,    THROTTLED
        VpcLimitExceeded,                              400,    QUOTA
        AddressLimitExceeded,                          400,    QUOTA
        LimitExceededException,                        400,    QUOTA
        InstanceQuotaExceeded,                         400,    QUOTA
        ServiceQuotaExceededException,                 402,    QUOTA
        TooManyLoadBalancers,                          400,    QUOTA
        TooManyDistributions,                          400,    QUOTA
        LimitsExceeded,                                400,    QUOTA
        WAFLimitsExceededException,                    400,    QUOTA
        DBClusterQuotaExceededFault,                   403,    QUOTA
        InvalidVpcID.NotFound,                         400,    NOT_FOUND
        NoSuchBucketPolicy,                            404,    NOT_FOUND
        ServerSideEncryptionConfigurationNotFoundError, 404,   NOT_FOUND
        DBInstanceNotFound,                            404,    NOT_FOUND
        LoadBalancerNotFound,                          400,    NOT_FOUND
        ResourceNotFoundException,                     400,    NOT_FOUND
        RepositoryPolicyNotFoundException,             400,    NOT_FOUND
        NotFoundException,                             404,    NOT_FOUND
        ChangeSetNotFound,                             404,    NOT_FOUND
        NoSuchDistribution,                            404,    NOT_FOUND
        AcceleratorNotFoundException,                  400,    NOT_FOUND
        WAFNonexistentItemException,                   400,    NOT_FOUND
        NoSuchHealthCheck,                             404,    NOT_FOUND
        DBClusterNotFoundFault,                        404,    NOT_FOUND
        InvalidGroup.NotFound,                         400,    NOT_FOUND
        AlreadyExistsException,                        400,    CONFLICT
        InvalidChangeSetStatus,                        400,    CONFLICT
        InvalidDBInstanceState,                        400,    CONFLICT
        DependencyViolation,                           400,    CONFLICT
        BucketNotEmpty,                                409,    CONFLICT
        InvalidNetworkInterface.InUse,                 400,    CONFLICT
        ResourceInUseException,                        409,    CONFLICT
        InvalidGroup.InUse,                            400,    CONFLICT
        InvalidDBClusterStateFault,                    400,    CONFLICT
        CNAMEAlreadyExists,                            409,    CONFLICT
        DistributionNotDisabled,                       409,    CONFLICT
        PreconditionFailed,                            412,    CONFLICT
        TransactionInProgressException,                400,    CONFLICT
        AcceleratorNotDisabledException,               400,    CONFLICT
        AssociatedListenerFoundException,              400,    CONFLICT
        WAFAssociatedItemException,                    400,    CONFLICT
        WAFDuplicateItemException,                     400,    CONFLICT
        WAFOptimisticLockException,                    400,    CONFLICT
        ValidationError,                               400,    INVALID
        ValidationException,                           400,    INVALID
        InvalidParameterValue,                         400,    INVALID
        InvalidParameterException,                     400,    INVALID
        InsufficientCapabilitiesException,             400,    INVALID
        MalformedPolicyDocument,                       400,    INVALID
        InvalidArgumentException,                      400,    INVALID
        WAFInvalidParameterException,                  400,    INVALID
        IllegalUpdate,                                 400,    INVALID
        InconsistentQuantities,                        400,    INVALID
        InternalFailure,                               500,    UNAVAILABLE
        ServiceUnavailable,                            503,    UNAVAILABLE
        InternalServiceErrorException,                 400,    UNAVAILABLE
        WAFInternalErrorException,                     400,    UNAVAILABLE
        WAFUnavailableEntityException,                 400,    UNAVAILABLE
        InsufficientDBClusterCapacityFault,            403,    UNAVAILABLE
        SomethingNew,                                  500,    UNAVAILABLE
        SomethingNew,                                  400,    UNKNOWN
        '',                                            403,    DENIED
        '',                                            404,    NOT_FOUND
        '',                                            409,    CONFLICT
        '',                                            429,    THROTTLED
        """)
    void aCodeMeansOneThing(String code, int status, ErrorCodes.Meaning meaning) {
        assertThat(ErrorCodes.meaning(code, status)).isEqualTo(meaning);
    }
}
