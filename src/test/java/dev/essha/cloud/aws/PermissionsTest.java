package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.said.Said;
import dev.essha.inventory.Offer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IAM as its API answers to every kind of caller; on the emulator there is one. */
class PermissionsTest {

    private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/deployer/me";
    private static final List<String> ASKED =
            List.of("ec2:CreateVpc", "kafka:CreateClusterV2", "eks:CreateCluster", "rds:CreateDBInstance");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private WireServer server;
    private Cloud cloud;
    private String caller;
    private WireServer.Answer role;

    @BeforeEach
    void listen() throws IOException {
        server = new WireServer(request -> answer(request.body()));
        cloud = AwsCloud.open(server.settings());
        role = new WireServer.Answer(
                200, result("GetRole", "<Role><Arn>arn:aws:iam::111122223333:role/team/deployer</Arn></Role>"));
    }

    @AfterEach
    void stop() {
        cloud.close();
        server.close();
    }

    @Test
    void onlyARefusalThatNothingCanChangeIsADenial() {
        caller = "arn:aws:iam::111122223333:user/me";

        assertThat(cloud.offers().permissions(ASKED))
                .isEqualTo(new Offer.Permissions(
                        List.of("eks:CreateCluster"), List.of("kafka:CreateClusterV2", "rds:CreateDBInstance")));
        assertThat(simulated()).isEqualTo(caller);
    }

    @Test
    void aSessionIsSimulatedAsItsRoleWithTheRolesPath() {
        caller = SESSION;

        cloud.offers().permissions(ASKED);

        assertThat(simulated()).isEqualTo("arn:aws:iam::111122223333:role/team/deployer");
    }

    @Test
    void aRoleThatMayNotBeReadIsTakenToHaveNoPath() {
        caller = SESSION;
        role = new WireServer.Answer(
                403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>");

        cloud.offers().permissions(ASKED);

        assertThat(simulated()).isEqualTo("arn:aws:iam::111122223333:role/deployer");
    }

    @Test
    void theRootUserMayDoEverything() {
        caller = "arn:aws:iam::111122223333:root";

        assertThat(cloud.offers().permissions(ASKED)).isEqualTo(Offer.Permissions.ALL);
    }

    @Test
    void aFederatedUserIsUnknownAndUnknownIsNotAllowed() {
        caller = "arn:aws:sts::111122223333:federated-user/me";

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> cloud.offers().permissions(ASKED))
                .satisfies(e -> assertThat(Said.in(Locale.GERMAN).of(e.failure().said()))
                        .isEqualTo("ein föderierter Benutzer lässt sich nicht simulieren: " + caller));
    }

    private WireServer.Answer answer(String request) {
        requests.add(URLDecoder.decode(request, StandardCharsets.UTF_8));
        if (request.startsWith("Action=GetCallerIdentity")) {
            String who = "<Arn>" + caller + "</Arn><Account>111122223333</Account><UserId>x</UserId>";
            return new WireServer.Answer(200, result("GetCallerIdentity", who));
        }
        return request.startsWith("Action=GetRole") ? role : new WireServer.Answer(200, simulation());
    }

    private static String simulation() {
        String results = decision(ASKED.get(0), "allowed")
                + decision(ASKED.get(1), "implicitDeny")
                + decision(ASKED.get(2), "explicitDeny")
                + decision(
                        ASKED.get(3),
                        "explicitDeny",
                        "<MissingContextValues><member>aws:RequestedRegion</member></MissingContextValues>");
        return result(
                "SimulatePrincipalPolicy",
                "<IsTruncated>false</IsTruncated><EvaluationResults>" + results + "</EvaluationResults>");
    }

    private static String decision(String action, String decision, String... more) {
        return "<member><EvalActionName>" + action + "</EvalActionName><EvalDecision>" + decision + "</EvalDecision>"
                + String.join("", more) + "</member>";
    }

    private static String result(String action, String content) {
        return "<" + action + "Response><" + action + "Result>" + content + "</" + action + "Result></" + action
                + "Response>";
    }

    private String simulated() {
        String request = requests.stream()
                .filter(r -> r.startsWith("Action=SimulatePrincipalPolicy"))
                .findFirst()
                .orElseThrow();
        return request.replaceFirst(".*PolicySourceArn=([^&]*).*", "$1");
    }
}
