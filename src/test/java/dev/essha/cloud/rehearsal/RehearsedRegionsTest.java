package dev.essha.cloud.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.inventory.Offer;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.Partition;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regions and partitions in the account in memory, and its file. */
class RehearsedRegionsTest {

    private static final String LOG = """
        Resources: {Log: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /same}}}
        Outputs: {Arn: {Value: {'Fn::GetAtt': [Log, Arn]}}}
        """;

    @Test
    void eachRegionHasStacksOfItsOwnUnderTheSameNames() {
        Rehearsal rehearsal = Rehearsal.of(Rehearsal.HOME);

        StackView home = rehearsal.make("same", LOG);
        StackView abroad = rehearsal.make(Rehearsal.ABROAD, "same", LOG);

        assertThat(home.outputs().get("Arn")).startsWith("arn:aws:logs:eu-central-1:");
        assertThat(abroad.outputs().get("Arn")).startsWith("arn:aws:logs:us-east-1:");
        assertThat(abroad.id()).startsWith("arn:aws:cloudformation:us-east-1:");
        DeploymentName deployment = new DeploymentName("rehearsed");
        assertThat(rehearsal.cloud.stacks().ofDeployment(deployment)).containsExactly(home);
        assertThat(rehearsal.cloud.stacks(Rehearsal.ABROAD).ofDeployment(deployment))
                .containsExactly(abroad);
        assertThat(rehearsal.cloud.stacks().find(abroad.id())).isEmpty();
        rehearsal.delete(home);
        assertThat(rehearsal.cloud.stacks(Rehearsal.ABROAD).find("same")).isPresent();
    }

    @Test
    void theNextProcessFindsTheStacksOfEveryRegionAndWhatWasDoneByHand(@TempDir Path directory) {
        Path file = directory.resolve("account.json");
        Rehearsal before = Rehearsal.with(s -> s.withStateFile(file));
        StackView abroad = before.make(Rehearsal.ABROAD, "same", LOG);
        String vpc = before.cloud.makeByHand("AWS::EC2::VPC", Map.of("CidrBlock", "10.0.0.0/16"));
        before.cloud.actions().tag(List.of(vpc), new TreeMap<>(Map.of("used-by", "test")));
        before.cloud.close();

        Rehearsal after = Rehearsal.with(s -> s.withStateFile(file));

        assertThat(after.cloud.stacks(Rehearsal.ABROAD).find("same")).contains(abroad);
        assertThat(after.cloud.stacks().find("same")).isEmpty();
        assertThat(after.cloud.lookups().vpc(vpc))
                .hasValueSatisfying(v -> assertThat(v.tags()).containsEntry("used-by", "test"));
    }

    @Test
    void theFileOfTheFirstFormatIsReadOn(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("account.json");
        try (InputStream first = RehearsedRegionsTest.class.getResourceAsStream("first-format.json")) {
            Files.copy(first, file);
        }

        Rehearsal rehearsal = Rehearsal.with(s -> s.withStateFile(file));

        assertThat(rehearsal.cloud.stacks().find("kept"))
                .hasValueSatisfying(s -> assertThat(s.status()).isEqualTo(StackStatus.CREATE_COMPLETE))
                .hasValueSatisfying(s -> assertThat(s.terminationProtection()).isTrue());
        assertThat(rehearsal.cloud.stacks().drift("kept"))
                .singleElement()
                .satisfies(d -> assertThat(d.differences()).hasSize(1));
        assertThat(rehearsal.make("next", LOG).status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(Files.readString(file)).contains("\"format\":2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        eu-central-1   | eu-west-1     | eu-south-1
        eu-south-1     | eu-south-1    | af-south-1
        us-gov-west-1  | us-gov-east-1 |
        """)
    void aNewAccountHasEnabledNoRegionButTheOneItIsUsedIn(String region, String enabled, String other) {
        List<Offer.Region> regions =
                Rehearsal.of(new RegionName(region)).cloud.offers().regions();

        assertThat(regions).contains(new Offer.Region(enabled, true));
        assertThat(regions)
                .filteredOn(r -> r.name().equals(other))
                .allMatch(r -> !r.enabled())
                .hasSize(other == null ? 0 : 1);
        assertThat(regions)
                .allMatch(r -> Partition.of(new RegionName(r.name())).equals(Partition.of(new RegionName(region))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        us-east-1       | a b c d e f | use1-az1
        us-west-2       | a b c d     | usw2-az1
        ap-northeast-1  | a c d       | apne1-az1
        eu-central-1    | a b c       | euc1-az1
        us-gov-west-1   | a b c       | usgw1-az1
        cn-northwest-1  | a b c       | cnnw1-az1
        """)
    void aRegionHasItsZones(String region, String letters, String firstId) {
        List<Offer.Zone> zones =
                Rehearsal.of(new RegionName(region)).cloud.offers().zones();

        assertThat(zones).extracting(z -> z.name().substring(region.length())).containsExactly(letters.split(" "));
        assertThat(zones.getFirst().id()).isEqualTo(firstId);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        eu-central-1   | AWS::CloudFront::Distribution       | true
        us-gov-west-1  | AWS::CloudFront::Distribution       | false
        cn-north-1     | AWS::CloudFront::Distribution       | true
        eu-central-1   | AWS::GlobalAccelerator::Accelerator | true
        us-gov-west-1  | AWS::GlobalAccelerator::Accelerator | false
        cn-north-1     | AWS::GlobalAccelerator::Accelerator | false
        us-gov-west-1  | AWS::WAFv2::WebACL                  | true
        """)
    void aTypeThatAPartitionLacksIsUnknownThere(String region, String type, boolean known) {
        Rehearsal rehearsal = Rehearsal.of(new RegionName(region));
        String template = "Resources: {Thing: {Type: '" + type + "'}}";

        if (known) {
            assertThat(rehearsal.changes("known", template)).containsExactly("ADD Thing NO");
        } else {
            assertThatExceptionOfType(CloudException.class)
                    .isThrownBy(() -> rehearsal.changes("unknown", template))
                    .withMessageContaining("Unrecognized resource types: [" + type + "]");
        }
    }

    @ParameterizedTest
    @CsvSource({"eu-central-1, true", "us-gov-west-1, false", "cn-north-1, false"})
    void theListOfCloudFrontIsThereInCommercialRegions(String region, boolean there) {
        assertThat(Rehearsal.of(new RegionName(region)).cloud.offers().cloudFrontPrefixList())
                .matches(id -> id.isPresent() == there)
                .isEqualTo(Rehearsal.of(new RegionName(region)).cloud.offers().cloudFrontPrefixList());
    }
}
