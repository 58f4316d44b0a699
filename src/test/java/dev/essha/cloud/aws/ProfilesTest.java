package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.said.Said;
import dev.essha.cloud.signin.Configured;
import dev.essha.cloud.signin.FoundProfile;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.ProfileSource;
import dev.essha.cloud.signin.StartUrl;
import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from the files of the AWS tools, good and bad ones. */
class ProfilesTest {

    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final IdentityCenter CORP = new IdentityCenter(
            Optional.of("corp"),
            new StartUrl("https://d-1234567890.awsapps.com/start"),
            new RegionName("eu-west-1"),
            List.of("sso:account:access", "other:scope"));

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();

    @Test
    void everyKindIsToldApart() throws IOException {
        config("""
            [default]
            region = eu-central-1

            [profile center]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Admin
            region = eu-west-3

            [profile old-center]
            sso_start_url = https://old.awsapps.com/start#/
            sso_region = us-east-1
            sso_account_id = 111122223333
            sso_role_name = Admin

            [profile role]
            role_arn = arn:aws:iam::111122223333:role/some/path/deploy
            source_profile = center

            [profile coded-role]
            role_arn = arn:aws-cn:iam::111122223333:role/deploy
            source_profile = default
            mfa_serial = arn:aws:iam::444455556666:mfa/me

            [profile machine-role]
            role_arn = arn:aws:iam::111122223333:role/deploy
            credential_source = Ec2InstanceMetadata

            [profile program]
            credential_process = /usr/bin/vault print

            [profile web]
            role_arn = arn:aws:iam::111122223333:role/deploy
            web_identity_token_file = /var/token

            [profile signed-in-elsewhere]
            login_session = arn:aws:iam::111122223333:user/me

            [profile settings-only]
            region = eu-west-2

            [sso-session corp]
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access, other:scope
            """);
        credentials("""
            [default]
            aws_access_key_id = AKIADEFAULT
            aws_secret_access_key = default-secret

            [temporary]
            aws_access_key_id = ASIATEMPORARY
            aws_secret_access_key = temporary-secret
            aws_session_token = temporary-token
            """);

        assertThat(sources())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("default", new ProfileSource.Keys(Optional.empty(), false)),
                        Map.entry("temporary", new ProfileSource.Keys(Optional.empty(), true)),
                        Map.entry(
                                "center",
                                new ProfileSource.CenterRole(new Login.IdentityCenterRole(CORP, ACCOUNT, "Admin"))),
                        Map.entry(
                                "old-center",
                                new ProfileSource.CenterRole(new Login.IdentityCenterRole(
                                        IdentityCenter.typed(
                                                new StartUrl("https://old.awsapps.com/start#/"),
                                                new RegionName("us-east-1")),
                                        ACCOUNT,
                                        "Admin"))),
                        Map.entry(
                                "role",
                                new ProfileSource.AssumedRole(
                                        "arn:aws:iam::111122223333:role/some/path/deploy", "center", false)),
                        Map.entry(
                                "coded-role",
                                new ProfileSource.AssumedRole(
                                        "arn:aws-cn:iam::111122223333:role/deploy", "default", true)),
                        Map.entry(
                                "machine-role",
                                new ProfileSource.AssumedRole(
                                        "arn:aws:iam::111122223333:role/deploy", "Ec2InstanceMetadata", false)),
                        Map.entry("program", new ProfileSource.Process()),
                        Map.entry("web", new ProfileSource.WebIdentity("arn:aws:iam::111122223333:role/deploy")),
                        Map.entry("signed-in-elsewhere", new ProfileSource.Unusable(Phrase.of("profile.aws-login"))),
                        Map.entry("settings-only", new ProfileSource.Unusable(Phrase.of("profile.settings-only")))));
    }

    @Test
    void theyComeByNameWithRegionAccountAndRole() throws IOException {
        config("""
            [profile b]
            role_arn = arn:aws:iam::111122223333:role/some/path/deploy
            source_profile = a
            region = eu-west-3
            [profile a]
            credential_process = x
            region = nowhere
            """);

        List<FoundProfile> found = signIns().profiles().found();

        assertThat(found).extracting(FoundProfile::name).containsExactly("a", "b");
        assertThat(found.getFirst().region()).isEmpty();
        assertThat(found.getFirst().source().account()).isEmpty();
        assertThat(found.getLast().region()).contains(new RegionName("eu-west-3"));
        assertThat(found.getLast().source().account()).contains(ACCOUNT);
        assertThat(found.getLast().source().role()).contains("deploy");
    }

    @Test
    void aProfileThatCannotWorkSaysWhy() throws IOException {
        config("""
            [profile no-section]
            sso_session = gone
            sso_account_id = 111122223333
            sso_role_name = Admin
            [profile no-role]
            sso_session = corp
            sso_account_id = 111122223333
            [profile bad-account]
            sso_session = corp
            sso_account_id = 1234
            sso_role_name = Admin
            [profile bad-url]
            sso_start_url = corp
            sso_region = eu-west-1
            sso_account_id = 111122223333
            sso_role_name = Admin
            [profile no-source]
            role_arn = arn:aws:iam::111122223333:role/deploy
            source_profile = gone
            [profile half-a-key]
            aws_access_key_id = AKIAHALF
            [sso-session corp]
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-west-1
            """);

        assertThat(reasons())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "no-section", "There is no section [sso-session gone].",
                        "no-role", "sso_role_name of [no-role] is missing.",
                        "bad-account", "It names \"1234\", which AWS does not know.",
                        "bad-url", "It names \"corp\", which AWS does not know.",
                        "no-source", "There is no profile gone, which it names as its source.",
                        "half-a-key", "aws_secret_access_key of [half-a-key] is missing."));
    }

    @Test
    void centersComeFromSectionsAndFromOlderProfiles() throws IOException {
        config("""
            [profile a]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Admin
            [profile old]
            sso_start_url = https://old.awsapps.com/start
            sso_region = us-east-1
            sso_account_id = 111122223333
            sso_role_name = Admin
            [profile old-too]
            sso_start_url = https://old.awsapps.com/start
            sso_region = us-east-1
            sso_account_id = 444455556666
            sso_role_name = Reader
            [sso-session  corp ] # ours
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access,other:scope
            [sso-session incomplete]
            sso_region = eu-west-1
            [sso-session another]
            sso_start_url = https://another.awsapps.com/start
            sso_region = eu-west-1
            """);

        assertThat(signIns().identityCenters().found())
                .extracting(IdentityCenter::label)
                .containsExactly("another", "corp", "https://old.awsapps.com/start");
        assertThat(signIns().identityCenters().found()).contains(CORP);
    }

    @Test
    void aBrokenFileIsToldWithItsLineAndTheOtherStillCounts() throws IOException {
        config("""
            [profile a]
            region = eu-west-1
            secret-that-nobody-should-see
            """);
        credentials("""
            [b]
            aws_access_key_id = AKIAB
            aws_secret_access_key = secret
            """);

        Configured<FoundProfile> profiles = signIns().profiles();

        assertThat(profiles.found()).extracting(FoundProfile::name).containsExactly("b");
        assertThat(profiles.problems())
                .containsExactly(new Configured.BrokenFile(
                        home.resolve(".aws/config"),
                        Phrase.of("file.line", "Expected an '=' sign defining a property on line 3")));
        assertThat(signIns().identityCenters().problems()).hasSize(1);
    }

    @Test
    void whateverAFileHoldsIsAnAnswer() throws IOException {
        for (String text :
                List.of("[", "]", "[]", "[profile", "[profile ]", "= x", "\0\1\2", " continued", "[sso-session ]")) {
            config(text);

            Configured<FoundProfile> profiles = signIns().profiles();

            assertThat(profiles.found()).as(text).isEmpty();
            assertThat(profiles.problems())
                    .as(text)
                    .allSatisfy(problem ->
                            assertThat(Said.english(problem.reason())).endsWith("."));
        }
    }

    @Test
    void aFolderInTheWayIsTold() throws IOException {
        Files.createDirectories(home.resolve(".aws/config"));

        assertThat(signIns().profiles().problems())
                .containsExactly(new Configured.BrokenFile(home.resolve(".aws/config"), Phrase.of("file.folder")));
    }

    @Test
    void noFilesAreNoProblem() {
        assertThat(signIns().profiles()).isEqualTo(new Configured<>(List.of(), List.of()));
        assertThat(signIns().identityCenters()).isEqualTo(new Configured<>(List.of(), List.of()));
    }

    @Test
    void variablesSayWhereTheFilesAre() throws IOException {
        Files.writeString(home.resolve("my-config"), "[profile a]\ncredential_process = x\n");
        Files.writeString(home.resolve("my-credentials"), "[b]\naws_access_key_id = A\naws_secret_access_key = s\n");
        variables.put("AWS_CONFIG_FILE", "~/my-config");
        variables.put(
                "AWS_SHARED_CREDENTIALS_FILE", home.resolve("my-credentials").toString());

        assertThat(signIns().profiles().found()).extracting(FoundProfile::name).containsExactly("a", "b");
    }

    private Map<String, ProfileSource> sources() {
        return signIns().profiles().found().stream()
                .collect(Collectors.toMap(FoundProfile::name, FoundProfile::source));
    }

    private Map<String, String> reasons() {
        return sources().entrySet().stream()
                .filter(e -> e.getValue() instanceof ProfileSource.Unusable)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> Said.english(((ProfileSource.Unusable) e.getValue()).reason())));
    }

    private AwsSignIns signIns() {
        return AwsSignIns.of(new AwsHome(home, variables), "test");
    }

    private void config(String text) throws IOException {
        write("config", text);
    }

    private void credentials(String text) throws IOException {
        write("credentials", text);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws").resolve(name), text);
    }
}
