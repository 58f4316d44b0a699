package dev.essha.ui.cost;

import dev.essha.application.Costing;
import dev.essha.cloud.Cloud;
import dev.essha.cost.Estimate;
import dev.essha.cost.PriceBook;
import dev.essha.cost.Snapshot;
import dev.essha.cost.Usage;
import dev.essha.plan.Plan;
import dev.essha.ui.draft.Draft;
import dev.essha.ui.work.Background;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The estimate of the draft, made anew with each change: at once by the prices that came with the program, and where somebody
 * is signed in, as soon as AWS has answered, by those of its list. To be used from the window's thread.
 */
public final class CostModel {

    private final Draft draft;
    private final Background background;
    private final PriceBook snapshot = Snapshot.bundled();
    private final ReadOnlyObjectWrapper<Estimate> estimate = new ReadOnlyObjectWrapper<>();
    private Optional<Supplier<Costing>> signedIn = Optional.empty();
    private Optional<Background.Running> asking = Optional.empty();

    public CostModel(Draft draft, Background background) {
        this.draft = draft;
        this.background = background;
        draft.readable().subscribe(plan -> estimate(plan));
    }

    public ReadOnlyObjectProperty<Estimate> estimate() {
        return estimate.getReadOnlyProperty();
    }

    /** @param account opens the one that is signed in, in the background; empty where nobody is */
    public void account(Optional<Supplier<Cloud>> account) {
        signedIn = account.map(CostModel::costing);
        estimate(draft.readable().get());
    }

    /** One for all questions to an account: it keeps what it was told. */
    private static Supplier<Costing> costing(Supplier<Cloud> account) {
        return new Supplier<>() {
            private Costing made;

            @Override
            public synchronized Costing get() {
                if (made == null) {
                    made = new Costing(Optional.of(account.get()));
                }
                return made;
            }
        };
    }

    private void estimate(Plan plan) {
        asking.ifPresent(Background.Running::cancel);
        estimate.set(Estimate.of(plan, snapshot));
        // A list that cannot be asked leaves the prices that are there, which say where they are from.
        asking = signedIn.map(costs -> background.start(
                () -> costs.get().estimate(plan, Usage.UNKNOWN), costed -> estimate.set(costed.estimate()), _ -> {}));
    }
}
