package dev.essha;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every source is formatted; {@code mvn test -Dtest=FormatTest -Dformat=write} formats them. */
class FormatTest {

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void everySourceIsFormatted() throws IOException, FormatterException {
        boolean write = "write".equals(System.getProperty("format"));
        List<Path> unformatted = new ArrayList<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            String formatted = formatter.formatSourceAndFixImports(text);
            if (!text.equals(formatted)) {
                if (write) {
                    Files.writeString(source, formatted);
                } else {
                    unformatted.add(source);
                }
            }
        }
        assertThat(unformatted)
                .as("run mvn test -Dtest=FormatTest -Dformat=write")
                .isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }
}
