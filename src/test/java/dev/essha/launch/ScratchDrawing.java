package dev.essha.launch;

import dev.essha.diagram.*;
import dev.essha.plan.*;
import dev.essha.ui.Preferences;
import dev.essha.ui.diagram.*;
import java.nio.file.*;
import java.util.*;
import javafx.scene.layout.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchDrawing {
    @Test
    void draw(@TempDir Path home) throws Exception {
        Files.createDirectories(Path.of("target/screenshots"));
        try (TestWindow test = TestWindow.open(home)) {
            DrawingView[] view = new DrawingView[1];
            StackPane[] pane = new StackPane[1];
            test.onWindow(() -> {
                view[0] = new DrawingView(test.window().wizard().words());
                pane[0] = new StackPane(view[0]);
                pane[0].setMaxHeight(Region.USE_PREF_SIZE);
                pane[0].setStyle("-fx-background-color: -ess-canvas; -fx-padding: 20;");
                ((StackPane) test.stage().getScene().getRoot()).getChildren().setAll(pane[0]);
            });
            for (String[] c : new String[][] {
                {"edge.loadBalancing=single", "1024", "light"},
                {"edge.loadBalancing=fronted; network.egress=none", "760", "dark"},
                {
                    "edge.loadBalancing=per-zone; network.zones=[eu-central-1a, eu-central-1b, eu-central-1c,"
                            + " eu-central-1d]",
                    "760",
                    "light"
                },
                {
                    "edge.loadBalancing=single; network.egress=regional-nat; domain.privateZone=true;"
                            + " edge.gateway=cloudfront",
                    "1000",
                    "dark"
                },
            }) {
                PlanFile file = PlanFile.of(Preset.PROOF_OF_CONCEPT);
                for (String s : c[0].split("; ")) file = file.with(s.split("=", 2)[0], s.split("=", 2)[1]);
                Plan plan = file.read().valid().orElseThrow().plan();
                Drawing d = DeploymentDrawing.of(plan);
                test.onWindow(() -> {
                    test.window()
                            .prefer(Preferences.DEFAULT.with(
                                    c[2].equals("dark") ? Preferences.Theme.DARK : Preferences.Theme.LIGHT));
                    test.stage().setWidth(Double.parseDouble(c[1]));
                    test.stage().setHeight(760);
                    ((StackPane) test.stage().getScene().getRoot())
                            .getChildren()
                            .setAll(pane[0]);
                    view[0].show(d);
                    view[0].states(Map.of());
                });
                Screenshots.write(test, "scratch-" + c[1] + "-" + c[2]);
                Map<String, BoxState> states = new HashMap<>();
                BoxState[] all = BoxState.values();
                int i = 0;
                for (Box b : d.boxes()) states.put(b.id(), all[i++ % all.length]);
                test.onWindow(() -> view[0].states(states));
                Screenshots.write(test, "scratch-" + c[1] + "-" + c[2] + "-alive");
            }
        }
    }
}
