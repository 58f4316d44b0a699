package dev.essha.launch;

import dev.essha.application.Places;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Identity;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.signin.Login;
import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;
import dev.essha.ui.Preferences;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.run.RunView;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.work.Timers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;

/** A window before a rehearsed account whose clock can be held, and a person who reviews, installs and looks. */
final class RunWindow implements AutoCloseable {

    /** Half an hour in two seconds; the longest stages are long enough to be seen. */
    private static final double SPEED = 1_000;

    /** Much shorter than what a test waits for. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(4);

    final HeldRehearsal account;
    final TestWindow test;
    final FxRobot person = new FxRobot();
    private final Hands hands;
    private Runnable looks;

    private RunWindow(Path home, Venue venue, Consumer<RehearsalCloud> before) throws Exception {
        account = new HeldRehearsal(SPEED, before);
        test = TestWindow.open(home, account);
        hands = new Hands(test);
        test.onWindow(() -> {
            test.stage().setWidth(1_440);
            test.stage().setHeight(900);
            test.window().wizard().venue().set(Optional.of(venue));
            looks = Timers.beat().every(Duration.ofMillis(100), () -> account.time.allow(BETWEEN_LOOKS));
        });
    }

    static RunWindow rehearsing(Path home) throws Exception {
        return rehearsing(home, _ -> {});
    }

    /** @param before what is done to the account before anybody sees it */
    static RunWindow rehearsing(Path home, Consumer<RehearsalCloud> before) throws Exception {
        return new RunWindow(home, Venue.rehearsal(choice(true, Optional.empty())), before);
    }

    /** Before an endpoint that the window takes for real. */
    static RunWindow forReal(Path home) throws Exception {
        Identity who = new Identity(
                new AccountId("111122223333"),
                "arn:aws:iam::111122223333:user/ann",
                new RegionName(Draft.first().region().value()));
        Optional<URI> endpoint = Optional.of(URI.create("http://127.0.0.1:5000"));
        return new RunWindow(
                home,
                new Venue(choice(false, endpoint), Cloud.Kind.ENDPOINT, Optional.of(who), Optional.empty()),
                _ -> {});
    }

    private static Places.Choice choice(boolean rehearse, Optional<URI> endpoint) {
        return new Places.Choice(rehearse, 600, false, endpoint, new Login.Default(), Optional.empty());
    }

    Draft draft() {
        return test.window().wizard().draft();
    }

    RunView view() {
        return test.window().run().view().get();
    }

    /** Goes to the review by the rail, and waits until everything was looked at. */
    void review() throws Exception {
        click("#rail-review");
        test.until(() -> !node("#next").isDisabled());
    }

    /** Reviews, and starts. */
    void start() throws Exception {
        review();
        click("#next");
        test.until(() -> test.window().wizard().step().get() == Step.INSTALL);
    }

    /** Reviews, and starts what asks for the deployment's name. */
    void startForReal() throws Exception {
        review();
        click("#next");
        person.write(draft().readable().get().name().value());
        click("#confirm-install");
        test.until(() -> test.window().wizard().step().get() == Step.INSTALL);
    }

    void startAndFinish() throws Exception {
        start();
        untilEnded();
    }

    void untilEnded() throws Exception {
        test.until(() -> view().end().isPresent());
    }

    /** Stands still as soon as something holds of the run. */
    void holdWhen(Predicate<RunView> moment) throws Exception {
        boolean[] held = new boolean[1];
        test.onWindow(() -> test.window().run().view().addListener((_, _, now) -> {
            if (!held[0] && moment.test(now)) {
                held[0] = true;
                account.time.hold();
            }
        }));
    }

    void click(String id) {
        hands.click(id);
    }

    Node node(String id) {
        return person.lookup(id).query();
    }

    boolean sees(String id) {
        return hands.sees(id);
    }

    String text(String id) {
        return ((Labeled) node(id)).getText();
    }

    /** All that is written in a part of the window. */
    List<String> texts(String id) {
        return person.from(node(id)).lookup(Labeled.class::isInstance).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isBlank())
                .toList();
    }

    void inGerman() {
        test.onWindow(() -> test.window().prefer(Preferences.DEFAULT.with(Locale.GERMAN)));
    }

    void pressesCloseButton() {
        test.onWindow(() -> test.stage().fireEvent(new WindowEvent(test.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Override
    public void close() {
        account.time.goOn();
        test.onWindow(test.window().run()::leave);
        try {
            test.until(() -> !view().active());
        } catch (Exception e) {
            throw new IllegalStateException("the run does not end", e);
        }
        test.onWindow(looks);
        test.close();
    }
}
