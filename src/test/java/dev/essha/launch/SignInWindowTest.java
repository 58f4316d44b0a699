package dev.essha.launch;

import static dev.essha.launch.Seen.isThere;
import static dev.essha.launch.Seen.node;
import static dev.essha.launch.Seen.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.application.Places;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.aws.SsoServer;
import dev.essha.cloud.signin.FoundProfile;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.Secret;
import dev.essha.plan.AccountId;
import dev.essha.ui.Preferences;
import dev.essha.ui.signin.SignInOverlay;
import dev.essha.ui.wizard.Layers;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Signing in, on the wire: against a server on loopback that answers like IAM Identity Center and like STS. */
class SignInWindowTest {

    private static final String SECRET = "canary-secret-access-key";
    private static final String TOKEN = "canary-session-token";
    private static final String OWN = "000000000003";

    private final FxRobot robot = new FxRobot();
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private SsoServer server;

    @TempDir
    private Path home;

    @BeforeEach
    void listen() throws IOException {
        server = new SsoServer();
        server.roles.put("Admin", OWN);
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
            [profile corp]
            sso_session = corp
            sso_account_id = %s
            sso_role_name = Admin
            region = eu-west-1
            [profile nothing]
            region = eu-west-1
            [sso-session corp]
            sso_start_url = %s
            sso_region = eu-central-1
            """.formatted(OWN, SsoServer.START_URL));
        Files.writeString(home.resolve(".aws/credentials"), """
            [work]
            aws_access_key_id = AKIAWORK
            aws_secret_access_key = %s
            """.formatted(SECRET));
        server.knows("AKIAWORK", SsoServer.ACCOUNT);
    }

    @AfterEach
    void stop() {
        server.close();
        browser.close();
    }

    @Test
    void throughTheBrowserToAnAccountAndARole() throws Exception {
        try (TestWindow test = open()) {
            robot.clickOn("#center-browser");
            test.until(() -> !test.browsed.isEmpty());
            test.until(() -> text("#center-away").contains("Allow the access there"));
            assertThat(visit(test.browsed.getFirst()).body()).contains("go back to the ESS HA Installer");

            test.until(() -> accounts().getItems().size() == 3);
            assertThat(text("#center-state")).isEqualTo("corp gives you 3 accounts.");
            test.onWindow(() -> ((TextField) node("#center-accounts-filter")).setText("account 3"));
            assertThat(accounts().getItems()).hasSize(1);
            test.onWindow(() -> accounts().getSelectionModel().selectFirst());
            test.until(() -> roles().getItems().contains("Admin"));
            test.onWindow(() -> roles().getSelectionModel().select("Admin"));
            robot.clickOn("#center-use");

            test.until(() -> venue(test).isPresent());
            assertThat(venue(test).orElseThrow().kind()).isEqualTo(Cloud.Kind.ENDPOINT);
            assertThat(text("#signed-in-account")).isEqualTo(OWN);
            assertThat(text("#signed-in-partition")).isEqualTo("aws");
            assertThat(text("#signed-in-way")).isEqualTo("role Admin, through corp");
            test.until(() -> text("#session-ends").contains("renewed by itself"));
            assertThat(text("#venue")).contains(OWN);
        }
    }

    @Test
    void withACodeOnAnyDevice() throws Exception {
        server.person.addAll(0, List.of("waits"));
        try (TestWindow test = open()) {
            robot.clickOn("#center-device");

            test.until(() -> text("#center-code").equals("ABCD-EFGH"));
            assertThat(text("#center-page")).startsWith("https://device.sso.");
            test.until(() -> accounts().getItems().size() == 3);
        }
    }

    @Test
    void whoIsRefusedReadsWhyAndTriesAgain() throws Exception {
        server.person.set(0, "denies");
        try (TestWindow test = open()) {
            robot.clickOn("#center-browser");
            test.until(() -> !test.browsed.isEmpty());
            visit(test.browsed.getFirst());

            test.until(() -> text("#center-wrong").contains("was not allowed in the browser"));
            server.person.set(0, "allows");
            robot.clickOn("#center-browser");
            test.until(() -> test.browsed.size() == 2);
            visit(test.browsed.getLast());
            test.until(() -> accounts().getItems().size() == 3);
        }
    }

    @Test
    void whoWaitsMayCancel() throws Exception {
        try (TestWindow test = open()) {
            robot.clickOn("#center-browser");
            test.until(() -> !test.browsed.isEmpty());

            robot.clickOn("#center-cancel");

            test.until(() ->
                    node("#center-browser").isVisible() && !node("#center-away").isVisible());
            assertThat(text("#center-wrong")).isEmpty();
        }
    }

    @Test
    void anotherCenterIsTyped() throws Exception {
        try (TestWindow test = open()) {
            test.until(() -> centers().getItems().size() == 2);
            test.onWindow(() -> centers().getSelectionModel().selectLast());
            robot.clickOn("#center-start-url").write("http://nowhere").type(KeyCode.ENTER);

            test.until(() -> text("#center-wrong").contains("http://nowhere"));
            assertThat(test.browsed).isEmpty();
        }
    }

    @Test
    void aProfileOfTheAwsTools() throws Exception {
        try (TestWindow test = open()) {
            robot.clickOn("#way-profile");
            test.until(() -> profiles().getItems().size() == 3);
            assertThat(text("#profiles")).contains("work", "access key", "corp", "IAM Identity Center", "eu-west-1");
            pickProfile(test, "work");
            robot.clickOn("#profile-use");

            test.until(() -> venue(test).isPresent());
            assertThat(text("#signed-in-account")).isEqualTo(SsoServer.ACCOUNT);
            assertThat(text("#signed-in-way")).isEqualTo("profile work");
            robot.clickOn("#next");
            test.until(() -> wizard(test).step().get() == Step.NETWORK);
        }
    }

    @Test
    void aProfileOfAnIdentityCenterLeadsThroughTheBrowser() throws Exception {
        try (TestWindow test = open()) {
            robot.clickOn("#way-profile");
            test.until(() -> profiles().getItems().size() == 3);
            pickProfile(test, "corp");
            robot.clickOn("#profile-use");

            test.until(() -> !test.browsed.isEmpty());
            visit(test.browsed.getFirst());

            test.until(() -> venue(test).isPresent());
            assertThat(text("#signed-in-account")).isEqualTo(OWN);
        }
    }

    @Test
    void inGermanAProfileThatGivesNothingIsToldInGerman() throws Exception {
        Files.writeString(home.resolve(".aws/config"), """
            [profile through-corp]
            role_arn = arn:aws:iam::%s:role/deploy
            source_profile = corp
            """.formatted(OWN), StandardOpenOption.APPEND);
        try (TestWindow test = open()) {
            test.onWindow(() -> test.window().prefer(Preferences.DEFAULT.with(Locale.GERMAN)));
            robot.clickOn("#way-profile");
            test.until(() -> profiles().getItems().size() == 4);
            assertThat(text("#profiles")).contains("Es hat Einstellungen, aber nichts, womit man sich anmelden");

            pickProfile(test, "through-corp");
            robot.clickOn("#profile-use");
            test.until(() -> text("#signin-said").contains("Die Sitzung des Profils corp ist zu Ende"));
            assertThat(text("#signin-said")).doesNotContainPattern("(?i)\\b(the|profile has|has ended|sign in)\\b");

            Files.delete(home.resolve(".aws/credentials"));
            pickProfile(test, "work");
            robot.clickOn("#profile-use");
            test.until(() -> text("#signin-said")
                    .contains("Das Profil work gibt keine gültigen Anmeldedaten. Ein solches Profil gibt es nicht."));
            assertThat(text("#signin-said")).contains("Prüfen Sie die Eingaben").doesNotContain("Niemand");
        }
    }

    @Test
    void aProfileThatIsNoneCannotBeUsed() throws Exception {
        try (TestWindow test = open()) {
            robot.clickOn("#way-profile");
            test.until(() -> profiles().getItems().size() == 3);
            pickProfile(test, "nothing");

            assertThat(node("#profile-use").isDisabled()).isTrue();
        }
    }

    @Test
    void keysAreInMemoryOnly() throws Exception {
        server.knows("AKIATYPED", SsoServer.ACCOUNT);
        try (TestWindow test = open()) {
            robot.clickOn("#way-keys");
            test.until(() -> new Hands(test).sees("#keys-id"));
            type("AKIAWRONG", "canary-wrong-secret", "");
            robot.clickOn("#keys-use");
            test.until(() -> text("#signin-said").contains("no such key"));
            assertThat(text("#signin-said")).contains("Check what was entered").doesNotContain("canary-wrong-secret");
            assertThat(((TextField) node("#keys-secret")).getText()).isEmpty();

            type("AKIATYPED", SECRET + "-typed", TOKEN);
            robot.type(KeyCode.ENTER);
            test.until(() -> venue(test).isPresent());
            assertThat(text("#signed-in-way")).isEqualTo("access key AKIATYPED");
            test.onWindow(() -> wizard(test).draft().text("name").set("typed"));
            test.until(() -> files().anyMatch(f -> f.contains("typed")));
        }
        assertThat(files())
                .noneMatch(f -> f.contains(SECRET + "-typed") || f.contains(TOKEN) || f.contains("canary-wrong"));
    }

    @Test
    void anAccountOtherThanThePlansIsRefused() throws Exception {
        try (TestWindow test = open()) {
            test.onWindow(() -> wizard(test).draft().text("account").set(SsoServer.OTHER_ACCOUNT));
            robot.clickOn("#way-profile");
            test.until(() -> profiles().getItems().size() == 3);
            pickProfile(test, "work");
            robot.clickOn("#profile-use");

            test.until(() -> text("#refused-account").contains(SsoServer.OTHER_ACCOUNT));
            assertThat(text("#refused-account")).contains("You signed in to " + SsoServer.ACCOUNT);
            assertThat(venue(test)).isEmpty();

            robot.clickOn("#free-plan");
            pickProfile(test, "work");
            robot.clickOn("#profile-use");
            test.until(() -> venue(test).isPresent());

            test.onWindow(() -> wizard(test).draft().text("account").set(SsoServer.OTHER_ACCOUNT));
            assertThat(venue(test)).isEmpty();
            assertThat(text("#refused-account")).contains(SsoServer.OTHER_ACCOUNT);
        }
    }

    @Test
    void anAddressThatIsNoneIsToldOfAtOnce() throws Exception {
        try (TestWindow test = open()) {
            robot.clickOn("#way-profile");
            test.onWindow(() -> ((TitledPane) node("#signin-advanced")).setExpanded(true));
            test.onWindow(() -> ((TextField) node("#endpoint")).setText("http://me:secret@127.0.0.1:5000"));

            assertThat(text("#signin-advanced")).contains("User and password do not belong in it.");
            robot.clickOn("#profile-default");
            assertThat(venue(test)).isEmpty();
            assertThat(text("#signin-said")).isEmpty();
        }
    }

    @Test
    void anEndpointAndANameServerAreKeptWithTheAccount() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            test.onWindow(() -> wizard(test).go(Step.SIGN_IN));
            robot.clickOn("#way-profile");
            test.until(() -> profiles().getItems().size() == 3);
            test.onWindow(() ->
                    ((TextField) node("#endpoint")).setText(server.endpoint().toString()));
            test.onWindow(() -> ((TextField) node("#name-server")).setText("127.0.0.1:5354"));
            pickProfile(test, "work");
            robot.clickOn("#profile-use");

            test.until(() -> venue(test).isPresent());
            assertThat(text("#signed-in")).contains("AWS-compatible endpoint, not AWS");
            assertThat(text("#signed-in-endpoint")).isEqualTo(server.endpoint().toString());
            assertThat(text("#signed-in-name-server")).isEqualTo("127.0.0.1:5354");
        }
    }

    @Test
    void signingOutEverywhereEndsTheSharedSession() throws Exception {
        try (TestWindow test = open()) {
            robot.clickOn("#center-browser");
            test.until(() -> !test.browsed.isEmpty());
            visit(test.browsed.getFirst());
            test.until(() -> accounts().getItems().size() == 3);
            test.onWindow(() -> accounts().getSelectionModel().selectLast());
            test.until(() -> roles().getItems().contains("Admin"));
            test.onWindow(() -> roles().getSelectionModel().select("Admin"));
            robot.clickOn("#center-use");
            test.until(() -> venue(test).isPresent());

            robot.clickOn("#sign-out");
            test.until(() -> isThere("#sign-out-question"));
            robot.clickOn("#sign-out-question-everywhere");

            test.until(() -> venue(test).isEmpty());
            test.until(() -> server.asked.contains("logout"));
        }
    }

    @Test
    void whoSignsInForSomethingComesBackToIt() throws Exception {
        try (TestWindow test = TestWindow.open(home, environment())) {
            robot.clickOn("#find-deployments");
            test.until(() -> wizard(test).step().get() == Step.SIGN_IN);
            robot.clickOn("#way-profile");
            test.until(() -> profiles().getItems().size() == 3);
            pickProfile(test, "work");
            robot.clickOn("#profile-use");

            test.until(() -> wizard(test).step().get() == Step.START);
            test.until(() -> text("#found-state").startsWith("No deployment was found in eu-central-1."));
            assertThat(server.asked).contains("DescribeStacks");
        }
    }

    @Test
    void whoLeavesTheSignInDoesNotWantItAnyMore() throws Exception {
        try (TestWindow test = TestWindow.open(home, environment())) {
            robot.clickOn("#find-deployments");
            test.until(() -> wizard(test).step().get() == Step.SIGN_IN);
            assertThat(wizard(test).errand().get()).contains(Step.START);

            robot.clickOn("#rail-start").clickOn("#rail-sign-in");
            assertThat(wizard(test).errand().get()).isEmpty();
            robot.clickOn("#way-profile");
            test.until(() -> profiles().getItems().size() == 3);
            pickProfile(test, "work");
            robot.clickOn("#profile-use");
            test.until(() -> isThere("#signed-in-account"));

            assertThat(wizard(test).step().get()).isEqualTo(Step.SIGN_IN);
        }
    }

    @Test
    void whatWasTypedInSecretDoesNotOutliveItsPage() throws Exception {
        try (TestWindow test = open()) {
            robot.clickOn("#way-keys");
            type("AKIATYPED", SECRET, TOKEN);
            TextField secret = (TextField) node("#keys-secret");

            test.onWindow(() -> test.window().prefer(Preferences.DEFAULT.with(Locale.GERMAN)));

            assertThat(secret.getText()).isEmpty();
            assertThat(node("#keys-secret")).isNotSameAs(secret);
        }
    }

    @Test
    void inMidRunSomebodySignsInAgainOverThePage() throws Exception {
        server.knows("AKIAFIRST", SsoServer.ACCOUNT);
        try (TestWindow test = open()) {
            Places.Choice choice = new Places.Choice(
                    false,
                    1,
                    false,
                    Optional.empty(),
                    new Login.Keys("AKIAFIRST", new Secret("first"), Optional.empty()),
                    Optional.empty());
            Wiring wiring = new Wiring(new Surroundings(environment(), home, "Linux", false), "0.0.0");
            try (Places.Session run =
                    wiring.open(wizard(test).draft().readable().get(), choice)) {
                Venue venue = new Venue(
                        choice, Cloud.Kind.ENDPOINT, Optional.of(run.cloud().identity()), Optional.empty());
                server.endKeys();
                server.knows("AKIAWORK", SsoServer.OTHER_ACCOUNT);
                test.onWindow(() -> SignInOverlay.ask(
                        wizard(test),
                        new Layers((StackPane) test.stage().getScene().getRoot()),
                        venue,
                        run));
                robot.clickOn(inOverlay("#way-profile"));
                test.until(() -> !overlayProfiles().getItems().isEmpty());
                pickOverlayProfile(test, "work");
                robot.clickOn(inOverlay("#profile-use"));
                test.until(() -> text("#sign-in-again").contains(SsoServer.OTHER_ACCOUNT));
                assertThat(venue(test)).isEmpty();

                server.knows("AKIAWORK", SsoServer.ACCOUNT);
                robot.clickOn(inOverlay("#profile-use"));

                test.until(() -> !isThere("#sign-in-again"));
                assertThat(venue(test).orElseThrow().choice().login()).isEqualTo(new Login.Profile("work"));
                assertThat(run.signedIn().login()).isEqualTo(new Login.Profile("work"));
                assertThat(run.cloud().identity().account()).isEqualTo(new AccountId(SsoServer.ACCOUNT));
            }
        }
    }

    private TestWindow open() throws Exception {
        TestWindow test = TestWindow.open(home, environment());
        test.onWindow(() -> {
            test.stage().setWidth(1440);
            test.stage().setHeight(900);
            wizard(test).go(Step.SIGN_IN);
        });
        test.until(() -> centers().getItems().size() == 2);
        return test;
    }

    /** Everything goes to the server on loopback. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(server.variables());
        environment.put("AWS_ENDPOINT_URL", server.endpoint().toString());
        return environment;
    }

    private HttpResponse<String> visit(URI page) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void type(String id, String secret, String token) {
        robot.doubleClickOn("#keys-id").press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.write(id)
                .clickOn("#keys-secret")
                .write(secret)
                .clickOn("#keys-token")
                .write(token);
    }

    private static void pickProfile(TestWindow test, String name) {
        test.onWindow(() -> profiles().getItems().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .ifPresent(profiles().getSelectionModel()::select));
    }

    private void pickOverlayProfile(TestWindow test, String name) {
        test.onWindow(() -> overlayProfiles().getItems().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .ifPresent(overlayProfiles().getSelectionModel()::select));
    }

    private Node inOverlay(String id) {
        return robot.from(node("#sign-in-again")).lookup(id).query();
    }

    @SuppressWarnings("unchecked")
    private ListView<FoundProfile> overlayProfiles() {
        return (ListView<FoundProfile>) inOverlay("#profiles");
    }

    @SuppressWarnings("unchecked")
    private static ListView<FoundProfile> profiles() {
        return (ListView<FoundProfile>) node("#profiles");
    }

    private static ListView<?> accounts() {
        return (ListView<?>) node("#center-accounts");
    }

    @SuppressWarnings("unchecked")
    private static ListView<String> roles() {
        return (ListView<String>) node("#center-roles");
    }

    private static ComboBox<?> centers() {
        return (ComboBox<?>) node("#centers");
    }

    /** What stands in every file of the person, but for those of the AWS tools. */
    private Stream<String> files() {
        try (Stream<Path> all = Files.walk(home)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(home.resolve(".aws")))
                    .map(SignInWindowTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<Venue> venue(TestWindow test) {
        return wizard(test).venue().get();
    }

    private static Wizard wizard(TestWindow test) {
        return test.window().wizard();
    }
}
