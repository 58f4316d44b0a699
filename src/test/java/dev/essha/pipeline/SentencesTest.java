package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.said.Said;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Every sentence of the pipeline has a key that is used, and is one in each language. */
class SentencesTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/essha/pipeline");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z-]*)*)\"");
    /** A key that stands there whole: nothing is added to it. */
    private static final Pattern WHOLE =
            Pattern.compile("(?:Phrase\\.of|then|context\\.note|wording\\.of)\\(\\s*\"([^\"]+)\"\\s*[,)]");

    /** Words of nearly every English sentence of the bundle, and of no German one. */
    static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(the|then|again|install|destroy|role|wait|change|is|not|has|it)\\b");

    private static final String CALL = "sts:GetCallerIdentity";
    private static final String SAID = "as the service says it";

    static final List<CloudFailure> FAILURES = List.of(
            new CloudFailure.Denied(CALL, "iam:CreateRole", SAID),
            new CloudFailure.NotSignedIn(CALL, SAID),
            new CloudFailure.NotFound(CALL, SAID),
            new CloudFailure.Taken(CALL, SAID),
            new CloudFailure.Conflict(CALL, SAID),
            new CloudFailure.Quota(CALL, "L-1", SAID),
            new CloudFailure.Throttled(CALL, Duration.ofSeconds(1), SAID),
            new CloudFailure.Unavailable(CALL, SAID),
            new CloudFailure.Invalid(CALL, SAID),
            new CloudFailure.Unknown(CALL, "Odd", SAID));

    /** What no service says of itself. */
    private static final List<CloudFailure> SAID_HERE = List.of(
            new CloudFailure.Unreachable(CALL, Phrase.of("setting.no-proxy", "HTTPS_PROXY")),
            new CloudFailure.ClockWrong(CALL, Phrase.of("clock.wrong", SAID)),
            new CloudFailure.ClockWrong(CALL, Phrase.of("clock.slow", SAID, 7L)));

    @Test
    void eachKeyThatIsNamedHasASentence() {
        Set<String> named = new TreeSet<>();
        sources().forEach(text -> collect(WHOLE, text, named));

        assertThat(named).hasSizeGreaterThan(80);
        named.removeAll(Wording.texts(Said.BUNDLE, Locale.ENGLISH).keySet());
        assertThat(bundle(Locale.ENGLISH).keySet()).containsAll(named);
    }

    @Test
    void noSentenceIsLeftOver() {
        Set<String> literals = new TreeSet<>();
        sources().forEach(text -> collect(LITERAL, text, literals));

        assertThat(bundle(Locale.ENGLISH).keySet())
                .allSatisfy(key -> assertThat(literals.stream().anyMatch(l -> isOf(key, l)))
                        .as(key)
                        .isTrue());
    }

    /** Itself, or the beginning of {@code "left." + what} and {@code key + ".advice"}. */
    private static boolean isOf(String key, String literal) {
        return key.equals(literal)
                || literal.contains(".") && (key + ".").startsWith(literal.replaceFirst("\\.?$", "."));
    }

    /** Which kind it is, is put together: of these, the test above sees only the beginning. */
    @Test
    void eachKindOfFailureHasASentenceAndNoneIsLeftOver() {
        assertThat(bundle(Locale.ENGLISH).keySet().stream().filter(key -> key.startsWith("failure.")))
                .containsExactlyInAnyOrderElementsOf(FAILURES.stream()
                        .map(failure -> FailureText.phrase(failure).key())
                        .collect(Collectors.toSet()));
    }

    @Test
    void noSentenceHidesOneOfTheAdapters() {
        assertThat(bundle(Locale.ENGLISH).keySet())
                .doesNotContainAnyElementsOf(
                        Wording.texts(Said.BUNDLE, Locale.ENGLISH).keySet());
    }

    @Test
    void whatAnAdapterSaysIsToldInTheReadersLanguageAndWithoutAnother() {
        CloudFailure failure = new CloudFailure.NotSignedIn(CALL, Phrase.of("profile.ended", "corp"));

        assertThat(new FailureText(Locale.ENGLISH).what(failure))
                .isEqualTo(CALL + ": " + failure.message())
                .contains("The session of the profile corp has ended");
        assertThat(new FailureText(Locale.GERMAN).what(failure))
                .startsWith(CALL + ": Die Sitzung des Profils corp ist zu Ende;");
    }

    @Test
    void whatAChangeInterruptsHasASentenceEach() {
        Set<String> named = new TreeSet<>();
        collect(Pattern.compile("(?m)\\.html (\\S+)$"), read("Interruption.java"), named);

        assertThat(bundle(Locale.ENGLISH).keySet().stream()
                        .filter(key -> key.startsWith("interruption."))
                        .map(key -> key.substring("interruption.".length())))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @ParameterizedTest
    @FieldSource("FAILURES")
    void inEnglishACallThatFailedIsToldInTheWordsOfTheService(CloudFailure failure) {
        assertThat(new FailureText(Locale.ENGLISH).what(failure)).isEqualTo(CALL + ": " + SAID);
    }

    @ParameterizedTest
    @FieldSource("FAILURES")
    void inGermanACallThatFailedIsToldWithWhatKindOfFailureItIs(CloudFailure failure) {
        String said = new FailureText(Locale.GERMAN).what(failure);

        assertThat(said).endsWith(CALL + ": " + SAID);
    }

    @Test
    void aClockThatIsWrongIsToldWithWhatTheServiceSaid() {
        CloudFailure wrong = new CloudFailure.ClockWrong(CALL, Phrase.of("clock.fast", SAID, 1440L));

        assertThat(new FailureText(Locale.ENGLISH).what(wrong))
                .isEqualTo(CALL + ": The clock of this computer is 1440 min fast; AWS refuses what it signs (" + SAID
                        + ")");
        assertThat(new FailureText(Locale.GERMAN).what(wrong))
                .isEqualTo(CALL + ": Die Uhr dieses Computers geht 1440 min vor; AWS lehnt ab, was er damit signiert ("
                        + SAID + ")");
    }

    @ParameterizedTest
    @EnumSource(Event.Operation.class)
    void inGermanThereIsNoEnglishAdvice(Event.Operation operation) {
        Wording german = Sentences.in(Locale.GERMAN);
        Advice advice = new Advice(operation);

        for (CloudFailure failure :
                Stream.concat(FAILURES.stream(), SAID_HERE.stream()).toList()) {
            PhrasedFailure phrased = advice.failure(new CloudException(failure));
            assertThat(phrased.in(german).advice())
                    .as(failure.toString())
                    .doesNotContainPattern(ENGLISH)
                    .contains("erneut");
        }
    }

    private static ResourceBundle bundle(Locale language) {
        return Wording.texts("dev.essha.pipeline.sentences", language);
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            into.add(found.group(1));
        }
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> read(file.getFileName().toString())).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(SOURCES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
