package dev.essha.export;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.ServiceAccount;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.plan.DatabasePlan.Sharing;
import dev.essha.plan.DatabasePlan.Topology;
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

    private static final String READERS = """
           - `<SERVICE>_READER_JDBC_URL` leads to the readers of the cluster, which may lag behind a little: for a service that can
             tell its reads from its writes.
        """;

    private final Blueprint blueprint;
    private final Plan plan;
    private final StackPlaces places;

    private BundleReadme(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.plan = blueprint.plan().plan();
        this.places = new StackPlaces(blueprint);
    }

    static String render(Blueprint blueprint) {
        return new BundleReadme(blueprint).render();
    }

    private String render() {
        boolean elsewhere = plan.domain().dns() == DomainPlan.Dns.ELSEWHERE;
        boolean perService = plan.database().sharing() == Sharing.PER_SERVICE;
        boolean clusters = plan.database().topology() == Topology.MULTI_AZ_CLUSTER;
        return TextTemplate.load("README.md")
                .with("deployment", plan.name())
                .with("prefix", new ResourceNames(plan.name()).prefix())
                .with("region", plan.region())
                .with("domain", plan.domain().name())
                .with("front", Front.of(plan.edge()).words())
                .with("choices", ChosenShapes.table(plan))
                .with("stages", blueprint.stages().stream().map(this::row).collect(Collectors.joining("\n")))
                .with("dns", elsewhere ? DNS_ELSEWHERE : "")
                .with("namespace", ServiceAccount.STORAGE.namespace())
                .with("storage-account", ServiceAccount.STORAGE.account())
                .with("ca-directory", HandOverFiles.CA_DIRECTORY)
                .with("place", perService ? ", on the service's own server" : "")
                .with("readers", clusters ? READERS : "")
                .with("node-port", plan.edge().nodePort())
                .render();
    }

    private String row(Stage stage) {
        String after = stage.after().stream().map(StageId::label).collect(Collectors.joining(", "));
        return "| %s | %s | %s | %s |"
                .formatted(stage.id().label(), stack(stage), after.isEmpty() ? "none" : after, resources(stage.work()));
    }

    private String stack(Stage stage) {
        if (stage.work() instanceof Work.Stack stack) {
            return "`" + stack.name() + "`" + (places.isElsewhere(stack) ? " in " + stack.region() : "");
        }
        return "a step of the script";
    }

    private static String resources(Work work) {
        return work instanceof Work.Stack stack
                ? String.valueOf(stack.resources().size())
                : "";
    }
}
