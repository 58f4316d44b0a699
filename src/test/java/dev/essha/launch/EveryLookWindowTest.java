package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.ui.Complaints;
import dev.essha.ui.Preferences;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Every page with what can be opened in it, in each theme and language, without a word of complaint by the toolkit. */
class EveryLookWindowTest {

    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path home;

    @Test
    void everyPageInEachThemeAndLanguage() throws Exception {
        try (Complaints complaints = Complaints.listen();
                RunWindow window = RunWindow.forReal(home)) {
            for (Locale language : Words.LANGUAGES) {
                for (Preferences.Theme theme : List.of(Preferences.Theme.LIGHT, Preferences.Theme.DARK)) {
                    window.test.onWindow(() -> window.test
                            .window()
                            .prefer(Preferences.DEFAULT.with(theme).with(language)));
                    everyPage(window);
                    confirmation(window);
                }
            }

            assertThat(complaints.heard()).isEmpty();
        }
    }

    private void everyPage(RunWindow window) {
        for (Step step : Step.values()) {
            window.test.onWindow(() -> window.test.window().wizard().step().set(step));
            window.test.onWindow(() -> robot.lookup((TitledPane pane) -> true)
                    .queryAllAs(TitledPane.class)
                    .forEach(pane -> pane.setExpanded(true)));
            window.test.onWindow(() -> robot.lookup(".combo-box")
                    .queryAllAs(ComboBoxBase.class)
                    .forEach(box -> {
                        box.show();
                        box.hide();
                    }));
            assertThat(Seen.isThere("#error-page")).as(step.name()).isFalse();
        }
    }

    private void confirmation(RunWindow window) throws Exception {
        window.test.onWindow(() -> window.test.window().wizard().step().set(Step.REVIEW));
        window.test.until(() -> !window.node("#next").isDisabled());
        window.click("#next");
        assertThat(window.sees("#confirm")).isTrue();
        robot.type(KeyCode.ESCAPE);
        window.test.until(() -> !window.sees("#confirm"));
    }
}
