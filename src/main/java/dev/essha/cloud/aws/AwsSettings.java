package dev.essha.cloud.aws;

import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.Secret;
import dev.essha.plan.RegionName;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Where to sign in, and as whom.
 *
 * @param region the region of every call but those to what AWS keeps in one place for all regions; never guessed
 * @param endpoint an AWS-compatible endpoint instead of AWS, of which a user and a password are left out; empty = what the home's variables or profile say
 * @param login how, at first; it can be replaced
 * @param home where files and variables of the AWS tools are looked for
 * @param nameServer the server for DNS look-ups; empty = the system's
 * @param version of this program, for the user agent
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">Settings of the AWS SDKs</a>
 */
public record AwsSettings(
        RegionName region,
        Optional<URI> endpoint,
        Login login,
        AwsHome home,
        Optional<InetSocketAddress> nameServer,
        String version) {

    public AwsSettings {
        endpoint = endpoint.map(Endpoint::withoutUser);
    }

    /** AWS itself, signed in as the AWS tools are when nothing is said. */
    public static AwsSettings of(RegionName region, AwsHome home, String version) {
        return new AwsSettings(region, Optional.empty(), new Login.Default(), home, Optional.empty(), version);
    }

    public AwsSettings withEndpoint(URI uri) {
        return new AwsSettings(region, Optional.of(uri), login, home, nameServer, version);
    }

    public AwsSettings withLogin(Login other) {
        return new AwsSettings(region, endpoint, other, home, nameServer, version);
    }

    /** With a lasting key. */
    public AwsSettings withAccessKey(String id, String secret) {
        return withLogin(new Login.Keys(id, new Secret(secret), Optional.empty()));
    }

    public AwsSettings withNameServer(InetSocketAddress server) {
        return new AwsSettings(region, endpoint, login, home, Optional.of(server), version);
    }

    /** The profile that is named, or the one that counts where none is. */
    String profile() {
        return login instanceof Login.Profile named ? named.name() : home.defaultProfile();
    }
}
