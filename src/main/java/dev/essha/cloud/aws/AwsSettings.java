package dev.essha.cloud.aws;

import dev.essha.plan.RegionName;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Where to sign in, and as whom.
 *
 * @param region the region of every call but those to what AWS keeps in one place for all regions; never guessed
 * @param endpoint an AWS-compatible endpoint instead of AWS, of which a user and a password are left out; empty = {@code AWS_ENDPOINT_URL} if that is set
 * @param profile a profile of the shared configuration files, of any kind (keys, IAM Identity Center, a role to assume);
 *     empty = the SDK's default chain, which honors {@code AWS_PROFILE}
 * @param accessKey a fixed key instead of profile and chain, for endpoints that check none
 * @param nameServer the server for DNS look-ups; empty = the system's
 * @param version of this program, for the user agent
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">Settings of the AWS SDKs</a>
 */
public record AwsSettings(
        RegionName region,
        Optional<URI> endpoint,
        Optional<String> profile,
        Optional<AccessKey> accessKey,
        Optional<InetSocketAddress> nameServer,
        String version) {

    public AwsSettings {
        endpoint = endpoint.map(Endpoint::withoutUser);
    }

    /** AWS itself, signed in by the default chain. */
    public static AwsSettings of(RegionName region, String version) {
        return new AwsSettings(region, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), version);
    }

    public AwsSettings withEndpoint(URI uri) {
        return new AwsSettings(region, Optional.of(uri), profile, accessKey, nameServer, version);
    }

    public AwsSettings withProfile(String name) {
        return new AwsSettings(region, endpoint, Optional.of(name), accessKey, nameServer, version);
    }

    public AwsSettings withAccessKey(String id, String secret) {
        return new AwsSettings(region, endpoint, profile, Optional.of(new AccessKey(id, secret)), nameServer, version);
    }

    public AwsSettings withNameServer(InetSocketAddress server) {
        return new AwsSettings(region, endpoint, profile, accessKey, Optional.of(server), version);
    }

    /** A fixed access key. Its text never shows the secret. */
    public record AccessKey(String id, String secret) {

        @Override
        public String toString() {
            return "AccessKey[id=" + id + "]";
        }
    }
}
