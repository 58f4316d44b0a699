package dev.essha.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class WithAsideTest {

    private final Region first = part(400);
    private final Region aside = part(300);
    private final Region last = part(100);
    private final WithAside pane = new WithAside();

    WithAsideTest() {
        WithAside.setAside(aside, true);
        pane.setBreakAt(880);
        pane.setShare(0.25);
        pane.setLeast(240);
        pane.getChildren().setAll(first, aside, last);
    }

    @Test
    void oneStandsBesideTheOthersWhereThereIsRoom() {
        assertThat(height(1020)).isEqualTo(400 + 20 + 100);
        assertThat(places(1020)).containsExactly("0,0 750x400", "770,0 250x300", "0,420 750x100");
    }

    @Test
    void itHasItsLeastWidth() {
        assertThat(places(900).get(1)).isEqualTo("660,0 240x300");
    }

    @Test
    void allAreBelowEachOtherInTheirOrderWhereThereIsNone() {
        assertThat(height(800)).isEqualTo(400 + 20 + 300 + 20 + 100);
        assertThat(places(800)).containsExactly("0,0 800x400", "0,420 800x300", "0,740 800x100");
    }

    @Test
    void nothingIsLeftOfAWidthThatWas() {
        List<String> before = places(800);
        places(1400);

        assertThat(places(800)).isEqualTo(before);
        assertThat(pane.minWidth(-1)).isZero();
    }

    private double height(double width) {
        return pane.prefHeight(width);
    }

    private List<String> places(double width) {
        pane.resize(width, height(width));
        pane.layout();
        return List.of(place(first), place(aside), place(last));
    }

    private static String place(Region part) {
        Bounds bounds = part.getBoundsInParent();
        return "%.0f,%.0f %.0fx%.0f"
                .formatted(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Region part(double height) {
        Region part = new Region();
        part.setPrefHeight(height);
        return part;
    }
}
