package dev.essha.cost;

import dev.essha.plan.Plan;
import java.util.Comparator;
import java.util.List;

/** What a plan makes AWS charge for. It counts as the blueprint does, which a test holds against the templates. */
public final class Bill {

    private Bill() {}

    /** Every item, by section. */
    public static List<Item> of(Plan plan, Usage usage) {
        BillDraft bill = new BillDraft(usage);
        NetworkItems.add(bill, plan);
        TrustItems.add(bill, plan);
        DataItems.add(bill, plan);
        ComputeItems.add(bill, plan);
        FrontItems.add(bill, plan);
        LogItems.add(bill, plan);
        return bill.items().stream().sorted(Comparator.comparing(Item::section)).toList();
    }
}
