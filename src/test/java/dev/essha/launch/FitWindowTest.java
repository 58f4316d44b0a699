package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.application.Places;
import dev.essha.ui.Preferences;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** On no page is anything cut off, however large the window was before. */
class FitWindowTest {

    /** From large to small: what a page looks like depends on its width, not on how it got there. */
    private static final List<int[]> SIZES = List.of(new int[] {1440, 900}, new int[] {1024, 700});

    private static final Venue REHEARSAL = Venue.rehearsal(Places.Choice.passing(600));

    private final FxRobot robot = new FxRobot();
    private final List<String> faults = new ArrayList<>();

    @TempDir
    private Path home;

    @Test
    void nothingIsCutOffOnAnyPage() throws Exception {
        try (TestWindow test = TestWindow.open(home)) {
            test.onWindow(() -> test.window().wizard().venue().set(Optional.of(REHEARSAL)));
            for (Locale language : Words.LANGUAGES) {
                speak(test, language);
                for (Step step : Step.values()) {
                    test.onWindow(() -> test.window().wizard().step().set(step));
                    if (step == Step.CHECKLIST) {
                        test.until(() -> robot.lookup(".finding").queryAll().size() > 40);
                    }
                    open(test);
                    atEachSize(test, language + " " + step);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsCutOffAtAnyMomentOfARun(RunScenes scene) throws Exception {
        scene.play(home, REHEARSAL, test -> {
            for (Locale language : Words.LANGUAGES) {
                speak(test, language);
                atEachSize(test, language + " " + scene);
            }
        });
        assertThat(faults).isEmpty();
    }

    private static void speak(TestWindow test, Locale language) {
        test.onWindow(() -> test.window().prefer(Preferences.DEFAULT.with(language)));
    }

    private void open(TestWindow test) {
        test.onWindow(() -> robot.lookup((TitledPane pane) -> true)
                .queryAllAs(TitledPane.class)
                .forEach(pane -> {
                    pane.setAnimated(false);
                    pane.setExpanded(true);
                }));
    }

    private void atEachSize(TestWindow test, String where) throws InterruptedException {
        for (int[] size : SIZES) {
            test.resize(size[0], size[1]);
            test.onWindow(() -> Fit.faults(test.stage().getScene().getRoot())
                    .forEach(fault -> faults.add(where + ", " + size[0] + ": " + fault)));
        }
    }
}
