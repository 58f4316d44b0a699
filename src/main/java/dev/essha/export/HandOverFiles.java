package dev.essha.export;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.ServiceAccount;
import dev.essha.plan.MessagingPlan.Authentication;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What puts ESS's prerequisites into the cluster: its namespace with the service accounts that have roles, the secrets
 * that its overlays read, and a job that creates the logical databases from inside the VPC, since the database cannot be
 * reached from anywhere else.
 */
final class HandOverFiles {

    private static final String NAMESPACE = ServiceAccount.STORAGE.namespace();
    /** Where containers find the certificate authorities of Amazon RDS. */
    static final String CA_DIRECTORY = "/etc/postgres-ca";

    private static final String CA_FILE = CA_DIRECTORY + "/ca.pem";

    private final Plan plan;
    private final ResourceNames names;
    private final String awsFunctions;

    private HandOverFiles(Blueprint blueprint) {
        this.plan = blueprint.plan().plan();
        this.names = new ResourceNames(plan.name());
        this.awsFunctions = new StackPlaces(blueprint).awsFunctions();
    }

    static Map<String, String> render(Blueprint blueprint) {
        HandOverFiles files = new HandOverFiles(blueprint);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("hand-over/namespace.yaml", files.namespace());
        texts.put("hand-over/create-secrets.sh", files.secretsScript());
        texts.put("hand-over/databases-job.yaml", files.databasesJob());
        return texts;
    }

    private String namespace() {
        Stream<ServiceAccount> accounts = switch (plan.messaging().authentication()) {
            case SCRAM -> Stream.of(ServiceAccount.STORAGE);
            case IAM -> Stream.of(ServiceAccount.STORAGE, ServiceAccount.SERVICES);
        };
        String documents = accounts.map(HandOverFiles::serviceAccount).collect(Collectors.joining());
        return """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: %s
            """.formatted(NAMESPACE) + documents;
    }

    private static String serviceAccount(ServiceAccount account) {
        return """
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: %s
              namespace: %s
            """.formatted(account.account(), account.namespace());
    }

    private String secretsScript() {
        DatabaseHandOver databases = new DatabaseHandOver(plan);
        return TextTemplate.load("create-secrets.sh")
                .with("prefix", names.prefix())
                .with("namespace", NAMESPACE)
                .with("region", plan.region())
                .with("aws", awsFunctions)
                .with("authorities", DatabaseHandOver.authorities(plan.region()))
                .with("ca-file", CA_FILE)
                .with("readers", databases.readers())
                .with("reader", databases.readerFunction())
                .with("postgres", databases.credentials())
                .with("masters", databases.masters())
                .with("brokers", brokers(plan.messaging().authentication()))
                .with("kafka", kafka(plan.messaging().authentication()).stripTrailing())
                .render();
    }

    /** @see <a href="https://docs.aws.amazon.com/msk/1.0/apireference/clusters-clusterarn-bootstrap-brokers.html">Brokers</a> */
    private static String brokers(Authentication authentication) {
        return switch (authentication) {
            case SCRAM -> "BootstrapBrokerStringSaslScram";
            case IAM -> "BootstrapBrokerStringSaslIam";
        };
    }

    private String kafka(Authentication authentication) {
        return switch (authentication) {
            case SCRAM ->
                TextTemplate.load("kafka-scram.sh")
                        .with("secret", names.kafkaSecret())
                        .render();
            case IAM -> TextTemplate.load("kafka-iam.sh").render();
        };
    }

    private String databasesJob() {
        return TextTemplate.load("databases-job.yaml")
                .with("namespace", NAMESPACE)
                .with("ca-directory", CA_DIRECTORY)
                .with("ca-file", CA_FILE)
                .with("script", inYaml(new DatabaseHandOver(plan).creation()))
                .with("sql", inYaml(TextTemplate.load("database.sql").render()))
                .render();
    }

    private static String inYaml(String text) {
        return text.indent(4).stripTrailing();
    }
}
