package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Entitlement;
import dev.essha.cloud.Images;
import dev.essha.cloud.ReleasedImage;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.SignIns;
import dev.essha.plan.RegionName;
import dev.essha.wire.LoopbackProxy;
import dev.essha.wire.OwnAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The names of AWS's own endpoints, behind a proxy on loopback that leads to a server with a certificate of an authority of its
 * own: nothing of it leaves this computer, and everything is as in a company's network.
 */
class ProxyOnTheWireTest {

    private static final RegionName REGION = new RegionName("eu-central-1");
    private static final String IDENTITY = """
        <GetCallerIdentityResponse><GetCallerIdentityResult>
        <Arn>arn:aws:iam::123456789012:user/me</Arn><UserId>AID</UserId><Account>123456789012</Account>
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """;

    @TempDir
    static Path shared;

    private static OwnAuthority authority;

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private HttpsServer server;
    private LoopbackProxy proxy;

    @BeforeAll
    static void sign() {
        authority = new OwnAuthority(
                shared,
                "*.eu-central-1.amazonaws.com",
                "*.us-east-1.amazonaws.com",
                "*.amazonaws.com",
                "*.s3.eu-central-1.amazonaws.com");
    }

    @BeforeEach
    void listen() throws IOException {
        serve(authority);
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
    }

