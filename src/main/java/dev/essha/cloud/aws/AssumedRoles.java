package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.plan.AccountId;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Asks the Security Token Service, as somebody given.
 *
 * @param clients makes a client that signs as somebody; closed after its one call
 */
record AssumedRoles(Function<AwsCredentialsProvider, StsClient> clients) {

    /** What the account's log shows of who worked in the role. */
    private static final String SESSION_NAME = "ess-ha-installer";

    /**
     * A role to assume.
     *
     * @param externalId that the role's account asks for
     * @param seconds that the credentials shall live; empty for the role's own
     */
    record Role(String arn, String sessionName, Optional<String> externalId, Optional<Integer> seconds) {

        static Role of(String arn) {
            return new Role(arn, SESSION_NAME, Optional.empty(), Optional.empty());
        }

        Role named(Optional<String> session) {
            return new Role(arn, session.orElse(sessionName), externalId, seconds);
        }
    }

    AwsSessionCredentials assume(AwsCredentials as, Role role) {
        try (StsClient sts = clients.apply(StaticCredentialsProvider.create(as))) {
            return credentials(sts.assumeRole(r -> r.roleArn(role.arn())
                            .roleSessionName(role.sessionName())
                            .externalId(role.externalId().orElse(null))
                            .durationSeconds(role.seconds().orElse(null)))
                    .credentials());
        }
    }

    /** @param file with a token of another identity provider; read anew each time, as it is replaced now and then */
    AwsSessionCredentials withToken(Path file, Role role) {
        try (StsClient sts = clients.apply(AnonymousCredentialsProvider.create())) {
            String token = Files.readString(file).strip();
            return credentials(sts.assumeRoleWithWebIdentity(r -> r.roleArn(role.arn())
                            .roleSessionName(role.sessionName())
                            .webIdentityToken(token))
                    .credentials());
        } catch (IOException e) {
            throw new CloudException(
                    new CloudFailure.NotSignedIn("sts:AssumeRoleWithWebIdentity", Phrase.of("token-file", file)), e);
        }
    }

    /** Whose account credentials are for. */
    AccountId account(AwsCredentials of) {
        try (StsClient sts = clients.apply(StaticCredentialsProvider.create(of))) {
            return new AccountId(sts.getCallerIdentity().account());
        }
    }

    private static AwsSessionCredentials credentials(Credentials given) {
        return AwsSessionCredentials.builder()
                .accessKeyId(given.accessKeyId())
                .secretAccessKey(given.secretAccessKey())
                .sessionToken(given.sessionToken())
                .expirationTime(given.expiration())
                .build();
    }
}
