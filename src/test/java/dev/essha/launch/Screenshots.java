package dev.essha.launch;

import dev.essha.application.Places;
import dev.essha.cloud.signin.Login;
import dev.essha.ui.Preferences;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pictures of every page, in both themes, two sizes and both languages:
 * {@code mvn test -Dtest=Screenshots -Dscreenshots=FOLDER}. {@code -Dpages=network,domain} and {@code -Dfew} write fewer.
 */
class Screenshots {

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
                    write(test, label(step) + look);
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMomentOfARun(RunScenes scene, @TempDir Path home) throws Exception {
        Assumptions.assumeTrue(wanted().contains(Step.INSTALL));
        Files.createDirectories(FOLDER);
        scene.play(home, rehearsal(), test -> everyLook(test, look -> write(test, "install-" + label(scene) + look)));
    }

    /** Something that takes pictures of the window as it looks now, under names that end so. */
    private interface Pictures {
        void take(String look) throws IOException;
    }

    private static void everyLook(TestWindow test, Pictures pictures) throws IOException {
        for (Locale language : few() ? List.of(Locale.ENGLISH) : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            for (Preferences.Theme theme : List.of(Preferences.Theme.LIGHT, Preferences.Theme.DARK)) {
                test.onWindow(() ->
                        test.window().prefer(Preferences.DEFAULT.with(theme).with(language)));
                for (int[] size : SIZES) {
                    test.onWindow(() -> {
                        test.stage().setWidth(size[0]);
                        test.stage().setHeight(size[1]);
                    });
                    pictures.take("-%s-%s-%d".formatted(label(theme), language.getLanguage(), size[0]));
                }
            }
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
        return Venue.rehearsal(new Places.Choice(
                true, Places.Choice.USUAL_SPEED, false, Optional.empty(), new Login.Default(), Optional.empty()));
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
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
