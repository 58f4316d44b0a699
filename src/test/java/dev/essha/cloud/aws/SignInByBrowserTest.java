package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.Prompt;
import dev.essha.cloud.signin.SignIns;
import dev.essha.cloud.signin.StartUrl;
import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flow through the browser of this computer, with a browser that follows redirects and a server that checks every part. */
class SignInByBrowserTest {

    @TempDir
    Path folder;

    private final BlockingQueue<Prompt.Asked> shown = new LinkedBlockingQueue<>();
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final List<Thread> people = new ArrayList<>();
    private SsoServer server;
    private AwsSignIns signIns;

    @BeforeEach
    void listen() throws IOException {
        server = new SsoServer();
        signIns = AwsSignIns.of(new AwsHome(folder, server.variables()), "test");
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Thread person : people) {
            person.interrupt();
            assertThat(person.join(Duration.ofSeconds(20))).isTrue();
        }
        signIns.close();
        server.close();
        browser.close();
    }

    @Test
    void aBrowserThatComesBackSignsIn() throws Exception {
        CompletableFuture<Outcome> outcome = signingIn(SsoServer.center(), shown::add);

        HttpResponse<String> page = visit(asked().page());

        assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
        assertThat(signIns.roles(SsoServer.center(), new AccountId(SsoServer.ACCOUNT)))
                .containsExactly("Admin", "billing", "ReadOnly");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"en\">", "go back to the ESS HA Installer");
    }

    @Test
    void theRequestIsTheOneOfTheAwsCli() throws Exception {
        signingIn(SsoServer.center(), shown::add);

        String page = asked().page().toString();
        assertThat(page)
                .startsWith(server.endpoint() + "/authorize?response_type=code&client_id=client-1&redirect_uri=")
                .contains("&code_challenge_method=S256&code_challenge=", "&scope=sso%3Aaccount%3Aaccess");
        assertThat(parameter(page, "redirect_uri")).matches("http://127\\.0\\.0\\.1:\\d+/oauth/callback");
        assertThat(parameter(page, "code_challenge")).matches("[A-Za-z0-9_-]{43}");
        assertThat(server.lastRegistration.path("redirectUris").toString())
                .isEqualTo("[\"http://127.0.0.1/oauth/callback\"]");
        assertThat(server.lastRegistration.path("grantTypes").toString())
                .isEqualTo("[\"authorization_code\",\"refresh_token\"]");
        assertThat(server.lastRegistration.path("issuerUrl").asText()).isEqualTo(SsoServer.START_URL);
        visit(URI.create(page));
    }

    @Test
    void scopesOfTheConfigurationAreAskedFor() throws Exception {
        IdentityCenter scoped = new IdentityCenter(
                Optional.of("corp"),
                new StartUrl(SsoServer.START_URL),
                new RegionName("eu-central-1"),
                List.of("sso:account:access", "codewhisperer:completions"));
        signingIn(scoped, shown::add);
        String page = asked().page().toString();

        assertThat(parameter(page, "scope")).isEqualTo("sso:account:access codewhisperer:completions");
        assertThat(server.lastRegistration.path("scopes").toString())
                .isEqualTo("[\"sso:account:access\",\"codewhisperer:completions\"]");
    }

    @Test
    void aPersonWhoDeniesIsNotSignedIn() throws Exception {
        server.person.set(0, "denies");
        CompletableFuture<Outcome> outcome = signingIn(SsoServer.center(), shown::add);

        HttpResponse<String> page = visit(asked().page());

        assertThat(outcome.get(20, TimeUnit.SECONDS))
                .isEqualTo(new Outcome.NotDone(Outcome.Reason.DENIED, Phrase.of("outcome.denied")));
        assertThat(page.body()).contains("Not allowed");
        assertThat(signIns.session(SsoServer.center())).isEmpty();
    }

    @Test
    void anAnswerWithAWrongStateIsTurnedAwayAndTheRightOneStillCounts() throws Exception {
        CompletableFuture<Outcome> outcome = signingIn(SsoServer.center(), shown::add);
        Prompt.Asked asked = asked();
        String back = parameter(asked.page().toString(), "redirect_uri");

        assertThat(visit(URI.create(back + "?code=stolen&state=wrong")).statusCode())
                .isEqualTo(400);
        assertThat(visit(URI.create(back + "?code=stolen")).statusCode()).isEqualTo(400);
        assertThat(visit(URI.create(back + "?error=access_denied&state=wrong")).statusCode())
                .isEqualTo(400);
        assertThat(visit(URI.create(back.replace("/oauth/callback", "/favicon.ico")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(outcome).isNotDone();

        visit(asked.page());
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aCodeThatTheServiceDidNotGiveForThisSecretIsRefused() throws Exception {
        CompletableFuture<Outcome> outcome = signingIn(SsoServer.center(), shown::add);
        String page = asked().page().toString();

        visit(URI.create(parameter(page, "redirect_uri") + "?code=guessed&state=" + parameter(page, "state")));

        assertThat(((Outcome.NotDone) outcome.get(20, TimeUnit.SECONDS)).reason())
                .isEqualTo(Outcome.Reason.EXPIRED);
    }

    @Test
    void whatABrowserSaysOfAnErrorIsNotShownAsItIs() throws Exception {
        CompletableFuture<Outcome> outcome = signingIn(SsoServer.center(), shown::add);
        String page = asked().page().toString();

        visit(URI.create(
                parameter(page, "redirect_uri") + "?error=%3Cb%3Eserver_error&state=" + parameter(page, "state")));

        assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOfSatisfying(Outcome.NotDone.class, not -> {
            assertThat(not.reason()).isEqualTo(Outcome.Reason.UNEXPECTED);
            assertThat(not.message()).isEqualTo("The Identity Center refused the request: ?b?server_error.");
        });
    }

    @Test
    void nobodyListensAfterwards() throws Exception {
        CompletableFuture<Outcome> outcome = signingIn(SsoServer.center(), shown::add);
        Prompt.Asked asked = asked();
        visit(asked.page());
        outcome.get(20, TimeUnit.SECONDS);

        assertThatThrownBy(() -> visit(URI.create(parameter(asked.page().toString(), "redirect_uri"))))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void anInterruptCancelsAndNobodyListensAfterwards() throws Exception {
        CompletableFuture<Outcome> outcome = signingIn(SsoServer.center(), shown::add);
        Prompt.Asked asked = asked();

        people.getFirst().interrupt();

        assertThat(((Outcome.NotDone) outcome.get(20, TimeUnit.SECONDS)).reason())
                .isEqualTo(Outcome.Reason.CANCELLED);
        assertThatThrownBy(() -> visit(URI.create(parameter(asked.page().toString(), "redirect_uri"))))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aWrongStartUrlIsNamedBeforeAnyBrowserOpens() throws Exception {
        IdentityCenter wrong =
                IdentityCenter.typed(new StartUrl("https://nobody.awsapps.com/start"), new RegionName("eu-central-1"));

        Outcome outcome = signingIn(wrong, shown::add).get(20, TimeUnit.SECONDS);

        assertThat(((Outcome.NotDone) outcome).reason()).isEqualTo(Outcome.Reason.WRONG_CENTER);
        assertThat(shown).isEmpty();
    }

    @Test
    void theTwoWaysDoNotUseEachOthersRegistration() throws Exception {
        signIns.signIn(SsoServer.center(), SignIns.Way.DEVICE_CODE, _ -> {});
        CompletableFuture<Outcome> outcome = signingIn(SsoServer.center(), shown::add);
        visit(asked().page());

        assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
        assertThat(server.times("register")).isEqualTo(2);
    }

    @Test
    void thePageSpeaksTheLanguageOfTheOneWhoAsks() throws Exception {
        CompletableFuture<Outcome> outcome = signingIn(SsoServer.center(), new Prompt() {

            @Override
            public void show(Asked asked) {
                shown.add(asked);
            }

            @Override
            public AnswerPage answer(boolean allowed) {
                return new AnswerPage("de", "Erlaubt & <fertig>", "Zurück zum Installer.");
            }
        });

        assertThat(visit(asked().page()).body())
                .contains("<html lang=\"de\">", "Erlaubt &amp; &lt;fertig&gt;", "Zurück zum Installer.");
        outcome.get(20, TimeUnit.SECONDS);
    }

    private CompletableFuture<Outcome> signingIn(IdentityCenter center, Prompt prompt) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        people.add(
                Thread.startVirtualThread(() -> outcome.complete(signIns.signIn(center, SignIns.Way.BROWSER, prompt))));
        return outcome;
    }

    private Prompt.Asked asked() throws InterruptedException {
        Prompt.Asked asked = shown.poll(20, TimeUnit.SECONDS);
        assertThat(asked).isInstanceOf(Prompt.Asked.Browser.class);
        return asked;
    }

    private HttpResponse<String> visit(URI page) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String parameter(String page, String name) {
        String after = page.substring(page.indexOf(name + "=") + name.length() + 1);
        return URLDecoder.decode(after.split("&")[0], StandardCharsets.UTF_8);
    }
}
