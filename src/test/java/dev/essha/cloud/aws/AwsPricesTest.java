package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.PriceQuery;
import dev.essha.cloud.PricedOffer;
import dev.essha.cloud.PricedOffer.Tier;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The price list as its protocol writes it. */
class AwsPricesTest {

    private static final String FRANKFURT = "\"regionCode\": \"eu-central-1\", \"location\": \"EU (Frankfurt)\"";

    private static final String NAT = FRANKFURT + ", \"productFamily\": \"NAT Gateway\"";

    private static String gateway(String sku, String usage, String amount) {
        return PriceServer.document(
                "AmazonEC2",
                sku,
                NAT + ", \"usagetype\": \"" + usage + "\"",
                PriceServer.dimension(sku + ".JRTCKXETXF.6YS6EN2CT7", "Hrs", "0", "Inf", "USD", amount));
    }

    private static final String TRANSFER = PriceServer.document(
            "AWSDataTransfer",
            "TIERS",
            "\"fromRegionCode\": \"eu-central-1\", \"usagetype\": \"EUC1-DataTransfer-Out-Bytes\"",
            String.join(
                    ",",
                    PriceServer.dimension("b", "GB", "10240", "51200", "USD", "0.0850000000"),
                    PriceServer.dimension("a", "GB", "0", "10240", "USD", "0.0900000000"),
                    PriceServer.dimension("c", "GB", "51200", "Inf", "USD", "0.0700000000")));

    @Test
    void everyPageIsReadAndOffersComeInOrder() throws IOException {
        List<String> documents = List.of(
                gateway("SKU3", "EUC1-NatGateway-Bytes", "0.0520000000"),
                gateway("SKU1", "EUC1-NatGateway-Hours", "0.0520000000"),
                gateway("SKU2", "EUC1-RegionalNatGateway-Hours", "0.0520000000"),
                TRANSFER);
        try (PriceServer server = new PriceServer(documents);
                Cloud cloud = AwsCloud.open(server.settings())) {
            List<PricedOffer> found = cloud.prices().find(nat());

            assertThat(found).extracting(PricedOffer::sku).containsExactly("SKU1", "SKU2", "SKU3");
            assertThat(server.asked()).hasSize(2);
            assertThat(server.asked()).allSatisfy(request -> {
                assertThat(request.action()).isEqualTo("GetProducts");
                assertThat(request.region()).isEqualTo("eu-central-1");
                assertThat(request.body().replaceAll("\\s", ""))
                        .contains("\"ServiceCode\":\"AmazonEC2\"")
                        .contains("{\"Type\":\"TERM_MATCH\",\"Field\":\"regionCode\",\"Value\":\"eu-central-1\"}");
            });
        }
    }

    @Test
    void whatIsSoldOnDemandIsReadWithItsDayAndNotWhatIsReserved() throws IOException {
        try (PriceServer server = new PriceServer(List.of(gateway("SKU1", "EUC1-NatGateway-Hours", "0.0520000000")));
                Cloud cloud = AwsCloud.open(server.settings())) {
            PricedOffer offer = cloud.prices().find(nat()).getFirst();

            assertThat(offer.effective()).isEqualTo(LocalDate.of(2026, 9, 1));
            assertThat(offer.currency()).isEqualTo(Currency.getInstance("USD"));
            assertThat(offer.attributes()).containsEntry("usagetype", "EUC1-NatGateway-Hours");
            assertThat(offer.tiers()).containsExactly(new Tier(BigDecimal.ZERO, "Hrs", new BigDecimal("0.0520000000")));
        }
    }

    @Test
    void tiersComeFromTheFirstOn() throws IOException {
        try (PriceServer server = new PriceServer(List.of(TRANSFER));
                Cloud cloud = AwsCloud.open(server.settings())) {
            assertThat(cloud.prices()
                            .find(PriceQuery.of("AWSDataTransfer"))
                            .getFirst()
                            .tiers())
                    .extracting(Tier::from)
                    .containsExactly(BigDecimal.ZERO, new BigDecimal(10_240), new BigDecimal(51_200));
        }
    }

    @Test
    void chinaSellsInItsOwnCurrency() throws IOException {
        String document = PriceServer.document(
                "AmazonEC2",
                "CN1",
                "\"regionCode\": \"cn-north-1\"",
                PriceServer.dimension("a", "Hrs", "0", "Inf", "CNY", "0.3700000000"));
        try (PriceServer server = new PriceServer(List.of(document));
                Cloud cloud = AwsCloud.open(server.settings())) {
            assertThat(cloud.prices()
                            .find(PriceQuery.of("AmazonEC2"))
                            .getFirst()
                            .currency())
                    .isEqualTo(Currency.getInstance("CNY"));
        }
    }

    @Test
    void nothingOfTheKindIsAnEmptyAnswer() throws IOException {
        try (PriceServer server = new PriceServer(List.of(TRANSFER));
                Cloud cloud = AwsCloud.open(server.settings())) {
            assertThat(cloud.prices().find(nat())).isEmpty();
        }
    }

    @Test
    void aMissingPermissionIsNamed() throws IOException {
        String denied = """
            {"__type": "AccessDeniedException", "Message": "User is not authorized to perform: pricing:GetProducts"}
            """;
        try (WireServer server = new WireServer(_ -> new WireServer.Answer(400, denied));
                Cloud cloud = AwsCloud.open(server.settings())) {
            assertThatExceptionOfType(CloudException.class)
                    .isThrownBy(() -> cloud.prices().find(nat()))
                    .extracting(CloudException::failure)
                    .isInstanceOfSatisfying(
                            CloudFailure.Denied.class,
                            d -> assertThat(d.action()).isEqualTo("pricing:GetProducts"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"amount\": {}",
                "\"a\": {\"pricePerUnit\": {}}",
                "\"a\": {\"pricePerUnit\": {\"USD\": \"free\"}}"
            })
    void whatIsNoPriceIsNotTakenForOne(String dimensions) throws IOException {
        try (PriceServer server = new PriceServer(List.of(PriceServer.document("AmazonEC2", "SKU1", NAT, dimensions)));
                Cloud cloud = AwsCloud.open(server.settings())) {
            assertThatExceptionOfType(CloudException.class)
                    .isThrownBy(() -> cloud.prices().find(nat()))
                    .extracting(CloudException::failure)
                    .isInstanceOf(CloudFailure.Unknown.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, eu-central-1",
        "me-south-1, eu-central-1",
        "ap-southeast-2, ap-south-1",
        "us-west-2, us-east-1",
        "sa-east-1, us-east-1",
        "cn-north-1, cn-northwest-1"
    })
    void theNearestRegionThatHasTheListIsAsked(String region, String where) {
        assertThat(AwsPrices.where(new RegionName(region))).isEqualTo(new RegionName(where));
    }

    @Test
    void govCloudHasNone() {
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> AwsPrices.where(new RegionName("us-gov-west-1")))
                .extracting(CloudException::failure)
                .isInstanceOf(CloudFailure.Unavailable.class);
    }

    private static PriceQuery nat() {
        return PriceQuery.of("AmazonEC2").with("productFamily", "NAT Gateway").with("regionCode", "eu-central-1");
    }
}
