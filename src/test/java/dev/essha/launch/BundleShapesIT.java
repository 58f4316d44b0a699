package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.cloud.StackView;
import dev.essha.emulator.Emulator;
import dev.essha.export.Shape;
import dev.essha.plan.yaml.PlanWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundles of other shapes, deployed by their own scripts: the program takes what stands then for its own. */
class BundleShapesIT {

    private static final String REGION = "eu-central-1";

    @TempDir
    private Path folder;

    private final Emulator emulator = Emulator.shared();
    private final Boto boto = new Boto("ess-demo");
    private Program program;

    @BeforeEach
    void signIn() {
        emulator.reset();
        DummyCredentials.set();
        program = new Program(folder, DeploymentIT.place(emulator));
        boto.does("hosted-zone");
    }

    @AfterEach
    void signOut() {
        DummyCredentials.clear();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        3 REGIONAL_NAT PER_ZONE NONE ROUTE53 MULTI_AZ_INSTANCE PER_SERVICE,       8
        3 NONE FRONTED NONE ROUTE53 MULTI_AZ_CLUSTER SHARED,                      3
        3 NAT_PER_ZONE SINGLE CLOUDFRONT ROUTE53 MULTI_AZ_INSTANCE SHARED private, 1
        """)
    void theScriptDeploysWhatVerifyPassesAndThePlanFindsDone(String shape, int databases) throws IOException {
        Path plan = plan(PlanWriter.write(Shape.words(shape).plan()));

        assertDeploys(bundle(plan));
        assertThat(boto.ask().path("databases")).hasSize(databases);
        assertIsThePlans(plan);
        assertChangesNothing(bundle(plan));
    }

    @Test
    void anExistingVpcIsUsedAndOnlyTagged() throws IOException {
        Map<String, String> vpc = somebodysVpc();
        String text = PlanWriter.write(Shape.words("3 EXISTING SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED")
                .plan());
        text = text.replace("vpc-0123456789abcdef0", vpc.get("VpcId"));
        for (int i = 0; i < 3; i++) {
            text = text.replace(
                    "subnet-0aaaaaaaaaaaaaaa" + i, vpc.get("PublicSubnetIds").split(",")[i]);
            text = text.replace(
                    "subnet-0bbbbbbbbbbbbbbb" + i, vpc.get("PrivateSubnetIds").split(",")[i]);
        }
        Path plan = plan(text);

        assertDeploys(bundle(plan));
        assertIsThePlans(plan);
    }

    /** The network of another deployment is as good as any. */
    private Map<String, String> somebodysVpc() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.yaml"),
                PlanWriter.write(Shape.words("3 NAT_PER_ZONE SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED")
                                .plan())
                        .replace("name: demo", "name: somebody"));
        Program.Ended install = program.run("install", other.toString(), "--yes", "--only", "network");
        assertThat(install.status()).as(install.out() + install.err()).isZero();
        StackView stack =
                emulator.open(REGION).stacks().find("ess-somebody-network").orElseThrow();
        return stack.outputs();
    }

    @Test
    void theStacksOfAnEarlierShapeAreNamedAndLeftAlone() throws IOException {
        Path plan = plan(PlanWriter.write(Shape.words("3 NONE SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED")
                .plan()));
        assertDeploys(bundle(plan));
        plan(PlanWriter.write(Shape.words("3 NONE PER_ZONE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED")
                .plan()));

        assertThat(assertDeploys(bundle(plan))).contains("  ess-demo-edge in eu-central-1");
        assertThat(stacks()).contains("ess-demo-edge", "ess-demo-edge-zones");
    }

    private List<String> stacks() {
        return Stream.of("ess-demo-edge", "ess-demo-edge-zones")
                .filter(name -> emulator.open(REGION).stacks().find(name).isPresent())
                .toList();
    }

    private List<String> assertDeploys(DeployScriptRun script) {
        DeployScriptRun.Ended ended = script.run();
        assertThat(ended.status()).as(String.join("\n", ended.lines())).isZero();
        return ended.lines();
    }

    private void assertIsThePlans(Path plan) {
        Program.Ended verify = program.run("verify", plan.toString(), "--json");
        assertThat(DeploymentIT.failed(verify)).isEmpty();
        assertThat(verify.status()).as(verify.out()).isZero();
        Program.Ended changes = program.run("plan", plan.toString());
        assertThat(changes.status()).as(changes.out() + changes.err()).isZero();
    }

    private void assertChangesNothing(DeployScriptRun script) {
        List<JsonNode> standing = states();
        assertThat(assertDeploys(script)).noneMatch(l -> l.startsWith("Successfully created/updated"));
        assertThat(states()).isEqualTo(standing);
    }

    /** A gateway's stack stands in another region. */
    private List<JsonNode> states() {
        return Stream.of(REGION, "us-east-1").map(emulator.control()::state).toList();
    }

    private Path plan(String text) throws IOException {
        return Files.writeString(folder.resolve("plan.yaml"), text);
    }

    private DeployScriptRun bundle(Path plan) {
        Path bundle = folder.resolve("bundle");
        Program.Ended export =
                new Program(folder, List.of()).run("export", plan.toString(), "--out", bundle.toString());
        assertThat(export.status()).as(export.err()).isZero();
        return new DeployScriptRun(bundle, folder);
    }
}
