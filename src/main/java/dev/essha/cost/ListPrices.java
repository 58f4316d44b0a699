package dev.essha.cost;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.PriceQuery;
import dev.essha.cloud.PricedOffer;
import dev.essha.cloud.Prices;
import dev.essha.cost.Source.Origin;
import dev.essha.plan.RegionName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Prices of AWS's own list, each asked for once. Safe for many threads; every method may throw {@link CloudException}.
 */
public final class ListPrices implements PriceBook {

    private static final String REFERENCE = "AWS Price List API";

    /** As many questions at a time: the list answers few a second, and one takes a while. */
    private static final int AT_ONCE = 4;

    private final Prices list;
    private final Map<Place, Optional<Price>> known = new ConcurrentHashMap<>();
    private final Map<PriceQuery, List<PricedOffer>> answers = new ConcurrentHashMap<>();

    private record Place(Product product, RegionName region) {}

    public ListPrices(Prices list) {
        this.list = list;
    }

    /** Empty where the list has no such offer, or several that differ: which of them it would be is not guessed. */
    @Override
    public Optional<Price> price(Product product, RegionName region) {
        Place place = new Place(product, region);
        Optional<Price> seen = known.get(place);
        if (seen != null) {
            return seen;
        }
        Optional<Price> asked = ask(product, region);
        known.put(place, asked);
        return asked;
    }

    /**
     * Asks for several prices at the same time, so that an estimate need not wait for one after the other.
     *
     * @throws CloudException what the first that failed met with
     */
    public void lookAhead(Collection<Product> products, RegionName region) throws InterruptedException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<?>> asked = products.stream()
                    .distinct()
                    .<Future<?>>map(p -> threads.submit(() -> price(p, region)))
                    .toList();
            try {
                for (Future<?> one : asked) {
                    one.get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }
    }

    private Optional<Price> ask(Product product, RegionName region) {
        return Listings.of(product)
                .flatMap(listing -> single(find(listing.query(region)).stream()
                        .filter(offer -> listing.fits(offer, product.kind().scope()))
                        .filter(ListPrices::costsSomething)
                        .toList()));
    }

    /** Several products may be in one answer. */
    private List<PricedOffer> find(PriceQuery query) {
        List<PricedOffer> seen = answers.get(query);
        if (seen != null) {
            return seen;
        }
        List<PricedOffer> found = list.find(query);
        answers.put(query, found);
        return found;
    }

    private static boolean costsSomething(PricedOffer offer) {
        return offer.tiers().stream().anyMatch(t -> t.amount().signum() > 0);
    }

    private static Optional<Price> single(List<PricedOffer> offers) {
        List<Price> prices =
                offers.stream().map(ListPrices::price).flatMap(Optional::stream).toList();
        boolean same = prices.stream().map(Price::tiers).distinct().count() == 1;
        return same ? Optional.of(prices.getFirst()) : Optional.empty();
    }

    /** Empty for what does not begin with the first that is bought. */
    private static Optional<Price> price(PricedOffer offer) {
        List<Price.Tier> tiers = offer.tiers().stream()
                .map(t ->
                        new Price.Tier(t.from().stripTrailingZeros(), t.amount().stripTrailingZeros()))
                .toList();
        if (tiers.isEmpty() || tiers.getFirst().from().signum() != 0) {
            return Optional.empty();
        }
        Source source = new Source(Origin.PRICE_LIST, offer.sku(), REFERENCE, offer.effective());
        return Optional.of(new Price(offer.currency(), tiers, source));
    }
}
