package dev.essha.cloud.signin;

import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Optional;

/**
 * An IAM Identity Center that people sign in to.
 *
 * @param session the {@code sso-session} of the AWS tools' configuration that describes it; empty for one that was typed, or
 *     that a profile describes by itself, as older ones do. Its token is shared with the AWS tools under that name, or under the
 *     start URL
 * @param region where it is; not the region that is worked in
 * @param scopes what a token may be used for; empty for the usual
 */
public record IdentityCenter(Optional<String> session, StartUrl startUrl, RegionName region, List<String> scopes) {

    public IdentityCenter {
        scopes = List.copyOf(scopes);
    }

    /** One that no file describes. */
    public static IdentityCenter typed(StartUrl startUrl, RegionName region) {
        return new IdentityCenter(Optional.empty(), startUrl, region, List.of());
    }

    /** What people call it. */
    public String label() {
        return session.orElse(startUrl.value());
    }
}
