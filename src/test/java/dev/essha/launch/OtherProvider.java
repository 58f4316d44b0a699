package dev.essha.launch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.emulator.EmulatorControl;
import java.util.ArrayList;
import java.util.List;

/** The person at another DNS provider, who adds each record that a run shows. */
final class OtherProvider {

    private final EmulatorControl control;
    private final List<String> purposes = new ArrayList<>();

    OtherProvider(EmulatorControl control) {
        this.control = control;
    }

    /** @param line what the run prints, an event as JSON */
    void reads(String line) {
        JsonNode event = new Program.Ended(0, line, "").json();
        if (event.path("event").asText().equals("records-needed")) {
            purposes.add(event.path("purpose").asText());
            event.path("records").forEach(this::adds);
        }
    }

    private void adds(JsonNode record) {
        control.setRecord(
                record.path("name").asText(),
                record.path("type").asText(),
                List.of(record.path("value").asText()));
    }

    /** What records were asked for, in order. */
    List<String> purposes() {
        return List.copyOf(purposes);
    }
}
