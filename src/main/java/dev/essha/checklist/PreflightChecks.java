package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Offer;
import dev.essha.inventory.Preparation;
import dev.essha.plan.AccountId;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
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
        return plan.account()
                .map(AccountId::value)
                .map(wanted -> new Facts()
                        .check(wanted.equals(found.account()), "account.of-plan", found.account(), wanted)
                        .ruling())
                .orElseGet(() -> Ruling.pass("account.any", found.account()));
    }

    private static Ruling region(Plan plan, Preparation found) {
        String wanted = plan.region().value();
        return new Facts()
                .check(wanted.equals(found.region()), "region.of-plan", found.region(), wanted)
                .ruling();
    }

    private static Ruling permissions(Plan plan, Preparation found) {
        return Ruling.on(found.permissions(), permissions -> {
            Facts facts = new Facts();
            permissions.denied().forEach(a -> facts.check(false, "permission.denied", a));
            permissions.undecided().forEach(a -> facts.unclear("permission.undecided", a));
            boolean clear = permissions.equals(Offer.Permissions.ALL);
            return (clear ? facts.note("permission.all") : facts).ruling();
        });
    }

    private static Ruling names(Plan plan, Preparation found) {
        return Ruling.on(found.foreignStacks(), foreign -> {
            Facts facts = new Facts();
            foreign.forEach(stack -> facts.check(false, "stacks.foreign", stack));
            return foreign.isEmpty() ? Ruling.pass("stacks.none-foreign") : facts.ruling();
        });
    }

    private static Ruling zones(Plan plan, Preparation found) {
        return Ruling.on(found.zones(), zones -> {
            Map<String, String> states =
                    zones.stream().collect(Collectors.toMap(Offer.Zone::name, Offer.Zone::state, (a, _) -> a));
            Facts facts = new Facts();
            Words.zones(plan)
                    .forEach(z -> facts.check(
                            "available".equals(states.get(z)),
                            states.containsKey(z) ? "state" : "zones.elsewhere",
                            z,
                            states.getOrDefault(z, "")));
            return facts.ruling();
        });
    }

    private static Ruling nodes(Plan plan, Preparation found) {
        return Ruling.on(found.nodeZones(), offered -> {
            Facts facts = new Facts();
            Words.zones(plan)
                    .forEach(z -> facts.check(
                            offered.contains(z),
                            offered.contains(z) ? "zones.offer" : "zones.offer-not",
                            z,
                            plan.compute().instanceType()));
            return facts.ruling();
        });
    }

    /** The load balancers are opened to AWS's list of CloudFront's addresses, which not every region has. */
    private static Ruling gateway(Plan plan, Preparation found) {
        return plan.edge().gateway() == EdgePlan.Gateway.NONE
                ? Ruling.pass("gateway.none-planned")
                : Ruling.onThe(
                        Phrase.of("missing.gateway-addresses", plan.region()),
                        found.cloudFrontPrefixList(),
                        id -> Ruling.pass("gateway.addresses", id));
    }

    private static Ruling database(Plan plan, Preparation found) {
        String fact = DatabaseTopology.isOfClusters(plan) ? "offer.database-cluster" : "offer.database-instance";
        Ruling offer = Ruling.on(found.databaseZones(), offered -> {
            List<String> zones =
                    Words.zones(plan).stream().filter(offered::contains).toList();
            return new Facts()
                    .check(
                            zones.size() >= DATABASE_ZONES_NEEDED,
                            fact,
                            plan.database().engineVersion(),
                            plan.database().instanceClass(),
                            Words.list(zones))
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
                        .check(offered.contains(wanted), "offer.versions", what, wanted, Words.list(offered))
                        .ruling());
    }

    /** Versions leave the offer while what runs them goes on; only what has to be ordered has to be offered. */
    private static Ruling unlessStanding(String stage, Preparation found, Ruling offer) {
        return offer.verdict() == Verdict.PASS
                ? offer
                : Ruling.on(
                        found.stacks(),
                        stacks -> NetworkChecks.stands(stacks.getOrDefault(stage, ""))
                                ? Ruling.pass("offer.not-needed", Phrase.of("stage." + stage))
                                : offer);
    }
}
