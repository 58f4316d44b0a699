package dev.essha.ui.wizard;

import dev.essha.plan.EdgePlan.LoadBalancing;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/** A shape of load balancing while a zone has failed: clients, what leads them, and which zones they still reach. */
final class BalancingPicture extends Pane {

    private static final int ZONES = 3;
    private static final int LOST = 2;
    private static final double WIDTH = 180;
    private static final double HEIGHT = 124;
    private static final double ZONE = 52;
    private static final double GAP = 12;
    private static final double TOP_OF_ZONES = 74;
    private static final double BAR = 12;

    BalancingPicture(LoadBalancing shape) {
        setPrefSize(WIDTH, HEIGHT);
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMouseTransparent(true);
        for (int zone = 0; zone < ZONES; zone++) {
            zone(zone);
        }
        switch (shape) {
            case SINGLE -> single();
            case PER_ZONE -> perZone();
            case FRONTED -> fronted();
        }
        icon("fth-users", WIDTH / 2, 9);
    }

    private void single() {
        double bar = 42;
        line(WIDTH / 2, 18, WIDTH / 2, bar, false);
        bar("picture-balancer", 0, bar, WIDTH, false);
        for (int zone = 0; zone < ZONES; zone++) {
            line(middle(zone), bar + BAR, middle(zone), TOP_OF_ZONES, zone == LOST);
        }
    }

    private void perZone() {
        double bar = 52;
        icon("fth-globe", WIDTH / 2 + 22, 9);
        for (int zone = 0; zone < ZONES; zone++) {
            line(WIDTH / 2, 18, middle(zone), bar, zone == LOST);
            balancer(zone, bar);
        }
    }

    private void fronted() {
        double front = 26;
        double bar = 54;
        line(WIDTH / 2, 18, WIDTH / 2, front, false);
        bar("picture-front", 0, front, WIDTH, false);
        for (int zone = 0; zone < ZONES; zone++) {
            line(middle(zone), front + BAR, middle(zone), bar, zone == LOST);
            balancer(zone, bar);
        }
    }

    private void balancer(int zone, double top) {
        bar("picture-balancer", left(zone), top, ZONE, zone == LOST);
        line(middle(zone), top + BAR, middle(zone), TOP_OF_ZONES, zone == LOST);
    }

    private void zone(int index) {
        Rectangle zone = rectangle(left(index), TOP_OF_ZONES, ZONE, HEIGHT - TOP_OF_ZONES);
        zone.getStyleClass().add(index == LOST ? "picture-lost" : "picture-zone");
        if (index == LOST) {
            icon("fth-x", middle(index), (TOP_OF_ZONES + HEIGHT) / 2)
                    .getStyleClass()
                    .add("danger-icon");
        } else {
            icon("fth-server", middle(index), (TOP_OF_ZONES + HEIGHT) / 2);
        }
    }

    private void bar(String style, double x, double y, double width, boolean lost) {
        rectangle(x, y, width, BAR).getStyleClass().addAll(style, lost ? "picture-out" : "picture-up");
    }

    private Rectangle rectangle(double x, double y, double width, double height) {
        Rectangle rectangle = new Rectangle(x, y, width, height);
        rectangle.setArcWidth(8);
        rectangle.setArcHeight(8);
        getChildren().add(rectangle);
        return rectangle;
    }

    private void line(double x1, double y1, double x2, double y2, boolean lost) {
        Line line = new Line(x1, y1, x2, y2);
        line.getStyleClass().add(lost ? "picture-no-way" : "picture-way");
        getChildren().add(line);
    }

    private Node icon(String literal, double x, double y) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add("picture-icon");
        icon.setX(x - 8);
        icon.setY(y + 6);
        getChildren().add(icon);
        return icon;
    }

    private static double left(int zone) {
        return zone * (ZONE + GAP);
    }

    private static double middle(int zone) {
        return left(zone) + ZONE / 2;
    }
}