    private void serve(OwnAuthority with) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(with.server()));
        server.createContext("/", ProxyOnTheWireTest::answer);
        server.start();
        proxy = new LoopbackProxy(server.getAddress());
        environment.put("HTTPS_PROXY", "http://" + proxy.address());
        environment.put("AWS_CA_BUNDLE", with.bundle().toString());
    }

    @AfterEach
    void stop() {
        proxy.close();
        server.stop(0);
    }

    @Test
    void servicesOfRegionsAndOfTheWholeWorldGoThroughTheProxy() {
        try (AwsCloud cloud = cloud()) {
            assertThat(cloud.identity().account().value()).isEqualTo("123456789012");
            catchThrowable(() -> cloud.lookups().subnets("vpc-1"));
            catchThrowable(() -> cloud.lookups().publicHostedZones("ess.example.com"));
            catchThrowable(() -> cloud.stacks().find("ess-demo-network"));
        }
        assertThat(proxy.asked())
                .contains(
                        "CONNECT sts.eu-central-1.amazonaws.com:443",
                        "CONNECT ec2.eu-central-1.amazonaws.com:443",
                        "CONNECT route53.amazonaws.com:443",
                        "CONNECT cloudformation.eu-central-1.amazonaws.com:443");
    }

    @Test
    void identityCentersAreAskedThroughTheProxy() {
        Outcome outcome = signIn();

        assertThat(proxy.asked()).containsOnly("CONNECT oidc.eu-central-1.amazonaws.com:443");
        assertThat(outcome).isInstanceOf(Outcome.NotDone.class);
    }

    @Test
    void imagesComeThroughTheProxyToo() {
        Entitlement entitlement = new Entitlement("me", "a-token");
        ReleasedImage image = new ReleasedImage("registry.amazonaws.com", "inrupt/storage", "1");
        try (AwsCloud cloud = cloud()) {
            assertThat(cloud.images().released(entitlement, image)).isInstanceOf(Images.Released.Closed.class);
            proxy.refusesWith(403);
            assertThatThrownBy(() ->
                            cloud.images().released(entitlement, new ReleasedImage("other.example.com", "x", "1")))
                    .isInstanceOfSatisfying(
                            CloudException.class,
                            e -> assertThat(e.failure()).isInstanceOf(CloudFailure.Unreachable.class));
        }
        assertThat(proxy.asked()).contains("CONNECT registry.amazonaws.com:443");
    }

    @Test
    void javasPropertiesNameAProxyToo() {
        environment.remove("HTTPS_PROXY");
        System.setProperty("https.proxyHost", "127.0.0.1");
        System.setProperty("https.proxyPort", proxy.address().split(":")[1]);
        try (AwsCloud cloud = cloud()) {
            cloud.identity();
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
        assertThat(proxy.asked()).isNotEmpty();
    }

    @Test
    void hostsInNoProxyAreReachedStraight() {
        environment.put("NO_PROXY", "nobody.invalid");

        assertThat(failure(settings().withEndpoint(URI.create("https://sts.nobody.invalid"))))
                .isInstanceOf(CloudFailure.Unavailable.class);
        assertThat(proxy.asked()).isEmpty();
    }

    @Test
    void anEndpointInPlainHttpHasTheProxyOfPlainHttp() {
        environment.remove("HTTPS_PROXY");
        environment.put("HTTP_PROXY", proxy.address());

        failure(settings().withEndpoint(URI.create("http://emulator.example.com:5000")));
        assertThat(proxy.asked()).containsOnly("POST http://emulator.example.com:5000/");
    }

    @Test
    void anEndpointOnThisComputerNeedsNoProxy() throws IOException {
        environment.put("HTTP_PROXY", proxy.address());
        try (WireServer here = new WireServer(_ -> new WireServer.Answer(200, IDENTITY));
                AwsCloud cloud = AwsCloud.open(settings().withEndpoint(here.endpoint()))) {
            assertThat(cloud.identity().account().value()).isEqualTo("123456789012");
        }
        assertThat(proxy.asked()).isEmpty();
    }

    @Test
    void aProxyMayWantUserAndPassword() {
        proxy.wants("me@corp:p:ass");
        environment.put("HTTPS_PROXY", "http://me%40corp:p%3Aass@" + proxy.address());
        try (AwsCloud cloud = cloud()) {
            assertThat(cloud.identity().account().value()).isEqualTo("123456789012");
        }
        assertThat(proxy.asked()).isNotEmpty();
    }

    @Test
    void aProxyThatWantsAnotherUserIsToldByItsSetting() {
        proxy.wants("me:secret-word");

        assertThat(failure(settings()))
                .isInstanceOfSatisfying(
                        CloudFailure.Unreachable.class,
                        blocked -> assertThat(blocked.message())
                                .contains(proxy.address())
                                .contains("HTTPS_PROXY wants a user"));
        environment.put("HTTPS_PROXY", "http://me:wrong-word@" + proxy.address());
        assertThat(failure(settings()))
                .isInstanceOfSatisfying(
                        CloudFailure.Unreachable.class,
                        blocked -> assertThat(blocked.message())
                                .contains("does not accept the user")
                                .doesNotContain("wrong-word"));
    }

    @Test
    void aProxyThatForbidsAServiceIsNotMistakenForIt() {
        proxy.refusesWith(403);

        assertThat(failure(settings()))
                .isInstanceOfSatisfying(
                        CloudFailure.Unreachable.class,
                        blocked -> assertThat(blocked.message())
                                .contains("sts.eu-central-1.amazonaws.com (403)")
                                .contains("NO_PROXY"));
    }

    @Test
    void aProxyThatReachesNothingIsTriedAgain() {
        proxy.refusesWith(502);

        assertThat(failure(settings()))
                .isInstanceOfSatisfying(
                        CloudFailure.Unavailable.class,
                        down -> assertThat(down.message())
                                .contains("HTTPS_PROXY")
                                .contains("(502)"));
    }

    @Test
    void aProxyThatIsGoneIsToldByItsSetting() {
        proxy.close();

        assertThat(failure(settings()))
                .isInstanceOfSatisfying(
                        CloudFailure.Unavailable.class,
                        gone -> assertThat(gone.message())
                                .contains("http://" + proxy.address())
                                .contains("Look at HTTPS_PROXY"));
        assertThat(signIn())
                .isInstanceOfSatisfying(
                        Outcome.NotDone.class,
                        told -> assertThat(told.message()).contains("HTTPS_PROXY"));
    }

    @Test
    void whatIsNoProxyIsToldByItsSetting() {
        environment.put("HTTPS_PROXY", "socks5://proxy:1080");

        assertThat(failure(settings()))
                .isInstanceOfSatisfying(
                        CloudFailure.Unreachable.class,
                        blocked -> assertThat(blocked.message()).startsWith("HTTPS_PROXY: "));
    }

    // Whom one trusts

    @Test
    void aProfileMayNameTheBundle() throws IOException {
        environment.remove("AWS_CA_BUNDLE");
        Path config =
                Files.writeString(folder.resolve("config"), "[default]\nca_bundle = " + authority.bundle() + "\n");
        environment.put("AWS_CONFIG_FILE", config.toString());
        try (AwsCloud cloud = cloud()) {
            assertThat(cloud.identity().account().value()).isEqualTo("123456789012");
        }
    }

    @Test
    void anAuthorityThatIsNotTrustedIsToldWithTheSettingThatNamesIt() {
        environment.remove("AWS_CA_BUNDLE");

        assertThat(failure(settings()))
                .isInstanceOfSatisfying(
                        CloudFailure.Unreachable.class,
                        blocked -> assertThat(blocked.message())
                                .contains("sts.eu-central-1.amazonaws.com")
                                .contains("AWS_CA_BUNDLE")
                                .contains("ca_bundle"));
        assertThat(signIn())
                .isInstanceOfSatisfying(
                        Outcome.NotDone.class,
                        told -> assertThat(told.message()).contains("AWS_CA_BUNDLE"));
    }

    @Test
    void aBundleOfAnotherAuthorityIsNamed() {
        OwnAuthority other = new OwnAuthority(folder, "localhost");
        environment.put("AWS_CA_BUNDLE", other.bundle().toString());

        assertThat(failure(settings()))
                .isInstanceOfSatisfying(
                        CloudFailure.Unreachable.class,
                        blocked -> assertThat(blocked.message())
                                .contains(other.bundle() + ", which AWS_CA_BUNDLE names, does not hold it"));
    }

    @Test
    void aBundleThatIsNotThereOrEmptyIsNamed() throws IOException {
        Path bundle = folder.resolve("own.pem");
        environment.put("AWS_CA_BUNDLE", bundle.toString());
        assertThat(failure(settings()).message()).isEqualTo("AWS_CA_BUNDLE: " + bundle + " cannot be read");

        Files.writeString(bundle, "nothing\n");
        assertThat(failure(settings()).message()).startsWith("AWS_CA_BUNDLE: " + bundle + " holds no certificates");
        assertThat(signIn())
                .isInstanceOfSatisfying(
                        Outcome.NotDone.class,
                        told -> assertThat(told.message()).contains("AWS_CA_BUNDLE"));
    }

    @Test
    void aTrustedCertificateForAnotherNameIsRefused() throws IOException {
        stop();
        serve(new OwnAuthority(folder, "example.com"));

        assertThat(failure(settings()).message())
                .contains("sts.eu-central-1.amazonaws.com")
                .contains("example.com");
    }

    private CloudFailure failure(AwsSettings settings) {
        try (AwsCloud cloud = AwsCloud.open(settings)) {
            return catchThrowableOfType(CloudException.class, cloud::identity).failure();
        }
    }

    private Outcome signIn() {
        IdentityCenter center = SsoServer.center();
        try (AwsSignIns signIns = AwsSignIns.of(home(), InstantSource.system(), _ -> {})) {
            return signIns.signIn(center, SignIns.Way.DEVICE_CODE, _ -> {});
        }
    }

    private AwsCloud cloud() {
        return AwsCloud.open(settings());
    }

    private AwsSettings settings() {
        return AwsSettings.of(REGION, home(), "test").withAccessKey("an-id", "a-secret");
    }

    private AwsHome home() {
        return new AwsHome(folder, environment);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestURI().getPath().startsWith("/v2/")) {
                exchange.getResponseHeaders().set("Docker-Distribution-Api-Version", "registry/2.0");
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            boolean identity = body.contains("GetCallerIdentity");
            byte[] answer = (identity ? IDENTITY : "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("x-amzn-RequestId", "1");
            exchange.sendResponseHeaders(identity ? 200 : 400, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
