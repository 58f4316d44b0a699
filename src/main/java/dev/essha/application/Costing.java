package dev.essha.application;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cost.Bill;
import dev.essha.cost.Estimate;
import dev.essha.cost.Item;
import dev.essha.cost.ListPrices;
import dev.essha.cost.PriceBook;
import dev.essha.cost.Snapshot;
import dev.essha.cost.Usage;
import dev.essha.plan.Plan;
import java.util.Optional;

/**
 * Estimates with the best prices that can be had: AWS's list where somebody is signed in, and for what it does not say or
 * where it cannot be asked, the prices that came with the program. Keeps what it was told, so that a changed plan asks only
 * for what is new in it.
 */
public final class Costing {

    private final PriceBook snapshot = Snapshot.bundled();
    private final Optional<ListPrices> list;
    private Optional<CloudFailure> refusal = Optional.empty();

    /** @param account the one that is signed in; a rehearsed one sells nothing */
    public Costing(Optional<Cloud> account) {
        this.list = account.filter(a -> a.kind() != Cloud.Kind.REHEARSAL).map(a -> new ListPrices(a.prices()));
    }

    /**
     * An estimate.
     *
     * @param refusal why AWS's list was not asked to the end, although there is an account
     */
    public record Costed(Estimate estimate, Optional<CloudFailure> refusal) {}

    /** Waits for AWS's list if need be; who was refused once is not asked again. */
    public synchronized Costed estimate(Plan plan, Usage usage) throws InterruptedException {
        if (list.isPresent() && refusal.isEmpty()) {
            try {
                list.get()
                        .lookAhead(
                                Bill.of(plan, usage).stream().map(Item::product).toList(), plan.region());
                return new Costed(Estimate.of(plan, list.get().or(snapshot), usage), Optional.empty());
            } catch (CloudException e) {
                refusal = Optional.of(e.failure());
            }
        }
        return new Costed(Estimate.of(plan, snapshot, usage), refusal);
    }
}
