package dev.essha.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the hand-over's scripts do, seen by the programs that they call; those only write down how they were called. */
class HandOverScriptTest {

    @TempDir
    private Path folder;

    @Test
    void theJobCreatesEveryDatabaseOnTheServerThatAllShare() throws Exception {
        assertThat(runJob("3 NAT_PER_ZONE SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED"))
                .hasSize(9)
                .startsWith("shared master: ess_access_grant with access_grant-password")
                .endsWith("shared master: extension in ess_search");
    }

    @Test
    void theJobGoesThroughTheServersAndExtendsTheRightOne() throws Exception {
        assertThat(runJob("3 NAT_PER_ZONE SINGLE NONE ROUTE53 MULTI_AZ_CLUSTER PER_SERVICE"))
                .hasSize(9)
                .startsWith(
                        "access_grant.db access_grant-admin: ess_access_grant with access_grant-password",
                        "authorization.db authorization-admin: ess_authorization with authorization-password")
                .endsWith(
                        "search.db search-admin: ess_search with search-password",
                        "search.db search-admin: extension in ess_search");
    }

    /** The secrets are there as environment, as Kubernetes would have it. */
    private List<String> runJob(String shape) throws Exception {
        fake("psql", """
            read -r password || true
            case "$*" in
              *EXTENSION*) echo "$PGHOST $PGUSER: extension in $4" ;;
              *) echo "$PGHOST $PGUSER: ${6#name=} with $password" ;;
            esac
            """);
        String script = files(shape).get("hand-over/databases-job.yaml");
        Map<?, ?> config = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadAllFromString(script)
                .iterator()
                .next();
        Path job = Files.writeString(
                folder.resolve("databases.sh"), (String) ((Map<?, ?>) config.get("data")).get("databases.sh"));
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", job.toString());
        shell.environment().putAll(Map.of("PGHOST", "shared", "PGUSER", "master"));
        for (String s : List.of(
                "access_grant", "authorization", "notification", "openid", "provision", "storage", "webid", "search")) {
            String key = s.toUpperCase(Locale.ROOT);
            shell.environment().put(key + "_PASSWORD", s + "-password");
            shell.environment().put(key + "_PGHOST", s + ".db");
            shell.environment().put(key + "_PGUSER", s + "-admin");
            shell.environment().put(key + "_PGPASSWORD", "secret");
        }
        return run(shell);
    }

    @Test
    void theSecretsOfASharedDatabaseAreAsEver() throws Exception {
        List<String> secrets = runSecrets("3 NAT_PER_ZONE SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED", "db0");

        assertThat(secrets)
                .contains("postgres-credentials OPENID_JDBC_URL=jdbc:postgresql://db0:5432/of-ess-demo/database/openid"
                        + "?sslmode=verify-full&sslrootcert=/etc/postgres-ca/ca.pem")
                .contains("postgres-credentials OPENID_PASSWORD=pa55word")
                .contains(
                        "postgres-master PGPORT=5432",
                        "postgres-master PGHOST=db0",
                        "postgres-master PGUSER=user-of-arn-db0",
                        "postgres-master PGPASSWORD=pa55word")
                .noneMatch(l -> l.contains("READER"));
    }

    /** Every user of a computer can read the arguments of every process on it. */
    @Test
    void noPasswordIsEverAnArgument() throws Exception {
        runSecrets("3 NAT_PER_ZONE SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED", "db0");

        assertThat(folder.resolve("calls.txt"))
                .content()
                .contains("aws secretsmanager", "kubectl create secret", "jq -r")
                .doesNotContain("pa55word");
    }

    @Test
    void withAClusterForEachServiceEverySecretLeadsToItsOwn() throws Exception {
        List<String> secrets = runSecrets(
                "3 NAT_PER_ZONE SINGLE NONE ROUTE53 MULTI_AZ_CLUSTER PER_SERVICE", "db0,db1,db2,db3,db4,db5,db6,db7");

        assertThat(secrets)
                .anyMatch(l -> l.startsWith("postgres-credentials ACCESS_GRANT_JDBC_URL=jdbc:postgresql://db0:5432/"))
                .anyMatch(l -> l.startsWith("postgres-credentials SEARCH_JDBC_URL=jdbc:postgresql://db7:5432/"))
                .anyMatch(l -> l.startsWith(
                        "postgres-credentials SEARCH_READER_JDBC_URL=jdbc:postgresql://ro-db7:5432/ess_search?sslmode"))
                .contains("postgres-master SEARCH_PGHOST=db7", "postgres-master SEARCH_PGUSER=user-of-arn-db7");
    }

    private List<String> runSecrets(String shape, String endpoints) throws Exception {
        assumeTrue(isInstalled("jq"), "jq, which the script needs");
        fake("aws", """
            case "$*" in
              *DatabaseEndpoints*) printf %%s '%1$s' ;;
              *DatabaseReaderEndpoints*) printf %%s '%2$s' ;;
              *DatabaseMasterSecretArns*) printf %%s '%3$s' ;;
              *DatabasePort*) printf 5432 ;;
              *get-secret-value*) echo '{"username":"user-of-'"$4"'","password":"pa55word","dbname":"of-'"$4"'"}' ;;
              *) printf found ;;
            esac
            """.formatted(endpoints, endpoints.replace("db", "ro-db"), endpoints.replace("db", "arn-db")));
        fake("kubectl", """
            case "$1 $2" in
              "create secret") while read -r line; do echo "$4 $line" >&2; done ;;
              *) cat >/dev/null ;;
            esac
            """);
        fake("jq", "PATH=${PATH#*:} exec jq \"$@\"");
        Map<String, String> files = files(shape);
        Files.writeString(folder.resolve("namespace.yaml"), files.get("hand-over/namespace.yaml"));
        Path script = Files.writeString(folder.resolve("create-secrets.sh"), files.get("hand-over/create-secrets.sh"));
        ProcessBuilder shell = new ProcessBuilder("bash", script.toString());
        shell.environment().put("POSTGRES_CA", "/dev/null");
        return run(shell);
    }

    @ParameterizedTest
    @MethodSource("dev.essha.export.BundleTest#plans")
    void isBash(Plan plan) throws Exception {
        Path script = Files.writeString(
                folder.resolve("create-secrets.sh"),
                Bundle.of(ExportPlans.blueprint(plan)).files().get("hand-over/create-secrets.sh"));

        assertThat(run(new ProcessBuilder("bash", "-n", script.toString()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        eu-central-1,  https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem
        us-gov-east-1, https://truststore.pki.us-gov-west-1.rds.amazonaws.com/global/global-bundle.pem
        cn-north-1,    https://rds-truststore.s3.cn-north-1.amazonaws.com.cn/global/global-bundle.pem
        """)
    void eachPartitionHasItsOwnCertificateAuthorities(String region, String address) {
        assertThat(DatabaseHandOver.authorities(new RegionName(region))).isEqualTo(address);
    }

    private static Map<String, String> files(String shape) {
        return Bundle.of(ExportPlans.blueprint(Shape.words(shape).plan())).files();
    }

    private void fake(String program, String body) throws IOException {
        String note = "echo %s \"$*\" >>%s\n".formatted(program, folder.resolve("calls.txt"));
        Path file = Files.writeString(folder.resolve(program), "#!/usr/bin/env bash\n" + note + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private List<String> run(ProcessBuilder shell) throws Exception {
        shell.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        Process process = shell.redirectErrorStream(true).start();
        process.getOutputStream().close();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
