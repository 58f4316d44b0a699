package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.tk.TKClipboard;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.Preset;
import dev.essha.plan.yaml.PlanWriter;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is dragged onto the window. */
class DropWindowTest {

    @TempDir
    private Path home;

    @Test
    void aPlanFileThatIsDroppedIsOpened() throws Exception {
        Path plan = Files.writeString(
                home.resolve("dropped.essha"),
                PlanWriter.write(Preset.PRODUCTION.plan(
                        new DeploymentName("dropped"), Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN)));
        try (TestWindow test = TestWindow.open(home)) {
            assertThat(drop(test, plan.toFile())).isTrue();

            test.until(() -> test.window().wizard().file().get().equals(Optional.of(plan)));
            assertThat(test.window().wizard().draft().text("name").get()).isEqualTo("dropped");
        }
    }

    @Test
    void anythingElseIsNotTaken() throws Exception {
        Path picture = Files.writeString(home.resolve("picture.png"), "no plan");
        try (TestWindow test = TestWindow.open(home)) {
            assertThat(drop(test, picture.toFile())).isFalse();
            assertThat(drop(test, picture.toFile(), picture.toFile())).isFalse();

            assertThat(test.window().wizard().file().get()).isEmpty();
        }
    }

    /** @return whether the window takes it */
    private static boolean drop(TestWindow test, File... files) {
        boolean[] taken = new boolean[1];
        test.onWindow(() -> {
            Dragboard board = board(List.of(files));
            DragEvent over = event(test, DragEvent.DRAG_OVER, board);
            Event.fireEvent(test.stage().getScene(), over);
            taken[0] = over.isAccepted();
            if (over.isAccepted()) {
                Event.fireEvent(test.stage().getScene(), event(test, DragEvent.DRAG_DROPPED, board));
            }
        });
        return taken[0];
    }

    private static DragEvent event(TestWindow test, EventType<DragEvent> type, Dragboard board) {
        Scene scene = test.stage().getScene();
        return new DragEvent(scene, scene, type, board, 300, 300, 300, 300, TransferMode.COPY, null, null, null);
    }

    /** The headless platform drags nothing: what the system would hand over is made here. */
    private static Dragboard board(List<File> files) {
        Map<String, Object> answers = Map.of(
                "getContentTypes",
                Set.of(DataFormat.FILES),
                "hasContent",
                true,
                "getContent",
                files,
                "getTransferModes",
                EnumSet.of(TransferMode.COPY));
        Object system = Proxy.newProxyInstance(
                TKClipboard.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (_, method, _) -> answers.get(method.getName()));
        try {
            Constructor<Dragboard> made = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            made.setAccessible(true);
            return made.newInstance(system);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
