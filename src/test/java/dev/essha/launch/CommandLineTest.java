package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other programs rely on: output, exit status, and that nothing is ever done by accident. */
class CommandLineTest {

    private static final String FAST = "100000";

    @TempDir
    private Path folder;

    private Program program;
    private Path plan;

    @BeforeEach
    void writePlan() throws IOException {
        DummyCredentials.clear();
        program = new Program(folder.resolve("state"), List.of());
        plan = folder.resolve("plan.yaml");
        Files.writeString(plan, PlanFile.of(Preset.PROOF_OF_CONCEPT).text());
    }

    @Test
    void aSessionThatHasEndedTellsTheCommandThatBeginsAnother() throws IOException {
        Files.createDirectories(program.state().resolve(".aws"));
        Files.writeString(program.state().resolve(".aws/config"), """
            [profile corp]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Admin
            [sso-session corp]
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-central-1
            """);

        Program.Ended ended = program.run("status", plan.toString(), "--profile", "corp");

        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.err()).contains("aws sso login --profile corp").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proof-of-concept", "production"})
    void aNewPlanIsValid(String preset) throws IOException {
        Program.Ended made = program.run(
                "new", "--preset", preset, "--name", "acme", "--region", "us-west-2", "--domain", "pods.acme.example");
        Files.writeString(plan, made.out());
        assertThat(made.out()).contains("name: acme").contains("us-west-2a").contains("pods.acme.example");
        assertThat(program.run("validate", plan.toString()).status()).isZero();
    }

    @Test
    void aNewPlanHasTheShapeThatWasAskedFor() throws IOException {
        Program.Ended made = program.run(
                "new --preset production --region us-east-1 --zones 4 --egress none --dns elsewhere --load-balancing single"
                        .concat(" --gateway cloudfront --database-topology multi-az-cluster")
                        .split(" "));
        Files.writeString(plan, made.out());
        assertThat(made.out())
                .contains("us-east-1d", "egress: none", "dns: elsewhere", "loadBalancing: single")
                .contains("gateway: cloudfront", "topology: multi-az-cluster");
        Program.Ended validate = program.run("validate", plan.toString());
        assertThat(validate.status()).isZero();
        assertThat(validate.out()).contains("Note on network.egress: Nothing inside reaches the internet");
    }

    @Test
    void whatIsWorthKnowingOfAPlanIsJsonForPrograms() throws IOException {
        Files.writeString(
                plan,
                PlanFile.of(Preset.PROOF_OF_CONCEPT)
                        .with("network.egress", "none")
                        .text());
        Program.Ended validate = program.run("validate", plan.toString(), "--json");
        assertThat(validate.json().path("valid").asBoolean()).isTrue();
        assertThat(validate.json().path("problems")).isEmpty();
        assertThat(validate.json().path("notes").path(0).path("key").asText()).isEqualTo("note.egress-none");
        assertThat(validate.json().path("notes").path(0).path("path").asText()).isEqualTo("network.egress");
    }

    @Test
    void everyProblemOfAPlanIsSaidWithItsLine() throws IOException {
        PlanFile broken = PlanFile.of(Preset.PROOF_OF_CONCEPT)
                .with("region", "eu-middle")
                .with("database.storageGiB", "5")
                .with("compute.nodesPerZoen", "1");
        Files.writeString(plan, broken.text());
        Program.Ended validate = program.run("validate", plan.toString());
        assertThat(validate.status()).isEqualTo(2);
        assertThat(validate.out()).isEmpty();
        assertThat(validate.err())
                .contains("plan.yaml:" + broken.lineOf("region") + ":")
                .contains("plan.yaml:" + broken.lineOf("database.storageGiB") + ":")
                .contains("compute.nodesPerZoen")
                .contains("nodesPerZone")
                .endsWith("3 problems\n");
    }

