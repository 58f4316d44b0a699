package dev.essha.ui.wizard;

import dev.essha.plan.Problem;
import dev.essha.ui.control.Viewports;
import dev.essha.ui.field.Fields;
import dev.essha.ui.field.SettingField;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What is around the pages: the banner, the rail, the buttons, and the place where failures are shown. */
public final class Shell extends StackPane {

    private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");

    private final Wizard wizard;
    private final Flow flow;
    private final NavigationBar navigation;
    private final ScrollPane scroll = new ScrollPane();
    private final BorderPane frame = new BorderPane();
    private final Rail rail;
    private final ChangeListener<Step> follow = (_, _, now) -> show(now);
    private Subscription height = Subscription.EMPTY;
    private Optional<Page> shown = Optional.empty();

    public Shell(Wizard wizard, Flow flow) {
        this.wizard = wizard;
        this.flow = flow;
        this.navigation = new NavigationBar(wizard, flow, this::toFirstProblem);
        this.rail = new Rail(wizard, flow);
        getStyleClass().add("shell");
        scroll.setFitToWidth(true);
        Viewports.drawChangesOnly(scroll);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        scroll.getStyleClass().add("page-scroll");
        scroll.viewportBoundsProperty().subscribe(this::barIfNeeded);
        scroll.setFocusTraversable(false);
        VBox center = new VBox(new VenueBanner(wizard), scroll, navigation);
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        frame.setLeft(rail);
        frame.setCenter(center);
        getChildren().add(frame);
        rehearsalLook();
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> Platform.runLater(() -> showCard(owner)));
        wizard.step().addListener(follow);
        show(wizard.step().get());
    }

    /** Puts something below the steps of the rail. */
    public void belowSteps(Node node) {
        rail.below(node);
    }

    /** Another one takes its place: its page is left, and it follows no more. */
    public void close() {
        wizard.step().removeListener(follow);
        page().left();
    }

    /** The page that is shown. */
    public Page page() {
        return shown.orElseThrow();
    }

    private void show(Step step) {
        shown.ifPresent(Page::left);
        Page page = flow.page(step);
        shown = Optional.of(page);
        height.unsubscribe();
        scroll.setContent(page.root());
        height = page.root().layoutBoundsProperty().subscribe(this::barIfNeeded);
        scroll.setVvalue(0);
        navigation.show(page);
        page.entered();
    }

    private void barIfNeeded() {
        Node page = scroll.getContent();
        scroll.pseudoClassStateChanged(
                WHOLE,
                page != null
                        && page.getLayoutBounds().getHeight()
                                <= scroll.getViewportBounds().getHeight());
    }

    private void rehearsalLook() {
        Runnable look = () -> {
            getStyleClass().remove("rehearsal");
            if (wizard.venue().get().filter(Venue::isRehearsal).isPresent()) {
                getStyleClass().add("rehearsal");
            }
        };
        wizard.venue().addListener((_, _, _) -> look.run());
        look.run();
    }

    /** JavaFX brings the button on a card into view. Whoever comes to it by keyboard also needs what the card is about. */
    private void showCard(Node focused) {
        if (focused != null && focused.isFocusVisible() && isOn(focused, scroll.getContent())) {
            Optional<Node> card = around(focused, node -> node.getStyleClass().contains("card"));
            card.ifPresent(c -> Scrolling.wholly(
                    scroll,
                    around(c, SettingField.class::isInstance)
                            .filter(setting -> Scrolling.hasRoom(scroll, setting))
                            .orElse(c)));
        }
    }

    private static boolean isOn(Node node, Node page) {
        return around(node, at -> at == page).isPresent();
    }

    private static Optional<Node> around(Node node, Predicate<Node> wanted) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent)
                .filter(wanted)
                .findFirst();
    }

    /** Brings the first field that has a problem into view and gives it the focus. */
    private void toFirstProblem() {
        List<Problem> here =
                wizard.draft().judged().get().within(wizard.step().get().paths());
        here.stream()
                .flatMap(p -> Fields.showing(page().root(), p.path()).stream())
                .findFirst()
                .ifPresent(this::bringIntoView);
    }

    private void bringIntoView(SettingField field) {
        Expansion.open(field);
        applyCss();
        layout();
        Scrolling.toward(field);
        field.focusTarget().requestFocus();
    }
}
