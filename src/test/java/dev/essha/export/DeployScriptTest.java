package dev.essha.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
                        .allSatisfy(l -> assertThat(part).contains("parameter " + l.key() + " \"$hosted_zone\"\n"));
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
