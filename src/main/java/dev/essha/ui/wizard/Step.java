package dev.essha.ui.wizard;

import dev.essha.wording.Labels;
import java.util.List;

/** The steps of the wizard, in order. */
public enum Step {
    START("fth-home"),
    SIGN_IN("fth-log-in"),
    NETWORK("fth-map", "name", "account", "region", "tags", "network"),
    DOMAIN("fth-globe", "domain"),
    EDGE("fth-shuffle", "edge"),
    SIZING("fth-sliders", "ess", "database", "messaging", "storage", "compute"),
    REGISTRY("fth-package", "registry"),
    REVIEW("fth-list"),
    INSTALL("fth-play"),
    CHECKLIST("fth-check-square");

    private final String icon;
    private final List<String> paths;

    Step(String icon, String... paths) {
        this.icon = icon;
        this.paths = List.of(paths);
    }

    /** Under {@code step.KEY} stands its name. */
    public String key() {
        return "step." + Labels.of(this);
    }

    public String icon() {
        return icon;
    }

    /** The settings that the step is about, with all below them; none where it writes no plan. */
    public List<String> paths() {
        return paths;
    }

    /** Whether the step writes a part of the plan. */
    public boolean writesPlan() {
        return !paths.isEmpty();
    }
}
