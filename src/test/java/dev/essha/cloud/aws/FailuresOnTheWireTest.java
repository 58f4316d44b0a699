package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.said.Said;
import dev.essha.cloud.signin.Login;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Error answers as the services' protocols write them, read by the real clients. */
class FailuresOnTheWireTest {

    private static final String KAFKA_ARN = "arn:aws:kafka:eu-central-1:111122223333:cluster/ess/1";

    private WireServer server;
    private WireServer.Answer answer;
    private Cloud cloud;

    @BeforeEach
    void listen() throws IOException {
        server = new WireServer(_ -> answer);
        cloud = AwsCloud.open(server.settings());
    }

    @AfterEach
    void stop() {
        cloud.close();
        server.close();
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

    /** The canonical request that SignatureDoesNotMatch explains has the session's token in it. */
    @Test
    void whatAServiceQuotesOfTheRequestIsToldWithoutItsSecrets() {
        answers(403, """
            <ErrorResponse><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>The canonical string \
            should have been 'POST x-amz-date:20261124T000000Z x-amz-security-token:IQoJb3JpZ2luX2VjEJr//w8aCXVz' \
            for AKIAIOSFODNN7EXAMPLE</Message></Error></ErrorResponse>\
            """);

        CloudFailure failure = failureOf(() -> cloud.identity());

        assertThat(failure).isInstanceOf(CloudFailure.NotSignedIn.class);
        assertThat(failure.message())
                .contains("The canonical string")
                .doesNotContain("IQoJ")
                .doesNotContain("AKIA");
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
        answers(403, "ForbiddenException", "{\"message\": \"no\"}");

        assertThat(failureOf(() -> cloud.lookups().kafka(KAFKA_ARN)))
                .isInstanceOfSatisfying(
                        CloudFailure.Denied.class,
                        denied -> assertThat(denied.action()).isEqualTo("kafka:DescribeClusterV2"));
    }

    @Test
    void aKafkaClusterThatDoesNotExistIsAnEmptyAnswer() {
        answers(404, "NotFoundException", "{\"message\": \"The requested resource doesn't exist.\"}");

        assertThat(cloud.lookups().kafka(KAFKA_ARN)).isEmpty();
    }

    @Test
    void aTokenThatHasEndedAsksForANewSignIn() {
        answers(403, "<ErrorResponse><Error><Code>ExpiredToken</Code><Message>ended</Message></Error></ErrorResponse>");

        assertThat(failureOf(() -> cloud.identity()))
                .isEqualTo(new CloudFailure.NotSignedIn("sts:GetCallerIdentity", "ended"));
    }

    /** A session that has ended, in the words of each protocol. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        RequestExpired
        InvalidClientTokenId
        UnrecognizedClientException
        InvalidAccessKeyId
        AuthFailure
        """)
    void everyServiceHasItsOwnWordForIt(String code) {
        answers(400, "<ErrorResponse><Error><Code>" + code + "</Code><Message>no</Message></Error></ErrorResponse>");

        assertThat(failureOf(() -> cloud.identity())).isInstanceOf(CloudFailure.NotSignedIn.class);
    }

    @Test
    void aHeadRequestThatIsRefusedWithoutAReasonIsAskedAgainWithANewSignIn() {
        answers(400, "");

        assertThat(failureOf(() -> cloud.lookups().bucket("ess-demo"))).isInstanceOf(CloudFailure.NotSignedIn.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # code                    | minutes | said
        RequestTimeTooSkewed      |      20 | The clock of this computer is 20 min slow; AWS refuses what it signs (no)
        SignatureDoesNotMatch     |     -90 | The clock of this computer is 90 min fast; AWS refuses what it signs (no)
        RequestExpired            |      20 | The clock of this computer is 20 min slow; AWS refuses what it signs (no)
        RequestTimeTooSkewed      |       0 | The clock of this computer is wrong; AWS refuses what it signs (no)
        """)
    void aClockThatIsWrongIsToldByHowMuch(String code, int minutes, String said) throws IOException {
        ZonedDateTime theirs =
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(minutes).plusSeconds(Integer.signum(minutes) * 30L);
        try (RawServer raw = RawServer.answering(code, DateTimeFormatter.RFC_1123_DATE_TIME.format(theirs));
                Cloud other = AwsCloud.open(raw.settings())) {
            assertThat(failureOf(other::identity)).isInstanceOfSatisfying(CloudFailure.ClockWrong.class, wrong -> {
                assertThat(wrong.message()).isEqualTo(said);
                assertThat(Said.in(Locale.GERMAN).of(wrong.said()))
                        .startsWith("Die Uhr dieses Computers geht")
                        .contains(Integer.toString(Math.abs(minutes)).replaceFirst("^0$", "falsch"))
                        .endsWith("(no)");
            });
        }
    }

    @Test
    void aConnectionThatIsOpenOnOneSideOnlyIsGivenUpAndTriedAgain() throws IOException {
        try (RawServer silent = new RawServer("");
                Cloud other = AwsCloud.open(silent.settings(), Duration.ofMillis(300))) {
            assertThat(failureOf(other::identity)).isInstanceOf(CloudFailure.Unavailable.class);
            assertThat(silent.connections()).isGreaterThan(1);
        }
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
    void aClusterThatDoesNotExistHasNoNodeGroups() {
        answers(404, "ResourceNotFoundException", "{\"message\": \"No cluster found for name: ess-demo.\"}");

        assertThat(cloud.lookups().nodeGroups("ess-demo")).isEmpty();
        assertThat(cloud.actions().autoScalingGroups("ess-demo")).isEmpty();
    }

    @Test
    void aDatabaseClusterThatHasGoneNeedsNoPermissionToGo() {
        answers(
                404,
                "<ErrorResponse><Error><Code>DBClusterNotFoundFault</Code><Message>no</Message></Error></ErrorResponse>");

        cloud.actions().allowDatabaseClusterDeletion("ess-demo");
        cloud.actions().deleteDatabaseClusterSnapshot("ess-demo-final");
    }

    @Test
    void aBrokenServiceIsUnavailable() {
        answers(500, "<Response><Errors><Error><Code>InternalError</Code></Error></Errors></Response>");

        assertThat(failureOf(() -> cloud.lookups().subnets("vpc-1"))).isInstanceOf(CloudFailure.Unavailable.class);
    }

    @Test
    void nobodyListeningIsUnavailable() {
        server.close();

        assertThat(failureOf(() -> cloud.identity())).isInstanceOf(CloudFailure.Unavailable.class);
    }

    @Test
    void aProfileWithoutCredentialsIsNotSignedIn() {
        try (Cloud other = AwsCloud.open(AwsSettings.of(new RegionName("eu-central-1"), WireServer.NOBODYS, "1.2.3")
                .withEndpoint(server.endpoint())
                .withLogin(new Login.Profile("no-such-profile")))) {
            assertThat(failureOf(other::identity))
                    .isInstanceOfSatisfying(
                            CloudFailure.NotSignedIn.class,
                            failure -> assertThat(failure.message()).contains("no-such-profile"));
        }
        assertThat(server.userAgents()).isEmpty();
    }

    @Test
    void requestsSayWhoAsks() {
        answers(403, "");
        failureOf(() -> cloud.identity());

        assertThat(server.userAgents())
                .isNotEmpty()
                .allSatisfy(agent -> assertThat(agent).endsWith("ess-ha-installer/1.2.3"));
    }

    @Test
    void anEndpointIsNotAws() {
        assertThat(cloud.kind()).isEqualTo(Cloud.Kind.ENDPOINT);
    }

    @Test
    void secretsAreNotShown() {
        assertThat(server.settings().toString()).contains("an-id").doesNotContain("a-secret");
    }

    private void answers(int status, String body) {
        answer = new WireServer.Answer(status, body);
    }

    /** Where the REST protocols with JSON put their code. */
    private void answers(int status, String errorType, String body) {
        answer = new WireServer.Answer(status, body, Map.of("x-amzn-ErrorType", errorType));
    }

    private static CloudFailure failureOf(ThrowingCallable call) {
        return catchThrowableOfType(CloudException.class, call).failure();
    }
}
