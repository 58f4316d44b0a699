package dev.essha.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.essha.plan.Plan;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import dev.essha.plan.ProblemText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {

    private static final PlanFile PRESET = PlanFile.of(Preset.PROOF_OF_CONCEPT);

    private static final String SHORTEST = """
        apiVersion: ess-ha/v1
        name: demo
        region: eu-central-1
        network:
          zones: [eu-central-1a, eu-central-1b, eu-central-1c]
        domain:
          name: ess.example.com
        """;

    @Test
    void whatAFileLeavesOutIsAsInTheProofOfConcept() {
        Plan preset = Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);

        assertThat(PlanReader.read(SHORTEST)).isEqualTo(new ReadResult(Optional.of(preset), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        name                    | Demo               | name.syntax
        name                    | 47                 | yaml.needs-quotes
        name                    |                    | yaml.wrong-type
        account                 | 123456789012       | yaml.needs-quotes
        account                 | "1234"             | account.syntax
        region                  | [eu-central-1]     | yaml.wrong-type
        tags                    | [team]             | yaml.wrong-type
        tags                    | {team: 7}          | yaml.needs-quotes
        tags                    | {7: team}          | yaml.key-not-text
        ess                     | all                | yaml.wrong-type
        ess.broker              | yes                | yaml.wrong-type
        network.vpcCidr         | 10.40.0.1/16       | cidr.host-bits
        network.zones           | eu-central-1a      | yaml.wrong-type
        network.zones           | [eu-central-1]     | zone.syntax
        network.zones           | [{name: us-west-2-lax-1a}] | zone.local
        network.zones           | [{publicCidr: 10.40.0.0/24}] | yaml.missing-key
        network.zones           | [[eu-central-1a]]  | yaml.wrong-type
        network.egress          | nat                | choice.unknown
        network.flowLogDays     | two weeks          | yaml.wrong-type
        network.flowLogDays     | "14"               | yaml.wrong-type
        domain.name             | example            | domain.one-label
        domain.dns              | Route53            | choice.unknown
        edge.allowedCidrs       | [0.0.0.0/0, all]   | cidr.syntax
        edge.nodePort           | 3e4                | yaml.wrong-type
        database.engineVersion  | 17.10              | yaml.needs-quotes
        database.storageGiB     | 99999999999        | yaml.not-a-number
        database.storageGiB     | 2147483648         | yaml.not-a-number
        database.storageGiB     | 0x40               | yaml.not-a-number
        database.deletionProtection | "true"         | yaml.wrong-type
        apiVersion              | ess-ha/v2          | yaml.unknown-api-version
        apiVersion              | 1                  | yaml.wrong-type
        """)
    void aWrongValueIsSaidOnItsLine(String path, String value, String key) {
        PlanFile file = PRESET.with(path, value == null ? "" : value);

        ReadResult result = file.read();

        assertThat(result.plan()).isEmpty();
        assertThat(result.problems())
                .filteredOn(p -> p.problem().key().equals(key))
                .extracting(LocatedProblem::line)
                .containsExactly(file.lineOf(path));
        assertThat(result.problems())
                .allSatisfy(p ->
                        assertThat(ProblemText.english().sentence(p.problem())).doesNotContain("{0}", "{1}"));
    }

    @Test
    void aVpcThatIsTooSmallToSplitIsSaidAtItsZones() {
        PlanFile file = PRESET.with("network.vpcCidr", "10.40.0.0/24")
                .with("network.zones", "[eu-central-1a, eu-central-1b, eu-central-1c]");

        assertThat(file.read().problems())
                .extracting(LocatedProblem::line, p -> p.problem().key())
                .containsExactly(tuple(file.lineOf("network.zones"), "network.no-room-for-subnets"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        apiVersion,    ''
        name,          ''
        region,        ''
        network,       ''
        domain,        ''
        network.zones, network
        domain.name,   domain
        """)
    void whatMustBeThereIsMissedWhereItShouldStand(String path, String where) {
        PlanFile file = PRESET.without(path);

        LocatedProblem problem = file.read().problems().getFirst();

        assertThat(problem.problem().key()).isEqualTo("yaml.missing-key");
        assertThat(problem.problem().path()).isEqualTo(path);
        assertThat(problem.line()).isEqualTo(where.isEmpty() ? file.firstLine() : file.lineOf(where));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        regoin,                region
        database.storageGib,   storageGiB
        database.instancetype, instanceClass
        database.backups,      backupDays
        network.vpcCIDR,       vpcCidr
        compute.kubernetesversion, kubernetesVersion
        """)
    void anUnknownKeyComesWithTheOneThatWasProbablyMeant(String path, String meant) {
        LocatedProblem problem = PRESET.with(path, "x").read().problems().getFirst();

        String sentence = ProblemText.english().sentence(problem.problem());
        assertThat(problem.problem().path()).isEqualTo(path);
        assertThat(sentence).contains(meant);
    }

    @Test
    void aKeyThatResemblesNoneComesWithTheKnownOnes() {
        LocatedProblem problem =
                PRESET.with("ess.password", "secret").read().problems().getFirst();

        assertThat(problem.rendered("plan.yaml", ProblemText.english()))
                .isEqualTo("plan.yaml:" + (PRESET.lineOf("ess") + 1)
                        + ":3: ess.password: \"password\" is no setting. Known here: broker, webid, search.");
    }

    @Test
    void aKeyThatIsThereTwiceIsSaidOnceWithItsFirstLine() {
        PlanFile file = PRESET.with("name", "demo\nname: other");

        assertThat(file.read().problems())
                .extracting(
                        p -> p.line(), p -> p.problem().key(), p -> p.problem().args())
                .containsExactly(
                        tuple(file.lineOf("name") + 1, "yaml.duplicate-key", List.of("name", file.lineOf("name"))));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceFromTopToBottom() {
        PlanFile file = PRESET.with("name", "Demo")
                .with("network.flowLogDays", "15")
                .with("edge.allowedCidrs", "[everybody, 10.0.0.1/8]")
                .with("database.storageGib", "20")
                .with("messaging.brokersPerZone", "many")
                .with("messaging.logDays", "2")
                .with("compute.instanceType", "t3.large");

        assertThat(file.read().problems())
                .extracting(
                        p -> p.line(), p -> p.problem().path(), p -> p.problem().key())
                .containsExactly(
                        tuple(file.lineOf("name"), "name", "name.syntax"),
                        tuple(file.lineOf("network.flowLogDays"), "network.flowLogDays", "choice.unknown"),
                        tuple(file.lineOf("edge.allowedCidrs"), "edge.allowedCidrs[0]", "cidr.syntax"),
                        tuple(file.lineOf("edge.allowedCidrs"), "edge.allowedCidrs[1]", "cidr.host-bits"),
                        tuple(file.lineOf("database.storageGib"), "database.storageGib", "yaml.unknown-key-meant"),
                        tuple(file.lineOf("messaging.brokersPerZone"), "messaging.brokersPerZone", "yaml.wrong-type"),
                        tuple(file.lineOf("messaging.logDays"), "messaging.logDays", "choice.unknown"),
                        tuple(file.lineOf("compute.instanceType"), "compute.instanceType", "compute.node-too-small"));
    }

    @Test
    void aProblemBetweenValuesStandsAtTheValueToChange() {
        PlanFile file = PRESET.with("region", "eu-west-1").with("database.maxStorageGiB", "21");

        assertThat(file.read().problems())
                .extracting(LocatedProblem::line)
                .containsExactly(
                        file.lineOf("network.zones") + 1,
                        file.lineOf("network.zones") + 4,
                        file.lineOf("network.zones") + 7,
                        file.lineOf("database.maxStorageGiB"));
    }

    @Test
    void aPlanThatOnlyTheRulesRefuseCanStillBeShownAndMended() {
        ReadResult result = PRESET.with("compute.diskGiB", "5").read();

        assertThat(result.plan())
                .hasValueSatisfying(p -> assertThat(p.compute().diskGiB()).isEqualTo(5));
        assertThat(result.valid()).isEmpty();
    }

    @Test
    void ofAnotherFormatNothingElseIsSaid() {
        ReadResult result = PlanReader.read("apiVersion: ess-ha/v9\nnew: {things: true}\n");

        assertThat(result.problems()).extracting(p -> p.problem().key()).containsExactly("yaml.unknown-api-version");
    }

    @Test
    void zonesMayBeNamesAloneOrHaveSomeOfTheirSubnets() {
        String zones = "[eu-central-1a, {name: eu-central-1b, privateCidr: 10.40.128.0/20}, eu-central-1c]";

        Plan plan = PRESET.with("network.zones", zones).read().plan().orElseThrow();

        assertThat(plan.network().zones())
                .extracting(z -> z.privateCidr().toString())
                .containsExactly("10.40.0.0/19", "10.40.128.0/20", "10.40.64.0/19");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "apiVersion", "42", "null", "---", "name: demo"})
    void whatIsYamlButNoPlanIsRefused(String text) {
        ReadResult result = PlanReader.read(text);

        assertThat(result.plan()).isEmpty();
        assertThat(result.problems()).isNotEmpty();
    }

    @Test
    void jsonIsYamlToo() {
        String json = """
            {"apiVersion": "ess-ha/v1", "name": "demo", "region": "eu-central-1",
             "network": {"zones": ["eu-central-1a", "eu-central-1b", "eu-central-1c"]},
             "domain": {"name": "ess.example.com"}}
            """;

        assertThat(PlanReader.read(json)).isEqualTo(PlanReader.read(SHORTEST));
    }

    @Test
    void aFileIsReadFromItsPath(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), SHORTEST);

        assertThat(PlanReader.read(file).valid()).isPresent();
    }

    @Test
    void aFileThatCannotBeOpenedIsAProblemLikeAnyOther(@TempDir Path folder) {
        assertThat(PlanReader.read(folder.resolve("none.yaml")).problems())
                .extracting(p -> p.problem().key())
                .containsExactly("file.unreadable");
        assertThat(PlanReader.read(folder).problems())
                .extracting(p -> p.problem().key())
                .containsExactly("file.unreadable");
    }
}
