package dev.essha.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.ui.text.Words;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Every FXML loads in each theme and language: each key has a text, each handler a method, each style class its colors. */
class FxmlTest {

    private static final Path FILES = Path.of("src/main/resources/dev/essha/ui");

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    static List<Arguments> looks() throws IOException {
        List<Arguments> looks = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FILES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".fxml")).sorted().toList()) {
                for (Preferences.Theme theme : List.of(Preferences.Theme.LIGHT, Preferences.Theme.DARK)) {
                    Words.LANGUAGES.forEach(language ->
                            looks.add(Arguments.of(FILES.relativize(file).toString(), theme, language)));
                }
            }
        }
        return looks;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void loadsWithoutAWordOfComplaint(String file, Preferences.Theme theme, Locale language) {
        try (Complaints complaints = Complaints.listen()) {
            WaitForAsyncUtils.waitForAsyncFx(30_000, () -> show(file, theme, new Words(language)));

            assertThat(complaints.heard()).isEmpty();
        }
    }

    private static void show(String file, Preferences.Theme theme, Words words) {
        Stage stage = new Stage();
        Scene scene = new Scene(new StackPane(), 1024, 700);
        new Looks(scene, Preferences.DEFAULT.with(theme));
        ((StackPane) scene.getRoot()).getChildren().setAll(load(file, words));
        stage.setScene(scene);
        stage.show();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        stage.hide();
    }

    private static Parent load(String file, Words words) {
        FXMLLoader loader = new FXMLLoader(InstallerWindow.class.getResource(file), words.bundle());
        loader.setControllerFactory(FxmlTest::bare);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    /** A page without what its constructor wants: the loader asks for fields and methods only. */
    private static Object bare(Class<?> page) {
        try {
            // By name: the compiler warns of it, and of nothing else that makes an object without its constructor.
            Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
            Constructor<?> any =
                    (Constructor<?>) factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                            .invoke(
                                    factory.getMethod("getReflectionFactory").invoke(null),
                                    page,
                                    Object.class.getDeclaredConstructor());
            return any.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(page.getName(), e);
        }
    }
}
