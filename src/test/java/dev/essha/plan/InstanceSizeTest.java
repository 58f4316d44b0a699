package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against AWS's tables of instance types. */
class InstanceSizeTest {

    @ParameterizedTest
    @CsvSource({
        "t3.xlarge, 4, 16",
        "t4g.2xlarge, 8, 32",
        "m6i.xlarge, 4, 16",
        "m7i-flex.2xlarge, 8, 32",
        "m5dn.24xlarge, 96, 384",
        "c7i-flex.8xlarge, 32, 64",
        "c6gd.xlarge, 4, 8",
        "r7g.large, 2, 16",
        "r5.metal, , ",
    })
    void aNameSaysHowLargeItIs(String type, Long cpus, Long memory) {
        assertThat(InstanceSize.of(type).map(InstanceSize::virtualCpus)).isEqualTo(Optional.ofNullable(cpus));
        assertThat(InstanceSize.of(type).map(InstanceSize::memoryGiB)).isEqualTo(Optional.ofNullable(memory));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c5n.xlarge", "c4.xlarge", "x2gd.xlarge", "i3.xlarge", "t3.medium", "z1d.xlarge"})
    void ofFamiliesThatKeepToNoRuleNothingIsGuessed(String type) {
        assertThat(InstanceSize.of(type)).isEmpty();
    }

    @Test
    void processorsFollowFromTheSizeAlone() {
        assertThat(InstanceSize.virtualCpus("x2gd.xlarge")).hasValue(4);
        assertThat(InstanceSize.virtualCpus("t3.medium")).isEmpty();
    }
}
