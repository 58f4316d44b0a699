package dev.essha.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.DeploymentName;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.RegionName;
import dev.essha.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsListTest {

    @ParameterizedTest
    @EnumSource(Preset.class)
    void everySettingHasAName(Preset preset) {
        Plan plan = preset.plan(new DeploymentName("demo"), new RegionName("eu-central-1"), Preset.DEFAULT_DOMAIN);

        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Stream<SettingsList.Entry> entries =
                    new SettingsList(new Words(language)).of(plan).stream().flatMap(s -> s.entries().stream());

            assertThat(entries)
                    .isNotEmpty()
                    .noneMatch(e -> e.name().replaceFirst(".*: ", "").equals(e.path()));
        }
    }
}