    @Test
    void problemsAreJsonForPrograms() throws IOException {
        Files.writeString(
                plan,
                PlanFile.of(Preset.PROOF_OF_CONCEPT).with("region", "eu-middle").text());
        Program.Ended validate = program.run("validate", plan.toString(), "--json");
        assertThat(validate.status()).isEqualTo(2);
        assertThat(validate.json().path("valid").asBoolean(true)).isFalse();
        assertThat(validate.json().path("problems").path(0).path("path").asText())
                .isEqualTo("region");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        validate
        plan
        preflight --rehearse
        install --rehearse
        verify --rehearse
        status --rehearse
        destroy --rehearse
        export --out nowhere
        """)
    void aMissingPlanIsSaidInASentence(String command) {
        Program.Ended ended = program.run(
                (command.replaceFirst(" |$", " missing.yaml ")).strip().split(" +"));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .contains("missing.yaml")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"install --yes", "verify", "status", "destroy --yes", "preflight"})
    void withoutCredentialsNothingIsRehearsedInSecret(String command) {
        Program.Ended ended = program.run((command + " " + plan).split(" "));
        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.err()).contains("--rehearse");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void withoutCredentialsAPlanIsComparedWithAnEmptyAccount() {
        Program.Ended changes = program.run("plan", plan.toString(), "--json");
        assertThat(changes.status()).isEqualTo(10);
        assertThat(changes.json().path("place").asText()).isEqualTo("offline");
        assertThat(changes.json().path("stages")).hasSize(13);
        assertThat(changes.json().path("notes").isArray()).isTrue();
    }

    @Test
    void aPreviewSaysWhatTheDeploymentCosts() {
        Program.Ended text = program.run("plan", plan.toString());
        Program.Ended rehearsed = program.run("plan", plan.toString(), "--rehearse");
        Program.Ended json = program.run("plan", plan.toString(), "--json");

        assertThat(text.out().replaceAll("\\s+", " "))
                .contains("Cost: about ", " USD a month: list prices of ", "`ess-ha cost " + plan + "` itemizes.");
        assertThat(rehearsed.out().replaceAll("\\s+", " "))
                .contains("On AWS it would cost about ", " USD a month: list prices of ")
                .doesNotContain("Cost: ");
        assertThat(json.json().path("cost").path("monthly").decimalValue()).isPositive();
        assertThat(json.json().path("cost").path("currency").asText()).isEqualTo("USD");
        assertThat(json.json().path("cost").path("withoutPrice").asInt(-1)).isZero();
    }

    @Test
    void costsAreItemizedWithTheSourceOfEachPrice() {
        Program.Ended text = program.run("cost", plan.toString());
        assertThat(text.status()).isZero();
        assertThat(text.out())
                .contains("113.88  NAT gateways, one in each zone: 3 x 730 h at 0.052 USD/h [1]")
                .contains("by use  Transfer out to the internet")
                .contains("[1] 2026-09-16 https://")
                .contains("Not signed in: these are the prices that came with the program.");

        JsonNode cost = program.run("cost", plan.toString(), "--json").json();
        JsonNode first = cost.path("sections").path(0).path("lines").path(0);
        assertThat(first.path("id").asText()).isEqualTo("nat-gateway");
        assertThat(first.path("monthly").asText()).isEqualTo("113.88");
        assertThat(first.path("price").path("source").path("origin").asText()).isEqualTo("snapshot");
        assertThat(first.path("price").path("source").path("date").asText()).isEqualTo("2026-09-16");
        assertThat(cost.path("refusal").asText()).startsWith("Not signed in");
    }

    @Test
    void whatIsExpectedToBeUsedIsPartOfTheCost() {
        JsonNode without = program.run("cost", plan.toString(), "--json").json();
        JsonNode with = program.run("cost", plan.toString(), "--json", "--use", "transfer-out=1000", "--rehearse")
                .json();
        assertThat(with.path("monthly")
                        .decimalValue()
                        .subtract(without.path("monthly").decimalValue()))
                .isEqualByComparingTo("90");
        assertThat(with.has("refusal")).isFalse();

        Program.Ended wrong = program.run("cost", plan.toString(), "--use", "nonsense=1");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("transfer-out");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        install plan.yaml --only nonsense --rehearse, there is no stage nonsense
        install plan.yaml --replace Instance --rehearse, names no resource
        install plan.yaml --replace database/No --rehearse, there is no database/No
        install plan.yaml --speed 0 --rehearse,       is not a number from 1
        install plan.yaml --endpoint-url here,        is not a URL
        install plan.yaml --region us-east-1,         the plan is for region eu-central-1
        plan plan.yaml --region us-east-1,            the plan is for region eu-central-1
        status plan.yaml --rehearse --profile x,      --rehearse uses no account
        verify plan.yaml --rehearse --report /no/x,   is not a folder
        new --preset huge,                            there is no preset huge
        new --preset production --domain local,       local
        new --preset production --egress nat,         "nat" is not known here
        new --preset production --zones 2,            Use 3 to 6
        new --preset production --zones three,        three
        new --preset production --egress existing,    network.egress: existing is the internet access of an existing VPC
        new --preset production --region us-gov-west-1 --gateway cloudfront, edge.gateway: us-gov-west-1 has no CloudFront
        destruct plan.yaml,                           destruct
        """)
    void badUsageIsStatusTwoAndSaysWhy(String command, String why) {
        Program.Ended ended =
                program.run(command.replace("plan.yaml", plan.toString()).split(" +"));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains(why).doesNotContain("\tat ");
    }

    @Test
    void anEndpointThatCannotBeReachedIsSaidInASentence() {
        DummyCredentials.set();
        try {
            Program.Ended ended = program.run("destroy", plan.toString(), "--endpoint-url", "http://127.0.0.1:9");
            assertThat(ended.status()).isEqualTo(4);
            assertThat(ended.err())
                    .contains("127.0.0.1")
                    .contains("the network")
                    .doesNotContain("\tat ");
        } finally {
            DummyCredentials.clear();
        }
    }

