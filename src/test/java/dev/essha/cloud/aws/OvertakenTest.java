package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody else is quicker between the look at a stack and the change set for it. */
class OvertakenTest {

    private final Deque<String> statuses = new ArrayDeque<>();

    @RegisterExtension
    private final WireCloud wire = new WireCloud(this::answer);

    @ParameterizedTest
    @CsvSource({
        "NONE, CREATE_IN_PROGRESS",
        "NONE, CREATE_COMPLETE",
        "REVIEW_IN_PROGRESS, CREATE_IN_PROGRESS",
        "CREATE_COMPLETE, UPDATE_IN_PROGRESS",
        "CREATE_COMPLETE, NONE"
    })
    void aRequestThatComesTooLateIsAConflict(String before, String after) {
        statuses.addAll(List.of(before, after));

        assertThat(refusal()).isEqualTo(new CloudFailure.Conflict("cloudformation:CreateChangeSet", "no"));
    }

    @Test
    void aRequestThatIsWrongByItselfIsInvalid() {
        statuses.addAll(List.of("CREATE_COMPLETE", "CREATE_COMPLETE"));

        assertThat(refusal()).isEqualTo(new CloudFailure.Invalid("cloudformation:CreateChangeSet", "no"));
    }

    private CloudFailure refusal() {
        StackRequest request = new StackRequest("ess-demo", "Resources: {}", new TreeMap<>(), new TreeMap<>());
        return catchThrowableOfType(
                        CloudException.class, () -> wire.cloud().stacks().propose(request))
                .failure();
    }

    private WireServer.Answer answer(WireServer.Request request) {
        String status = request.action().equals("DescribeStacks") ? statuses.remove() : "NONE";
        return status.equals("NONE")
                ? new WireServer.Answer(
                        400,
                        "<ErrorResponse><Error><Code>ValidationError</Code><Message>no</Message></Error></ErrorResponse>")
                : new WireServer.Answer(
                        200,
                        "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>ess-demo</StackName>"
                                + "<StackStatus>" + status + "</StackStatus></member></Stacks></DescribeStacksResult>"
                                + "</DescribeStacksResponse>");
    }
}
