package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, aws, 6",
        "us-east-1, aws, 6",
        "ap-southeast-7, aws, 6",
        "mx-central-1, aws, 6",
        "us-gov-west-1, aws-us-gov, 3",
        "cn-northwest-1, aws-cn, 3"
    })
    void isKnownByTheNameOfTheRegion(String region, String partition, int zones) {
        assertThat(Partition.of(new RegionName(region)))
                .hasValueSatisfying(p -> assertThat(p.id()).isEqualTo(partition))
                .hasValueSatisfying(p -> assertThat(p.mostZones()).isEqualTo(zones));
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-iso-east-1", "us-isob-west-1", "eu-isoe-west-1", "eusc-de-east-1"})
    void othersAreNotKnown(String region) {
        assertThat(Partition.of(new RegionName(region))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        us-gov-west-1 | domain.dns         | route53          | partition.no-public-zones
        us-gov-west-1 | domain.privateZone | true             | partition.no-private-aliases
        us-gov-west-1 | network.egress     | regional-nat     | partition.no-regional-nat
        us-gov-east-1 | edge.loadBalancing | per-zone         | partition.no-weighted-records
        us-gov-east-1 | edge.loadBalancing | fronted          | partition.no-accelerator
        us-gov-east-1 | edge.gateway       | cloudfront       | partition.no-cloudfront
        us-gov-east-1 | database.topology  | multi-az-cluster | partition.no-database-clusters
        us-gov-east-1 | network.egress     | none             | -
        cn-north-1    | domain.dns         | route53          | -
        cn-north-1    | domain.privateZone | true             | -
        cn-north-1    | network.egress     | regional-nat     | partition.no-regional-nat
        cn-north-1    | edge.loadBalancing | fronted          | partition.no-accelerator
        cn-north-1    | edge.gateway       | cloudfront       | partition.no-cloudfront
        """)
    void whatAPartitionDoesNotOfferIsRefusedAtItsChoice(String region, String path, String value, String key) {
        PlanFile file = in(region).with(path, value);

        assertThat(file.read().problems())
                .filteredOn(p -> p.problem().path().equals(path))
                .extracting(p -> p.problem().key(), p -> p.line())
                .isEqualTo(key == null ? List.of() : List.of(tuple(key, file.lineOf(path))));
    }

    @Test
    void ofAnUnknownPartitionNothingElseIsSaid() {
        PlanFile file = in("us-iso-east-1").with("edge.loadBalancing", "fronted");

        assertThat(file.read().problems())
                .extracting(p -> p.problem().key())
                .containsExactly("region.unknown-partition");
    }

    private static PlanFile in(String region) {
        Plan plan = Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, new RegionName(region), Preset.DEFAULT_DOMAIN);
        return PlanFile.of(plan);
    }
}
