package dev.essha.survey;

import dev.essha.blueprint.Blueprint;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Identity;
import dev.essha.cloud.Offers;
import dev.essha.cloud.StackResource;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Offer;
import dev.essha.inventory.Preparation;
import dev.essha.inventory.Why;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.Plan;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at what account, region and DNS offer before anything is touched. Changes nothing. */
public final class Preflight {

    private static final String DNS = "DNS";
    private static final String QUOTA = "servicequotas:GetServiceQuota";

    private final Blueprint blueprint;
    private final Plan plan;
    private final Cloud cloud;
    private final Observer observer;

    private Preflight(Blueprint blueprint, Cloud cloud, Observer observer) {
        this.blueprint = blueprint;
        this.plan = blueprint.plan().plan();
        this.cloud = cloud;
        this.observer = observer;
    }

    /**
     * Looks once at everything. What cannot be seen is part of the answer, with the reason.
     *
     * @throws dev.essha.cloud.CloudException only if it cannot be told which account this is
     */
    public static Preparation take(Blueprint blueprint, Cloud cloud, Instant observedAt) {
        Identity identity = cloud.identity();
        try (Observer observer = new Observer()) {
            return new Preflight(blueprint, cloud, observer).preparation(observedAt, identity);
        }
    }

    private Preparation preparation(Instant observedAt, Identity identity) {
        Offers offers = cloud.offers();
        var zones = observer.look("ec2:DescribeAvailabilityZones", offers::zones);
        var nodeZones = observer.look(
                "ec2:DescribeInstanceTypeOfferings",
                () -> offers.zonesOffering(plan.compute().instanceType()));
        var databaseZones = observer.look(
                "rds:DescribeOrderableDBInstanceOptions",
                () -> offers.zonesOfferingDatabase(
                        plan.database().engineVersion(),
                        plan.database().instanceClass(),
                        plan.database().topology()));
        var prefixList = prefixList(offers);
        var premises = PremisesPart.start(plan.network(), cloud.lookups(), observer);
        var kafka = observer.look("kafka:ListKafkaVersions", offers::kafkaVersions);
        var kubernetes = observer.look("eks:DescribeClusterVersions", offers::kubernetesVersions);
        var hostedZones = hostedZones(offers);
        var domain = nameServers(hostedZones);
        var quotas = quotas(offers);
        Installed installed = Installed.find(blueprint, cloud, observer);
        var permissions =
                observer.look("iam:SimulatePrincipalPolicy", () -> offers.permissions(InstallActions.of(plan)));
        return new Preparation(
                observedAt,
                identity.account().value(),
                identity.region().value(),
                zones.join(),
                nodeZones.join(),
                databaseZones.join(),
                kafka.join(),
                kubernetes.join(),
                prefixList.join(),
                premises.premises(),
                hostedZones.join(),
                domain.join(),
                joined(quotas),
                installed.statuses(),
                standing(installed),
                installed.foreign(),
                permissions.join());
    }

    private CompletableFuture<Observed<Optional<String>>> prefixList(Offers offers) {
        String call = "ec2:DescribeManagedPrefixLists";
        return plan.edge().gateway() == EdgePlan.Gateway.CLOUDFRONT
                ? observer.look(call, offers::cloudFrontPrefixList)
                : CompletableFuture.completedFuture(new Observed.Seen<>(Optional.empty(), call));
    }

    private CompletableFuture<Observed<List<Offer.HostedZone>>> hostedZones(Offers offers) {
        return plan.domain().dns() == DomainPlan.Dns.ROUTE53
                ? observer.look(
                        "route53:ListHostedZones",
                        () -> offers.hostedZones(plan.domain().name()))
                : CompletableFuture.completedFuture(new Observed.Unseen<>("", Why.of(Why.Kind.DNS_ELSEWHERE)));
    }

    /** Who serves the zones that the domain's records can be in. */
    private CompletableFuture<Observed<List<DnsAnswer>>> nameServers(
            CompletableFuture<Observed<List<Offer.HostedZone>>> hostedZones) {
        DomainLook look = new DomainLook(cloud.resolver());
        return plan.domain().dns() == DomainPlan.Dns.ROUTE53
                ? observer.look(
                        hostedZones,
                        DNS,
                        zones -> zones.stream()
                                .filter(z -> !z.isPrivate())
                                .map(Offer.HostedZone::name)
                                .distinct()
                                .map(look::nameServers)
                                .toList())
                : observer.look(DNS, () -> look.nameServersAbove(plan.domain()));
    }

    private Map<Offer.Limit, CompletableFuture<Observed<Optional<Offer.Quota>>>> quotas(Offers offers) {
        Map<Offer.Limit, CompletableFuture<Observed<Optional<Offer.Quota>>>> started = new EnumMap<>(Offer.Limit.class);
        for (Offer.Limit limit : Offer.Limit.values()) {
            started.put(
                    limit,
                    concerns(limit)
                            ? observer.look(QUOTA, () -> offers.quota(limit))
                            : CompletableFuture.completedFuture(new Observed.Seen<>(Optional.empty(), QUOTA)));
        }
        return started;
    }

    /** What is asked in another region is asked only where it is needed: that region may be closed to the identity. */
    private boolean concerns(Offer.Limit limit) {
        return limit != Offer.Limit.DISTRIBUTIONS || plan.edge().gateway() == EdgePlan.Gateway.CLOUDFRONT;
    }

    private static <K extends Enum<K>, V> Map<K, V> joined(Map<K, CompletableFuture<V>> started) {
        Map<K, V> ended = new EnumMap<>(started.keySet().iterator().next().getDeclaringClass());
        started.forEach((key, future) -> ended.put(key, future.join()));
        return ended;
    }

    /** What of the deployment is there already; it counts in the quotas. */
    private Observed<Map<String, Long>> standing(Installed installed) {
        return installed
                .resources(cloud, observer)
                .map(all -> all.stream()
                        .map(StackResource::type)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }
}
