package dev.essha.ui.cost;

import dev.essha.cost.Estimate;
import dev.essha.cost.PriceBook;
import dev.essha.plan.Plan;
import dev.essha.ui.draft.Draft;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The estimate of the draft, made anew with each change of the draft or of the prices. On the window's thread. */
public final class CostModel {

    private final Draft draft;
    private final ReadOnlyObjectWrapper<Estimate> estimate = new ReadOnlyObjectWrapper<>();
    private PriceBook prices;

    /** @param snapshot the prices to begin with */
    public CostModel(Draft draft, PriceBook snapshot) {
        this.draft = draft;
        this.prices = snapshot;
        draft.readable().subscribe(plan -> estimate(plan));
    }

    public ReadOnlyObjectProperty<Estimate> estimate() {
        return estimate.getReadOnlyProperty();
    }

    /** Goes by other prices from now on. */
    public void prices(PriceBook other) {
        prices = other;
        estimate(draft.readable().get());
    }

    private void estimate(Plan plan) {
        estimate.set(Estimate.of(plan, prices));
    }
}
