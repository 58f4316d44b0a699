package dev.essha.checklist.report;

import dev.essha.checklist.Finding;
import dev.essha.checklist.Verdict;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Preparation;
import dev.essha.plan.Plan;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Findings with what a reader has to know about them.
 *
 * @param title what was judged
 * @param observedAt when, ISO 8601 in UTC
 */
public record Report(
        String title,
        String deployment,
        String domain,
        Place place,
        String account,
        String region,
        String observedAt,
        Summary summary,
        List<Finding> findings) {

    public Report {
        findings = List.copyOf(findings);
    }

    /** The HA checklist of what stands. */
    public static Report of(Plan plan, Inventory inventory, List<Finding> findings, Place place) {
        return new Report(
                "High-availability checklist",
                plan.name().value(),
                plan.domain().name().value(),
                place,
                inventory.account(),
                inventory.region(),
                inventory.observedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                Summary.of(findings),
                findings);
    }

    /** The findings before anything is touched. */
    public static Report of(Plan plan, Preparation preparation, List<Finding> findings, Place place) {
        return new Report(
                "Preflight",
                plan.name().value(),
                plan.domain().name().value(),
                place,
                preparation.account(),
                preparation.region(),
                preparation.observedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                Summary.of(findings),
                findings);
    }

    /** How many findings of each verdict. */
    public record Summary(long passed, long failed, long unknown) {

        public static Summary of(List<Finding> findings) {
            return new Summary(
                    count(findings, Verdict.PASS), count(findings, Verdict.FAIL), count(findings, Verdict.UNKNOWN));
        }

        private static long count(List<Finding> findings, Verdict verdict) {
            return findings.stream().filter(f -> f.verdict() == verdict).count();
        }

        @Override
        public String toString() {
            long all = passed + failed + unknown;
            return all + (all == 1 ? " check: " : " checks: ") + passed + " passed, " + failed + " failed, " + unknown
                    + " unknown";
        }
    }
}
