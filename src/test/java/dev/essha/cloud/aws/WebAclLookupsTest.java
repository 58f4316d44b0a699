package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.essha.inventory.Edge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** AWS WAF's answers as its protocol writes them. */
class WebAclLookupsTest {

    private static final String ARN = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/ess-demo/1";

    private static final String ACL = """
        {"WebACL": {"Name": "ess-demo", "Id": "1", "ARN": "%s", "DefaultAction": {"Block": {}}, "Rules": [
          {"Name": "second", "Priority": 2}, {"Name": "first", "Priority": 1}]}}
        """.formatted(ARN);

    private static final WireServer.Answer NOTHING =
            new WireServer.Answer(400, "{\"__type\": \"WAFNonexistentItemException\", \"message\": \"none\"}");

    private static final WireServer.Answer LOGGED = new WireServer.Answer(200, """
        {"LoggingConfiguration": {"ResourceArn": "%s", "LogDestinationConfigs": ["arn:log"]}}
        """.formatted(ARN));

    private final Set<WireServer.Request> asked = ConcurrentHashMap.newKeySet();
    private Map<String, WireServer.Answer> answers = Map.of();

    @RegisterExtension
    private final WireCloud wire = new WireCloud(this::answer);

    @Test
    void itsRulesAreInTheOrderInWhichTheyAreAsked() {
        answers = Map.of("GetWebACL", new WireServer.Answer(200, ACL), "GetLoggingConfiguration", LOGGED);

        assertThat(wire.cloud().lookups().webAcl(ARN))
                .hasValue(new Edge.WebAcl(ARN, "ess-demo", "block", List.of("first", "second"), true));
    }

    @Test
    void oneWithoutALogIsSeenAsSuch() {
        answers = Map.of("GetWebACL", new WireServer.Answer(200, ACL));

        assertThat(wire.cloud().lookups().webAcl(ARN))
                .hasValueSatisfying(acl -> assertThat(acl.logged()).isFalse());
    }

    @Test
    void itIsAskedWhereItsArnSays() {
        wire.cloud().lookups().webAcl(ARN);
        wire.cloud().lookups().webAcl("arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/other/2");

        assertThat(asked)
                .extracting(
                        WireServer.Request::region, request -> request.body().replaceAll("[\\s{}]", ""))
                .containsExactlyInAnyOrder(
                        tuple("us-east-1", "\"Name\":\"ess-demo\",\"Scope\":\"CLOUDFRONT\",\"Id\":\"1\""),
                        tuple("eu-west-1", "\"Name\":\"other\",\"Scope\":\"REGIONAL\",\"Id\":\"2\""));
    }

    @Test
    void oneThatDoesNotExistIsAnEmptyAnswer() {
        assertThat(wire.cloud().lookups().webAcl(ARN)).isEmpty();
    }

    private WireServer.Answer answer(WireServer.Request request) {
        asked.add(request);
        return answers.getOrDefault(request.action(), NOTHING);
    }
}
