package dev.essha.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final Phrase HELLO = Phrase.of("hello", "you", 3, Phrase.of("where", Phrase.asIs("us-{0}-1's")));

    private final Wording english = new Wording("dev.essha.wording.greeting", Locale.ENGLISH);
    private final Wording german = new Wording("dev.essha.wording.greeting", Locale.GERMAN);

    @Test
    void onePhraseIsSaidInEachLanguageWithWhatIsInIt() {
        assertThat(english.of(HELLO)).isEqualTo("Hello you, 3 letters: in us-{0}-1's");
        assertThat(german.of(HELLO)).isEqualTo("in us-{0}-1's: Hallo you, 3 Briefe");
        assertThat(german.of("hello", "du", 1, "")).isEqualTo(": Hallo du, ein Brief");
    }

    /** Also where the computer's own language is another. */
    @Test
    void whatHasNoTranslationIsEnglish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            assertThat(new Wording("dev.essha.wording.greeting", Locale.FRENCH).of("hello", "you", 1, ""))
                    .isEqualTo("Hello you, one letter: ");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void asItIsOneThingIsSaid() {
        assertThatIllegalArgumentException().isThrownBy(() -> Phrase.of("")).withMessageEndingWith("not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phrase.of("", "Throttling", "Rate exceeded"))
                .withMessageEndingWith("not 2");
        assertThat(german.of(Phrase.asIs("Rate exceeded"))).isEqualTo("Rate exceeded");
    }

    @Test
    void whatAServiceLeftOutIsADash() {
        assertThat(english.of("where", (Object) null)).isEqualTo("in -");
    }
}
