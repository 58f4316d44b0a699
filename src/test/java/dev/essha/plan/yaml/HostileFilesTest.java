package dev.essha.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import dev.essha.plan.ProblemText;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, there is an answer, and it says what is wrong. */
class HostileFilesTest {

    private static final byte[] PRESET = PlanFile.of(Preset.PRODUCTION).text().getBytes(StandardCharsets.UTF_8);

    static Stream<Arguments> files() {
        String alias = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n";
        return Stream.of(
                Arguments.of("no byte at all", new byte[0], "file.empty"),
                Arguments.of("comments only", text("# nothing\n\n"), "file.empty"),
                Arguments.of(
                        "UTF-16 with a mark",
                        new String(PRESET, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16),
                        "file.utf-16"),
                Arguments.of("UTF-16 without a mark", text("name: demo", StandardCharsets.UTF_16LE), "file.utf-16"),
                Arguments.of(
                        "UTF-16, the other way round", text("name: demo", StandardCharsets.UTF_16BE), "file.utf-16"),
                Arguments.of("Latin-1", text("name: b\u00fcro", StandardCharsets.ISO_8859_1), "file.not-utf-8"),
                Arguments.of(
                        "a PNG image",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13},
                        "file.binary"),
                Arguments.of("control characters", text("name: \u0007demo\n"), "yaml.control-character"),
                Arguments.of("too large", new byte[FileText.LARGEST + 1], "file.too-large"),
                Arguments.of("aliases that multiply", text(alias), "yaml.alias"),
                Arguments.of("an alias of itself", text("a: &a [*a]\n"), "yaml.alias"),
                Arguments.of("an alias of nothing", text("a: *b\n"), "yaml.alias"),
                Arguments.of("a merge key", text("<<: {name: demo}\n"), "yaml.unknown-key"),
                Arguments.of("a tag", text("name: !!java.net.URL [http://x]\n"), "yaml.tag"),
                Arguments.of("a tag of its own", text("name: !secret demo\n"), "yaml.tag"),
                Arguments.of("two documents", text("name: a\n---\nname: b\n"), "yaml.several-documents"),
                Arguments.of("deep lists", text("[".repeat(100_000)), "yaml.too-deep"),
                Arguments.of("deep settings", text(deep(200)), "yaml.too-deep"),
                Arguments.of("a list as a key", text("? [a, b]\n: c\n"), "yaml.key-not-text"),
                Arguments.of("a name without end", text("name: a" + "-a".repeat(100_000) + "\n"), "yaml.too-long"),
                Arguments.of(
                        "an image without end",
                        text("registry: {repositories: [a" + "/a".repeat(90_000) + "]}\n"),
                        "yaml.too-long"),
                Arguments.of(
                        "a number without end",
                        text("compute: {diskGiB: " + "9".repeat(90_000) + "}\n"),
                        "yaml.too-long"),
                Arguments.of("a key without end", text("x".repeat(200_000) + ": 1\n"), "yaml.syntax"),
                Arguments.of("a long key", text("x".repeat(900) + ": 1\n"), "yaml.unknown-key"),
                Arguments.of("a tab", text("network:\n\tzones: []\n"), "yaml.tab"),
                Arguments.of("an open quote", text("name: \"demo\n"), "yaml.syntax"),
                Arguments.of("an open bracket", text("tags: {team: blue\nname: demo\n"), "yaml.syntax"),
                Arguments.of("a key without a colon", text("name: demo\nregion\n"), "yaml.syntax"),
                Arguments.of("wrong indentation", text("network:\n    egress: x\n  zones: []\n"), "yaml.syntax"),
                Arguments.of("a directive of the future", text("%YAML 3.0\n---\nname: demo\n"), "yaml.other-version"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedWithAReason(String name, byte[] bytes, String key) {
        ReadResult result = PlanReader.read(bytes);

        assertThat(result.plan()).isEmpty();
        assertThat(result.problems()).extracting(p -> p.problem().key()).contains(key);
        assertThat(result.problems())
                .allSatisfy(p -> assertThat(p.rendered("plan.yaml", ProblemText.english()))
                        .matches("(?s)plan\\.yaml:[1-9]\\d*:[1-9]\\d*: .+"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        'network:\n\tzones: []'            | 2 | 1
        'name: demo\nregion: "eu\nx: 1'    | 4 | 1
        'name: demo\ntags: {a: b]\n'       | 2 | 12
        'name: demo\nregion: \0\n'         | 2 | 9
        'name: demo\nx: "\\UFFFFFFFF"\n'   | 2 | 5
        'name: demo\rregion: \0\r'         | 2 | 9
        'name: demo\r\nregion: \0\r\n'     | 2 | 9
        """)
    void syntaxErrorsHaveALineAndAColumn(String text, int line, int column) {
        LocatedProblem problem = PlanReader.read(text + "\n").problems().getFirst();

        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isEqualTo(column);
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsDoNoHarm() {
        String windows = "\uFEFF" + new String(PRESET, StandardCharsets.UTF_8).replace("\n", "\r\n");

        assertThat(PlanReader.read(text(windows)).valid()).isPresent();
        assertThat(PlanReader.read(windows).valid()).isPresent();
    }

    @Test
    void cutOffAnywhereItIsReadOrRefusedButNeverThrows() {
        IntStream.range(0, PRESET.length).filter(i -> i % 7 == 0).forEach(length -> {
            ReadResult result = PlanReader.read(Arrays.copyOf(PRESET, length));
            assertThat(result.plan().isPresent() || !result.problems().isEmpty())
                    .isTrue();
        });
    }

    @Test
    void withBytesExchangedItIsReadOrRefusedButNeverThrows() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = PRESET.clone();
            for (int i = 0; i < 1 + round % 5; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            ReadResult result = PlanReader.read(bytes);
            assertThat(result.plan().isPresent() || !result.problems().isEmpty())
                    .isTrue();
        }
    }

    /** Larger than any memory: only its start can have been read. */
    @Test
    void aFileWithoutEndIsRefusedBeforeItIsRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("plan.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 36);
        }

        assertThat(PlanReader.read(file).problems())
                .extracting(p -> p.problem().key())
                .containsExactly("file.too-large");
    }

    private static String deep(int levels) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, levels).forEach(i -> text.append(" ".repeat(i)).append("a:\n"));
        return text.toString();
    }

    private static byte[] text(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    private static byte[] text(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
