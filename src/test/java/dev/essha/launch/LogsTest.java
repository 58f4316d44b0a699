package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.secrecy.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    private static final int LONGEST = 40_000;

    @TempDir
    Path folder;

    @Test
    void newestFailuresAreInTheLogAndItsSizeIsBounded() throws IOException {
        Logs logs = new Logs(folder, Redaction.BY_LOOKS, LONGEST);
        Path file = null;
        for (int i = 0; i < 60; i++) {
            file = logs.write(new IllegalStateException("number " + i + " " + "x".repeat(LONGEST / 5)));
        }
        assertThat(file).isEqualTo(folder.resolve("ess-ha.log"));
        assertThat(Files.readString(file)).contains("number 59 ").doesNotContain("number 0 ");
        assertThat(files())
                .hasSize(1 + Logs.KEPT)
                .allSatisfy(f -> assertThat(Files.size(f)).isLessThanOrEqualTo(LONGEST));
        List<Integer> kept = new ArrayList<>();
        for (int i = Logs.KEPT; i >= 1; i--) {
            kept.addAll(numbers(folder.resolve("ess-ha." + i + ".log")));
        }
        kept.addAll(numbers(file));
        assertThat(kept)
                .startsWith(60 - kept.size())
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(59);
    }

    private static List<Integer> numbers(Path file) throws IOException {
        return Pattern.compile("number (\\d+) ")
                .matcher(Files.readString(file))
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
    }

    @Test
    void oneEndlessMessageIsShortened() throws IOException {
        Path file =
                new Logs(folder, Redaction.BY_LOOKS, LONGEST).write(new IllegalStateException("x".repeat(3 * LONGEST)));

        assertThat(Files.readString(file)).hasSizeLessThan(LONGEST).endsWith("[shortened]\n");
    }

    @Test
    void aShortLogGoesOn() throws IOException {
        new Logs(folder, Redaction.BY_LOOKS).write(new IllegalStateException("first"));
        Path file = new Logs(folder, Redaction.BY_LOOKS).write(new IllegalStateException("second"));

        assertThat(Files.readString(file)).contains("first").contains("second");
        assertThat(files()).hasSize(1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