    @Test
    void dnsElsewhereIsRehearsedWithTheRecordsToAdd() throws IOException {
        Files.writeString(
                plan,
                PlanFile.of(Preset.PROOF_OF_CONCEPT)
                        .with("domain.dns", "elsewhere")
                        .text());
        Program.Ended install = program.run("install", plan.toString(), "--rehearse", "--speed", "1000");
        assertThat(install.out()).contains("ADD AT YOUR DNS PROVIDER").contains("*.ess.example.com. ");
        assertThat(install.status()).as(install.out()).isZero();
    }

    @Test
    void statusIsJsonWithTheStacksAsTheyStand() {
        rehearse("install");
        JsonNode stages = rehearse("status", "--json").json().path("stages");
        assertThat(stages).hasSize(13);
        assertThat(stages.path(0).at("/stack/status").asText()).isEqualTo("create-complete");
    }

    @Test
    void aRehearsedDeploymentIsThereForTheNextCommand() {
        assertThat(rehearse("install").out()).contains("nothing is real").contains("0 failed, 0 unknown");
        assertThat(rehearse("status").out()).contains("ess-demo-messaging, CREATE_COMPLETE");
        assertThat(rehearse("plan").status()).isZero();
        assertThat(rehearse("verify").status()).isZero();
        assertThat(rehearse("install").out()).contains("unchanged after");
        assertThat(rehearse("destroy").out()).contains("stays").contains("left behind");
        assertThat(rehearse("status").out()).doesNotContain("CREATE_COMPLETE");
        assertThat(rehearse("verify").status()).isEqualTo(1);
    }

    @Test
    void aLossIsShownWithTheOptionThatAllowsItAndRefusedWithoutIt() throws IOException {
        rehearse("install");
        String before = Files.readString(plan);
        Files.writeString(plan, before.replaceFirst("(?m)^    - openid\n", ""));

        Program.Ended preview = rehearse("plan");
        assertThat(preview.status()).isEqualTo(10);
        assertThat(preview.out())
                .contains("registry    1 removed\n")
                .contains("WOULD REPLACE OR REMOVE WHAT HOLDS DATA, and is refused unless you name it:")
                .contains("    install --replace registry/RepositoryOpenid\n");
        assertThat(rehearse("plan", "--json")
                        .json()
                        .path("refusedUnless")
                        .path(0)
                        .asText())
                .isEqualTo("--replace registry/RepositoryOpenid");
        assertThat(rehearse("install").status()).isEqualTo(1);
        assertThat(rehearse("install", "--replace", "registry/RepositoryOpenid").status())
                .isZero();
        assertThat(rehearse("plan").status()).isZero();
    }

    @Test
    void theEventsOfARehearsalAreOneLineOfJsonEachWithoutAGap() {
        List<JsonNode> events = rehearse("install", "--json").jsonLines();
        assertThat(events.getFirst().path("event").asText()).isEqualTo("run-started");
        assertThat(events.getFirst().path("kind").asText()).isEqualTo("rehearsal");
        assertThat(events.getLast().path("event").asText()).isEqualTo("run-finished");
        assertThat(events.stream().map(e -> e.path("sequence").asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
    }

    @Test
    void findingsAreJsonWithTheirEvidence() {
        rehearse("install");
        JsonNode report = rehearse("verify", "--json").json();
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly(
                        "title",
                        "deployment",
                        "domain",
                        "place",
                        "account",
                        "region",
                        "observedAt",
                        "summary",
                        "findings");
        assertThat(report.at("/findings/0").fieldNames())
                .toIterable()
                .containsExactly("id", "requirement", "title", "verdict", "why", "evidence", "remedy", "source");
        assertThat(report.at("/findings/0/verdict").asText()).isEqualTo("pass");
        assertThat(report.at("/place").asText()).isEqualTo("rehearsal");
    }

    @Test
    void anInstallEndsWithWhatIsHandedOver() {
        assertThat(rehearse("install").out())
                .contains("DatabaseEndpoint")
                .contains("ess-demo/database/openid")
                .contains("ess-ha export " + plan);
    }

    @Test
    void aReportIsAFileOfItsOwn() throws IOException {
        rehearse("install");
        Path report = folder.resolve("report.html");
        assertThat(rehearse("verify", "--report", report.toString()).status()).isZero();
        assertThat(Files.readString(report))
                .startsWith("<!DOCTYPE html>")
                .contains("R12")
                .doesNotContain("http-equiv=\"refresh\"")
                .doesNotContain("<script");
    }

    @Test
    void schemaAndHelpGoToStandardOutput() {
        assertThat(program.run("schema").json().path("$schema").asText()).contains("2020-12");
        assertThat(program.run("--help").out()).contains("Exit status").contains("destroy");
        assertThat(program.run("--version").out()).contains("ESS HA Installer");
    }

    private Program.Ended rehearse(String command, String... more) {
        String[] arguments = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(command, plan.toString(), "--rehearse", "--speed", FAST),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        return program.run(arguments);
    }
}
