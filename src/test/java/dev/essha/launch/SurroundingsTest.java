package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each system wants what a program keeps. */
class SurroundingsTest {

    private static final Path HOME = Path.of("/home/me");

    @ParameterizedTest
    @CsvSource(textBlock = """
        Linux,      /home/me/.config/ess-ha,                     /home/me/.local/state/ess-ha,                /home/me/.local/state/ess-ha/logs
        FreeBSD,    /home/me/.config/ess-ha,                     /home/me/.local/state/ess-ha,                /home/me/.local/state/ess-ha/logs
        Mac OS X,   /home/me/Library/Application Support/ess-ha, /home/me/Library/Application Support/ess-ha, /home/me/Library/Logs/ess-ha
        Darwin,     /home/me/.config/ess-ha,                     /home/me/.local/state/ess-ha,                /home/me/.local/state/ess-ha/logs
        Windows 11, /home/me/AppData/Roaming/ess-ha,             /home/me/AppData/Local/ess-ha,               /home/me/AppData/Local/ess-ha/logs
        """)
    void eachSystemHasItsPlaces(String system, Path config, Path state, Path logs) {
        Surroundings around = new Surroundings(Map.of(), HOME, system, false);

        assertThat(around.configFolder()).isEqualTo(config);
        assertThat(around.stateFolder()).isEqualTo(state);
        assertThat(around.logFolder()).isEqualTo(logs);
    }

    @Test
    void xdgsVariablesMoveThem() {
        Surroundings around =
                new Surroundings(Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s"), HOME, "Linux", false);

        assertThat(around.configFolder()).isEqualTo(Path.of("/c/ess-ha"));
        assertThat(around.stateFolder()).isEqualTo(Path.of("/s/ess-ha"));
        assertThat(around.logFolder()).isEqualTo(Path.of("/s/ess-ha/logs"));
    }

    @Test
    void windowsVariablesMoveThem() {
        Map<String, String> variables = Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local");
        Surroundings around = new Surroundings(variables, HOME, "Windows 11", false);

        assertThat(around.configFolder()).isEqualTo(Path.of("/roaming/ess-ha"));
        assertThat(around.stateFolder()).isEqualTo(Path.of("/local/ess-ha"));
        assertThat(around.logFolder()).isEqualTo(Path.of("/local/ess-ha/logs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "relative/path"})
    void whatXdgForbidsDoesNotCount(String folder) {
        Surroundings around = new Surroundings(Map.of("XDG_STATE_HOME", folder), HOME, "Linux", false);

        assertThat(around.stateFolder()).isEqualTo(HOME.resolve(".local/state/ess-ha"));
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, true", "Mac OS X, true", "Linux, false"})
    void onlyLinuxHasToNameADisplay(String system, boolean display) {
        assertThat(new Surroundings(Map.of(), HOME, system, false).display()).isEqualTo(display);
        assertThat(new Surroundings(Map.of("DISPLAY", ":0"), HOME, system, false).display())
                .isTrue();
    }
}
