package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Offer;
import dev.essha.inventory.Preparation;
import dev.essha.plan.AccountId;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The findings before anything is touched. */
public final class PreflightChecks {

    private static final int DATABASE_ZONES_NEEDED = 3;

    static final List<Check<Plan, Preparation>> CHECKS = List.of(
            new Check<>("preflight-account", PreflightChecks::account),
            new Check<>("preflight-region", PreflightChecks::region),
            new Check<>("preflight-permissions", PreflightChecks::permissions),
            new Check<>("preflight-names", PreflightChecks::names),
            new Check<>("preflight-zones", PreflightChecks::zones),
            new Check<>("preflight-vpc", PremisesPreflight::vpc),
            new Check<>("preflight-subnets", PremisesPreflight::subnets),
            new Check<>("preflight-routes", PremisesPreflight::routes),
            new Check<>("preflight-public-subnets", PremisesPreflight::publicSubnets),
            new Check<>("preflight-nodes", PreflightChecks::nodes),
            new Check<>("preflight-database", PreflightChecks::database)
                    .wordedFor("cluster", DatabaseTopology::isOfClusters),
            new Check<>("preflight-kafka", PreflightChecks::kafka),
            new Check<>("preflight-kubernetes", PreflightChecks::kubernetes),
            new Check<>("preflight-domain", DomainPreflight::judge),
            new Check<>("preflight-private-zone", DomainPreflight::privateZone),
            new Check<>("preflight-gateway", PreflightChecks::gateway),
            quota("preflight-quota-vpcs", Offer.Limit.VPCS),
            quota("preflight-quota-internet-gateways", Offer.Limit.INTERNET_GATEWAYS),
            quota("preflight-quota-elastic-ips", Offer.Limit.ELASTIC_IPS),
            quota("preflight-quota-nat-gateways", Offer.Limit.NAT_GATEWAYS),
            quota("preflight-quota-network-load-balancers", Offer.Limit.NETWORK_LOAD_BALANCERS),
            quota("preflight-quota-standard-vcpus", Offer.Limit.STANDARD_VCPUS),
            quota("preflight-quota-databases", Offer.Limit.DATABASES),
            quota("preflight-quota-database-clusters", Offer.Limit.DATABASE_CLUSTERS),
            quota("preflight-quota-kubernetes-clusters", Offer.Limit.KUBERNETES_CLUSTERS),
            quota("preflight-quota-distributions", Offer.Limit.DISTRIBUTIONS));

    private PreflightChecks() {}

    /** Judges what was found against what will be installed. */
    public static List<Finding> judge(Plan plan, Preparation found) {
        return judge(plan, found, Locale.ROOT);
    }

    /** As {@link Checklist#judge(Plan, dev.essha.inventory.Inventory, Locale)}. */
    public static List<Finding> judge(Plan plan, Preparation found, Locale language) {
        Texts texts = Texts.of(language);
        return CHECKS.stream().map(c -> c.judge(plan, found, texts)).toList();
    }

    private static Check<Plan, Preparation> quota(String id, Offer.Limit limit) {
        return new Check<>(id, (plan, found) -> QuotaPreflight.judge(limit, plan, found));
    }

    private static Ruling account(Plan plan, Preparation found) {
        String signedIn = "signed in to " + found.account();
        return plan.account()
                .map(AccountId::value)
                .map(wanted -> new Facts()
                        .check(wanted.equals(found.account()), signedIn + ", the plan is for " + wanted)
                        .ruling())
                .orElseGet(() -> Ruling.pass(signedIn + ", the plan names no account"));
    }

    private static Ruling region(Plan plan, Preparation found) {
        String wanted = plan.region().value();
        return new Facts()
                .check(wanted.equals(found.region()), "calls go to " + found.region() + ", the plan is for " + wanted)
                .ruling();
    }

    private static Ruling permissions(Plan plan, Preparation found) {
        return Ruling.on(found.permissions(), permissions -> {
            Facts facts = new Facts();
            permissions.denied().forEach(a -> facts.check(false, "not allowed: " + a));
            permissions
                    .undecided()
                    .forEach(a -> facts.unclear("allowed for some resources or conditions at most: " + a));
            boolean clear = permissions.equals(Offer.Permissions.ALL);
            return (clear ? facts.note("every action that was simulated is allowed") : facts).ruling();
        });
    }

