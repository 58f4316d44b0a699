package dev.essha.launch;

import dev.essha.application.Places;
import dev.essha.ui.Preferences;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import dev.essha.wording.Labels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/**
 * Pictures of every page, in both themes, two sizes and both languages:
 * {@code mvn test -Dtest=Screenshots -Dscreenshots=FOLDER}. {@code -Dpages=network,domain} and {@code -Dfew} write fewer.
 */
class Screenshots {

    private static final FxRobot ROBOT = new FxRobot();
    private static final Path FOLDER = Path.of(System.getProperty("screenshots", "target/screenshots"));
    private static final List<int[]> SIZES = List.of(new int[] {1024, 700}, new int[] {1440, 900});

    @Test
    void everyPage(@TempDir Path home) throws Exception {
        Files.createDirectories(FOLDER);
        try (TestWindow test = TestWindow.open(home)) {
            test.onWindow(() -> test.window().wizard().venue().set(Optional.of(rehearsal())));
            everyLook(test, look -> {
                for (Step step : wanted()) {
                    test.onWindow(() -> test.window().wizard().step().set(step));
                    untilLooked(test);
                    write(test, label(step) + look);
                    lowerPart(test, label(step) + "-lower" + look);
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMomentOfARun(RunScenes scene, @TempDir Path home) throws Exception {
        Assumptions.assumeTrue(wanted().contains(Step.INSTALL));
        Files.createDirectories(FOLDER);
        for (Locale language : languages()) {
            scene.play(
                    home.resolve(language.getLanguage()),
                    rehearsal(),
                    language,
                    test -> everyLook(test, language, look -> {
                        write(test, "install-" + label(scene) + look);
                        lowerPart(test, "install-" + label(scene) + "-lower" + look);
                    }));
        }
    }

    @Test
    void focusAndProblems(@TempDir Path home) throws Exception {
        Assumptions.assumeTrue(wanted().contains(Step.NETWORK));
        Files.createDirectories(FOLDER);
        try (TestWindow test = TestWindow.open(home)) {
            test.onWindow(() -> test.window().wizard().venue().set(Optional.of(rehearsal())));
            everyLook(test, look -> {
                for (Step step : List.of(Step.EDGE, Step.NETWORK)) {
                    test.onWindow(() -> test.window().wizard().step().set(step));
                    untilLooked(test);
                    test.onWindow(() -> ROBOT.lookup("#rail-checklist").query().requestFocus());
                    ROBOT.type(KeyCode.TAB, 3);
                    test.settle();
                    write(test, label(step) + "-focus" + look);
                }
                test.onWindow(() -> test.window().wizard().draft().text("name").set("No good name!"));
                test.settle();
                write(test, "network-problem" + look);
                test.onWindow(() -> test.window().wizard().draft().text("name").set("demo"));
            });
        }
    }

    @Test
    void questions(@TempDir Path home) throws Exception {
        Assumptions.assumeTrue(wanted().contains(Step.REVIEW));
        Files.createDirectories(FOLDER);
        try (RunWindow window = RunWindow.forReal(home)) {
            everyLook(window.test, look -> {
                window.test.onWindow(() -> window.test.window().wizard().step().set(Step.REVIEW));
                window.test.until(() -> !window.node("#next").isDisabled());
                press(window.test, "#next");
                write(window.test, "question-install" + look);
                press(window.test, "#confirm-cancel");
            });
        }
    }

    @Test
    void questionBeforeADeletion(@TempDir Path home) throws Exception {
        Assumptions.assumeTrue(wanted().contains(Step.INSTALL));
        Files.createDirectories(FOLDER);
        RunScenes.DONE.play(
                home,
                rehearsal(),
                test -> everyLook(test, look -> {
                    press(test, "#destroy");
                    untilLooked(test);
                    write(test, "question-destroy" + look);
                    press(test, "#question-keep");
                }));
    }

    private static void press(TestWindow test, String id) throws InterruptedException {
        test.onWindow(ROBOT.lookup(id).queryAs(ButtonBase.class)::fire);
        test.settle();
    }

    /** Something that takes pictures of the window as it looks now, under names that end so. */
    private interface Pictures {
        void take(String look) throws Exception;
    }

    private static void everyLook(TestWindow test, Pictures pictures) throws Exception {
        for (Locale language : languages()) {
            everyLook(test, language, pictures);
        }
    }

    private static void everyLook(TestWindow test, Locale language, Pictures pictures) throws Exception {
        for (Preferences.Theme theme : List.of(Preferences.Theme.LIGHT, Preferences.Theme.DARK)) {
            test.onWindow(
                    () -> test.window().prefer(Preferences.DEFAULT.with(theme).with(language)));
            for (int[] size : SIZES) {
                test.resize(size[0], size[1]);
                pictures.take("-%s-%s-%d".formatted(label(theme), language.getLanguage(), size[0]));
            }
        }
    }

    private static List<Locale> languages() {
        return few() ? List.of(Locale.ENGLISH) : List.of(Locale.ENGLISH, Locale.GERMAN);
    }

    /** What is asked in the background has been answered: nothing turns any more. */
    private static void untilLooked(TestWindow test) throws Exception {
        test.settle();
        test.until(() -> ROBOT.lookup((ProgressIndicator p) -> !(p instanceof ProgressBar) && isShown(p))
                .queryAll()
                .isEmpty());
        test.settle();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /** The end of a page that is longer than the window. */
    private static void lowerPart(TestWindow test, String name) throws Exception {
        ScrollPane page = ROBOT.lookup(".shell .page-scroll").query();
        double hidden = page.getContent().getLayoutBounds().getHeight()
                - page.getViewportBounds().getHeight();
        if (hidden > 40) {
            test.onWindow(() -> page.setVvalue(1));
            test.settle();
            write(test, name);
            test.onWindow(() -> page.setVvalue(0));
        }
    }

    static void write(TestWindow test, String name) throws IOException {
        WritableImage[] image = new WritableImage[1];
        test.onWindow(() -> image[0] = test.stage().getScene().snapshot(null));
        ImageIO.write(buffered(image[0]), "png", FOLDER.resolve(name + ".png").toFile());
    }

    private static BufferedImage buffered(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader reader = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        return copy;
    }

    private static Venue rehearsal() {
        return Venue.rehearsal(Places.Choice.passing(Places.Choice.USUAL_SPEED));
    }

    private static boolean few() {
        return System.getProperty("few") != null;
    }

    private static List<Step> wanted() {
        List<String> names = List.of(System.getProperty("pages", "").split(","));
        return Stream.of(Step.values())
                .filter(s -> names.contains(label(s)) || names.equals(List.of("")))
                .toList();
    }

    private static String label(Enum<?> constant) {
        return Labels.of(constant);
    }
}
