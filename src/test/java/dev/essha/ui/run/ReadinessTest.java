package dev.essha.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.ui.run.Readiness.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

    /** What is weak is known for sure, and so it is said before what is not known. */
    @ParameterizedTest
    @CsvSource({"0, 0, READY, 0", "1, 0, READY_BUT_WEAK, 1", "2, 3, READY_BUT_WEAK, 2", "0, 3, READY_BUT_UNKNOWN, 3"})
    void whatDoesNotStopAnInstallIsWarnedOf(long weak, long unknown, Kind kind, long count) {
        Readiness readiness = Readiness.ready(weak, unknown);

        assertThat(readiness).isEqualTo(new Readiness(kind, count));
        assertThat(readiness.ready()).isTrue();
    }
}