    private static Ruling names(Plan plan, Preparation found) {
        return Ruling.on(
                found.foreignStacks(),
                foreign -> foreign.isEmpty()
                        ? Ruling.pass("no stack of another owner has one of the names")
                        : Ruling.fail(foreign.stream()
                                .map(s -> "the stack " + s + " exists and does not belong to this deployment")
                                .toArray(String[]::new)));
    }

    private static Ruling zones(Plan plan, Preparation found) {
        return Ruling.on(found.zones(), zones -> {
            Map<String, String> states =
                    zones.stream().collect(Collectors.toMap(Offer.Zone::name, Offer.Zone::state, (a, _) -> a));
            Facts facts = new Facts();
            Words.zones(plan)
                    .forEach(z -> facts.check(
                            "available".equals(states.get(z)),
                            z + " is " + states.getOrDefault(z, "not in this region")));
            return facts.ruling();
        });
    }

    private static Ruling nodes(Plan plan, Preparation found) {
        return Ruling.on(found.nodeZones(), offered -> {
            Facts facts = new Facts();
            Words.zones(plan)
                    .forEach(z -> facts.check(
                            offered.contains(z),
                            z
                                    + (offered.contains(z) ? " offers " : " does not offer ")
                                    + plan.compute().instanceType()));
            return facts.ruling();
        });
    }

    /** The load balancers are opened to AWS's list of CloudFront's addresses, which not every region has. */
    private static Ruling gateway(Plan plan, Preparation found) {
        return plan.edge().gateway() == EdgePlan.Gateway.NONE
                ? Ruling.pass("the plan has no gateway")
                : Ruling.onThe(
                        "AWS's list of CloudFront's addresses in " + plan.region(),
                        found.cloudFrontPrefixList(),
                        id -> Ruling.pass("AWS's list of CloudFront's addresses is " + id));
    }

    private static Ruling database(Plan plan, Preparation found) {
        String kind = DatabaseTopology.isOfClusters(plan) ? "cluster" : "instance";
        Ruling offer = Ruling.on(found.databaseZones(), offered -> {
            List<String> zones =
                    Words.zones(plan).stream().filter(offered::contains).toList();
            return new Facts()
                    .check(
                            zones.size() >= DATABASE_ZONES_NEEDED,
                            "PostgreSQL " + plan.database().engineVersion() + " on "
                                    + plan.database().instanceClass() + " can be ordered as a Multi-AZ " + kind
                                    + " in " + Words.list(zones))
                    .ruling();
        });
        return offer.verdict() == Verdict.PASS ? offer : unlessEachStands(plan, found, offer);
    }

    /** A stack that stands may still lack what another shape of the plan, or one more service, has to have ordered. */
    private static Ruling unlessEachStands(Plan plan, Preparation found, Ruling offer) {
        return Ruling.on(
                found.standing(),
                standing -> DatabaseNeed.of(plan).serversToCome(standing) == 0
                        ? unlessStanding("database", found, offer)
                        : offer);
    }

    private static Ruling kafka(Plan plan, Preparation found) {
        String wanted = plan.messaging().kafkaVersion();
        return unlessStanding("messaging", found, offered("Kafka", wanted, found.kafkaVersions()));
    }

    private static Ruling kubernetes(Plan plan, Preparation found) {
        String wanted = plan.compute().kubernetesVersion();
        return unlessStanding("compute", found, offered("Kubernetes", wanted, found.kubernetesVersions()));
    }

    private static Ruling offered(String what, String wanted, Observed<SortedSet<String>> versions) {
        return Ruling.on(
                versions,
                offered -> new Facts()
                        .check(
                                offered.contains(wanted),
                                "asked for " + what + " " + wanted + "; offered: " + Words.list(offered))
                        .ruling());
    }

    /** Versions leave the offer while what runs them goes on; only what has to be ordered has to be offered. */
    private static Ruling unlessStanding(String stage, Preparation found, Ruling offer) {
        return offer.verdict() == Verdict.PASS
                ? offer
                : Ruling.on(
                        found.stacks(),
                        stacks -> NetworkChecks.stands(stacks.getOrDefault(stage, ""))
                                ? Ruling.pass("the stage " + stage + " stands already; nothing has to be ordered")
                                : offer);
    }
}
