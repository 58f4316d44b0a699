package dev.essha.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine says to people is said in each of the window's languages. */
class EngineWordsTest {

    private static final Path FILES = Path.of("src/main/resources/dev/essha");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[,}]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan/messages",
                "checklist/checks",
                "checklist/facts",
                "checklist/report/headings",
                "cloud/said/sentences",
                "cost/estimate",
                "diagram/drawing",
                "pipeline/sentences"
            })
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

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Properties read(String bundle) throws IOException {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(FILES.resolve(bundle + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }
}
