package dev.essha.launch;

import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.pipeline.InstallOptions;
import dev.essha.ui.Preferences;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.run.RunOrder;
import dev.essha.ui.run.RunView;
import dev.essha.ui.wizard.Step;
import dev.essha.ui.wizard.Venue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Moments of a rehearsed run that are worth a picture. */
enum RunScenes {
    RUNNING(_ -> {}, "route53", view -> view.state().bar() > 0.35),
    RECORDS(_ -> {}, "elsewhere", view -> !view.awaited().isEmpty()),
    FAILED(
            cloud -> cloud.failNext(
                    "AWS::MSK::Cluster",
                    "Resource handler returned message: \"There is not enough capacity for "
                            + Draft.first().messaging().instanceType()
                            + " in eu-central-1b at the moment.\" (HandlerErrorCode: NotStabilized)"),
            "route53",
            view -> view.end().isPresent()),
    DONE(_ -> {}, "route53", view -> view.end().isPresent());

    /** Half an hour at the usual speed of a rehearsal, and as much again. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Consumer<RehearsalCloud> before;
    private final String dns;
    private final Predicate<RunView> moment;

    RunScenes(Consumer<RehearsalCloud> before, String dns, Predicate<RunView> moment) {
        this.before = before;
        this.dns = dns;
        this.moment = moment;
    }

    /** Does something with the window at that moment. */
    void play(Path home, Venue venue, Act act) throws Exception {
        play(home, venue, Locale.ENGLISH, act);
    }

    /** @param language of all that is said while it runs, which stays as it was said */
    void play(Path home, Venue venue, Locale language, Act act) throws Exception {
        HeldRehearsal account = new HeldRehearsal(venue.choice().speed(), before);
        try (TestWindow test = TestWindow.open(home, account)) {
            test.onWindow(() -> test.window().prefer(Preferences.DEFAULT.with(language)));
            test.onWindow(() -> {
                test.window().wizard().venue().set(Optional.of(venue));
                test.window().wizard().draft().text("domain.dns").set(dns);
                test.window().run().view().addListener((_, _, now) -> {
                    if (moment.test(now)) {
                        account.time.hold();
                    }
                });
                test.window()
                        .run()
                        .install(
                                new RunOrder(
                                        venue,
                                        test.window()
                                                .wizard()
                                                .draft()
                                                .judged()
                                                .get()
                                                .valid()
                                                .orElseThrow(),
                                        InstallOptions.DEFAULT),
                                true);
                test.window().wizard().step().set(Step.INSTALL);
            });
            test.until(PATIENCE, () -> moment.test(test.window().run().view().get()));
            act.on(test);
            account.time.goOn();
            test.onWindow(test.window().run()::leave);
            test.until(() -> !test.window().run().view().get().active());
        }
    }

    /** What is done at the moment. */
    interface Act {
        void on(TestWindow test) throws Exception;
    }
}
