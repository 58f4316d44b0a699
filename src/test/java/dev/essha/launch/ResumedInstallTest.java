package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.StackTags;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was cut off between a change set and its execution leaves an empty stack, which awaits review. */
class ResumedInstallTest {

    private static final String REGION = "eu-central-1";
    private static final String STACK = "ess-demo-network";
    private static final String TEMPLATE = "Resources: {Gateway: {Type: 'AWS::EC2::InternetGateway'}}";

    @TempDir
    private Path folder;

    private Program program;
    private Path plan;

    @BeforeEach
    void writePlan() throws IOException {
        program = new Program(folder, List.of());
        plan = folder.resolve("plan.yaml");
        Files.writeString(
                plan,
                program.run("new", "--preset", "proof-of-concept", "--region", REGION)
                        .out());
    }

    @Test
    void installingAgainGoesOn() {
        cutOff(Map.of(StackTags.DEPLOYMENT, "demo", StackTags.STAGE, "network"));

        Program.Ended ended = install();

        assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
        try (RehearsalCloud cloud = open()) {
            assertThat(cloud.stacks().find(STACK).orElseThrow().status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        }
    }

    @Test
    void whatAwaitsSomebodyElsesReviewIsLeftAlone() {
        cutOff(Map.of());

        assertThat(install().status()).isNotZero();

        try (RehearsalCloud cloud = open()) {
            assertThat(cloud.stacks().find(STACK).orElseThrow().status()).isEqualTo(StackStatus.REVIEW_IN_PROGRESS);
        }
    }

    private Program.Ended install() {
        return program.run("install", plan.toString(), "--rehearse", "--speed", "100000", "--only", "network");
    }

    private void cutOff(Map<String, String> tags) {
        try (RehearsalCloud cloud = open()) {
            cloud.stacks().propose(new StackRequest(STACK, TEMPLATE, new TreeMap<>(), new TreeMap<>(tags)));
        }
    }

    private RehearsalCloud open() {
        return program.account("demo", REGION);
    }
}
