package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.Preset;
import dev.essha.plan.yaml.PlanWriter;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What macOS tells of files that are double-clicked; the headless platform has the same listeners. */
class OpenedFilesTest {

    @TempDir
    private Path home;

    @Test
    void aPlanThatIsDoubleClickedWhileTheProgramRunsIsOpened() throws Exception {
        Path plan = plan("clicked");
        Path picture = Files.writeString(home.resolve("picture.png"), "no plan");
        try (TestWindow test = TestWindow.open(home)) {
            Application.EventHandler toolkit = handler(test);
            try {
                test.onWindow(() -> OpenedFiles.hear(test.window()::open));

                tell(test, picture.toString(), home.resolve("gone.essha").toString(), plan.toString());

                test.until(() -> test.window().wizard().file().get().equals(Optional.of(plan)));
                assertThat(test.window().wizard().draft().text("name").get()).isEqualTo("clicked");
            } finally {
                test.onWindow(() -> Application.GetApplication().setEventHandler(toolkit));
            }
        }
    }

    /** A later JavaFX may know more events, which would be swallowed. */
    @Test
    void everyOtherEventReachesTheToolkit() {
        assertThat(Stream.of(Application.EventHandler.class.getDeclaredMethods())
                        .filter(m -> Modifier.isPublic(m.getModifiers()))
                        .filter(m -> Stream.of(OpenedFiles.class.getDeclaredMethods())
                                .noneMatch(ours -> ours.getName().equals(m.getName()))))
                .isEmpty();
    }

    private Path plan(String name) throws IOException {
        return Files.writeString(
                home.resolve(name + ".essha"),
                PlanWriter.write(Preset.PRODUCTION.plan(
                        new DeploymentName(name), Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN)));
    }

    private static Application.EventHandler handler(TestWindow test) {
        Application.EventHandler[] handler = new Application.EventHandler[1];
        test.onWindow(() -> handler[0] = Application.GetApplication().getEventHandler());
        return handler[0];
    }

    private static void tell(TestWindow test, String... files) {
        test.onWindow(() -> handlerOnWindow().handleOpenFilesAction(Application.GetApplication(), 0, files));
    }

    private static Application.EventHandler handlerOnWindow() {
        return Application.GetApplication().getEventHandler();
    }
}
