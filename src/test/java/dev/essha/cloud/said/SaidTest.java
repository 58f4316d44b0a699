package dev.essha.cloud.said;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.connect.BadSetting;
import dev.essha.wording.Labels;
import dev.essha.wording.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence has a key that is used, and is a pattern in each language. */
class SaidTest {

    private static final Path ADAPTERS = Path.of("src/main/java/dev/essha/cloud");
    private static final Path RUNS = Path.of("src/main/java/dev/essha/pipeline");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z.-]+)\"");
    private static final Pattern IN_ENGLISH_ONLY =
            Pattern.compile("(new CloudFailure\\.\\w+\\((?:[^;\"]|\"[^\" ]*\")*\"[^\"]* [^\"]*\")");
    private static final Pattern NAMED = Pattern.compile("Phrase\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");

    @Test
    void eachKeyThatIsNamedHasASentence() {
        assertThat(bundle(Locale.ENGLISH).keySet()).containsAll(found(NAMED, ADAPTERS));
    }

    /** It would be taken for what a service said. */
    @Test
    void noAdapterToAwsSaysAnythingInEnglishOnly() {
        assertThat(found(IN_ENGLISH_ONLY, ADAPTERS.resolve("aws"))).isEmpty();
    }

    @Test
    void noSentenceIsLeftOver() {
        Set<String> used = found(LITERAL, ADAPTERS);
        used.addAll(found(LITERAL, RUNS));
        for (BadSetting.Problem problem : BadSetting.Problem.values()) {
            used.add("setting." + Labels.of(problem));
        }

        assertThat(used).containsAll(bundle(Locale.ENGLISH).keySet());
    }

    private static ResourceBundle bundle(Locale language) {
        return Wording.texts(Said.BUNDLE, language);
    }

    private static Set<String> found(Pattern pattern, Path sources) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
