package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.ResourceDrift;
import dev.essha.cloud.ResourceDrift.Difference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** CloudFormation's answers as its protocol writes them, with what no emulator does: failing, and taking more than a page. */
class DriftDetectionTest {

    private static final String FIRST_PAGE = """
        <StackResourceDrifts>
          <member><StackId>s</StackId><LogicalResourceId>Queue</LogicalResourceId>
            <PhysicalResourceId>q</PhysicalResourceId><ResourceType>AWS::SQS::Queue</ResourceType>
            <StackResourceDriftStatus>MODIFIED</StackResourceDriftStatus>
            <PropertyDifferences>
              <member><PropertyPath>/DelaySeconds</PropertyPath><ExpectedValue>20</ExpectedValue>
                <ActualValue>120</ActualValue><DifferenceType>NOT_EQUAL</DifferenceType></member>
              <member><PropertyPath>/Tags/0</PropertyPath><ExpectedValue>null</ExpectedValue>
                <ActualValue>{"Key":"a"}</ActualValue><DifferenceType>ADD</DifferenceType></member>
              <member><PropertyPath>/KmsMasterKeyId</PropertyPath><ExpectedValue>key</ExpectedValue>
                <ActualValue>null</ActualValue><DifferenceType>REMOVE</DifferenceType></member>
              <member><PropertyPath>/MasterUserPassword</PropertyPath><ExpectedValue>hunter1</ExpectedValue>
                <ActualValue>hunter2</ActualValue><DifferenceType>NOT_EQUAL</DifferenceType></member>
            </PropertyDifferences></member>
        </StackResourceDrifts><NextToken>more</NextToken>
        """;

    private static final String LAST_PAGE = """
        <StackResourceDrifts>
          <member><StackId>s</StackId><LogicalResourceId>Bucket</LogicalResourceId>
            <PhysicalResourceId>b</PhysicalResourceId><ResourceType>AWS::S3::Bucket</ResourceType>
            <StackResourceDriftStatus>DELETED</StackResourceDriftStatus></member>
        </StackResourceDrifts>
        """;

    private final List<String> asked = new ArrayList<>();
    private Iterator<String> states = List.of("DETECTION_COMPLETE").iterator();
    private boolean drifted = true;

    @RegisterExtension
    private final WireCloud wire = new WireCloud(this::answer);

    @Test
    void everyPageIsReadAndSorted() {
        assertThat(wire.cloud().stacks().drift("s"))
                .containsExactly(
                        new ResourceDrift("Bucket", "AWS::S3::Bucket", "b", true, List.of()),
                        new ResourceDrift(
                                "Queue",
                                "AWS::SQS::Queue",
                                "q",
                                false,
                                List.of(
                                        new Difference("/DelaySeconds", "20", "120"),
                                        new Difference("/Tags/0", "", "{\"Key\":\"a\"}"),
                                        new Difference("/KmsMasterKeyId", "key", ""),
                                        new Difference("/MasterUserPassword", Secrecy.HIDDEN, Secrecy.HIDDEN))));
    }

    @Test
    void onlyWhatDiffersIsAskedFor() {
        wire.cloud().stacks().drift("s");

        assertThat(asked)
                .filteredOn(request -> request.startsWith("Action=DescribeStackResourceDrifts"))
                .allSatisfy(request -> assertThat(request).contains("=MODIFIED", "=DELETED"));
    }

    @Test
    void theDetectionIsWaitedFor() {
        states = List.of("DETECTION_IN_PROGRESS", "DETECTION_IN_PROGRESS", "DETECTION_COMPLETE")
                .iterator();

        assertThat(wire.cloud().stacks().drift("s")).hasSize(2);
        assertThat(states.hasNext()).isFalse();
    }

    @Test
    void oneThatFailedForSomeResourcesTellsWhatItFoundAboutTheOthers() {
        states = List.of("DETECTION_FAILED").iterator();

        assertThat(wire.cloud().stacks().drift("s"))
                .extracting(ResourceDrift::logicalId)
                .containsExactly("Bucket", "Queue");
    }

    @Test
    void oneThatFailedAndFoundNothingIsNotAGoodAnswer() {
        states = List.of("DETECTION_FAILED").iterator();
        drifted = false;

        CloudFailure failure = catchThrowableOfType(
                        CloudException.class, () -> wire.cloud().stacks().drift("s"))
                .failure();

        assertThat(failure)
                .isEqualTo(new CloudFailure.Unknown(
                        "cloudformation:DetectStackDrift", "DETECTION_FAILED", "Failed to detect drift on [Queue]"));
    }

    private WireServer.Answer answer(WireServer.Request request) {
        asked.add(request.body());
        return new WireServer.Answer(
                200,
                switch (request.action()) {
                    case "DetectStackDrift" -> result(request, "<StackDriftDetectionId>d</StackDriftDetectionId>");
                    case "DescribeStackDriftDetectionStatus" ->
                        result(
                                request,
                                "<StackId>s</StackId><DetectionStatus>" + states.next()
                                        + "</DetectionStatus><DetectionStatusReason>Failed"
                                        + " to detect drift on"
                                        + " [Queue]</DetectionStatusReason>");
                    default -> result(request, page(request));
                });
    }

    private String page(WireServer.Request request) {
        if (!drifted) {
            return "<StackResourceDrifts/>";
        }
        return request.body().contains("NextToken=more") ? LAST_PAGE : FIRST_PAGE;
    }

    private static String result(WireServer.Request request, String content) {
        return "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(request.action(), content);
    }
}
