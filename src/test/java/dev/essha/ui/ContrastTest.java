package dev.essha.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Texts can be read on their grounds: at least 4.5 to 1.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, 1.4.3</a>
 */
class ContrastTest {

    private static final double READABLE = 4.5;
    private static final double VISIBLE = 3;
    private static final Path CSS = Path.of("src/main/resources/dev/essha/ui/css");
    private static final Pattern COLOR = Pattern.compile("(-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6});");

    @ParameterizedTest
    @CsvSource(textBlock = """
        text, canvas
        text, surface
        text, sunken
        text, rail
        text, accent-soft
        text, public
        text, private
        text, compute
        text, data
        text, messaging
        text, front
        text, balancer
        text, support
        muted, canvas
        muted, surface
        muted, sunken
        muted, rail
        muted, accent-soft
        muted, public
        muted, private
        muted, compute
        muted, data
        muted, messaging
        muted, front
        muted, balancer
        muted, support
        accent, surface
        accent, canvas
        accent, rail
        accent, accent-soft
        on-accent, accent
        on-accent, accent-strong
        danger, surface
        danger, canvas
        danger, rail
        danger, accent-soft
        danger, sunken
        danger, danger-soft
        text, danger-soft
        warning, surface
        warning, canvas
        warning, warning-soft
        text, warning-soft
        success, surface
        success, canvas
        success, success-soft
        text, success-soft
        on-rehearsal, rehearsal
        on-rehearsal, rehearsal-stripe
        on-endpoint, endpoint
        """)
    void textsCanBeRead(String text, String ground) throws IOException {
        assertContrast(text, ground, READABLE);
    }

    /** @see <a href="https://www.w3.org/TR/WCAG22/#non-text-contrast">WCAG 2.2, 1.4.11</a> */
    @ParameterizedTest
    @CsvSource({
        "accent, surface",
        "accent, canvas",
        "line-strong, surface",
        "line-strong, canvas",
        "line-strong, sunken",
        "line-strong, accent-soft",
        "rehearsal-frame, rail",
        "rehearsal-frame, canvas"
    })
    void focusAndOutlinesCanBeSeen(String line, String ground) throws IOException {
        assertContrast(line, ground, VISIBLE);
    }

    /** What tells how a control stands: the knob of a switch on its track, and how far a bar has come. */
    @ParameterizedTest
    @CsvSource({"line-strong, canvas", "on-accent, accent", "accent, surface", "accent, sunken", "danger, sunken"})
    void statesOfControlsCanBeSeen(String part, String ground) throws IOException {
        assertContrast(part, ground, VISIBLE);
    }

    private static void assertContrast(String part, String ground, double least) throws IOException {
        for (String theme : new String[] {"light", "dark"}) {
            assertThat(contrast(theme, part, ground))
                    .as(part + " on " + ground + ", " + theme)
                    .isGreaterThanOrEqualTo(least);
        }
    }

    /** The theme's knob is nearly as dark as its track in the dark; the tokens above are what both are drawn with. */
    @Test
    void knobsAndTracksHaveTheColorsThatAreCompared() throws IOException {
        assertThat(Files.readString(CSS.resolve("app.css")))
                .contains(".toggle-switch > .thumb { -fx-background-color: -ess-line-strong;")
                .contains(".toggle-switch:selected > .thumb { -fx-background-color: -ess-on-accent;")
                .contains(".track { -fx-background-color: -ess-line-strong, -ess-sunken;");
    }

    /** Controls are outlined by the theme's own token, whose color is one of ours. */
    @Test
    void controlsAreOutlinedByStrongLines() throws IOException {
        for (String theme : new String[] {"light", "dark"}) {
            assertThat(Files.readString(CSS.resolve("tokens-" + theme + ".css")))
                    .contains("-color-border-default: -ess-line-strong;");
        }
    }

    @Test
    void bothThemesHaveTheSameTokens() throws IOException {
        assertThat(new TreeSet<>(tokens("dark").keySet()))
                .isEqualTo(new TreeSet<>(tokens("light").keySet()));
    }

    /** Elsewhere a color would stay as it is when the theme changes. */
    @Test
    void onlyTokensNameColors() throws IOException {
        String css = Files.readString(CSS.resolve("app.css")).replaceAll("(?s)/\\*.*?\\*/", "");

        assertThat(Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsba?\\(")
                        .matcher(css)
                        .find())
                .isFalse();
    }

    private static double contrast(String theme, String one, String other) throws IOException {
        Map<String, String> tokens = tokens(theme);
        double first = luminance(tokens.get("-ess-" + one));
        double second = luminance(tokens.get("-ess-" + other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static Map<String, String> tokens(String theme) throws IOException {
        Map<String, String> tokens = new HashMap<>();
        Matcher found = COLOR.matcher(Files.readString(CSS.resolve("tokens-" + theme + ".css")));
        while (found.find()) {
            tokens.put(found.group(1), found.group(2));
        }
        return tokens;
    }

    /** @see <a href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance">Relative luminance</a> */
    private static double luminance(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
