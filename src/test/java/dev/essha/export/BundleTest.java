package dev.essha.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.ServiceAccount;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.EssService;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.ResourceNames;
import dev.essha.plan.yaml.PlanReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Master;
import org.xbill.DNS.Record;

class BundleTest {

    @TempDir
    private Path folder;

    static Stream<Plan> plans() {
        return Stream.concat(
                Stream.of(
                        ExportPlans.preset(),
                        ExportPlans.withDnsElsewhere(),
                        ExportPlans.withKafkaByRole(),
                        ExportPlans.withSearch(),
                        ExportPlans.withHostedZone("Z0123456789ABC")),
                Shape.some().map(Shape::plan));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theSamePlanGivesTheSameFilesInTheSameOrder(Plan plan) {
        assertThat(new ArrayList<>(bundle(plan).files().entrySet()))
                .isEqualTo(new ArrayList<>(bundle(plan).files().entrySet()));
        assertThat(bundle(plan).files().keySet()).startsWith("README.md", "plan.yaml", "cloudformation/network.yaml");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void noPlaceholderIsLeftAndNoLineEndsInSpace(Plan plan) {
        assertThat(bundle(plan).files()).allSatisfy((path, text) -> {
            if (!path.startsWith("cloudformation/")) {
                assertThat(text).as(path).doesNotContain("{{", "}}").doesNotContainPattern("(?m)[ \t]+$");
                assertThat(text).as(path).endsWith("\n").doesNotEndWith("\n\n");
            }
        });
    }

    /** What is called a password is read from somewhere, or generated: no text gives one. */
    @ParameterizedTest
    @MethodSource("plans")
    void noFileHoldsASecret(Plan plan) {
        assertThat(bundle(plan).files())
                .allSatisfy((path, text) -> assertThat(text)
                        .as(path)
                        .doesNotContainPattern("(?i)(password|secret|token)\\w* ?[=:] ?['\"]?[a-z0-9]{8,}['\"]?\\s*$")
                        .doesNotContain("AKIA", "BEGIN"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theReadmeListsEveryFileAndEveryStage(Plan plan) {
        Blueprint blueprint = ExportPlans.blueprint(plan);
        String readme = bundle(plan).files().get("README.md");
        assertThat(blueprint.stages()).allSatisfy(s -> assertThat(readme).contains("| " + s.id().label() + " | "));
        assertThat(bundle(plan).files().keySet())
                .filteredOn(f -> !f.equals("README.md"))
                .allSatisfy(f -> assertThat(readme).contains("`" + f.replaceFirst("/.*", "/")));
        assertThat(readme).contains("node port 30443", "speaks HTTPS there");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theTemplatesAreThoseOfTheStages(Plan plan) {
        Map<String, String> files = bundle(plan).files();
        for (Stage stage : ExportPlans.blueprint(plan).stages()) {
            String file = "cloudformation/" + stage.id().label() + ".yaml";
            if (stage.work() instanceof Work.Stack stack) {
                assertThat(files).containsEntry(file, stack.templateBody());
            } else {
                assertThat(files).doesNotContainKey(file);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void thePlanReadsBackAsItWas(Plan plan) {
        assertThat(PlanReader.read(bundle(plan).files().get("plan.yaml")).plan())
                .contains(plan);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theZoneFileIsOneAndLeadsBothNamesToTheSame(Plan plan) throws IOException {
        List<Record> records = records(plan);

        assertThat(records)
                .extracting(r -> r.getName().toString())
                .isEqualTo(
                        plan.domain().apex()
                                ? List.of("*.ess.example.com.")
                                : List.of("ess.example.com.", "*.ess.example.com."));
        assertThat(records).allMatch(r -> r instanceof CNAMERecord c && c.getTTL() == 300);
        assertThat(records)
                .extracting(r -> ((CNAMERecord) r).getTarget())
                .containsOnly(((CNAMERecord) records.getFirst()).getTarget());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        3 NAT_PER_ZONE SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED,        LOAD-BALANCER.
        3 NAT_PER_ZONE PER_ZONE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED,      origin.ess.example.com.
        3 NAT_PER_ZONE FRONTED NONE ELSEWHERE MULTI_AZ_INSTANCE SHARED,     ACCELERATOR.
        3 NAT_PER_ZONE PER_ZONE CLOUDFRONT ROUTE53 MULTI_AZ_INSTANCE SHARED, GATEWAY.
        """)
    void theZoneFileLeadsToWhatStandsInFront(String shape, String target) throws IOException {
        assertThat(records(Shape.words(shape).plan()))
                .extracting(r -> ((CNAMERecord) r).getTarget().toString())
                .containsOnly(target);
    }

    @Test
    void theZoneFileTellsOfTheAliasAndTheWeightsThatItCannotHold() {
        assertThat(zone(Shape.words("3 NONE PER_ZONE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED apex private")
                        .plan()))
                .contains("; ess.example.com. IN ALIAS origin.ess.example.com.")
                .contains("; origin.ess.example.com. has a weighted record for the load balancer of each zone")
                .contains("; Inside the VPC a private hosted zone");
    }

    private static String zone(Plan plan) {
        return bundle(plan).files().get("dns-records.zone");
    }

    private static List<Record> records(Plan plan) throws IOException {
        List<Record> records = new ArrayList<>();
        try (Master master = new Master(new ByteArrayInputStream(zone(plan).getBytes(StandardCharsets.UTF_8)))) {
            for (Record next = master.nextRecord(); next != null; next = master.nextRecord()) {
                records.add(next);
            }
        }
        return records;
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theHandOverNamesEveryDatabaseItsSecretAndTheAccountsThatHaveRoles(Plan plan) {
        Map<String, String> files = bundle(plan).files();
        ResourceNames names = new ResourceNames(plan.name());
        for (EssService service : plan.ess().servicesWithDatabase()) {
            assertThat(files.get("hand-over/create-secrets.sh"))
                    .containsPattern(
                            "  postgres " + service.name() + " " + names.databaseSecret(service) + "( \\d)?\n");
            assertThat(files.get("hand-over/databases-job.yaml"))
                    .contains("database " + service.databaseName() + " \"$" + service.name() + "_PASSWORD\"\n");
        }
        assertThat(documents(files.get("hand-over/namespace.yaml")))
                .first()
                .extracting(d -> ((Map<?, ?>) d.get("metadata")).get("name"))
                .isEqualTo(ServiceAccount.STORAGE.namespace());
        assertThat(roles(plan))
                .allSatisfy(a -> assertThat(files.get("hand-over/namespace.yaml"))
                        .contains("  name: " + a.account() + "\n  namespace: " + a.namespace() + "\n"));
    }

    @Test
    void theReadmeSaysWhatWasChosenAndWhereStacksStand() {
        assertThat(readme("4 EXISTING PER_ZONE CLOUDFRONT ROUTE53 MULTI_AZ_CLUSTER PER_SERVICE apex"))
                .contains("the existing VPC `vpc-0123456789abcdef0`")
                .contains("a network load balancer in each zone; weighted records")
                .contains("Amazon CloudFront with an AWS WAF web ACL")
                .contains("the domain is the apex of its DNS zone")
                .contains("a PostgreSQL Multi-AZ cluster with a writer and two readers in three zones for each of 8"
                        + " services")
                .contains("3 brokers in 3 zones, the most that Amazon MSK spans")
                .contains("| gateway | `ess-demo-gateway-eu-central-1` in us-east-1 |")
                .contains("| edge | `ess-demo-edge-zones` |")
                .contains("_READER_JDBC_URL");
        assertThat(readme("3 NONE SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED"))
                .contains("cannot fetch WebIDs", "one network load balancer over all zones", "`ess-demo-edge` |")
                .doesNotContain("us-east-1", "READER");
    }

    private static String readme(String shape) {
        return bundle(Shape.words(shape).plan()).files().get("README.md");
    }

    @Test
    void onlySearchGetsTheVectorExtension() {
        assertThat(job(ExportPlans.preset())).doesNotContain("CREATE EXTENSION");
        assertThat(job(ExportPlans.withSearch())).containsOnlyOnce("-d ess_search -c 'CREATE EXTENSION");
    }

    @Test
    void theJobIsTheDocumentsThatKubernetesExpects() {
        List<Map<?, ?>> documents = documents(job(ExportPlans.withSearch()));
        assertThat(documents.stream().map(d -> d.get("kind").toString()).toList())
                .containsExactly("ConfigMap", "Job");
        List<String> files = ((Map<?, ?>) documents.getFirst().get("data"))
                .keySet().stream().map(Object::toString).toList();
        assertThat(files).containsExactly("databases.sh", "database.sql");
    }

    @Test
    void anEarlierBundleIsReplacedAndItsScriptsCanBeRun() throws IOException {
        bundle(ExportPlans.withKafkaByRole()).writeTo(folder);
        List<String> written = bundle(ExportPlans.preset()).writeTo(folder);
        for (String file : written) {
            assertThat(folder.resolve(file))
                    .hasContent(bundle(ExportPlans.preset()).files().get(file));
        }
        assertThat(written).containsAll(bundle(ExportPlans.preset()).files().keySet());
        assertThat(folder.resolve("deploy.sh")).isExecutable();
        assertThat(folder.resolve("hand-over/create-secrets.sh")).isExecutable();
    }

    @Test
    void anEarlierBundlesTemplateThatIsNotWantedAnyMoreGoes() throws IOException {
        bundle(ExportPlans.preset()).writeTo(folder);
        bundle(ExportPlans.withDnsElsewhere()).writeTo(folder);
        assertThat(folder.resolve("cloudformation/dns.yaml")).doesNotExist();
    }

    @Test
    void aFolderWithSomethingElseInItIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> bundle(ExportPlans.preset()).writeTo(folder))
                .isInstanceOf(DirectoryNotEmptyException.class);
        assertThat(folder).isDirectoryNotContaining(f -> !f.endsWith("thesis.txt"));
    }

    @Test
    void anotherDeploymentsBundleIsLeftAlone() throws IOException {
        Plan other =
                Preset.PROOF_OF_CONCEPT.plan(new DeploymentName("other"), Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);
        bundle(other).writeTo(folder);
        assertThatThrownBy(() -> bundle(ExportPlans.preset()).writeTo(folder))
                .isInstanceOf(DirectoryNotEmptyException.class);
        assertThat(folder.resolve("plan.yaml")).content().contains("name: other");
    }

    /** A plan alone does not make a folder a bundle: people keep plans beside other things. */
    @Test
    void aFolderWithAPlanAndOtherThingsIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), "mine");
        Files.writeString(folder.resolve("README.md"), "mine, too");
        assertThatThrownBy(() -> bundle(ExportPlans.preset()).writeTo(folder))
                .isInstanceOf(DirectoryNotEmptyException.class);
        assertThat(folder.resolve("plan.yaml")).hasContent("mine");
    }

    private static Bundle bundle(Plan plan) {
        return Bundle.of(ExportPlans.blueprint(plan));
    }

    private static String job(Plan plan) {
        return bundle(plan).files().get("hand-over/databases-job.yaml");
    }

    private static List<ServiceAccount> roles(Plan plan) {
        String compute = bundle(plan).files().get("cloudformation/compute.yaml");
        return List.of(ServiceAccount.STORAGE, ServiceAccount.SERVICES).stream()
                .filter(a -> compute.contains("ServiceAccount: " + a.account() + "\n"))
                .toList();
    }

    private static List<Map<?, ?>> documents(String yaml) {
        List<Map<?, ?>> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build()).loadAllFromString(yaml).forEach(d -> documents.add((Map<?, ?>) d));
        return documents;
    }
}
