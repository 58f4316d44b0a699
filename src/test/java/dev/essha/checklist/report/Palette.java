package dev.essha.checklist.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The colors of one theme by token, and whether each text can be read on each ground it stands on. */
record Palette(Map<String, String> colors) {

    private static final double LEAST = 4.5;
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6})");

    static Palette parse(String css) {
        Map<String, String> colors = new HashMap<>();
        TOKEN.matcher(css).results().forEach(m -> colors.put(m.group(1), m.group(2)));
        return new Palette(colors);
    }

    void isReadable() {
        for (String text : List.of("text", "quiet", "accent")) {
            readable(text, "page");
            readable(text, "card");
        }
        for (String verdict : List.of("pass", "fail", "unknown")) {
            readable(verdict, verdict + "-back");
        }
    }

    private void readable(String text, String ground) {
        assertThat(contrast(colors.get(text), colors.get(ground)))
                .as(text + " on " + ground)
                .isGreaterThanOrEqualTo(LEAST);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String color) {
        return 0.2126 * channel(color, 1) + 0.7152 * channel(color, 3) + 0.0722 * channel(color, 5);
    }

    private static double channel(String color, int at) {
        double value = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
