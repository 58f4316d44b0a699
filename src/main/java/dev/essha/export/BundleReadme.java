package dev.essha.export;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.plan.Plan;
import java.util.stream.Collectors;

/** The page that explains a bundle to somebody who has only the bundle. */
final class BundleReadme {

    private BundleReadme() {}

    static String render(Blueprint blueprint) {
        Plan plan = blueprint.plan().plan();
        return """
            # Deployment %1$s

            A highly available deployment of what Enterprise Solid Server (ESS) needs on AWS, in region %2$s, for the domain
            `%3$s`. Everything here was made from `plan.yaml` and contains no secret.

            ![Architecture](architecture.svg)

            | file | what it is |
            |---|---|
            | `plan.yaml` | the configuration; `ess-ha install plan.yaml` replays it |
            | `cloudformation/` | one template for each stage, to read and to deploy |
            | `deploy.sh` | deploys them with the `aws` command alone; running it again updates what changed |
            | `architecture.svg` | the drawing above |
            | `dns-records.zone` | the records that lead to the load balancer |
            | `hand-over/` | secrets and databases that ESS expects, once the stages stand |

            ## Order

            Each stage is a stack named `ess-%1$s-<stage>`; the outputs of a stack are parameters of the later ones.

            | stage | after | resources |
            |---|---|---|
            %4$s

            ## Deploy

                AWS_PROFILE=my-profile ./deploy.sh

            The Kafka cluster takes longest, usually 20 to 30 minutes. Nothing is deleted by this script. Stateful stacks get
            termination protection; the database is deleted only with a final snapshot, and the bucket and the key are retained.

            ## Put ESS on top

            1. Give yourself access: `aws eks update-kubeconfig --name ess-%1$s --region %2$s`.
            2. Copy the images of ESS into the private repositories of the registry stage.
            3. `hand-over/create-secrets.sh` puts `postgres-credentials` and `kafka-credentials` into the cluster.
            4. Set the image in `hand-over/databases-job.yaml` and apply it: it creates one database for each service.
            5. Apply your overlay of the ESS manifests; its ingress listens on node port %5$d.
            """.formatted(
                        plan.name(),
                        plan.region(),
                        plan.domain().name(),
                        blueprint.stages().stream().map(BundleReadme::row).collect(Collectors.joining("\n")),
                        plan.edge().nodePort());
    }

    private static String row(Stage stage) {
        String after = stage.after().stream().map(s -> s.label()).collect(Collectors.joining(", "));
        String resources = stage.work() instanceof Work.Stack stack
                ? String.valueOf(stack.resources().size())
                : "a step of the script";
        return "| %s | %s | %s |".formatted(stage.id().label(), after.isEmpty() ? "none" : after, resources);
    }
}
