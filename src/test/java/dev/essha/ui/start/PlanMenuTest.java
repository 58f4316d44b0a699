package dev.essha.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanMenuTest {

    @Test
    void aLongNameLeavesRoomForWhatIsSaidOfIt() {
        assertThat(PlanMenu.shortened("production-in-frankfurt.yaml", 11)).isEqualTo("production…");
        assertThat(PlanMenu.shortened("production in frankfurt.yaml", 12)).isEqualTo("production…");
    }

    @Test
    void aShortNameStaysAsItIs() {
        assertThat(PlanMenu.shortened("production", 10)).isEqualTo("production");
    }
}
