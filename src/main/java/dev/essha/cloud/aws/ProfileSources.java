package dev.essha.cloud.aws;

import dev.essha.cloud.signin.FoundProfile;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.ProfileSource;
import dev.essha.cloud.signin.StartUrl;
import dev.essha.plan.AccountId;
import dev.essha.plan.InvalidValue;
import dev.essha.plan.RegionName;
import dev.essha.wording.Phrase;
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
            return new ProfileSource.Unusable(unknown(e.args()));
        } catch (Missing e) {
            return new ProfileSource.Unusable(e.said);
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
                Phrase.of(has(profile, ProfileProperty.LOGIN_SESSION) ? "profile.aws-login" : "profile.settings-only"));
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
        Profile section = files.session(name).orElseThrow(() -> new Missing(Phrase.of("profile.no-session", name)));
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
            throw new Missing(Phrase.of("profile.no-source-profile", name));
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
                .orElseThrow(() -> new Missing(Phrase.of("profile.missing-of", property, profile.name())));
    }

    private static List<String> list(String commaSeparated) {
        return Stream.of(commaSeparated.split(","))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private static Phrase unknown(List<Object> args) {
        return args.isEmpty() ? Phrase.of("profile.unknown-value") : Phrase.of("profile.unknown-text", args.getFirst());
    }

    /** Something that a profile needs is not in the files. */
    private static final class Missing extends RuntimeException {

        private final transient Phrase said;

        Missing(Phrase said) {
            super(null, null, false, false);
            this.said = said;
        }
    }
}
