package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.Secret;
import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every login, how it is renewed, how it ends, and how another takes its place, on the level of an open account. */
class LoginsOnTheWireTest {

    private static final AccountId ACCOUNT = new AccountId(SsoServer.ACCOUNT);
    private static final Login ROLE = new Login.IdentityCenterRole(SsoServer.center(), ACCOUNT, "Admin");

    private static final String CONFIG = """
        [profile corp]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Admin

        [profile deploy]
        role_arn = arn:aws:iam::111122223333:role/deploy
        source_profile = keys
        role_session_name = me
        external_id = outside

        [profile deploy-of-corp]
        role_arn = arn:aws:iam::111122223333:role/deploy
        source_profile = corp

        [profile itself]
        role_arn = arn:aws:iam::111122223333:role/deploy
        source_profile = itself
        aws_access_key_id = AKIAKEYS
        aws_secret_access_key = keys-secret

        [profile circle]
        role_arn = arn:aws:iam::111122223333:role/a
        source_profile = circle-back

        [profile circle-back]
        role_arn = arn:aws:iam::111122223333:role/b
        source_profile = circle

        [profile coded]
        role_arn = arn:aws:iam::111122223333:role/deploy
        source_profile = keys
        mfa_serial = arn:aws:iam::111122223333:mfa/me

        [profile of-environment]
        role_arn = arn:aws:iam::111122223333:role/deploy
        credential_source = Environment

        [profile web]
        role_arn = arn:aws:iam::111122223333:role/deploy
        web_identity_token_file = ~/web-token

        [profile keys]
        aws_access_key_id = AKIAKEYS
        aws_secret_access_key = keys-secret

        [sso-session corp]
        sso_start_url = https://d-1234567890.awsapps.com/start
        sso_region = eu-central-1
        """;

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();
    private SsoServer server;
    private AwsCloud cloud;

    @BeforeEach
    void listen() throws IOException {
        server = new SsoServer();
        server.knows("AKIAKEYS", SsoServer.ACCOUNT);
        variables.putAll(server.variables());
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        config(CONFIG);
    }

    @AfterEach
    void stop() {
        if (cloud != null) {
            cloud.close();
        }
        server.close();
    }

    // What gives credentials

    @Test
    void keysInMemorySignIn() {
        open(new Login.Keys("AKIAKEYS", new Secret("keys-secret"), Optional.empty()));

        assertThat(account()).isEqualTo(ACCOUNT);
        assertThat(cloud.signedIn().sessionEnds()).isEmpty();
    }

