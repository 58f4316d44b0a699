package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person and a program are told of files that are no plan at all. */
class HorribleFilesTest {

    private static final String PRESET = PlanFile.of(Preset.PRODUCTION).text();

    @TempDir
    private Path folder;

    static Stream<Arguments> files() throws IOException {
        byte[] preset = bytes(PRESET);
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("a program", program()),
                Arguments.of("a plan cut off in a list", Arrays.copyOf(preset, PRESET.indexOf("privateCidr") + 5)),
                Arguments.of("a plan twice", bytes(PRESET + PRESET)),
                Arguments.of("a plan and binary after it", bytes(PRESET + "\0\1\2\3")),
                Arguments.of("a plan in UTF-16", PRESET.getBytes(StandardCharsets.UTF_16)),
                Arguments.of("a plan as a mainframe writes", PRESET.getBytes(Charset.forName("IBM1047"))),
                Arguments.of("a plan in Latin-1", bytes("# b\u00fcro\n", StandardCharsets.ISO_8859_1)),
                Arguments.of("a plan with tabs", bytes(PRESET.replace("  ", "\t"))),
                Arguments.of("a plan that commands the terminal", bytes(PRESET + "\"\\e[2J\\e]0;x\\a\\r\\n\": 1\n")),
                Arguments.of("ten million of nothing", new byte[10_000_000]),
                Arguments.of("lists in lists", bytes("[".repeat(200_000))),
                Arguments.of("laughs", bytes("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")),
                Arguments.of("a hundred thousand settings", bytes("{" + "1,".repeat(100_000) + "}")),
                Arguments.of("no character", bytes("name: \"\\UFFFFFFFF\"\n")),
                Arguments.of("a page of the web", bytes("<!DOCTYPE html>\n<html>\n<p>Sign in: again\n</html>\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void areRefusedWithLinesByEveryCommand(String name, byte[] content) throws IOException {
        Path plan = Files.write(folder.resolve("plan.yaml"), content);

        for (String command :
                List.of("validate", "install --rehearse --debug", "destroy --rehearse", "export --out out")) {
            String[] words = command.split(" ", 2);
            String[] more = words.length == 1 ? new String[0] : words[1].split(" ");
            Program.Ended ended = run(Stream.concat(Stream.of(words[0], plan.toString()), Stream.of(more)));

            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).endsWith(" problem" + (ended.err().endsWith("s\n") ? "s\n" : "\n"));
            assertThat(ended.err().lines().toList().reversed().stream().skip(1))
                    .isNotEmpty()
                    .allMatch(line -> line.matches(".*plan\\.yaml:[1-9]\\d*:[1-9]\\d*: \\P{Cc}+"))
                    .noneMatch(line -> line.contains("Exception"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void areDocumentsOfProblemsForPrograms(String name, byte[] content) throws IOException {
        Path plan = Files.write(folder.resolve("plan.yaml"), content);

        Program.Ended ended = run(Stream.of("validate", plan.toString(), "--json"));

        assertThat(ended.status()).isEqualTo(2);
        JsonNode problems = ended.json().path("problems");
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.path("line").asInt()).isPositive();
            assertThat(problem.path("message").asText()).isNotBlank();
        });
    }

    @Test
    void aFolderIsNoPlan() {
        Program.Ended ended = run(Stream.of("validate", folder.toString()));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("is not a folder").doesNotContain("Exception");
    }

    private Program.Ended run(Stream<String> arguments) {
        return new Program(folder.resolve("state"), List.of()).run(arguments.toArray(String[]::new));
    }

    private static byte[] program() throws IOException {
        try (InputStream in = Object.class.getResourceAsStream("Object.class")) {
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return bytes(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
