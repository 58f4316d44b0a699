package dev.essha.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosestTest {

    private static final List<String> KNOWN = List.of("vpcCidr", "zones", "egress", "flowLogDays");

    @ParameterizedTest
    @CsvSource({"vpc_cidr, vpcCidr", "VPCCIDR, vpcCidr", "zone, zones", "egres, egress", "flowlogdays, flowLogDays"})
    void findsWhatWasMeant(String word, String meant) {
        assertThat(Closest.to(word, KNOWN)).contains(meant);
    }

    @Test
    void doesNotGuessWhereNothingIsNear() {
        assertThat(Closest.to("password", KNOWN)).isEmpty();
        assertThat(Closest.to("x".repeat(100_000), KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "'', abc, 3", "abc, '', 3", "same, same, 0"})
    void countsEdits(String one, String other, int edits) {
        assertThat(Closest.distance(one, other)).isEqualTo(edits);
    }
}
