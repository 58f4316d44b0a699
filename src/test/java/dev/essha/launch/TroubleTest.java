package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.aws.RawServer;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person and a program are shown when it goes wrong, how the command ends, and what stands in the account then. */
class TroubleTest {

    /** Half an hour in a second or two. */
    private static final List<String> REHEARSED = List.of("--rehearse", "--speed", "5000");

    private static final DeploymentName DEMO = new DeploymentName("demo");

    /** The first real cause in words with what to do: title, stage and resource, its type, what AWS reports, what is shown. */
    private static final String CAUSES = """
        a quota
        network Vpc AWS::EC2::VPC
        Resource handler returned message: "The maximum number of VPCs has been reached. (Service: Ec2, Status Code: 400, \
        Request ID: 1)" (RequestToken: 2, HandlerErrorCode: ServiceLimitExceeded)
        FAILED: Vpc: The maximum number of VPCs has been reached. The quota L-F678F1CE (VPCs per Region, of vpc) is 5, and 0 \
        are in use: ask for a higher one in the Service Quotas console, then install again.

        a denied action
        database MonitoringRole AWS::IAM::Role
        Resource handler returned message: "User: arn:aws:iam::111122223333:user/me is not authorized to perform: \
        iam:CreateRole on resource: role x because no identity-based policy allows the iam:CreateRole action (Service: Iam, \
        Status Code: 403, Request ID: 1)" (RequestToken: 2, HandlerErrorCode: AccessDenied)
        Give the signed-in role the permission iam:CreateRole, then install again.

        a name that is taken
        database PostgresqlLog AWS::Logs::LogGroup
        Resource handler returned message: "Resource of type 'AWS::Logs::LogGroup' with identifier '/aws/rds/demo' already \
        exists." (RequestToken: 2, HandlerErrorCode: AlreadyExists)
        Remove or rename /aws/rds/demo, which has this name already, then install again.

        a zone without capacity
        compute NodesB AWS::EKS::Nodegroup
        Nodegroup b failed to stabilize: [{Code: AsgInstanceLaunchFailures,Message: Could not launch On-Demand Instances. \
        InsufficientInstanceCapacity - We currently do not have sufficient m7i.xlarge capacity in the Availability Zone you \
        requested (eu-central-1b).,ResourceIds: [x]}] (HandlerErrorCode: NotStabilized)
        AWS has no m7i.xlarge left in eu-central-1b at the moment. Install again later, or choose another type \
        (compute.instanceType) or other zones (network.zones)
        """;

    @TempDir
    private Path folder;

    private Program program;
    private Path plan;

    @BeforeEach
    void writePlan() throws IOException {
        program = new Program(folder, REHEARSED);
        plan = folder.resolve("plan.yaml");
        Files.writeString(plan, PlanFile.of(Preset.PROOF_OF_CONCEPT).text());
    }

    record Trouble(String title, String stage, String logicalId, String type, String reported, String shown) {

        static Trouble parse(String block) {
            String[] lines = block.strip().split("\n");
            String[] where = lines[1].split(" ");
            return new Trouble(lines[0], where[0], where[1], where[2], lines[2], lines[3]);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Trouble> causes() {
        return Arrays.stream(CAUSES.split("\n\n")).map(Trouble::parse);
    }

    @ParameterizedTest
    @MethodSource("causes")
    void theFirstCauseIsShownWithTheWaysOnAndTheRestGoesOn(Trouble trouble) {
        Program.Ended failed = install(cloud -> cloud.failNext(trouble.logicalId(), trouble.reported()));

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.out())
                .contains(trouble.shown())
                .doesNotContain("cancelled")
                .contains("What was made is kept. You can")
                .containsPattern("go on from there, once the cause is mended +ess-ha install " + plan + " --rehearse")
                .containsPattern("take back the stage " + trouble.stage() + " +ess-ha roll-back " + plan + " "
                        + trouble.stage() + " --rehearse")
                .containsPattern("save what tells what happened +ess-ha diagnostics " + plan)
                .containsPattern("take everything down +ess-ha destroy " + plan);
        assertThat(status("security")).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(status(trouble.stage())).isEqualTo(StackStatus.CREATE_FAILED);

        assertThat(install().status()).isZero();
        assertNothingWasMadeTwice();
    }

