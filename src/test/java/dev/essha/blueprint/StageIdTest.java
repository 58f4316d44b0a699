package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.wording.Wording;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageIdTest {

    private static final Wording COMMAND_LINE = new Wording(StageId.NAMES, Locale.ENGLISH);
    private static final Wording ENGLISH = new Wording(StageId.NAMES, Locale.ROOT);
    private static final Wording GERMAN = new Wording(StageId.NAMES, Locale.GERMAN);

    @ParameterizedTest
    @EnumSource
    void hasAWordInEachLanguageAndItsLabelOnTheCommandLine(StageId stage) {
        assertThat(COMMAND_LINE.of(stage.named())).isEqualTo(stage.label());
        assertThat(ENGLISH.of(stage.named())).matches("[A-Z][A-Za-z -]+");
        assertThat(GERMAN.of(stage.named())).matches("[A-ZÜ][A-Za-zäöüß ,-]+");
    }
}
