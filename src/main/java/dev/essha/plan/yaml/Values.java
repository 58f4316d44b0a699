package dev.essha.plan.yaml;

import dev.essha.plan.Problem;
import java.util.Map;

/**
 * The values of a section while its record is built. A value that is missing or wrong is reported and its default handed
 * out, so that one pass finds everything.
 *
 * @param entries what the file has, by key
 */
record Values<R>(Map<String, Entry> entries, R defaults, Entry section) {

    <T> T get(Setting<R, T> setting) {
        Entry entry = entries.get(setting.key());
        if (entry == null) {
            return missing(setting);
        }
        return setting.shape().read(entry).orElseGet(() -> fallback(setting));
    }

    /** Whether the file has the setting, whatever it says there. */
    boolean has(Setting<R, ?> setting) {
        return entries.containsKey(setting.key());
    }

    /** Reports that the value of a setting does not fit the others. */
    void refuse(Setting<R, ?> setting, String key, Object... args) {
        section.findings().report(Problem.at(section.below(setting.key()), key, args));
    }

    private <T> T missing(Setting<R, T> setting) {
        if (setting.required()) {
            refuse(setting, "yaml.missing-key", setting.key(), setting.description());
        }
        return fallback(setting);
    }

    private <T> T fallback(Setting<R, T> setting) {
        return setting.of().apply(defaults);
    }
}
