package dev.essha.cloud.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.PriceQuery;
import dev.essha.cloud.PricedOffer;
import dev.essha.cloud.PricedOffer.Tier;
import dev.essha.cloud.Prices;
import dev.essha.plan.Partition;
import dev.essha.plan.RegionName;
import dev.essha.wording.Phrase;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.pricing.model.Filter;
import software.amazon.awssdk.services.pricing.model.FilterType;

/**
 * AWS's price list, which is asked in a few regions for all of them.
 *
 * @see <a href="https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-price-list-query-api.html">Price List
 *     Query API</a>
 */
final class AwsPrices implements Prices {

    private static final String CALL = "pricing:GetProducts";
    private static final JsonMapper JSON = new JsonMapper();

    /** All that it gives at a time. */
    private static final int PAGE = 100;

    private final AwsClients clients;

    AwsPrices(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public List<PricedOffer> find(PriceQuery query) {
        List<Filter> filters = query.attributes().entrySet().stream()
                .map(a -> Filter.builder()
                        .type(FilterType.TERM_MATCH)
                        .field(a.getKey())
                        .value(a.getValue())
                        .build())
                .toList();
        return clients
                .in(where(clients.region()))
                .pricing()
                .getProductsPaginator(r -> r.serviceCode(query.service())
                        .filters(filters)
                        .formatVersion("aws_v1")
                        .maxResults(PAGE))
                .stream()
                .flatMap(page -> page.priceList().stream())
                .flatMap(document -> offer(document).stream())
                .sorted(Comparator.comparing(PricedOffer::sku))
                .toList();
    }

    /**
     * The nearest of the regions that have the list.
     *
     * @throws CloudException in GovCloud, whose credentials open none of them
     */
    static RegionName where(RegionName region) {
        Optional<Partition> partition = Partition.of(region);
        if (partition.equals(Optional.of(Partition.AWS_US_GOV))) {
            throw new CloudException(new CloudFailure.Unavailable(CALL, Phrase.of("prices.govcloud")));
        }
        if (partition.equals(Optional.of(Partition.AWS_CN))) {
            return new RegionName("cn-northwest-1");
        }
        return new RegionName(
                switch (region.value().substring(0, 2)) {
                    case "eu", "me", "il", "af" -> "eu-central-1";
                    case "ap" -> "ap-south-1";
                    default -> "us-east-1";
                });
    }

    /** Empty for what is not sold on demand. */
    private static Optional<PricedOffer> offer(String document) {
        JsonNode read = read(document);
        try {
            return children(read.path("terms").path("OnDemand"))
                    .findFirst()
                    .map(term -> offer(read.path("product"), term));
        } catch (NoSuchElementException | IllegalArgumentException | DateTimeException e) {
            throw new CloudException(new CloudFailure.Unknown(CALL, "", Phrase.of("prices.no-list")), e);
        }
    }

    private static PricedOffer offer(JsonNode product, JsonNode term) {
        SortedMap<String, String> attributes = new TreeMap<>();
        product.path("attributes")
                .properties()
                .forEach(a -> attributes.put(a.getKey(), a.getValue().asText()));
        List<JsonNode> dimensions = children(term.path("priceDimensions")).toList();
        String currency =
                dimensions.getFirst().path("pricePerUnit").fieldNames().next();
        return new PricedOffer(
                product.path("sku").asText(),
                attributes,
                OffsetDateTime.parse(term.path("effectiveDate").asText()).toLocalDate(),
                Currency.getInstance(currency),
                dimensions.stream().map(d -> tier(d, currency)).toList());
    }

    private static Tier tier(JsonNode dimension, String currency) {
        return new Tier(
                new BigDecimal(dimension.path("beginRange").asText("0")),
                dimension.path("unit").asText(),
                new BigDecimal(dimension.path("pricePerUnit").path(currency).asText()));
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static JsonNode read(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new CloudException(new CloudFailure.Unknown(CALL, "", Phrase.of("prices.no-json")), e);
        }
    }
}
