package dev.essha.export;

import dev.essha.plan.EssService;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What puts ESS's prerequisites into the cluster: the secrets that its overlays read, and a job that creates the logical
 * databases from inside the VPC, since the database cannot be reached from anywhere else.
 */
final class HandOverFiles {

    /** The namespace that the pod roles of the compute stage are bound to. */
    private static final String NAMESPACE = "ess";

    private HandOverFiles() {}

    static Map<String, String> render(Plan plan) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("hand-over/create-secrets.sh", secretsScript(plan));
        files.put("hand-over/databases-job.yaml", databasesJob(plan));
        return files;
    }

    private static String secretsScript(Plan plan) {
        ResourceNames names = new ResourceNames(plan.name());
        return """
            #!/usr/bin/env bash
            # Puts the secrets that the overlays of ESS read into the cluster: postgres-credentials and kafka-credentials,
            # and postgres-master for the job that creates the databases (delete it afterwards).
            # Values go from Secrets Manager to the cluster through pipes: no file, no argument holds one.
            # Needs aws, kubectl (with access to cluster %1$s) and jq.
            set -euo pipefail
            for tool in aws kubectl jq; do
              command -v "$tool" >/dev/null || { echo "create-secrets: $tool is not installed" >&2; exit 2; }
            done
            export AWS_REGION=%2$s AWS_DEFAULT_REGION=%2$s
            namespace=%3$s

            aws_() { if [ -n "${AWS_ENDPOINT_URL:-}" ]; then aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; else aws "$@"; fi; }
            output() {
              aws_ cloudformation describe-stacks --stack-name "%1$s-$1" \\
                --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" --output text
            }
            secret() { aws_ secretsmanager get-secret-value --secret-id "$1" --query SecretString --output text; }
            into_cluster() { # NAME, entries as KEY=value lines on standard input
              kubectl create secret generic "$1" --namespace "$namespace" --from-env-file=/dev/stdin \\
                --dry-run=client -o yaml | kubectl apply -f -
            }

            kubectl create namespace "$namespace" --dry-run=client -o yaml | kubectl apply -f -
            host=$(output database DatabaseEndpoint)
            port=$(output database DatabasePort)

            for service in %4$s; do
              key=$(echo "$service" | tr 'a-z-' 'A-Z_')
              secret "%1$s/database/$service" |
                jq -r --arg key "$key" --arg url "jdbc:postgresql://$host:$port" \\
                  '"\\($key)_JDBC_URL=\\($url)/\\(.dbname)?sslmode=verify-full", "\\($key)_USERNAME=\\(.username)", "\\($key)_PASSWORD=\\(.password)"'
            done | into_cluster postgres-credentials

            { echo "PGHOST=$host"; echo "PGPORT=$port"
              secret "$(output database DatabaseMasterSecretArn)" | jq -r '"PGUSER=\\(.username)", "PGPASSWORD=\\(.password)"'
            } | into_cluster postgres-master

            %5$s
            """.formatted(names.prefix(), plan.region(), NAMESPACE, labels(plan), kafka(plan, names));
    }

    private static String kafka(Plan plan, ResourceNames names) {
        return switch (plan.messaging().authentication()) {
            case SCRAM -> """
                { printf 'KAFKA_BOOTSTRAP_SERVERS='
                  aws_ kafka get-bootstrap-brokers --cluster-arn "$(output messaging KafkaClusterArn)" \\
                    --query BootstrapBrokerStringSaslScram --output text
                  secret "%s" | jq -r '"KAFKA_USERNAME=\\(.username)", "KAFKA_PASSWORD=\\(.password)"'
                } | into_cluster kafka-credentials\
                """.formatted(names.kafkaSecret());
            case IAM -> """
                { printf 'KAFKA_BOOTSTRAP_SERVERS='
                  aws_ kafka get-bootstrap-brokers --cluster-arn "$(output messaging KafkaClusterArn)" \\
                    --query BootstrapBrokerStringSaslIam --output text
                } | into_cluster kafka-credentials\
                """;
        };
    }

    private static String databasesJob(Plan plan) {
        String statements = plan.ess().servicesWithDatabase().stream()
                .map(HandOverFiles::createDatabase)
                .collect(Collectors.joining());
        return """
            # Creates the logical databases of ESS and their owners; running it again changes nothing.
            # Set the image to a PostgreSQL client in your private registry, then: kubectl apply -f databases-job.yaml
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: create-databases
              namespace: %s
            spec:
              backoffLimit: 3
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: psql
                      image: PRIVATE-REGISTRY/postgres:17
                      envFrom:
                        - secretRef: {name: postgres-master}
                        - secretRef: {name: postgres-credentials}
                      env:
                        - {name: PGDATABASE, value: postgres}
                        - {name: PGSSLMODE, value: require}
                      command: [sh, -ec]
                      args:
                        - |
                          role() { # NAME PASSWORD
                            echo "SELECT format('CREATE ROLE %%I LOGIN PASSWORD %%L', :'name', :'word')
                              WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \\\\gexec
                              SELECT format('GRANT %%I TO CURRENT_USER', :'name') \\\\gexec" |
                              psql -v ON_ERROR_STOP=1 -v name="$1" -v word="$2"
                          }
                          database() { # NAME
                            echo "SELECT format('CREATE DATABASE %%I OWNER %%I', :'name', :'name')
                              WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \\\\gexec" |
                              psql -v ON_ERROR_STOP=1 -v name="$1"
                          }
            %s\
            """.formatted(NAMESPACE, statements.indent(14));
    }

    private static String createDatabase(EssService service) {
        String key = service.name();
        String name = service.databaseName();
        String extension = service == EssService.SEARCH
                ? "psql -d %s -c 'CREATE EXTENSION IF NOT EXISTS vector'\n".formatted(name)
                : "";
        return "role %2$s \"$%1$s_PASSWORD\"; database %2$s\n%3$s".formatted(key, name, extension);
    }

    private static String labels(Plan plan) {
        List<String> labels = plan.ess().servicesWithDatabase().stream()
                .map(EssService::label)
                .toList();
        return String.join(" ", labels);
    }
}
