package dev.essha.ui.wizard;

import dev.essha.ui.field.HeightForWidth;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.util.Subscription;

/**
 * Parts below each other. Where there is room, one of them stands beside the others instead, and stays in view while the page
 * scrolls. Where everything is depends on the width there is, and on nothing that was before.
 */
public final class WithAside extends HeightForWidth {

    private static final double GAP = 20;
    /** What stays free above and below a part that stays in view. */
    private static final double MARGIN = 24;

    private static final String ASIDE = "essha-aside";

    private double breakAt = 880;
    private double share = 0.3;
    private double least = 240;
    private boolean filling;
    private Optional<ScrollPane> scroll = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    public WithAside() {
        parentProperty().subscribe(this::follow);
        sceneProperty().subscribe(this::follow);
    }

    /** Marks the part that goes beside the others. */
    public static void setAside(Node part, boolean aside) {
        part.getProperties().put(ASIDE, aside);
    }

    public static boolean isAside(Node part) {
        return Boolean.TRUE.equals(part.getProperties().get(ASIDE));
    }

    public double getBreakAt() {
        return breakAt;
    }

    /** @param width below which everything is below each other */
    public void setBreakAt(double width) {
        breakAt = width;
        requestLayout();
    }

    public double getShare() {
        return share;
    }

    /** @param share in the width of the part that stands beside */
    public void setShare(double share) {
        this.share = share;
        requestLayout();
    }

    public double getLeast() {
        return least;
    }

    /** @param width which the part that stands beside has in any case */
    public void setLeast(double width) {
        least = width;
        requestLayout();
    }

    public boolean isFilling() {
        return filling;
    }

    /** @param filling whether the part that stands beside is as high as what is seen of the page, if it needs less */
    public void setFilling(boolean filling) {
        this.filling = filling;
        requestLayout();
    }

    private void follow() {
        following.unsubscribe();
        scroll = getScene() == null ? Optional.empty() : around();
        following = scroll.map(pane -> Subscription.combine(
                        pane.vvalueProperty().subscribe(this::stay),
                        pane.viewportBoundsProperty().subscribe(() -> {
                            requestLayout();
                            stay();
                        })))
                .orElse(Subscription.EMPTY);
    }

    private Optional<ScrollPane> around() {
        for (Node at = getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                return Optional.of(pane);
            }
        }
        return Optional.empty();
    }

    /** Follows the page; a part that is higher than what is seen goes through in the time that the page does. */
    private void stay() {
        aside().ifPresent(aside -> aside.setTranslateY(isWide(getWidth()) ? Math.rint(down(aside)) : 0));
    }

    private double down(Node aside) {
        double room = getHeight() - aside.getLayoutBounds().getHeight();
        if (scroll.isEmpty() || room <= 0) {
            return 0;
        }
        ScrollPane pane = scroll.get();
        double hidden = pane.getContent().getLayoutBounds().getHeight()
                - pane.getViewportBounds().getHeight();
        double scrolled = Math.max(0, hidden) * pane.getVvalue();
        boolean higher = aside.getLayoutBounds().getHeight() + 2 * MARGIN
                > pane.getViewportBounds().getHeight();
        double wanted = higher ? room * pane.getVvalue() : scrolled + MARGIN - top(pane);
        return Math.clamp(wanted, 0, room);
    }

    /** How far down the page this is. */
    private double top(ScrollPane pane) {
        return pane.getContent().sceneToLocal(localToScene(0, 0)).getY();
    }

    @Override
    protected double usualWidth() {
        return breakAt;
    }

    @Override
    protected double heightAt(double inside) {
        if (!isWide(inside)) {
            return height(getManagedChildren(), inside);
        }
        double beside = aside().orElseThrow().prefHeight(asideWidth(inside));
        return Math.max(height(main(), mainWidth(inside)), beside);
    }

    private double height(List<Node> parts, double width) {
        return parts.stream().mapToDouble(p -> snapSizeY(p.prefHeight(width))).sum()
                + GAP * Math.max(0, parts.size() - 1);
    }

    @Override
    protected void layoutChildren() {
        double inside = getWidth();
        boolean wide = isWide(inside);
        double width = wide ? mainWidth(inside) : inside;
        double at = 0;
        for (Node part : wide ? main() : getManagedChildren()) {
            double height = snapSizeY(part.prefHeight(width));
            part.resizeRelocate(0, at, width, height);
            at += height + GAP;
        }
        if (wide) {
            Node aside = aside().orElseThrow();
            double beside = asideWidth(inside);
            aside.resizeRelocate(inside - beside, 0, beside, asideHeight(aside, beside));
        }
        stay();
    }

    private double asideHeight(Node aside, double width) {
        double wanted = aside.prefHeight(width);
        double seen = scroll.filter(_ -> filling)
                .map(pane -> pane.getViewportBounds().getHeight() - top(pane) - MARGIN)
                .orElse(0.0);
        return snapSizeY(Math.min(Math.max(wanted, seen), Math.max(wanted, getHeight())));
    }

    private boolean isWide(double width) {
        return width >= breakAt && aside().isPresent();
    }

    private Optional<Node> aside() {
        return getManagedChildren().stream().filter(WithAside::isAside).findFirst();
    }

    private List<Node> main() {
        return getManagedChildren().stream().filter(part -> !isAside(part)).toList();
    }

    private double asideWidth(double inside) {
        return snapSizeX(Math.max(least, (inside - GAP) * share));
    }

    private double mainWidth(double inside) {
        return inside - GAP - asideWidth(inside);
    }
}
