package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.essha.plan.yaml.LocatedProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontRulesTest {

    private static final PlanFile PRESET = PlanFile.of(Preset.PRODUCTION);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        fronted  | none       | [0.0.0.0/0]               | -                 | -
        fronted  | none       | [10.0.0.0/8]              | edge.allowedCidrs | edge.accelerator-hides-clients
        fronted  | none       | [10.0.0.0/8, 0.0.0.0/0]   | -                 | -
        fronted  | none       | []                        | edge.allowedCidrs | edge.nobody-allowed
        fronted  | cloudfront | [0.0.0.0/0]               | edge.gateway      | edge.accelerator-behind-gateway
        fronted  | cloudfront | [10.0.0.0/8]              | edge.gateway      | edge.accelerator-behind-gateway
        per-zone | cloudfront | [10.0.0.0/8]              | -                 | -
        single   | none       | [10.0.0.0/8]              | -                 | -
        """)
    void behindAnAcceleratorNobodyIsToldApart(
            String loadBalancing, String gateway, String ranges, String path, String key) {
        List<LocatedProblem> problems = PRESET.with("edge.loadBalancing", loadBalancing)
                .with("edge.gateway", gateway)
                .with("edge.allowedCidrs", ranges)
                .read()
                .problems();

        if (path == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .extracting(p -> p.problem().path(), p -> p.problem().key())
                    .containsExactly(tuple(path, key));
        }
    }

    @Test
    void aPrivateZoneNeedsThePublicOneBesideIt() {
        PlanFile inside = PRESET.with("domain.privateZone", "true");

        assertThat(inside.read().problems()).isEmpty();
        assertThat(inside.with("domain.dns", "elsewhere").read().problems())
                .extracting(p -> p.problem().path(), p -> p.problem().key())
                .containsExactly(tuple("domain.privateZone", "domain.private-zone-elsewhere"));
    }
}
