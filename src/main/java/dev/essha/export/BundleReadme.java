package dev.essha.export;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.ServiceAccount;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.stream.Collectors;

/** The page that explains a bundle to somebody who has only the bundle. */
final class BundleReadme {

    private static final String DNS_ELSEWHERE = """

        The script shows the record that proves to AWS that the domain is yours, and waits until it can be looked up. At the
        end it shows the records for the domain and its wildcard: `dns-records.zone` has them, too.
        """;

    private BundleReadme() {}

    static String render(Blueprint blueprint) {
        Plan plan = blueprint.plan().plan();
        boolean elsewhere = plan.domain().dns() == DomainPlan.Dns.ELSEWHERE;
        return TextTemplate.load("README.md")
                .with("deployment", plan.name())
                .with("prefix", new ResourceNames(plan.name()).prefix())
                .with("region", plan.region())
                .with("domain", plan.domain().name())
                .with(
                        "stages",
                        blueprint.stages().stream().map(BundleReadme::row).collect(Collectors.joining("\n")))
                .with("dns", elsewhere ? DNS_ELSEWHERE : "")
                .with("namespace", ServiceAccount.STORAGE.namespace())
                .with("storage-account", ServiceAccount.STORAGE.account())
                .with("ca-directory", HandOverFiles.CA_DIRECTORY)
                .with("node-port", plan.edge().nodePort())
                .render();
    }

    private static String row(Stage stage) {
        String after = stage.after().stream().map(StageId::label).collect(Collectors.joining(", "));
        String resources = stage.work() instanceof Work.Stack stack
                ? String.valueOf(stack.resources().size())
                : "a step of the script";
        return "| %s | %s | %s |".formatted(stage.id().label(), after.isEmpty() ? "none" : after, resources);
    }
}