    @ParameterizedTest
    @MethodSource("causes")
    void aProgramIsToldTheSame(Trouble trouble) {
        Program.Ended failed = program.run(
                opening(cloud -> cloud.failNext(trouble.logicalId(), trouble.reported())),
                "install",
                plan.toString(),
                "--json");

        assertThat(failed.status()).isEqualTo(1);
        JsonNode event = event(failed, "stage-failed");
        assertThat(event.path("stage").asText()).isEqualTo(trouble.stage());
        assertThat(event.path("failure").path("logicalId").asText()).isEqualTo(trouble.logicalId());
        assertThat(event.path("failure").path("type").asText()).isEqualTo(trouble.type());
        String advice = event.path("failure").path("advice").asText();
        assertThat(advice.startsWith(trouble.shown()) || trouble.shown().endsWith(advice))
                .as(advice)
                .isTrue();
        assertThat(event(failed, "run-finished").path("outcome").asText()).isEqualTo("failed");
        assertThat(failed.err()).contains("What was made is kept.");
    }

    @Test
    void aSessionThatEndsIsWaitedForAndTheRunGoesOn() {
        Program.Ended ended = program.run(endingSession(b -> b.cloud().signIn()), "install", plan.toString());

        assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out())
                .containsPattern("SIGN IN AGAIN: .*The security token included in the request is expired")
                .contains("The run waits for it, for 1 h 00 min, and goes on by itself")
                .contains("somebody is signed in again, going on");
        assertNothingWasMadeTwice();
    }

