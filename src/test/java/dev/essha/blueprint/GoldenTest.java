package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whole templates, as they go to CloudFormation, of every shape of the architecture. {@code mvn test -Dtest=GoldenTest
 * -Dgoldens=write} writes them anew and removes those that no plan has any more.
 */
class GoldenTest {

    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final String INDEX = "index.txt";
    private static final String ADVICE = "run mvn test -Dtest=GoldenTest -Dgoldens=write and read what changed";

    @BeforeAll
    static void write() throws IOException {
        Goldens rendered = Goldens.rendered();
        System.out.printf(
                "goldens: %d templates of %d plans%n", rendered.files().size(), rendered.plans());
        if ("write".equals(System.getProperty("goldens"))) {
            write(expected());
        }
    }

    @Test
    void noTemplateIsMissingOrStale() throws IOException {
        assertThat(stored()).as(ADVICE).containsExactlyElementsOf(expected().keySet());
    }

    @Test
    void everyTemplateIsItsGolden() throws IOException {
        for (String path : expected().keySet()) {
            if (Files.exists(file(path))) {
                assertThat(Files.readString(file(path)))
                        .as(path + ": " + ADVICE)
                        .isEqualTo(expected().get(path));
            }
        }
    }

    /** Whatever else is refused would be missing here without anybody noticing. */
    @Test
    void onlyWhatCannotStandIsLeftOut() {
        assertThat(Goldens.rendered().refusals())
                .containsExactly("edge.accelerator-behind-gateway", "edge.per-zone-elsewhere");
    }

    /** Where a template is stored. */
    static Path file(String path) {
        return GOLDENS.resolve(path);
    }

    private static SortedMap<String, String> expected() {
        SortedMap<String, String> expected = new TreeMap<>();
        Goldens.rendered().files().forEach((path, golden) -> expected.put(path, golden.body()));
        expected.put(INDEX, Goldens.rendered().index());
        return expected;
    }

    private static void write(SortedMap<String, String> files) throws IOException {
        for (String stale : stored().stream().filter(f -> !files.containsKey(f)).toList()) {
            Files.delete(file(stale));
        }
        for (String path : files.keySet()) {
            Files.createDirectories(file(path).getParent());
            Files.writeString(file(path), files.get(path));
        }
    }

    private static List<String> stored() throws IOException {
        try (Stream<Path> found = Files.walk(GOLDENS)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> GOLDENS.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
