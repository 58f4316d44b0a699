package dev.essha.ui.run;

import dev.essha.application.Judgement;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.checklist.report.Report;
import dev.essha.cloud.CloudException;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.InstallOptions;
import dev.essha.pipeline.Installer;
import dev.essha.pipeline.Patience;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Installs, or goes on with an install: first looks for what would stop it, unless that was just done. */
final class InstallJob implements Job {

    private final InstallOptions options;
    private final boolean looked;
    private final Locale language;
    private final Wish wish = new Wish();

    /**
     * @param looked whether the person has seen the findings of this very plan and account
     * @param language of the findings and of what is said
     */
    InstallJob(InstallOptions options, boolean looked, Locale language) {
        this.options = options;
        this.looked = looked;
        this.language = language;
    }

    @Override
    public Event.Operation operation() {
        return Event.Operation.INSTALL;
    }

    @Override
    public RunEnd run(Blueprint blueprint, Places.Session session, Consumer<Event> listener) {
        Optional<Report> report = looked ? Optional.empty() : look(blueprint, session);
        Patience patience = new Patience(Patience.SIGN_IN, session.jitter());
        Installer installer = new Installer(session.cloud(), session.time(), patience, language, listener);
        wish.tells(installer::cancel);
        if (wish.said()) {
            return new RunEnd.Finished(Event.Outcome.CANCELLED);
        }
        return report.filter(r -> r.summary().failed() > 0)
                .<RunEnd>map(r -> new RunEnd.Refused(Judgement.onlyFailed(r)))
                .orElseGet(() -> new RunEnd.Finished(installer.install(blueprint, options)));
    }

    /** Can be left at any time: it only reads. */
    private Optional<Report> look(Blueprint blueprint, Places.Session session) {
        wish.interruptsThisThread();
        try {
            return Optional.of(Judgement.preflight(blueprint, session, language));
        } catch (CloudException e) {
            if (wish.said()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void cancel() {
        wish.say();
    }
}
