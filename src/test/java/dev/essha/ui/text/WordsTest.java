package dev.essha.ui.text;

import static dev.essha.wording.Patterns.placeholders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.wording.Patterns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text has a key, every key has a text in each language, and none is left over. */
class WordsTest {

    private static final Path FILES = Path.of("src/main/resources/dev/essha/ui/words");
    private static final Path FXML = Path.of("src/main/resources/dev/essha/ui");
    private static final Path JAVA = Path.of("src/main/java/dev/essha/ui");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern PATH = Pattern.compile("path=\"([^\"]+)\"");

    static final List<String> PARTS = Words.PARTS;

    static List<String> translations() {
        return Words.LANGUAGES.stream()
                .filter(l -> !l.equals(Locale.ENGLISH))
                .flatMap(l -> PARTS.stream().map(part -> part + "_" + l.getLanguage()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void isCompleteInEachLanguage(String file) {
        Properties english = read(file.replaceFirst("_.*", ""));
        Properties other = read(file);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(other.stringPropertyNames()).allSatisfy(key -> {
            assertThat(other.getProperty(key)).as(key).isNotBlank();
            assertThat(placeholders(other.getProperty(key)))
                    .as("placeholders of " + key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        });
    }

    @ParameterizedTest
    @FieldSource("PARTS")
    void hasPatternsInEachLanguage(String part) {
        Stream.of(part, part + "_de")
                .map(WordsTest::read)
                .forEach(texts -> texts.stringPropertyNames()
                        .forEach(key -> Patterns.assertPattern(key, texts.getProperty(key))));
    }

    @Test
    void hasEachKeyInOnePartOnly() {
        List<String> all = new ArrayList<>();
        PARTS.forEach(part -> all.addAll(read(part).stringPropertyNames()));

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void hasEveryKeyThatPagesName() {
        Set<String> keys = keys();

        for (Path fxml : below(FXML, ".fxml")) {
            String text = text(fxml);
            Matcher key = Pattern.compile("\"%([^\"]+)\"").matcher(text);
            while (key.find()) {
                assertThat(keys).as(fxml.toString()).contains(key.group(1));
            }
            Matcher path = PATH.matcher(text);
            while (path.find()) {
                assertThat(keys)
                        .as(fxml.toString())
                        .contains("setting." + path.group(1).replaceAll("\\[\\d+]", ""));
            }
        }
    }

    /** FXML holds no words: what is seen comes from a key. */
    @Test
    void keepsWordsOutOfFxml() {
        Pattern words = Pattern.compile("\\b(text|promptText|accessibleText|accessibleHelp)=\"(?![%$])[^\"]+\"");

        below(FXML, ".fxml")
                .forEach(f -> assertThat(words.matcher(text(f)).find())
                        .as(f.toString())
                        .isFalse());
    }

    @Test
    void hasNoKeyThatNobodyUses() {
        Set<String> literals = new TreeSet<>();
        Set<String> paths = new TreeSet<>();
        below(JAVA, ".java").forEach(f -> collect(LITERAL, text(f), literals));
        below(FXML, ".fxml").forEach(f -> {
            collect(Pattern.compile("\"%([^\"]+)\""), text(f), literals);
            collect(PATH, text(f), paths);
        });
        Set<String> beginnings = new TreeSet<>();
        literals.stream().filter(l -> l.matches("[a-z][A-Za-z0-9.-]*[.-]")).forEach(beginnings::add);
        paths.forEach(p -> literals.add("setting." + p));

        assertThat(keys())
                .allSatisfy(key ->
                        assertThat(isUsed(key, literals, beginnings)).as(key).isTrue());
    }

    private static boolean isUsed(String key, Set<String> literals, Set<String> beginnings) {
        if (literals.contains(key) || beginnings.stream().anyMatch(key::startsWith)) {
            return true;
        }
        if (key.startsWith("step.")) {
            return true;
        }
        // Labels, hints and options of settings hang below the setting's own key.
        return literals.stream()
                        .anyMatch(l -> key.startsWith(l + ".") && (l.startsWith("setting.") || literals.contains(l)))
                || key.startsWith("setting.") && literals.contains(key.substring("setting.".length()));
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            into.add(found.group(1));
        }
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        PARTS.forEach(part -> keys.addAll(read(part).stringPropertyNames()));
        return keys;
    }

    private static Properties read(String file) {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(FILES.resolve(file + ".properties"))) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static List<Path> below(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
