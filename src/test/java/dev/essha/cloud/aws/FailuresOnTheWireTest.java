package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Error answers as the services' protocols write them, read by the real clients. */
class FailuresOnTheWireTest {

    private static final String KAFKA_ARN = "arn:aws:kafka:eu-central-1:111122223333:cluster/ess/1";

    private final List<String> userAgents = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status;
    private String errorType = "";
    private String body = "";
    private Cloud cloud;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        cloud = AwsCloud.open(settings());
    }

    @AfterEach
    void stop() {
        cloud.close();
        server.stop(0);
    }

    @Test
    void ec2NamesTheMissingPermission() {
        answers(403, """
            <Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized to perform \
            this operation. User: arn:aws:iam::111122223333:user/me is not authorized to perform: ec2:DescribeVpcs \
            because no identity-based policy allows the ec2:DescribeVpcs action</Message></Error></Errors>\
            <RequestID>1</RequestID></Response>\
            """);

        assertThat(failureOf(() -> cloud.lookups().vpc("vpc-1")))
                .isInstanceOfSatisfying(CloudFailure.Denied.class, denied -> {
                    assertThat(denied.call()).isEqualTo("ec2:DescribeVpcs");
                    assertThat(denied.action()).isEqualTo("ec2:DescribeVpcs");
                });
    }

    @Test
    void theNamedPermissionWinsOverTheCall() {
        answers(403, """
            <ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User: \
            arn:aws:sts::111122223333:assumed-role/dev/me is not authorized to perform: cloudformation:DescribeStacks \
            on resource: arn:aws:cloudformation:eu-central-1:111122223333:stack/*</Message></Error></ErrorResponse>\
            """);

        assertThat(failureOf(() -> cloud.stacks().ofDeployment(new DeploymentName("demo"))))
                .isInstanceOfSatisfying(
                        CloudFailure.Denied.class,
                        denied -> assertThat(denied.action()).isEqualTo("cloudformation:DescribeStacks"));
    }

    @Test
    void aHeadRequestHasOnlyAStatus() {
        answers(403, "");

        assertThat(failureOf(() -> cloud.lookups().bucket("ess-demo")))
                .isInstanceOfSatisfying(CloudFailure.Denied.class, denied -> {
                    assertThat(denied.call()).isEqualTo("s3:HeadBucket");
                    assertThat(denied.action()).isEqualTo("s3:ListBucket");
                });
    }

    @Test
    void kafkaPutsItsCodeIntoAHeader() {
        answers(403, "{\"message\": \"no\"}");
        errorType = "ForbiddenException";

        assertThat(failureOf(() -> cloud.lookups().kafka(KAFKA_ARN)))
                .isInstanceOfSatisfying(
                        CloudFailure.Denied.class,
                        denied -> assertThat(denied.action()).isEqualTo("kafka:DescribeClusterV2"));
    }

    @Test
    void aKafkaClusterThatDoesNotExistIsAnEmptyAnswer() {
        answers(404, "{\"message\": \"The requested resource doesn't exist.\"}");
        errorType = "NotFoundException";

        assertThat(cloud.lookups().kafka(KAFKA_ARN)).isEmpty();
    }

    @Test
    void aTokenThatHasEndedAsksForANewSignIn() {
        answers(403, "<ErrorResponse><Error><Code>ExpiredToken</Code><Message>ended</Message></Error></ErrorResponse>");

        assertThat(failureOf(() -> cloud.identity()))
                .isEqualTo(new CloudFailure.NotSignedIn("sts:GetCallerIdentity", "ended"));
    }

    @Test
    void aLimitOfTheAccountCarriesItsCode() {
        answers(400, "{\"__type\": \"LimitExceededException\", \"message\": \"too many\"}");

        assertThat(failureOf(() -> cloud.lookups().secrets(List.of("ess-demo"))))
                .isEqualTo(new CloudFailure.Quota("secretsmanager:ListSecrets", "LimitExceededException", "too many"));
    }

    @Test
    void aStackThatDoesNotExistIsAnEmptyAnswer() {
        answers(
                400,
                "<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id x does not exist</Message>"
                        + "</Error></ErrorResponse>");

        assertThat(cloud.stacks().find("x")).isEmpty();
    }

    @Test
    void aBrokenServiceIsUnavailable() {
        answers(500, "<Response><Errors><Error><Code>InternalError</Code></Error></Errors></Response>");

        assertThat(failureOf(() -> cloud.lookups().subnets("vpc-1"))).isInstanceOf(CloudFailure.Unavailable.class);
    }

    @Test
    void nobodyListeningIsUnavailable() {
        server.stop(0);

        assertThat(failureOf(() -> cloud.identity())).isInstanceOf(CloudFailure.Unavailable.class);
    }

    @Test
    void aProfileWithoutCredentialsIsNotSignedIn() {
        try (Cloud other = AwsCloud.open(AwsSettings.of(new RegionName("eu-central-1"), "1.2.3")
                .withEndpoint(endpoint())
                .withProfile("no-such-profile"))) {
            assertThat(failureOf(other::identity))
                    .isInstanceOfSatisfying(
                            CloudFailure.NotSignedIn.class,
                            failure -> assertThat(failure.message()).contains("no-such-profile"));
        }
        assertThat(userAgents).isEmpty();
    }

    @Test
    void requestsSayWhoAsks() {
        answers(403, "");
        failureOf(() -> cloud.identity());

        assertThat(userAgents)
                .isNotEmpty()
                .allSatisfy(agent -> assertThat(agent).endsWith("ess-ha-installer/1.2.3"));
    }

    @Test
    void anEndpointIsNotAws() {
        assertThat(cloud.kind()).isEqualTo(Cloud.Kind.ENDPOINT);
    }

    @Test
    void secretsAreNotShown() {
        assertThat(settings().toString()).contains("an-id").doesNotContain("a-secret");
    }

    private AwsSettings settings() {
        return AwsSettings.of(new RegionName("eu-central-1"), "1.2.3")
                .withEndpoint(endpoint())
                .withAccessKey("an-id", "a-secret");
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answers(int code, String text) {
        status = code;
        body = text;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            if (!errorType.isEmpty()) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", errorType);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static CloudFailure failureOf(ThrowingCallable call) {
        return catchThrowableOfType(CloudException.class, call).failure();
    }
}
