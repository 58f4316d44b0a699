package dev.essha.ui.check;

import dev.essha.application.Judgement;
import dev.essha.checklist.Finding;
import dev.essha.checklist.report.Report;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the judging of a deployment stands.
 *
 * @param looking whether the account is being looked at now
 * @param report what was found last; empty before the first look has ended
 * @param installed whether the last look found a stack of the deployment, or could not tell
 * @param handOver what ESS needs of the deployment, by name; empty where it does not stand as a whole
 * @param passesInRow how many looks in a row found that everything holds
 * @param failure why the last look could not be made
 */
public record CheckState(
        boolean looking,
        Optional<Report> report,
        boolean installed,
        SortedMap<String, String> handOver,
        int passesInRow,
        Optional<Throwable> failure) {

    public CheckState {
        handOver = Collections.unmodifiableSortedMap(new TreeMap<>(handOver));
    }

    /** One pass may be luck: targets flap, and resolvers of different age answer differently. */
    public static final int ENOUGH = 3;

    static final CheckState NOTHING_YET =
            new CheckState(false, Optional.empty(), true, new TreeMap<>(), 0, Optional.empty());

    /** Nobody looks any more. */
    CheckState left() {
        return new CheckState(false, report, installed, handOver, passesInRow, failure);
    }

    /** Everything held several times in a row. */
    public boolean ready() {
        return passesInRow >= ENOUGH;
    }

    CheckState begun() {
        return new CheckState(true, report, installed, handOver, passesInRow, Optional.empty());
    }

    /** After a look at everything. */
    CheckState seen(Judgement.Look look) {
        Report found = look.report();
        boolean holds = found.summary().failed() == 0 && found.summary().unknown() == 0;
        int passes = holds ? passesInRow + 1 : 0;
        return new CheckState(false, Optional.of(found), look.installed(), look.handOver(), passes, Optional.empty());
    }

    /** After a look that was only for one finding: the others stay as they were judged. */
    CheckState seenAgain(String id, Judgement.Look look) {
        Report found = look.report();
        Report before = report.orElse(found);
        List<Finding> findings = before.findings().stream()
                .map(f -> f.id().equals(id) ? newer(found, f) : f)
                .toList();
        Report merged = new Report(
                before.title(),
                before.deployment(),
                before.domain(),
                before.place(),
                before.account(),
                before.region(),
                before.observedAt(),
                Report.Summary.of(findings),
                findings);
        return new CheckState(false, Optional.of(merged), look.installed(), look.handOver(), 0, Optional.empty());
    }

    CheckState failed(Throwable why) {
        return new CheckState(false, report, installed, handOver, 0, Optional.of(why));
    }

    private static Finding newer(Report found, Finding old) {
        return found.findings().stream()
                .filter(f -> f.id().equals(old.id()))
                .findFirst()
                .orElse(old);
    }
}