    @Test
    void aProgramSeesThatTheRunWaits() {
        Program.Ended ended = program.run(endingSession(b -> b.cloud().signIn()), "install", plan.toString(), "--json");

        assertThat(ended.status()).isZero();
        JsonNode needed = event(ended, "sign-in-needed");
        assertThat(needed.path("said").asText()).contains("expired");
        assertThat(needed.path("todo").asText()).isNotEmpty();
        assertThat(needed.path("patience").asInt()).isEqualTo(3600);
        assertThat(event(ended, "signed-in-again").path("sequence").asInt())
                .isGreaterThan(needed.path("sequence").asInt());
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                arguments("0", "The run does not wait for it (--sign-in-wait)."),
                arguments("30", "nobody signed in again within 30 min"));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void whereNobodySignsInAgainItEndsWithoutAccessAndALaterRunGoesOn(String minutes, String said) {
        Program.Ended ended =
                program.run(endingSession(_ -> {}), "install", plan.toString(), "--sign-in-wait", minutes);

        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.out()).contains("SIGN IN AGAIN").contains(said).contains("Sign in again. Install again");
        assertThat(install().status()).isZero();
        assertNothingWasMadeTwice();
    }

    @Test
    void ctrlCEndsTheWait() {
        Program.Ended ended = program.run(endingSession(Program.Bystander::interrupt), "install", plan.toString());

        assertThat(ended.status()).isEqualTo(130);
        assertThat(ended.out())
                .contains("goes on in the account")
                .contains("cancelled after")
                .contains("Run the same command again to take it up");
        assertThat(install().status()).isZero();
    }

    @Test
    void aDestroyWaitsAsWell() {
        install();

        Program.Ended ended = program.run(endingSession(b -> b.cloud().signIn()), "destroy", plan.toString());

        assertThat(ended.status()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("SIGN IN AGAIN").contains("somebody is signed in again");
        try (RehearsalCloud cloud = open()) {
            assertThat(cloud.stacks().ofDeployment(DEMO)).isEmpty();
        }
    }

    @Test
    void nothingBeginsWhereNobodyIsSignedIn() {
        Program.Ended ended = program.run(opening(RehearsalCloud::endSignIn), "install", plan.toString());

        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.err()).contains("Sign in (aws sso login");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void aClockThatIsWrongIsTold() throws IOException {
        ZonedDateTime theirs = ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(20).plusSeconds(30);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(theirs);
        DummyCredentials.set();
        try (RawServer aws = RawServer.answering("RequestTimeTooSkewed", date)) {
            Program.Ended ended = new Program(
                            folder, List.of("--endpoint-url", aws.endpoint().toString()))
                    .run("status", plan.toString());

            assertThat(ended.status()).isEqualTo(4);
            assertThat(ended.err())
                    .contains("The clock of this computer is 20 min slow")
                    .contains("Set the clock of this computer right, then run this again.");
        } finally {
            DummyCredentials.clear();
        }
    }

    @Test
    void aStageThatFailedIsRolledBackOnRequest() {
        install(cloud -> cloud.failNext("AWS::MSK::Cluster", "not today"));

        Program.Ended back = program.run("roll-back", plan.toString(), "messaging");

        assertThat(back.status()).as(back.out() + back.err()).isZero();
        assertThat(back.out())
                .contains("goes   stack ess-demo-messaging, which is in CREATE_FAILED: it was never complete")
                .contains("roll-back of demo, 1 stage")
                .contains("complete after")
                .contains("Install again to go on: ess-ha install " + plan + " --rehearse");
        assertThat(stack("messaging")).isEmpty();
        assertThat(program.run("roll-back", plan.toString(), "messaging").out())
                .contains("Nothing to roll back: there is no stack ess-demo-messaging.");
        assertThat(install().status()).isZero();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("network", 0, "no change of it failed"),
                arguments("nodes", 1, "a step without a stack of its own"),
                arguments("gateway", 1, "the plan has no stage gateway"),
                arguments("kitchen", 2, "there is no stage kitchen"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeRolledBackIsRefused(String stage, int status, String said) {
        install();

        Program.Ended refused = program.run("roll-back", plan.toString(), stage);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.out() + refused.err()).contains(said);
    }

    @Test
    void whatSomebodyDeletesIsSeenSaidAndMadeAgain() {
        install();
        remove("network", "AWS::EC2::VPCEndpoint");

        assertThat(program.run("status", plan.toString()).out()).contains("DELETED BY HAND: S3Endpoint");
        Program.Ended preview = program.run("plan", plan.toString());
        assertThat(preview.status()).isEqualTo(10);
        assertThat(preview.out()).contains("an install puts it back: S3Endpoint");
        assertThat(program.run("plan", plan.toString(), "--json")
                        .json()
                        .path("drift")
                        .asBoolean())
                .isTrue();
        Program.Ended again = install();
        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("what was changed by hand is put back");
        assertThat(program.run("plan", plan.toString()).status()).isZero();
    }

    @Test
    void whatHeldDataIsNotMadeAgainUnlessItIsNamed() {
        install();
        remove("storage", "AWS::S3::Bucket");

        assertThat(install().out())
                .contains(
                        "not put back: Bucket was deleted with what was in it; install --replace storage/Bucket makes a"
                                + " new, empty one")
                .contains("still as somebody left it: Bucket");
        Program.Ended named = program.run("install", plan.toString(), "--replace", "storage/Bucket");
        assertThat(named.status()).as(named.out()).isZero();
        assertThat(named.out()).contains("what was changed by hand is put back");
    }

    @Test
    void aStackThatSomebodyDeletedIsMadeAgain() {
        install();
        try (RehearsalCloud cloud = open()) {
            StackView registry = cloud.stacks().find("ess-demo-registry").orElseThrow();
            cloud.stacks().protect(registry.name(), false);
            cloud.stacks().delete(registry.id());
        }

        Program.Ended again = install();

        assertThat(again.status()).as(again.out()).isZero();
        assertThat(again.out()).containsPattern("registry +complete");
        assertThat(status("registry")).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    private Program.Ended install() {
        return program.run("install", plan.toString());
    }

    private Program.Ended install(Consumer<RehearsalCloud> fate) {
        return program.run(opening(fate), "install", plan.toString());
    }

    private static Program.Bystander opening(Consumer<RehearsalCloud> fate) {
        return new Program.Bystander() {
            @Override
            void sees(RehearsalCloud opened) {
                super.sees(opened);
                fate.accept(opened);
            }
        };
    }

    /**
     * Ends the session once the first resource of the run stands or is gone.
     *
     * @param asked what is done when the run asks for a sign-in
     */
    private static Program.Bystander endingSession(Consumer<Program.Bystander> asked) {
        return new Program.Bystander() {
            private boolean ended;

            @Override
            void hears(String line) {
                if (line.contains("SIGN IN AGAIN") || line.contains("\"sign-in-needed\"")) {
                    asked.accept(this);
                } else if (!ended && isOfResource(line)) {
                    ended = true;
                    cloud().endSignIn();
                }
            }
        };
    }

    private static boolean isOfResource(String line) {
        return line.contains(" stands") || line.contains(" is gone") || line.contains("\"complete\"");
    }

    private static JsonNode event(Program.Ended ended, String name) {
        return ended.jsonLines().stream()
                .filter(e -> e.path("event").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + ended.out()));
    }

    private void remove(String stage, String type) {
        try (RehearsalCloud cloud = open()) {
            cloud.stacks().resources("ess-demo-" + stage).stream()
                    .filter(r -> r.type().equals(type))
                    .forEach(r -> cloud.removeByHand(r.type(), r.physicalId()));
        }
    }

    private void assertNothingWasMadeTwice() {
        try (RehearsalCloud cloud = open()) {
            for (StackView stack : cloud.stacks().ofDeployment(DEMO)) {
                assertThat(cloud.stacks().events(stack.id(), Optional.empty()).stream()
                                .filter(e -> e.status().equals("CREATE_COMPLETE"))
                                .map(StackEvent::logicalId))
                        .as(stack.name())
                        .doesNotHaveDuplicates();
            }
        }
    }

    private StackStatus status(String stage) {
        return stack(stage).orElseThrow().status();
    }

    private Optional<StackView> stack(String stage) {
        try (RehearsalCloud cloud = open()) {
            return cloud.stacks().find("ess-demo-" + stage);
        }
    }

    private RehearsalCloud open() {
        return program.account("demo", "eu-central-1");
    }
}
