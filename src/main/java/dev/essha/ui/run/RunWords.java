package dev.essha.ui.run;

import dev.essha.application.Json;
import dev.essha.application.Spell;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.StagePhase;
import dev.essha.pipeline.StageResources;
import dev.essha.pipeline.StageState;
import dev.essha.ui.text.Words;
import dev.essha.ui.wizard.Venue;
import java.util.List;

/** What is said of a run as a whole. */
record RunWords(Words words) {

    /** What a rehearsal did is said to be rehearsed. */
    String title(RunView view) {
        String title = plainTitle(view);
        return view.order().map(order -> title(order, title)).orElse(title);
    }

    /** The same of what is to be done. */
    String title(RunOrder order, String title) {
        return order.venue().isRehearsal() ? words.of("run.title.rehearsal", title) : title;
    }

    private String plainTitle(RunView view) {
        String name = view.order().map(RunOrder::deployment).orElse("");
        return switch (view.stand()) {
            case NONE -> words.of("run.title.none");
            case CHECKING -> words.of("run.title.checking");
            case RUNNING -> running(view, name);
            case STOPPING -> words.of("run.title.stopping");
            case LEAVING -> words.of("run.title.leaving");
            case ENDED -> ended(view, name);
        };
    }

    private String running(RunView view, String name) {
        if (view.state().pause().isPresent()) {
            return words.of("run.title.signed-out");
        }
        return view.awaited().isEmpty()
                ? words.of("run.title.running." + operation(view), name)
                : words.of("run.title.awaiting", awaited(view));
    }

    private String ended(RunView view, String name) {
        return switch (view.end().orElseThrow()) {
            case RunEnd.Finished(Event.Outcome outcome) ->
                words.of("run.title." + operation(view) + "." + Json.hyphenated(outcome.name()), name, failed(view));
            case RunEnd.Refused _ -> words.of("run.title.refused");
            case RunEnd.OtherAccount _ -> words.of("run.title.other-account");
            case RunEnd.Broken _ -> words.of("run.title.broken");
        };
    }

    /** Where it runs, and in which region. */
    String place(RunOrder order) {
        Venue venue = order.venue();
        String region = order.plan().plan().region().value();
        return switch (venue.kind()) {
            case REHEARSAL ->
                words.of("run.place.rehearsal", region, venue.choice().speed());
            case ENDPOINT -> words.of("run.place.endpoint", region, account(venue));
            case AWS -> words.of("run.place.aws", region, account(venue));
        };
    }

    private static String account(Venue venue) {
        return venue.identity().map(i -> i.account().value()).orElse("");
    }

    /** How much is done, by the time that stages take. */
    String share(RunView view) {
        return words.of("run.share", (int) (view.state().bar() * 100));
    }

    /** By the clock of the place, which a rehearsal compresses; with what is done, which the time does not tell. */
    String elapsed(RunView view) {
        List<StageResources> made = view.state().stages().values().stream()
                .filter(s -> s.announced().resources() > 0)
                .map(StageState::resources)
                .toList();
        return words.of(
                isRehearsed(view) ? "run.elapsed.simulated" : "run.elapsed",
                Spell.clock(view.state().elapsed()),
                made.stream().mapToInt(StageResources::done).sum(),
                made.stream().mapToInt(StageResources::total).sum());
    }

    /** How long it will take; empty where that is not known or over. */
    String left(RunView view) {
        return view.active() && view.state().started().isPresent()
                ? words.of(
                        isRehearsed(view) ? "run.left.simulated" : "run.left",
                        Spell.duration(view.state().timeLeft()))
                : "";
    }

    static boolean isRehearsed(RunView view) {
        return view.order().filter(o -> o.venue().isRehearsal()).isPresent();
    }

    private static int awaited(RunView view) {
        return view.awaited().values().stream()
                .mapToInt(needed -> needed.records().size())
                .sum();
    }

    static long failed(RunView view) {
        return view.state().stages().values().stream()
                .filter(s -> s.phase() instanceof StagePhase.Failed)
                .count();
    }

    private static String operation(RunView view) {
        return Json.hyphenated(view.operation().name());
    }
}
