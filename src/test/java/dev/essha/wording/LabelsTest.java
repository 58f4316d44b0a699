package dev.essha.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private enum Shape {
        SINGLE,
        PER_ZONE_IN_IPV6
    }

    /** Turkish makes another letter of an I. */
    @Test
    void aConstantHasTheSameLabelOnEveryComputer() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(Labels.of(Shape.SINGLE)).isEqualTo("single");
            assertThat(Labels.of(Shape.PER_ZONE_IN_IPV6)).isEqualTo("per-zone-in-ipv6");
        } finally {
            Locale.setDefault(before);
        }
    }
}
