package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole templates, as they go to CloudFormation; {@code mvn test -Dtest=GoldenTest -Dgoldens=write} writes them anew. */
class GoldenTest {

    static final Path GOLDENS = Path.of("src/test/resources/goldens");

    @ParameterizedTest
    @EnumSource
    void everyTemplateIsItsGolden(Plans plan) throws IOException {
        Path directory = GOLDENS.resolve(plan.label());
        if ("write".equals(System.getProperty("goldens"))) {
            write(directory, stacks(plan));
        }
        for (Stage stage : stacks(plan)) {
            assertThat(directory.resolve(file(stage)))
                    .as("run mvn test -Dtest=GoldenTest -Dgoldens=write and read what changed")
                    .usingCharset("UTF-8")
                    .hasContent(body(stage));
        }
        assertThat(files(directory)).hasSameSizeAs(stacks(plan));
    }

    static Stream<Path> all() throws IOException {
        try (Stream<Path> found = Files.walk(GOLDENS)) {
            return found.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static void write(Path directory, List<Stage> stages) throws IOException {
        Files.createDirectories(directory);
        for (Path old : files(directory)) {
            Files.delete(old);
        }
        for (Stage stage : stages) {
            Files.writeString(directory.resolve(file(stage)), body(stage));
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static List<Stage> stacks(Plans plan) {
        return plan.blueprint().stages().stream()
                .filter(s -> s.work() instanceof Work.Stack)
                .toList();
    }

    private static String file(Stage stage) {
        return stage.id().label() + ".yaml";
    }

    private static String body(Stage stage) {
        return ((Work.Stack) stage.work()).templateBody();
    }
}
