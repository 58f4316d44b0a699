package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.aws.CredentialSources.Found;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.ProfileSource;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * The credentials of profiles, of whatever kind they are. A role's source may be a role itself, and so on.
 *
 * @param machine finds what {@code credential_source} names
 */
record ProfileCredentials(
        AwsHome home,
        ProfileFiles files,
        CenterPortal portal,
        AssumedRoles roles,
        Function<String, Optional<Found>> machine) {

    private static final String CALL = "sts:GetCallerIdentity";

    /** Longer chains are circles. */
    private static final int LONGEST_CHAIN = 10;

    /** Whether somebody could be signed in with a profile, however badly it is written. */
    static boolean saysHow(Profile profile) {
        return profile.properties().keySet().stream()
                .anyMatch(name -> name.startsWith("aws_access_key")
                        || name.startsWith("sso_")
                        || name.equals(ProfileProperty.ROLE_ARN)
                        || name.equals(ProfileProperty.CREDENTIAL_PROCESS)
                        || name.equals(ProfileProperty.LOGIN_SESSION));
    }

    /** @throws CloudException where it gives none */
    Found of(String name) {
        return of(name, LONGEST_CHAIN);
    }

    private Found of(String name, int left) {
        Profile profile = files.profile(name).orElseThrow(() -> none(name, unknown()));
        if (left == 0) {
            throw none(name, Phrase.of("profile.circle"));
        }
        return switch (new ProfileSources(files).source(profile)) {
            case ProfileSource.Keys _ -> Found.of(keys(profile));
            case ProfileSource.CenterRole(var login) -> ofCenter(name, login);
            case ProfileSource.AssumedRole role -> assumed(profile, role, left);
            case ProfileSource.Process _ -> Found.of(printed(profile));
            case ProfileSource.WebIdentity(String arn) ->
                Found.of(roles.withToken(
                        home.expanded(required(profile, ProfileProperty.WEB_IDENTITY_TOKEN_FILE)),
                        AssumedRoles.Role.of(arn).named(profile.property(ProfileProperty.ROLE_SESSION_NAME))));
            case ProfileSource.Unusable(Phrase reason) -> throw none(name, reason);
        };
    }

    private Found ofCenter(String name, Login.IdentityCenterRole login) {
        try {
            return new Found(portal.credentials(login), Optional.of(login.center()));
        } catch (CloudException e) {
            throw e.failure().call().equals(CenterTokens.CALL) && e.failure() instanceof CloudFailure.NotSignedIn
                    ? new CloudException(
                            new CloudFailure.NotSignedIn(CenterTokens.CALL, Phrase.of("profile.ended", name)), e)
                    : e;
        }
    }

    private Found assumed(Profile profile, ProfileSource.AssumedRole role, int left) {
        Found source = source(profile, role, left);
        try {
            return new Found(roles.assume(source.credentials(), role(profile, role)), source.center());
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.Denied && role.mfa()) {
                throw none(profile.name(), Phrase.of("profile.mfa"));
            }
            throw e;
        }
    }

    private Found source(Profile profile, ProfileSource.AssumedRole role, int left) {
        if (profile.property(ProfileProperty.SOURCE_PROFILE).isEmpty()) {
            return machine.apply(role.from())
                    .orElseThrow(() -> none(profile.name(), Phrase.of("profile.no-source", role.from())));
        }
        // A profile with keys and a role may name itself: the keys assume the role.
        return role.from().equals(profile.name()) ? Found.of(keys(profile)) : of(role.from(), left - 1);
    }

    private static AssumedRoles.Role role(Profile profile, ProfileSource.AssumedRole role) {
        return new AssumedRoles.Role(
                        role.arn(),
                        AssumedRoles.Role.of(role.arn()).sessionName(),
                        profile.property(ProfileProperty.EXTERNAL_ID),
                        profile.property(ProfileProperty.DURATION_SECONDS)
                                .filter(seconds -> seconds.matches("\\d{1,6}"))
                                .map(Integer::valueOf))
                .named(profile.property(ProfileProperty.ROLE_SESSION_NAME));
    }

    private static AwsCredentials keys(Profile profile) {
        String id = required(profile, ProfileProperty.AWS_ACCESS_KEY_ID);
        String secret = required(profile, ProfileProperty.AWS_SECRET_ACCESS_KEY);
        return profile.property(ProfileProperty.AWS_SESSION_TOKEN)
                .filter(token -> !token.isBlank())
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
    }

    /** What the program says of a failure may be secret, and is kept for the log. */
    private static AwsCredentials printed(Profile profile) {
        try (ProcessCredentialsProvider provider = ProcessCredentialsProvider.builder()
                .command(shell(required(profile, ProfileProperty.CREDENTIAL_PROCESS)))
                .build()) {
            return provider.resolveCredentials();
        } catch (RuntimeException e) {
            throw new CloudException(
                    new CloudFailure.NotSignedIn(CALL, Phrase.of("profile.program", profile.name())), e);
        }
    }

    private static List<String> shell(String command) {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win")
                ? List.of("cmd.exe", "/C", command)
                : List.of("sh", "-c", command);
    }

    private Phrase unknown() {
        return files.problems().stream()
                .findFirst()
                .map(broken -> Phrase.of("profile.file", broken.file(), broken.reason()))
                .orElseGet(() -> Phrase.of("profile.unknown"));
    }

    private static String required(Profile profile, String property) {
        return profile.property(property)
                .filter(v -> !v.isBlank())
                .orElseThrow(() -> none(profile.name(), Phrase.of("profile.missing", property)));
    }

    /** @param reason a whole sentence */
    private static CloudException none(String name, Phrase reason) {
        return new CloudException(new CloudFailure.NotSignedIn(CALL, Phrase.of("profile.none", name, reason)));
    }
}
