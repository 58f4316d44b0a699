package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A change set that CloudFormation refuses before anything is made, as its protocol writes it; no emulator does it. */
class EarlyValidationTest {

    private static final String CHECK = "AWS::EarlyValidation::ResourceExistenceCheck";
    private static final String STATUS =
            "The following hook(s)/validation failed: [%s]. To troubleshoot Early Validation"
                    + " errors, use the DescribeEvents API for detailed failure information.";

    private final List<String> asked = new ArrayList<>();
    private String check = CHECK;
    private boolean mayRead = true;

    @RegisterExtension
    private final WireCloud wire = new WireCloud(this::answer);

    @Test
    void aNameThatIsTakenIsToldWithWhoHasIt() {
        assertThat(refusal())
                .isEqualTo(new CloudFailure.Taken(
                        "cloudformation:CreateChangeSet",
                        "Role (AWS::IAM::Role): Resource of type 'AWS::IAM::Role' with identifier 'ess-demo' already"
                                + " exists."));
        assertThat(asked).endsWith("DescribeEvents", "DescribeStacks", "ListChangeSets", "DeleteStack");
    }

    @Test
    void anotherCheckIsAnInvalidRequest() {
        check = "AWS::EarlyValidation::PropertyValidation";

        assertThat(refusal()).isInstanceOf(CloudFailure.Invalid.class);
    }

    @Test
    void whereTheEventsMayNotBeReadTheStatusIsAllThereIs() {
        mayRead = false;

        assertThat(refusal())
                .isEqualTo(new CloudFailure.Taken("cloudformation:CreateChangeSet", STATUS.formatted(CHECK)));
    }

    private CloudFailure refusal() {
        StackRequest request = new StackRequest("ess-demo", "Resources: {}", new TreeMap<>(), new TreeMap<>());
        return catchThrowableOfType(
                        CloudException.class, () -> wire.cloud().stacks().propose(request))
                .failure();
    }

    private WireServer.Answer answer(WireServer.Request request) {
        asked.add(request.action());
        return switch (request.action()) {
            case "CreateChangeSet" -> result("CreateChangeSet", "<Id>change</Id><StackId>stack</StackId>");
            case "DescribeChangeSet" ->
                result(
                        "DescribeChangeSet",
                        "<Status>FAILED</Status><StatusReason>" + STATUS.formatted(check) + "</StatusReason>");
            case "DescribeEvents" -> mayRead ? result("DescribeEvents", events()) : error(403, "AccessDenied");
            case "DescribeStacks" ->
                request.body().contains("StackName=stack")
                        ? result(
                                "DescribeStacks",
                                "<Stacks><member><StackName>ess-demo</StackName>"
                                        + "<StackStatus>REVIEW_IN_PROGRESS</StackStatus></member></Stacks>")
                        : error(400, "ValidationError");
            default -> result(request.action(), "");
        };
    }

    private String events() {
        return "<OperationEvents><member><EventType>VALIDATION_ERROR</EventType><ValidationName>" + check
                + "</ValidationName><LogicalResourceId>Role</LogicalResourceId><ResourceType>AWS::IAM::Role</ResourceType><ValidationStatusReason>Resource"
                + " of type 'AWS::IAM::Role' with identifier 'ess-demo' already exists."
                + "</ValidationStatusReason></member><member><EventType>STACK_EVENT</EventType></member></OperationEvents>";
    }

    private static WireServer.Answer result(String action, String body) {
        return new WireServer.Answer(
                200,
                "<%sResponse><%sResult>%s</%sResult></%sResponse>".formatted(action, action, body, action, action));
    }

    private static WireServer.Answer error(int status, String code) {
        return new WireServer.Answer(
                status, "<ErrorResponse><Error><Code>" + code + "</Code><Message>no</Message></Error></ErrorResponse>");
    }
}
