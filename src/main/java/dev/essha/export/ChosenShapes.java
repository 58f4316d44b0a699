package dev.essha.export;

import dev.essha.plan.DatabaseServer;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a plan chose where the architecture leaves a choice, a sentence each, with what it is good for. */
final class ChosenShapes {

    private final Plan plan;

    private ChosenShapes(Plan plan) {
        this.plan = plan;
    }

    /** Rows of a table in Markdown. */
    static String table(Plan plan) {
        return new ChosenShapes(plan)
                .sentences().entrySet().stream()
                        .map(row -> "| %s | %s |".formatted(row.getKey(), row.getValue()))
                        .collect(Collectors.joining("\n"));
    }

    private Map<String, String> sentences() {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put("network", network());
        sentences.put("internet access", egress());
        sentences.put("load balancing", loadBalancing());
        sentences.put("gateway", gateway());
        sentences.put("names", names());
        sentences.put("database", database());
        sentences.put("Kafka", kafka());
        return sentences;
    }

    private String network() {
        int zones = plan.network().zones().size();
        return plan.network()
                .existingVpc()
                .map(vpc ->
                        "the existing VPC `%s` with a public and a private subnet in each of %d zones: used as it is, tagged, never changed"
                                .formatted(vpc, zones))
                .orElseGet(() -> "a VPC of its own, %s, with a public and a private subnet in each of %d zones"
                        .formatted(plan.network().vpcCidr(), zones));
    }

    private String egress() {
        return switch (plan.network().egress()) {
            case NAT_PER_ZONE -> "a NAT gateway in each zone: a zone that is lost takes only its own internet access";
            case REGIONAL_NAT ->
                "one regional NAT gateway that spans the zones and stands in no subnet: public subnets hold load"
                        + " balancers only";
            case NONE ->
                "none: the cluster reaches AWS through interface endpoints; Solid servers cannot fetch WebIDs from the"
                        + " internet";
            case EXISTING -> "what the VPC has";
        };
    }

    private String loadBalancing() {
        return switch (plan.edge().loadBalancing()) {
            case SINGLE -> "one network load balancer over all zones";
            case PER_ZONE ->
                "a network load balancer in each zone; weighted records share the traffic out and leave out a zone"
                        + " that is ill";
            case FRONTED ->
                "a network load balancer in each zone, and AWS Global Accelerator in front of them: two addresses that"
                        + " stay";
        };
    }

    private String gateway() {
        return switch (plan.edge().gateway()) {
            case NONE -> "none: clients connect to the load balancing";
            case CLOUDFRONT ->
                "Amazon CloudFront with an AWS WAF web ACL, in a stack in us-east-1; the load balancers accept nobody"
                        + " else";
        };
    }

    private String names() {
        DomainPlan domain = plan.domain();
        String where = switch (domain.dns()) {
            case ROUTE53 -> "records in Route 53";
            case ELSEWHERE -> "records at another DNS provider, which the script shows";
        };
        String apex = domain.apex() ? "; the domain is the apex of its DNS zone, so it has an alias and no CNAME" : "";
        String inside = domain.privateZone()
                ? "; inside the VPC a private hosted zone leads to a load balancer of its own"
                : "";
        return where + apex + inside;
    }

    private String database() {
        String kind = switch (plan.database().topology()) {
            case MULTI_AZ_INSTANCE -> "instance with a standby in another zone";
            case MULTI_AZ_CLUSTER -> "Multi-AZ cluster with a writer and two readers in three zones";
        };
        return switch (plan.database().sharing()) {
            case SHARED -> "one PostgreSQL " + kind + ", with a logical database for each service";
            case PER_SERVICE ->
                "a PostgreSQL %s for each of %d services"
                        .formatted(kind, DatabaseServer.of(plan).size());
        };
    }

    private String kafka() {
        int zones = plan.network().kafkaZones().size();
        int brokers = zones * plan.messaging().brokersPerZone();
        return "%d brokers in %d zones%s"
                .formatted(
                        brokers,
                        zones,
                        plan.network().zones().size() > zones ? ", the most that Amazon MSK spans" : "");
    }
}
