package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.Secret;
import dev.essha.wording.Phrase;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Finds credentials for a login, anew at each call: files that somebody edited and tokens that somebody got in another terminal
 * count at once. Nothing is kept here.
 */
final class CredentialSources {

    private static final String CALL = "sts:GetCallerIdentity";

    private final AwsHome home;
    private final CenterPortal portal;
    private final AssumedRoles roles;

    CredentialSources(AwsHome home, CenterPortal portal, AssumedRoles roles) {
        this.home = home;
        this.portal = portal;
        this.roles = roles;
    }

    /**
     * Credentials, and what is behind them.
     *
     * @param center whose token they live on; empty where there is none
     */
    record Found(AwsCredentials credentials, Optional<IdentityCenter> center) {

        static Found of(AwsCredentials credentials) {
            return new Found(credentials, Optional.empty());
        }
    }

    /** @throws CloudException where there are none */
    Found find(Login login) {
        return switch (login) {
            case Login.Default _ -> byDefault();
            case Login.Profile profile -> ofProfile(profile.name());
            case Login.Keys keys -> Found.of(credentials(keys));
            case Login.IdentityCenterRole role -> new Found(portal.credentials(role), Optional.of(role.center()));
        };
    }

    private Found ofProfile(String name) {
        return new ProfileCredentials(home, ProfileFiles.read(home), portal, roles, this::ofMachine).of(name);
    }

    /** The order of the SDK's own chain. A profile that is there and does not work is the answer, as with the AWS CLI. */
    private Found byDefault() {
        return Stream.<Supplier<Optional<Found>>>of(
                        this::ofSystemProperties,
                        this::ofEnvironment,
                        this::ofWebIdentity,
                        this::ofDefaultProfile,
                        this::ofContainer,
                        this::ofInstance)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(CredentialSources::nothing);
    }

    /** What {@code credential_source} of a profile names. */
    private Optional<Found> ofMachine(String source) {
        return switch (source) {
            case "Environment" -> ofEnvironment();
            case "EcsContainer" -> ofContainer();
            case "Ec2InstanceMetadata" -> ofInstance();
            default -> Optional.empty();
        };
    }

    private Optional<Found> ofSystemProperties() {
        return Optional.ofNullable(System.getProperty(SdkSystemSetting.AWS_ACCESS_KEY_ID.property()))
                .map(_ -> Found.of(SystemPropertyCredentialsProvider.create().resolveCredentials()));
    }

    private Optional<Found> ofEnvironment() {
        return home.variable("AWS_ACCESS_KEY_ID")
                .flatMap(id -> home.variable("AWS_SECRET_ACCESS_KEY")
                        .map(secret -> new Login.Keys(
                                id,
                                new Secret(secret),
                                home.variable("AWS_SESSION_TOKEN").map(Secret::new))))
                .map(keys -> Found.of(credentials(keys)));
    }

    private Optional<Found> ofWebIdentity() {
        return home.variable("AWS_WEB_IDENTITY_TOKEN_FILE")
                .flatMap(file -> home.variable("AWS_ROLE_ARN")
                        .map(arn -> roles.withToken(
                                home.expanded(file),
                                AssumedRoles.Role.of(arn).named(home.variable("AWS_ROLE_SESSION_NAME")))))
                .map(Found::of);
    }

    private Optional<Found> ofDefaultProfile() {
        String name = home.defaultProfile();
        return ProfileFiles.read(home)
                .profile(name)
                .filter(ProfileCredentials::saysHow)
                .map(_ -> ofProfile(name));
    }

    private Optional<Found> ofContainer() {
        boolean inContainer = Stream.of(
                        SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI,
                        SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI)
                .anyMatch(where -> home.variable(where.environmentVariable()).isPresent());
        return inContainer ? ofSdk(ContainerCredentialsProvider.create()) : Optional.empty();
    }

    private Optional<Found> ofInstance() {
        return home.says(SdkSystemSetting.AWS_EC2_METADATA_DISABLED.environmentVariable())
                ? Optional.empty()
                : ofSdk(InstanceProfileCredentialsProvider.builder()
                        .profileFile(() -> ProfileFiles.read(home).merged())
                        .profileName(home.defaultProfile())
                        .build());
    }

    /** Asked once and thrown away, so that it keeps nothing that has ended. Where a machine is none of AWS's it finds nothing. */
    private static <P extends AwsCredentialsProvider & SdkAutoCloseable> Optional<Found> ofSdk(P provider) {
        try (provider) {
            return Optional.of(Found.of(provider.resolveCredentials()));
        } catch (SdkClientException e) {
            return Optional.empty();
        }
    }

    private static AwsCredentials credentials(Login.Keys keys) {
        return keys.sessionToken()
                .<AwsCredentials>map(token ->
                        AwsSessionCredentials.create(keys.id(), keys.secret().reveal(), token.reveal()))
                .orElseGet(() ->
                        AwsBasicCredentials.create(keys.id(), keys.secret().reveal()));
    }

    private static CloudException nothing() {
        return new CloudException(new CloudFailure.NotSignedIn(CALL, Phrase.of("login.nothing")));
    }
}
