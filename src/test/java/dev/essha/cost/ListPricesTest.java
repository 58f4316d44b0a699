package dev.essha.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.PriceQuery;
import dev.essha.cloud.PricedOffer;
import dev.essha.cloud.PricedOffer.Tier;
import dev.essha.cloud.Prices;
import dev.essha.cost.Product.Kind;
import dev.essha.plan.RegionName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ListPricesTest {

    private static final RegionName FRANKFURT = new RegionName("eu-central-1");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final Queue<PriceQuery> asked = new ConcurrentLinkedQueue<>();

    @Test
    void anOfferOfTheListIsAPriceWithItsNumberAndDay() {
        ListPrices book = answering(offer("SKU1", "EUC1-NatGateway-Hours", "0.0520000000"));

        Price price = book.price(Product.of(Kind.NAT_GATEWAY), FRANKFURT).orElseThrow();

        assertThat(price.first()).isEqualByComparingTo("0.052");
        assertThat(price.source()).isEqualTo(new Source(Source.Origin.PRICE_LIST, "SKU1", "AWS Price List API", DAY));
        assertThat(asked)
                .containsExactly(new PriceQuery(
                        "AmazonEC2",
                        new TreeMap<>(Map.of("productFamily", "NAT Gateway", "regionCode", "eu-central-1"))));
    }

    @ParameterizedTest
    @CsvSource({
        "NAT_GATEWAY, NatGateway-Hours, true",
        "NAT_GATEWAY, EUC1-NatGateway-Hours, true",
        "NAT_GATEWAY, EU-NatGateway-Hours, true",
        "NAT_GATEWAY, EUC1-RegionalNatGateway-Hours, false",
        "NAT_GATEWAY, EUC1-NatGateway-Prvd-Hours, false",
        "REGIONAL_NAT_GATEWAY, EUC1-RegionalNatGateway-Hours, true",
        "KEY, eu-central-1-KMS-Keys, true",
        "OBJECT_WRITES, EUC1-Requests-SIA-Tier1, false",
        "OBJECT_STORAGE, EUC1-TimedStorage-SIA-ByteHrs, false",
        "DNS_QUERIES, DNS-Queries, true",
        "DNS_QUERIES, EUC1-DNS-Queries, false",
        "WEB_ACL, Global-WebACLV2, true",
        "WEB_ACL, EUC1-ShieldProtected-WebACLV2, false",
    })
    void productsAreToldApartByTheirTypeOfUsage(Kind kind, String usage, boolean found) {
        assertThat(answering(offer("SKU1", usage, "1"))
                        .price(Product.of(kind), FRANKFURT)
                        .isPresent())
                .isEqualTo(found);
    }

    @Test
    void ofOffersThatDifferNoneIsGuessed() {
        ListPrices differing =
                answering(offer("SKU1", "EUC1-KMS-Keys", "1"), offer("SKU2", "eu-central-1-KMS-Keys", "2"));
        ListPrices same = answering(offer("SKU1", "EUC1-KMS-Keys", "1.0"), offer("SKU2", "eu-central-1-KMS-Keys", "1"));

        assertThat(differing.price(Product.of(Kind.KEY), FRANKFURT)).isEmpty();
        assertThat(same.price(Product.of(Kind.KEY), FRANKFURT)).isPresent();
        assertThat(answering().price(Product.of(Kind.KEY), FRANKFURT)).isEmpty();
    }

    @Test
    void whatIsGivenAwayIsNoPriceButAFreeFirstTierIs() {
        PricedOffer free = offer("SKU1", "EUC1-KMS-Keys", "0.0000000000");
        PricedOffer checks = new PricedOffer(
                "SKU2",
                attributes("Health-Check-AWS"),
                DAY,
                Currency.getInstance("USD"),
                List.of(tier("0", "0"), tier("50", "0.5")));

        assertThat(answering(free).price(Product.of(Kind.KEY), FRANKFURT)).isEmpty();
        assertThat(answering(checks)
                        .price(Product.of(Kind.HEALTH_CHECK), FRANKFURT)
                        .orElseThrow()
                        .of(new BigDecimal(52)))
                .isEqualByComparingTo("1");
    }

    @Test
    void nothingIsAskedTwice() throws InterruptedException {
        ListPrices book = answering(offer("SKU1", "EUC1-NatGateway-Hours", "0.052"));
        Product hours = Product.of(Kind.NAT_GATEWAY);

        book.lookAhead(List.of(hours, hours, Product.of(Kind.ACCELERATOR)), FRANKFURT);
        book.price(hours, FRANKFURT);
        book.price(Product.of(Kind.NAT_GATEWAY_DATA), FRANKFURT);
        assertThat(asked).hasSize(1);

        book.price(hours, new RegionName("us-east-1"));
        assertThat(asked).hasSize(2);
    }

    @Test
    void aRefusalGetsToWhoeverAskedAhead() {
        CloudFailure denied = new CloudFailure.Denied("pricing:GetProducts", "pricing:GetProducts", "no");
        ListPrices book = new ListPrices(_ -> {
            throw new CloudException(denied);
        });

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> book.lookAhead(List.of(Product.of(Kind.KEY)), FRANKFURT))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(denied));
    }

    /** Those that the list names by pairs of places have none. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACCELERATOR", "ACCELERATOR_TRANSFER"})
    void everyProductHasAPlaceInTheList(Kind kind) {
        answering().price(Product.of(kind, "Europe"), FRANKFURT);

        assertThat(asked).hasSize(1);
    }

    private ListPrices answering(PricedOffer... offers) {
        Prices list = query -> {
            asked.add(query);
            return Stream.of(offers).toList();
        };
        return new ListPrices(list);
    }

    private static PricedOffer offer(String sku, String usage, String amount) {
        return new PricedOffer(sku, attributes(usage), DAY, Currency.getInstance("USD"), List.of(tier("0", amount)));
    }

    private static TreeMap<String, String> attributes(String usage) {
        return new TreeMap<>(Map.of("usagetype", usage));
    }

    private static Tier tier(String from, String amount) {
        return new Tier(new BigDecimal(from), "Hrs", new BigDecimal(amount));
    }
}
