package dev.essha.application;

import dev.essha.blueprint.Blueprint;
import dev.essha.checklist.Checklist;
import dev.essha.checklist.Finding;
import dev.essha.checklist.PreflightChecks;
import dev.essha.checklist.Verdict;
import dev.essha.checklist.report.Place;
import dev.essha.checklist.report.Report;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Preparation;
import dev.essha.pipeline.HandedOver;
import dev.essha.plan.Plan;
import dev.essha.survey.Preflight;
import dev.essha.survey.Survey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at an account and judges what is seen. */
public final class Judgement {

    private Judgement() {}

    /** The HA checklist, in English. */
    public static Report checklist(Blueprint blueprint, Survey survey, Places.Session session) {
        Inventory seen = observe(blueprint, survey, session);
        return judge(blueprint, seen, session.cloud(), Locale.ENGLISH);
    }

    /**
     * The HA checklist, whether there was anything to judge, and what is handed over.
     *
     * @param installed whether the account has a stack of the deployment, as far as that could be seen
     * @param handOver what ESS needs of the deployment, by name; empty where it does not stand as a whole, or could not be
     *     seen
     */
    public record Look(Report report, boolean installed, SortedMap<String, String> handOver) {}

    /**
     * Looks at the account, and judges.
     *
     * @param language of all sentences, also of those on what was seen; English where there is no translation
     */
    public static Look look(Blueprint blueprint, Survey survey, Places.Session session, Locale language) {
        Inventory seen = observe(blueprint, survey, session);
        Report report = judge(blueprint, seen, session.cloud(), language);
        boolean none = seen.stacks() instanceof Observed.Seen<Map<String, String>>(Map<String, String> stacks, String _)
                && stacks.isEmpty();
        return new Look(report, !none, none ? new TreeMap<>() : handOver(blueprint, session.cloud()));
    }

    private static Inventory observe(Blueprint blueprint, Survey survey, Places.Session session) {
        return survey.take(blueprint, session.cloud(), session.time().now());
    }

    private static Report judge(Blueprint blueprint, Inventory seen, Cloud cloud, Locale language) {
        Plan plan = blueprint.plan().plan();
        return Report.of(plan, seen, Checklist.judge(plan, seen, language), place(cloud));
    }

    /** The report says by itself what was denied or could not be reached. */
    private static SortedMap<String, String> handOver(Blueprint blueprint, Cloud cloud) {
        try {
            return HandedOver.of(blueprint, cloud);
        } catch (CloudException e) {
            return new TreeMap<>();
        }
    }

    /** What would stop an install, in English. */
    public static Report preflight(Blueprint blueprint, Places.Session session) {
        return preflight(blueprint, session, Locale.ENGLISH);
    }

    /**
     * What would stop an install.
     *
     * @param language as in {@link #look}
     */
    public static Report preflight(Blueprint blueprint, Places.Session session, Locale language) {
        Plan plan = blueprint.plan().plan();
        Preparation seen =
                Preflight.take(blueprint, session.cloud(), session.time().now());
        return Report.of(plan, seen, PreflightChecks.judge(plan, seen, language), place(session.cloud()));
    }

    /** The same report with nothing but what speaks against going on. */
    public static Report onlyFailed(Report report) {
        List<Finding> failed = report.findings().stream()
                .filter(f -> f.verdict() == Verdict.FAIL)
                .toList();
        return new Report(
                report.title(),
                report.deployment(),
                report.domain(),
                report.place(),
                report.account(),
                report.region(),
                report.observedAt(),
                Report.Summary.of(failed),
                failed);
    }

    private static Place place(Cloud cloud) {
        return switch (cloud.kind()) {
            case REHEARSAL -> Place.REHEARSAL;
            case ENDPOINT -> Place.ENDPOINT;
            case AWS -> Place.AWS;
        };
    }
}
