package dev.essha.export;

import dev.essha.plan.DatabasePlan.Sharing;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.EssService;
import dev.essha.plan.Partition;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import dev.essha.plan.ResourceNames;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lines of the hand-over's scripts that hang on how many database servers there are, and of which kind. */
final class DatabaseHandOver {

    private final Plan plan;
    private final ResourceNames names;
    private final boolean perService;
    private final boolean ofClusters;

    DatabaseHandOver(Plan plan) {
        this.plan = plan;
        this.names = new ResourceNames(plan.name());
        this.perService = plan.database().sharing() == Sharing.PER_SERVICE;
        this.ofClusters = plan.database().topology() == Topology.MULTI_AZ_CLUSTER;
    }

    /**
     * Where the certificate authorities of Amazon RDS are downloaded: each partition has its own.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html">Commercial, GovCloud</a>
     * @see <a href="https://docs.amazonaws.cn/en_us/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html">China</a>
     */
    static String authorities(RegionName region) {
        String host = switch (Partition.of(region).orElse(Partition.AWS)) {
            case AWS -> "truststore.pki.rds.amazonaws.com";
            case AWS_US_GOV -> "truststore.pki.us-gov-west-1.rds.amazonaws.com";
            case AWS_CN -> "rds-truststore.s3.cn-north-1.amazonaws.com.cn";
        };
        return "https://" + host + "/global/global-bundle.pem";
    }

    String readers() {
        return ofClusters ? "readers=$(output database DatabaseReaderEndpoints)\n" : "";
    }

    String readerFunction() {
        return ofClusters ? TextTemplate.load("reader.sh").render() : "";
    }

    String credentials() {
        return forEachService((service, number) -> {
            String line = "  postgres " + service.name() + " " + names.databaseSecret(service) + number;
            String reader = "\n  reader " + service.name() + " " + service.databaseName() + number;
            return ofClusters ? line + reader : line;
        });
    }

    String masters() {
        return perService
                ? forEachService((service, number) -> "  master " + service.name() + "_" + number)
                : "  master '' 1";
    }

    /** One job goes through all servers; what is run again changes nothing. */
    String creation() {
        return TextTemplate.load("databases.sh")
                .with("server", perService ? TextTemplate.load("server.sh").render() : "")
                .with("databases", forEachService((service, _) -> create(service)))
                .render();
    }

    private String create(EssService service) {
        String create = "database %s \"$%s_PASSWORD\"".formatted(service.databaseName(), service.name());
        String there = perService ? connect(service) + "\n" + create : create;
        String extend = "\npsql --no-psqlrc --quiet -d %s -c 'CREATE EXTENSION IF NOT EXISTS vector'"
                .formatted(service.databaseName());
        return service == EssService.SEARCH ? there + extend : there;
    }

    private static String connect(EssService service) {
        return "server \"$%1$s_PGHOST\" \"$%1$s_PGUSER\" \"$%1$s_PGPASSWORD\"".formatted(service.name());
    }

    /** @param line of a service and, where each has a server, of the place of its own among them, with a space before it */
    private String forEachService(BiFunction<EssService, String, String> line) {
        List<EssService> services = plan.ess().servicesWithDatabase();
        return IntStream.range(0, services.size())
                .mapToObj(i -> line.apply(services.get(i), perService ? " " + (i + 1) : ""))
                .collect(Collectors.joining("\n"));
    }
}
