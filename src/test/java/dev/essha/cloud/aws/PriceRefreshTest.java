package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.Cloud;
import dev.essha.cost.ListPrices;
import dev.essha.cost.SnapshotWriter;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The bundled prices, asked of the price list anew. */
class PriceRefreshTest {

    private static final Path BUNDLED = Path.of("src/main/resources/dev/essha/cost");

    /** For whoever has a default profile, of any account: {@code mvn -B test -Dtest=PriceRefreshTest -Dprices=write}. */
    @Test
    @EnabledIfSystemProperty(named = "prices", matches = "write")
    void writesWhatAwsAsksToday() throws IOException {
        // The build takes AWS variables away from tests; the default profile of the person's files is what is left.
        AwsHome person = new AwsHome(Path.of(System.getProperty("user.home")), Map.of());
        try (Cloud cloud = AwsCloud.open(AwsSettings.of(new RegionName("us-east-1"), person, "refresh"))) {
            new SnapshotWriter(new ListPrices(cloud.prices())).write(BUNDLED);
        }
    }

    @Test
    void whatTheListHasTakesThePlaceOfWhatWasThereAndTheRestStays(@TempDir Path folder) throws IOException {
        Files.write(
                folder.resolve("price-sources.csv"),
                List.of(
                        "# Where from.",
                        "id,date,reference",
                        "old,2024-07-01,https://old.example",
                        "other,2025-04-04,https://other.example"));
        Files.write(
                folder.resolve("prices.csv"),
                List.of(
                        "# List prices that come with the program, without taxes. None is older than 2024-07-01; the"
                                + " newest are of 2025-04-04.",
                        "product,variant,region,unit,from,amount,currency,source,item",
                        "broker,kafka.t3.small,eu-central-1,hour,0,0.05,USD,other,KEPT",
                        "hosted-zone,,aws,month,0,0.4,USD,old,HostedZone",
                        "nat-gateway,,eu-central-1,hour,0,0.04,USD,old,NatGateway-Hours"));
        List<String> documents = List.of(
                PriceServer.document(
                        "AmazonEC2",
                        "NATSKU",
                        "\"regionCode\": \"eu-central-1\", \"productFamily\": \"NAT Gateway\","
                                + " \"usagetype\": \"EUC1-NatGateway-Hours\"",
                        PriceServer.dimension("a", "Hrs", "0", "Inf", "USD", "0.0520000000")),
                PriceServer.document(
                        "AmazonRoute53",
                        "ZONESKU",
                        "\"usagetype\": \"HostedZone\"",
                        PriceServer.dimension("a", "HostedZone", "0", "25", "USD", "0.5000000000")
                                + ","
                                + PriceServer.dimension("b", "HostedZone", "25", "Inf", "USD", "0.1000000000")));
        try (PriceServer server = new PriceServer(documents);
                Cloud cloud = AwsCloud.open(server.settings())) {
            new SnapshotWriter(new ListPrices(cloud.prices())).write(folder);
        }

        assertThat(folder.resolve("prices.csv")).hasContent("""
            # List prices that come with the program, without taxes. None is older than 2025-04-04; the newest are of 2026-09-01.
            product,variant,region,unit,from,amount,currency,source,item
            broker,kafka.t3.small,eu-central-1,hour,0,0.05,USD,other,KEPT
            hosted-zone,,aws,month,0,0.5,USD,price-list-2026-09-01,ZONESKU
            hosted-zone,,aws,month,25,0.1,USD,price-list-2026-09-01,ZONESKU
            nat-gateway,,eu-central-1,hour,0,0.052,USD,price-list-2026-09-01,NATSKU
            """);
        assertThat(folder.resolve("price-sources.csv")).hasContent("""
            # Where from.
            id,date,reference
            other,2025-04-04,https://other.example
            price-list-2026-09-01,2026-09-01,AWS Price List API
            """);
    }

    /** Nothing is known: the files stay what they are, byte by byte. */
    @Test
    void aListWithoutOffersChangesNothing(@TempDir Path folder) throws IOException {
        for (String file : List.of("prices.csv", "price-sources.csv")) {
            Files.copy(BUNDLED.resolve(file), folder.resolve(file));
        }
        new SnapshotWriter(new ListPrices(_ -> List.of())).write(folder);

        for (String file : List.of("prices.csv", "price-sources.csv")) {
            assertThat(folder.resolve(file)).hasSameTextualContentAs(BUNDLED.resolve(file));
        }
    }
}
