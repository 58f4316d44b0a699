package dev.essha.cloud.aws;

import dev.essha.cloud.signin.FoundProfile;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.ProfileSource;
import dev.essha.cloud.signin.StartUrl;
import dev.essha.plan.AccountId;
import dev.essha.plan.InvalidValue;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * Reads where the credentials of profiles come from, in the order in which the SDK looks: the first kind that fits counts.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">Settings of the shared files</a>
 */
record ProfileSources(ProfileFiles files) {

    static final String SESSION = "sso_session";
    private static final String SCOPES = "sso_registration_scopes";

    FoundProfile of(Profile profile) {
        return new FoundProfile(profile.name(), source(profile), region(profile));
    }

    ProfileSource source(Profile profile) {
        try {
            return read(profile);
        } catch (InvalidValue e) {
            return new ProfileSource.Unusable("It names %s, which AWS does not know.".formatted(quoted(e.args())));
        } catch (Missing e) {
            return new ProfileSource.Unusable(e.getMessage());
        }
    }

    /** The Identity Center of a section, empty where that is incomplete. */
    Optional<IdentityCenter> center(String session) {
        try {
            return Optional.of(ofSession(session));
        } catch (InvalidValue | Missing e) {
            return Optional.empty();
        }
    }

    private ProfileSource read(Profile profile) {
        if (has(profile, ProfileProperty.ROLE_ARN) && has(profile, ProfileProperty.WEB_IDENTITY_TOKEN_FILE)) {
            return new ProfileSource.WebIdentity(required(profile, ProfileProperty.ROLE_ARN));
        }
        if (Stream.of(SESSION, ProfileProperty.SSO_START_URL, ProfileProperty.SSO_ACCOUNT_ID)
                .anyMatch(name -> has(profile, name))) {
            return ofCenter(profile);
        }
        if (has(profile, ProfileProperty.ROLE_ARN)
                && (has(profile, ProfileProperty.SOURCE_PROFILE) || has(profile, ProfileProperty.CREDENTIAL_SOURCE))) {
            return ofRole(profile);
        }
        if (has(profile, ProfileProperty.CREDENTIAL_PROCESS)) {
            return new ProfileSource.Process();
        }
        if (has(profile, ProfileProperty.AWS_ACCESS_KEY_ID)) {
            required(profile, ProfileProperty.AWS_SECRET_ACCESS_KEY);
            return new ProfileSource.Keys(
                    profile.property(ProfileProperty.AWS_ACCOUNT_ID).map(AccountId::new),
                    has(profile, ProfileProperty.AWS_SESSION_TOKEN));
        }
        return new ProfileSource.Unusable(
                has(profile, ProfileProperty.LOGIN_SESSION)
                        ? "It is signed in with the command aws login, which this program does not share."
                        : "It has settings, but nothing to sign in with.");
    }

    private ProfileSource ofCenter(Profile profile) {
        Optional<String> session = profile.property(SESSION);
        IdentityCenter center = session.isPresent() ? ofSession(session.get()) : ofProfile(profile);
        return new ProfileSource.CenterRole(new Login.IdentityCenterRole(
                center,
                new AccountId(required(profile, ProfileProperty.SSO_ACCOUNT_ID)),
                required(profile, ProfileProperty.SSO_ROLE_NAME)));
    }

    private IdentityCenter ofSession(String name) {
        Profile section = files.session(name)
                .orElseThrow(() -> new Missing("There is no section [sso-session %s].".formatted(name)));
        return new IdentityCenter(
                Optional.of(name),
                new StartUrl(required(section, ProfileProperty.SSO_START_URL)),
                new RegionName(required(section, ProfileProperty.SSO_REGION)),
                section.property(SCOPES).map(ProfileSources::list).orElse(List.of()));
    }

    /** As older versions of the AWS CLI wrote it. */
    private static IdentityCenter ofProfile(Profile profile) {
        return IdentityCenter.typed(
                new StartUrl(required(profile, ProfileProperty.SSO_START_URL)),
                new RegionName(required(profile, ProfileProperty.SSO_REGION)));
    }

    private ProfileSource ofRole(Profile profile) {
        Optional<String> source = profile.property(ProfileProperty.SOURCE_PROFILE);
        source.filter(name -> files.profile(name).isEmpty()).ifPresent(name -> {
            throw new Missing("There is no profile %s, which it names as its source.".formatted(name));
        });
        return new ProfileSource.AssumedRole(
                required(profile, ProfileProperty.ROLE_ARN),
                source.orElseGet(() -> required(profile, ProfileProperty.CREDENTIAL_SOURCE)),
                has(profile, ProfileProperty.MFA_SERIAL));
    }

    private static Optional<RegionName> region(Profile profile) {
        return profile.property(ProfileProperty.REGION)
                .filter(text -> RegionName.SYNTAX.matcher(text).matches())
                .map(RegionName::new);
    }

    private static boolean has(Profile profile, String property) {
        return profile.property(property).filter(v -> !v.isBlank()).isPresent();
    }

    private static String required(Profile profile, String property) {
        return profile.property(property)
                .filter(v -> !v.isBlank())
                .orElseThrow(() -> new Missing("%s of [%s] is missing.".formatted(property, profile.name())));
    }

    private static List<String> list(String commaSeparated) {
        return Stream.of(commaSeparated.split(","))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private static String quoted(List<Object> args) {
        return args.isEmpty() ? "something" : "\"" + args.getFirst() + "\"";
    }

    /** Something that a profile needs is not in the files. */
    private static final class Missing extends RuntimeException {

        Missing(String message) {
            super(message, null, false, false);
        }
    }
}
