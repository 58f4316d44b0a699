package dev.essha.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.diagram.DeploymentDrawing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's drawing; {@code mvn test -Dtest=ExampleDrawingTest -Dgoldens=write} draws it anew. */
class ExampleDrawingTest {

    private static final Path EXAMPLE = Path.of("src/docs/architecture.svg");

    @Test
    void theReadmesDrawingIsThatOfTheProofOfConcept() throws IOException {
        String drawn = Svg.render(DeploymentDrawing.of(ExportPlans.preset()));
        if ("write".equals(System.getProperty("goldens"))) {
            Files.createDirectories(EXAMPLE.getParent());
            Files.writeString(EXAMPLE, drawn);
        }
        assertThat(EXAMPLE)
                .as("run mvn test -Dtest=ExampleDrawingTest -Dgoldens=write and look at the drawing")
                .usingCharset("UTF-8")
                .hasContent(drawn);
        assertThat(Path.of("README.md")).content().contains("](" + EXAMPLE + ")");
    }
}
