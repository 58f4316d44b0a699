package dev.essha.ui.text;

import static dev.essha.wording.Patterns.placeholders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.wording.Patterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the engine says to people is said in each of the window's languages. */
class EngineWordsTest {

    private static final Path FILES = Path.of("src/main/resources/dev/essha");

    /** Those whose placeholders are filled. */
    static final List<String> OF_PATTERNS = List.of(
            "plan/messages",
            "checklist/facts",
            "cloud/said/sentences",
            "cost/estimate",
            "diagram/drawing",
            "pipeline/sentences",
            "blueprint/stages",
            "checklist/report/page");

    /** Those whose texts are shown as they stand. */
    static final List<String> PLAIN = List.of("checklist/checks", "checklist/report/headings");

    @ParameterizedTest
    @FieldSource({"OF_PATTERNS", "PLAIN"})
    void isCompleteInGerman(String bundle) throws IOException {
        Properties english = read(bundle);
        Properties german = read(bundle + "_de");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(german.getProperty(key)).as(key).isNotBlank();
            if (!isTypeOfFailure(key)) {
                assertThat(placeholders(english.getProperty(key)))
                        .as("placeholders of " + key)
                        .containsAll(placeholders(german.getProperty(key)));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("OF_PATTERNS")
    void hasPatternsInEachLanguage(String bundle) throws IOException {
        for (String language : List.of("", "_de")) {
            Properties texts = read(bundle + language);

            assertThat(texts).isNotEmpty();
            texts.stringPropertyNames().forEach(key -> Patterns.assertPattern(key, texts.getProperty(key)));
        }
    }

    /** A fact leaves out nothing of what was seen. */
    @Test
    void aFactSaysTheSameInBothLanguages() throws IOException {
        Properties english = read("checklist/facts");
        Properties german = read("checklist/facts_de");

        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(german.getProperty(key)))
                        .as("placeholders of " + key)
                        .isEqualTo(placeholders(english.getProperty(key))));
    }

    /** In English the service's own words say what kind of failure it is. */
    private static boolean isTypeOfFailure(String key) {
        return key.startsWith("failure.");
    }

    private static Properties read(String bundle) throws IOException {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(FILES.resolve(bundle + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }
}
