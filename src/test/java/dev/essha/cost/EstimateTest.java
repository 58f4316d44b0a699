package dev.essha.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.essha.cost.Product.Kind;
import dev.essha.plan.AnyPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.RegionName;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final PriceBook KNOWS_NOTHING = (_, _) -> Optional.empty();

    private final Plan plan = in("eu-central-1");

    @Test
    void aPlanOfWhichNoPriceIsKnownCostsNothingThatAnybodyCouldSay() {
        Estimate estimate = Estimate.of(plan, KNOWS_NOTHING);

        assertThat(estimate.total()).isZero();
        assertThat(estimate.missing())
                .isNotEmpty()
                .hasSize(estimate.lines().size() - estimate.open().size());
        assertThat(estimate.dates()).isEmpty();
        assertThat(estimate.origins()).isEmpty();
    }

    @Test
    void whatIsChargedByUseHasNoAmountBeforeSomebodySaysHowMuchItIs() {
        PriceBook prices = PlainPrices.of("0.10");
        Estimate unknown = Estimate.of(plan, prices);
        Estimate used = Estimate.of(plan, prices, Usage.of(Map.of("object-storage", new BigDecimal("200"))));

        assertThat(line(unknown, "object-storage").amount()).isEmpty();
        assertThat(line(unknown, "object-storage").price()).isPresent();
        assertThat(line(used, "object-storage").amount()).contains(new BigDecimal("20.00"));
        assertThat(used.total().subtract(unknown.total())).isEqualByComparingTo("20");
        assertThat(used.open()).hasSize(unknown.open().size() - 1);
    }

    @Test
    void aPriceThatIsNotKnownIsMissedAndNotZero() {
        Estimate estimate = Estimate.of(plan, PlainPrices.of("0.10").but(Kind.BROKER));

        assertThat(estimate.missing()).extracting(l -> l.item().id()).containsExactly("broker");
        assertThat(line(estimate, "broker").amount()).isEmpty();
        assertThat(line(estimate, "broker").isOpen()).isFalse();
    }

    @Test
    void usageOfWhatHasNoPriceIsMissedToo() {
        Usage usage = Usage.of(Map.of("object-storage", BigDecimal.TEN));
        Estimate estimate = Estimate.of(plan, PlainPrices.of("0.10").but(Kind.OBJECT_STORAGE), usage);

        assertThat(estimate.missing()).extracting(l -> l.item().id()).containsExactly("object-storage");
    }

    @Test
    void threeGatewaysAllMonthAre2190Hours() {
        Line gateways = line(Estimate.of(plan, PlainPrices.of("0.052")), "nat-gateway");

        assertThat(gateways.item().quantity()).isEqualTo(planned(3, 730));
        assertThat(gateways.amount()).contains(new BigDecimal("113.88"));
    }

    @Test
    void pricesInAnotherCurrencyAreNotAddedUp() {
        PriceBook dollars = (_, _) -> Optional.of(PlainPrices.dollars("1"));

        assertThat(Estimate.of(in("cn-northwest-1"), dollars).total()).isZero();
        assertThat(Estimate.of(in("cn-northwest-1"), PlainPrices.of("1")).currency())
                .isEqualTo(Currency.getInstance("CNY"));
    }

    @Test
    void aBookIsAskedBeforeTheOther() {
        PriceBook first = (p, _) -> p.kind() == Kind.NODE ? Optional.of(PlainPrices.dollars("2")) : Optional.empty();
        Estimate estimate = Estimate.of(plan, first.or(PlainPrices.of("1")));

        assertThat(line(estimate, "node").price().orElseThrow().first()).isEqualByComparingTo("2");
        assertThat(line(estimate, "broker").price().orElseThrow().first()).isEqualByComparingTo("1");
        assertThat(estimate.origins()).containsExactly(Source.Origin.PRICE_LIST, Source.Origin.SNAPSHOT);
    }

    @Test
    void usageIsNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Usage.of(Map.of("object-reads", new BigDecimal("-1"))));
    }

    @Property(tries = 300)
    void ofEveryPlanSumsAddUpAndEachLineHasWords(@ForAll("plans") Plan any) {
        Estimate estimate = Estimate.of(any, PlainPrices.of("0.0001234567").but(Kind.BROKER));
        EstimateText text = EstimateText.english();

        BigDecimal bySection =
                estimate.sections().stream().map(estimate::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(estimate.total()).isEqualByComparingTo(bySection).isPositive();
        assertThat(estimate.lines()).extracting(l -> l.item().id()).doesNotHaveDuplicates();
        assertThat(estimate.lines()).allSatisfy(line -> {
            assertThat(text.item(line.item())).isNotBlank().doesNotContain("{");
            assertThat(text.quantity(line.item())).isNotBlank();
            assertThat(text.price(line)).isNotBlank();
            assertThat(List.of(line.amount().isPresent(), line.isMissing(), line.isOpen()))
                    .containsOnlyOnce(true);
        });
        assertThat(estimate.missing()).extracting(l -> l.item().id()).containsExactly("broker");
    }

    @Provide
    Arbitrary<Plan> plans() {
        return AnyPlan.any();
    }

    private static Quantity planned(long count, long each) {
        return new Quantity.Planned(BigDecimal.valueOf(count), BigDecimal.valueOf(each));
    }

    private static Plan in(String region) {
        return Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, new RegionName(region), Preset.DEFAULT_DOMAIN);
    }

    private static Line line(Estimate estimate, String id) {
        return estimate.lines().stream()
                .filter(l -> l.item().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
