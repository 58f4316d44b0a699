package dev.essha.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Lookup;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeployScriptTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.essha.export.BundleTest#plans")
    void isBash(Plan plan) throws Exception {
        Path script = Files.writeString(folder.resolve("deploy.sh"), script(plan));
        assertThat(new ProcessBuilder("bash", "-n", script.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.essha.export.BundleTest#plans")
    void givesEveryStackItsInputsAndWhatIsLookedUp(Plan plan) {
        String script = script(plan);
        for (Stage stage : ExportPlans.blueprint(plan).stages()) {
            if (stage.work() instanceof Work.Stack stack) {
                String part = part(script, stage);
                assertThat(stack.inputs())
                        .allSatisfy(i -> assertThat(part)
                                .contains("input " + i.producer().label() + " " + i.key() + "\n"));
                assertThat(stack.lookups())
                        .allSatisfy(
                                l -> assertThat(part).contains("parameter " + l.key() + " \"$" + variable(l) + "\"\n"));
                assertThat(stack.lookups()).allSatisfy(l -> assertThat(script).contains("\n" + variable(l) + "=$("));
                assertThat(part.contains("\nprotect ")).isEqualTo(stack.terminationProtection());
            }
        }
    }

    @Test
    void aZoneThatThePlanNamesIsNotLookedFor() {
        assertThat(script(ExportPlans.withHostedZone("Z0123456789ABC"))).doesNotContain("hosted_zone");
        assertThat(script(ExportPlans.preset())).contains("hosted_zone=$(closest_zone ess.example.com)\n");
    }

    @Test
    void theValuesOfTagsReachTheCommandAsTheyAre() throws IOException, InterruptedException {
        Map<String, String> tags = Map.of("team", "Łódź & $(whoami) + \"x\"", "expression", "a=b, c=d");
        Plan plan = ExportPlans.preset();
        String quoted = DeployScript.tags(new java.util.TreeMap<>(tags));
        Process shell = new ProcessBuilder("bash", "-c", "printf '%s\\n' " + quoted + " 'it'\\''s'").start();
        assertThat(new String(shell.getInputStream().readAllBytes()).lines())
                .containsExactly("expression=a=b, c=d", "team=Łódź & $(whoami) + \"x\"", "it's");
        assertThat(script(plan)).contains("'ess-ha:deployment=demo'");
    }

    @ParameterizedTest
    @MethodSource("dev.essha.export.BundleTest#plans")
    void theFunctionsSayWhereEachStackStandsAndHowItIsCalled(Plan plan) throws Exception {
        for (Stage stage : ExportPlans.blueprint(plan).stages()) {
            if (stage.work() instanceof Work.Stack stack) {
                String label = stage.id().label();
                assertThat(shell(plan, "stack_of " + label + "; echo; region_of " + label))
                        .containsExactly(stack.name(), stack.region().value());
            }
        }
    }

    @Test
    void whatIsNotThePlansIsNamedAndLeftAlone() throws Exception {
        Plan plan = ExportPlans.preset();
        String script = script(plan);

        assertThat(script)
                .contains("  left_over eu-central-1 ess-demo-access ")
                .contains("\n  left_over us-east-1\n")
                .doesNotContain("delete-stack", "delete-");
        String fake = "aws_() { case $2 in eu-central-1) echo ess-demo-network ess-demo-edge-zones ess-demo-edge ;;"
                + " *) echo ess-demo-gateway ;; esac; }\n";
        String part = part(script, ExportPlans.blueprint(plan).stage(StageId.CLEAN_UP));
        assertThat(bash(fake + part))
                .contains("  ess-demo-edge-zones in eu-central-1", "  ess-demo-gateway in us-east-1")
                .noneMatch(l -> l.contains("ess-demo-network"));
        assertThat(bash("aws_() { echo; }\n" + part)).isEmpty();
        assertThat(bash("aws_() { return 255; }\n" + part))
                .contains("deploy: the stacks in us-east-1 could not be listed; look there yourself for what is left"
                        + " over");
    }

    @Test
    void anExistingVpcIsTaggedBeforeAnythingElse() {
        String script = script(Shape.words("3 EXISTING SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED")
                .plan());

        assertThat(script)
                .contains("ec2 create-tags --resources vpc-0123456789abcdef0 subnet-0aaaaaaaaaaaaaaa0 subnet-0bb")
                .contains("--tags 'Key=ess-ha:used-by/demo,Value=true'\n");
        assertThat(script.indexOf("create-tags")).isLessThan(script.indexOf("deploy network"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        3 NONE SINGLE NONE ELSEWHERE MULTI_AZ_INSTANCE SHARED,             edge LoadBalancerNames,      CNAME
        3 NONE FRONTED NONE ELSEWHERE MULTI_AZ_INSTANCE SHARED apex,       accelerator AcceleratorName, ALIAS
        3 NONE SINGLE CLOUDFRONT ELSEWHERE MULTI_AZ_INSTANCE SHARED,       gateway GatewayName,         CNAME
        """)
    void whereDnsIsElsewhereTheRecordsLeadToWhatStandsInFront(String shape, String front, String kind) {
        String script = script(Shape.words(shape).plan());

        assertThat(script)
                .contains("front=$(output " + front + ")\n")
                .contains("echo \"  ess.example.com. " + kind + " $front.\"\n")
                .contains("echo \"  *.ess.example.com. CNAME $front.\"\n")
                .contains("  output " + front + " | tr");
    }

    @Test
    void bothCertificatesAreWaitedForWhereDnsIsElsewhere() {
        String script = script(Shape.words("3 NONE SINGLE CLOUDFRONT ELSEWHERE MULTI_AZ_INSTANCE SHARED")
                .plan());

        assertThat(script).contains("\ndeploy_with_certificate edge '", "\ndeploy_with_certificate gateway '");
    }

    private static List<String> shell(Plan plan, String commands) throws Exception {
        String functions = new StackPlaces(ExportPlans.blueprint(plan)).awsFunctions();
        return bash("prefix=ess-demo AWS_REGION=eu-central-1\n" + functions + commands + "\n");
    }

    private static List<String> bash(String commands) throws Exception {
        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        List<String> lines = shell.inputReader().lines().toList();
        assertThat(shell.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static String variable(Lookup lookup) {
        return switch (lookup) {
            case HOSTED_ZONE_ID -> "hosted_zone";
            case CLOUDFRONT_PREFIX_LIST_ID -> "cloudfront_prefix_list";
        };
    }

    private static String script(Plan plan) {
        return DeployScript.render(ExportPlans.blueprint(plan));
    }

    private static String part(String script, Stage stage) {
        String heading = "\n# " + stage.id().label() + "\n";
        assertThat(script).containsOnlyOnce(heading);
        String rest = script.substring(script.indexOf(heading) + heading.length());
        int next = rest.indexOf("\n# ");
        return next < 0 ? rest : rest.substring(0, next + 1);
    }
}
