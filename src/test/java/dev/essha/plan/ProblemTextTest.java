package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTextTest {

    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[a-z0-9-]+)\"");

    /** What has a hyphen is a key for sure; paths of settings have none. */
    private static final Pattern KEY_WITH_HYPHEN = Pattern.compile("\"([a-z]+\\.[a-z0-9]+(?:-[a-z0-9]+)+)\"");

    @Test
    void everySentenceIsUsed() throws IOException {
        assertThat(found(KEY)).containsAll(sentences().stringPropertyNames());
    }

    @Test
    void everyKeyThatIsRaisedHasASentence() throws IOException {
        assertThat(found(KEY_WITH_HYPHEN))
                .hasSizeGreaterThan(40)
                .isSubsetOf(sentences().stringPropertyNames());
    }

    @Test
    void sentencesEndAsSentencesAndQuoteAsTheFormatWants() throws IOException {
        Properties sentences = sentences();

        sentences.forEach((key, sentence) -> {
            assertThat(sentence.toString()).as(key.toString()).matches(".*[.?@]|.*\\{1\\}");
            assertThat(sentence.toString().replace("''", "")).as(key.toString()).doesNotContain("'");
        });
    }

    @Test
    void numbersAreNotGrouped() {
        Problem problem = Problem.at("database.storageGiB", "number.range", 70_000, 20, 65_536);

        assertThat(ProblemText.english().located(problem))
                .isEqualTo("database.storageGiB: 70000 is out of range. Use 20 to 65536.");
    }

    @Test
    void apostrophesOfTextAreKept() {
        assertThat(ProblemText.english().sentence(Problem.at("", "text.format", "it's {0}", "x")))
                .startsWith("\"it's {0}\" is not");
    }

    @Test
    void whatATerminalWouldObeyIsSpelledOut() {
        Problem problem = Problem.at("tags.\u001b[2J", "yaml.unknown-key", "a\r\nb\u202e\u2028", "x");

        assertThat(ProblemText.english().located(problem))
                .isEqualTo("tags.<U+001B>[2J: \"a<U+000D><U+000A>b<U+202E><U+2028>\" is no setting. Known here: x.");
    }

    @Test
    void whatLooksLikeASecretIsNotSaidAgain() {
        Problem problem = Problem.at("registry.source", "text.format", "https://me:hunter2@registry.example", "x");

        assertThat(ProblemText.english().located(problem)).doesNotContain("hunter2");
    }

    @Test
    void aKeyWithoutASentenceIsShownAsItIs() {
        assertThat(ProblemText.english().sentence(new Problem("", "no.such-key", List.of(1))))
                .isEqualTo("no.such-key [1]");
    }

    private static Properties sentences() throws IOException {
        Properties sentences = new Properties();
        try (InputStream in = ProblemText.class.getResourceAsStream("messages.properties")) {
            sentences.load(in);
        }
        return sentences;
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String valueTypes : List.of("plan", "cloud/signin")) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/essha", valueTypes))) {
                for (Path source :
                        sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher m = pattern.matcher(Files.readString(source));
                    while (m.find()) {
                        keys.add(m.group(1));
                    }
                }
            }
        }
        return keys;
    }
}
