package dev.essha.cost;

import dev.essha.cost.Product.Kind;
import dev.essha.plan.Plan;

/** What is written down, how much of it nobody knows beforehand. */
final class LogItems {

    private LogItems() {}

    static void add(BillDraft bill, Plan plan) {
        boolean ownVpc = plan.network().existingVpc().isEmpty();
        bill.byUse(Section.LOGS, "log-intake", Kind.LOG_INTAKE);
        bill.byUse(
                Section.LOGS, ownVpc ? "vended-log-intake" : "vended-log-intake-without-flow", Kind.VENDED_LOG_INTAKE);
        bill.byUse(Section.LOGS, "log-storage", Kind.LOG_STORAGE);
        bill.byUse(Section.LOGS, "metrics", Kind.METRIC);
    }
}
