package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a double click starts, and what is a command. */
class MainTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"plan.yaml", "plan.yml", "plan.essha", "PLAN.ESSHA"})
    void aFileThatIsCalledLikeAPlanIsOpened(String name) throws Exception {
        Path plan = Files.createFile(home.resolve(name));

        assertThat(Main.planToOpen(plan.toString())).contains(plan);
    }

    @Test
    void anythingElseIsACommand() throws Exception {
        Path plan = Files.createFile(home.resolve("plan.yaml"));
        Path folder = Files.createDirectory(home.resolve("folder.yaml"));
        Path ending = Files.createFile(home.resolve(".yaml"));
        Path text = Files.createFile(home.resolve("plan.txt"));

        assertThat(Main.planToOpen()).isEmpty();
        assertThat(Main.planToOpen("--version")).isEmpty();
        assertThat(Main.planToOpen("\0.yaml")).isEmpty();
        assertThat(Main.planToOpen("validate", plan.toString())).isEmpty();
        assertThat(Main.planToOpen(home.resolve("gone.yaml").toString())).isEmpty();
        assertThat(Main.planToOpen(folder.toString())).isEmpty();
        assertThat(Main.planToOpen(ending.toString())).isEmpty();
        assertThat(Main.planToOpen(text.toString())).isEmpty();
    }
}