    @Test
    void aRoleOfAnIdentityCenterSignsIn() throws IOException {
        signInElsewhere();
        open(ROLE);

        assertThat(account()).isEqualTo(ACCOUNT);
        assertThat(account()).isEqualTo(ACCOUNT);
        assertThat(server.times("credentials")).as("kept between calls").isEqualTo(1);
        assertThat(cloud.signedIn().sessionEnds()).hasValueSatisfying(end -> {
            assertThat(end.at())
                    .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3700));
            assertThat(end.renewed()).isTrue();
        });
    }

    @Test
    void aProfileOfAnIdentityCenterSignsIn() throws IOException {
        signInElsewhere();
        open(new Login.Profile("corp"));

        assertThat(account()).isEqualTo(ACCOUNT);
    }

    @Test
    void aRoleWithASourceProfileIsAssumed() {
        open(new Login.Profile("deploy"));

        assertThat(account()).isEqualTo(ACCOUNT);
        assertThat(server.lastAssumed).isEqualTo("arn:aws:iam::111122223333:role/deploy me outside");
        assertThat(cloud.signedIn().sessionEnds())
                .hasValueSatisfying(end -> assertThat(end.renewed()).isTrue());
    }

    @Test
    void aRoleMayBeAssumedByARoleOfAnIdentityCenter() throws IOException {
        server.refreshable = false;
        server.tokenLife = Duration.ofHours(2);
        signInElsewhere("refreshToken");
        open(new Login.Profile("deploy-of-corp"));

        assertThat(account()).isEqualTo(ACCOUNT);
        assertThat(server.asked).containsSubsequence("credentials", "AssumeRole", "GetCallerIdentity");
        assertThat(cloud.signedIn().sessionEnds()).hasValueSatisfying(end -> {
            assertThat(end.at())
                    .as("the token lives longer")
                    .isAfter(Instant.now().plusSeconds(7000));
            assertThat(end.renewed()).isFalse();
        });
    }

    @Test
    void aProfileMayBeItsOwnSource() {
        open(new Login.Profile("itself"));

        assertThat(account()).isEqualTo(ACCOUNT);
        assertThat(server.lastAssumed).contains("role/deploy ess-ha-installer");
    }

    @Test
    void aRoleMayBeAssumedByTheKeysOfTheEnvironment() {
        keysInEnvironment();
        open(new Login.Profile("of-environment"));

        assertThat(account()).isEqualTo(ACCOUNT);
        assertThat(server.lastAssumed).contains("role/deploy");
    }

    @Test
    void aRoleMayBeAssumedWithATokenInAFile() throws IOException {
        Files.writeString(home.resolve("web-token"), "web-token\n");
        open(new Login.Profile("web"));

        assertThat(account()).isEqualTo(ACCOUNT);
    }

    @Test
    void aProgramMayPrintKeys() throws IOException {
        Path program = home.resolve("print-keys");
        Files.writeString(program, """
            echo '{"Version": 1, "AccessKeyId": "AKIAKEYS", "SecretAccessKey": "keys-secret"}'
            """);
        config("[profile program]\ncredential_process = sh " + program + "\n");
        open(new Login.Profile("program"));

        assertThat(account()).isEqualTo(ACCOUNT);
        assertThat(cloud.signedIn().sessionEnds()).isEmpty();
    }

    @Test
    void byDefaultTheEnvironmentWinsOverTheProfile() {
        keysInEnvironment();
        server.knows("AKIAENVIRONMENT", SsoServer.OTHER_ACCOUNT);
        variables.put("AWS_PROFILE", "keys");
        open(new Login.Default());

        assertThat(account()).isEqualTo(new AccountId(SsoServer.OTHER_ACCOUNT));
    }

    @Test
    void aNamedProfileWinsOverTheEnvironment() {
        keysInEnvironment();
        server.knows("AKIAENVIRONMENT", SsoServer.OTHER_ACCOUNT);
        open(new Login.Profile("keys"));

        assertThat(account()).isEqualTo(ACCOUNT);
    }

    @Test
    void byDefaultTheProfileOfTheEnvironmentCounts() throws IOException {
        signInElsewhere();
        variables.put("AWS_PROFILE", "corp");
        open(new Login.Default());

        assertThat(account()).isEqualTo(ACCOUNT);
    }

    // What gives none

    @Test
    void nothingAtAllIsNotSignedIn() throws IOException {
        Files.delete(home.resolve(".aws/config"));
        open(new Login.Default());

        assertThat(refusal()).isEqualTo("No AWS credentials were found in the environment or the default profile");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void aSessionThatNobodyBeganTellsTheCommand() {
        open(new Login.Profile("corp"));

        assertThat(refusal())
                .isEqualTo("The session of the profile corp has ended; sign in again (aws sso login --profile corp) or"
                        + " choose another profile");
    }

    @Test
    void aDefaultProfileWhoseSessionHasEndedIsTheAnswer() {
        variables.put("AWS_PROFILE", "corp");
        open(new Login.Default());

        assertThat(refusal()).contains("aws sso login --profile corp");
    }

    @Test
    void aRoleThatIsNotGivenSaysSo() throws IOException {
        signInElsewhere();
        open(new Login.IdentityCenterRole(SsoServer.center(), ACCOUNT, "Owner"));

        assertThat(refusal())
                .isEqualTo("The Identity Center corp does not give you the role Owner in the account 111122223333;"
                        + " choose another one");
    }

    @Test
    void aRoleThatMayNotBeAssumedNamesThePermission() {
        server.refusedActions.add("AssumeRole");
        open(new Login.Profile("deploy"));

        assertThat(failureOf(cloud::identity))
                .isInstanceOfSatisfying(
                        CloudFailure.Denied.class,
                        denied -> assertThat(denied.action()).isEqualTo("sts:AssumeRole"));
    }

    @Test
    void aRoleThatWantsACodeSaysSo() {
        server.refusedActions.add("AssumeRole");
        open(new Login.Profile("coded"));

        assertThat(refusal()).contains("coded", "one-time codes");
    }

    @Test
    void profilesThatNameEachOtherAreACircle() {
        open(new Login.Profile("circle"));

        assertThat(refusal()).contains("its own source");
    }

    @Test
    void aBrokenFileIsNamedInPlaceOfTheProfile() throws IOException {
        config("nonsense");
        open(new Login.Profile("corp"));

        assertThat(refusal()).contains("config", "line 1");
    }

    @Test
    void aProgramThatFailsDoesNotShowWhatItSaid() throws IOException {
        config("[profile program]\ncredential_process = sh -c 'echo leaked-secret >&2; exit 1'\n");
        open(new Login.Profile("program"));

        assertThat(refusal()).contains("program").doesNotContain("leaked-secret");
    }

    // What renews itself

    @Test
    void aTokenThatEndedIsRenewedAndKeptForTheAwsTools() throws IOException {
        server.tokenLife = Duration.ofSeconds(1);
        signInElsewhere();
        server.tokenLife = Duration.ofHours(1);
        open(ROLE);

        assertThat(account()).isEqualTo(ACCOUNT);
        assertThat(server.times("token refresh_token")).isEqualTo(1);
        assertThat(new SsoCache(home()).token(SsoServer.center()).orElseThrow().end())
                .isAfter(Instant.now().plusSeconds(3000));
    }

    @Test
    void aTokenThatTheServiceRefusesIsRenewed() throws IOException {
        signInElsewhere();
        server.endTokens();
        open(ROLE);

        assertThat(account()).isEqualTo(ACCOUNT);
        assertThat(server.asked)
                .containsSubsequence("credentials", "token refresh_token", "credentials", "GetCallerIdentity");
    }

    @Test
    void aTokenIsRenewedOnceForAllWhoWantIt() throws Exception {
        signInElsewhere();
        server.endTokens();
        AwsSignIns signIns = AwsSignIns.of(home(), "test");
        try (signIns;
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> signIns.accounts(SsoServer.center())))
                    .toList();
            for (var answer : asked) {
                assertThat(answer.get()).hasSize(3);
            }
        }

        assertThat(server.times("token refresh_token")).isEqualTo(1);
    }

    @Test
    void credentialsAreRenewedBeforeTheyEnd() throws IOException {
        signInElsewhere();
        server.credentialLife = Duration.ofMinutes(4);
        open(ROLE);
        account();
        long looked = server.times("credentials");
        account();

        assertThat(server.times("credentials")).isEqualTo(looked + 1);
    }

    @Test
    void credentialsThatLiveAreUsedWhileNobodyGivesOthers() throws IOException {
        signInElsewhere();
        server.credentialLife = Duration.ofMinutes(4);
        open(ROLE);
        account();
        server.portalDown = true;

        assertThat(account()).isEqualTo(ACCOUNT);
        long asked = server.times("credentials");
        assertThat(account()).isEqualTo(ACCOUNT);
        assertThat(server.times("credentials"))
                .as("not asked again for each call")
                .isEqualTo(asked);
    }

    // What ends in mid-run

    @Test
    void keysThatEndedAreReadAnewFromTheFile() throws IOException {
        server.knows("ASIAOLD", SsoServer.ACCOUNT);
        temporaryKeys("ASIAOLD");
        open(new Login.Profile("temporary"));
        account();
        server.endKeys();
        assertThat(failureOf(cloud::identity)).isInstanceOf(CloudFailure.NotSignedIn.class);

        server.knows("ASIANEW", SsoServer.ACCOUNT);
        temporaryKeys("ASIANEW");

        assertThat(account()).isEqualTo(ACCOUNT);
    }

    @Test
    void aSignInInAnotherTerminalIsTakenUp() throws IOException {
        signInElsewhere();
        open(new Login.Profile("corp"));
        account();
        server.endSessions();
        server.endKeys();
        assertThat(refusal()).isEqualTo("no such key");
        assertThat(refusal()).contains("aws sso login --profile corp");
        assertThat(refusal()).contains("aws sso login --profile corp");

        signInElsewhere();

        assertThat(account()).isEqualTo(ACCOUNT);
    }

    @Test
    void somebodySignsInAgainInMidRun() throws IOException {
        signInElsewhere();
        open(ROLE);
        account();
        server.endSessions();
        server.endKeys();
        failureOf(cloud::identity);
        assertThat(failureOf(cloud::identity)).isInstanceOf(CloudFailure.NotSignedIn.class);

        server.knows("AKIAKEYS", SsoServer.ACCOUNT);
        Login keys = new Login.Keys("AKIAKEYS", new Secret("keys-secret"), Optional.empty());
        cloud.signedIn().signInAgain(keys);

        assertThat(account()).isEqualTo(ACCOUNT);
        assertThat(cloud.signedIn().login()).isEqualTo(keys);
    }

    @Test
    void aLoginForAnotherAccountIsRefusedAndTheOldOneStays() throws IOException {
        signInElsewhere();
        open(ROLE);
        account();
        server.knows("AKIAOTHER", SsoServer.OTHER_ACCOUNT);
        Login other = new Login.Keys("AKIAOTHER", new Secret("other-secret"), Optional.empty());

        assertThat(failureOf(() -> cloud.signedIn().signInAgain(other)))
                .isInstanceOfSatisfying(CloudFailure.Invalid.class, refused -> {
                    assertThat(refused.call()).isEqualTo("sts:GetCallerIdentity");
                    assertThat(refused.message())
                            .isEqualTo(
                                    "the account 111122223333 is open, but the login is for the account 444455556666");
                });
        assertThat(cloud.signedIn().login()).isEqualTo(ROLE);
        assertThat(account()).isEqualTo(ACCOUNT);
    }

    @Test
    void aLoginThatGivesNothingIsRefusedAndTheOldOneStays() throws IOException {
        signInElsewhere();
        open(ROLE);
        account();

        assertThat(failureOf(() -> cloud.signedIn().signInAgain(new Login.Profile("gone"))))
                .isInstanceOf(CloudFailure.NotSignedIn.class);
        assertThat(failureOf(() ->
                        cloud.signedIn().signInAgain(new Login.Keys("AKIAWRONG", new Secret("x"), Optional.empty()))))
                .isInstanceOf(CloudFailure.NotSignedIn.class);
        assertThat(account()).isEqualTo(ACCOUNT);
    }

    @Test
    void aProfileThatLeadsElsewhereInMidRunIsRefused() throws IOException {
        server.knows("ASIAOLD", SsoServer.ACCOUNT);
        temporaryKeys("ASIAOLD");
        open(new Login.Profile("temporary"));
        account();
        server.endKeys();
        failureOf(cloud::identity);

        server.knows("ASIAOTHER", SsoServer.OTHER_ACCOUNT);
        temporaryKeys("ASIAOTHER");

        assertThat(refusal())
                .isEqualTo("The account 111122223333 is open, but the profile temporary is for the account"
                        + " 444455556666 now; sign in to 111122223333");
    }

    // What nobody sees

    @Test
    void noSecretIsInAnyText() throws IOException {
        signInElsewhere();
        Login keys = new Login.Keys("AKIAKEYS", new Secret("keys-secret"), Optional.of(new Secret("keys-token")));
        open(ROLE);
        account();
        SsoToken token = new SsoCache(home()).token(SsoServer.center()).orElseThrow();
        variables.put("AWS_SECRET_ACCESS_KEY", "environment-secret");

        assertThat(List.of(
                        keys.toString(),
                        settings(keys).toString(),
                        token.toString(),
                        token.renewal().orElseThrow().toString(),
                        token.renewal().orElseThrow().client().toString(),
                        cloud.signedIn().toString()))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("keys-secret", "keys-token", "environment-secret")
                        .doesNotContain("access-token", "refresh-token", "client-secret", "role-secret"));
    }

    @Test
    void noSecretIsInAnyFailure() throws IOException {
        signInElsewhere();
        open(ROLE);
        account();
        server.endSessions();
        server.endKeys();

        for (ThrowingCallable call : List.<ThrowingCallable>of(cloud::identity, cloud::identity)) {
            StringBuilder seen = new StringBuilder();
            for (Throwable t = catchThrowableOfType(CloudException.class, call); t != null; t = t.getCause()) {
                seen.append(t).append('\n');
            }
            assertThat(seen.toString()).doesNotContain("access-token", "refresh-token", "client-secret", "role-s");
        }
    }

    private void open(Login login) {
        cloud = AwsCloud.open(settings(login));
    }

    private AwsSettings settings(Login login) {
        return AwsSettings.of(new RegionName("eu-central-1"), home(), "test")
                .withEndpoint(server.endpoint())
                .withLogin(login);
    }

    private AwsHome home() {
        return new AwsHome(home, variables);
    }

    private AccountId account() {
        return cloud.identity().account();
    }

    /** Why nobody is signed in. */
    private String refusal() {
        CloudFailure failure = failureOf(cloud::identity);
        assertThat(failure).isInstanceOf(CloudFailure.NotSignedIn.class);
        return failure.message();
    }

    private static CloudFailure failureOf(ThrowingCallable call) {
        return catchThrowableOfType(CloudException.class, call).failure();
    }

    private void keysInEnvironment() {
        server.knows("AKIAENVIRONMENT", SsoServer.ACCOUNT);
        variables.put("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT");
        variables.put("AWS_SECRET_ACCESS_KEY", "environment-secret");
    }

    private void temporaryKeys(String id) throws IOException {
        Files.writeString(home.resolve(".aws/credentials"), """
            [temporary]
            aws_access_key_id = %s
            aws_secret_access_key = temporary-secret
            aws_session_token = temporary-token
            """.formatted(id));
    }

    private void config(String text) throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), text);
    }

    /** The token file as the AWS CLI writes it, with its own spacing. */
    private void signInElsewhere(String... without) throws IOException {
        IdentityCenter center = SsoServer.center();
        Path file = home().tokens().resolve(SsoCacheNames.token(center));
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                server.signInElsewhere(Instant.now()).without(List.of(without)).toPrettyString());
    }
}
