package dev.essha.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** The program's own icon in the sizes that systems ask for. */
final class Icons {

    private Icons() {}

    static List<Image> all() {
        return Stream.of(16, 32, 48, 64, 128, 256)
                .map(size -> Icons.class.getResource("icons/ess-ha-" + size + ".png"))
                .map(url -> new Image(url.toExternalForm()))
                .toList();
    }
}
