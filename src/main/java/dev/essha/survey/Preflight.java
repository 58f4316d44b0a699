package dev.essha.survey;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Identity;
import dev.essha.cloud.Offers;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackView;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Offer;
import dev.essha.inventory.Preparation;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at what account, region and DNS offer before anything is touched. Changes nothing. */
public final class Preflight {

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
                        plan.database().engineVersion(), plan.database().instanceClass()));
        var kafka = observer.look("kafka:ListKafkaVersions", offers::kafkaVersions);
        var kubernetes = observer.look("eks:DescribeClusterVersions", offers::kubernetesVersions);
        var hostedZones = hostedZones(offers);
        var domain = observer.look("DNS", this::domainLookups);
        var quotas = quotas(offers);
        var foreign = observer.look(Installed.FIND, this::foreignStacks);
        var permissions = observer.look(
                "iam:SimulatePrincipalPolicy", () -> offers.permissions(InstallActions.of(plan)));
        return new Preparation(
                observedAt,
                identity.account().value(),
                identity.region().value(),
                zones.join(),
                nodeZones.join(),
                databaseZones.join(),
                kafka.join(),
                kubernetes.join(),
                hostedZones.join(),
                domain.join(),
                joined(quotas),
                standing(),
                foreign.join(),
                permissions.join());
    }

    private CompletableFuture<Observed<List<Offer.HostedZone>>> hostedZones(Offers offers) {
        return plan.domain().dns() == DomainPlan.Dns.ROUTE53
                ? observer.look(
                        "route53:ListHostedZones",
                        () -> offers.hostedZones(plan.domain().name()))
                : CompletableFuture.completedFuture(new Observed.Unseen<>("", "DNS is not in Route 53"));
    }

    /** Who serves the domain, from the domain itself up; and whether the domain has a record already. */
    private List<DnsAnswer> domainLookups() {
        DomainName domain = plan.domain().name();
        List<DnsAnswer> answers = new ArrayList<>();
        answers.add(cloud.resolver().lookUp(domain.value(), "CNAME"));
        Stream.iterate(Optional.of(domain), Optional::isPresent, d -> d.flatMap(DomainName::parent))
                .flatMap(Optional::stream)
                .forEach(d -> answers.add(cloud.resolver().lookUp(d.value(), "NS")));
        return answers;
    }

    private Map<Offer.Limit, CompletableFuture<Observed<Optional<Offer.Quota>>>> quotas(Offers offers) {
        Map<Offer.Limit, CompletableFuture<Observed<Optional<Offer.Quota>>>> started = new EnumMap<>(Offer.Limit.class);
        for (Offer.Limit limit : Offer.Limit.values()) {
            started.put(limit, observer.look("servicequotas:GetServiceQuota", () -> offers.quota(limit)));
        }
        return started;
    }

    private static <K extends Enum<K>, V> Map<K, V> joined(Map<K, CompletableFuture<V>> started) {
        Map<K, V> ended = new EnumMap<>(started.keySet().iterator().next().getDeclaringClass());
        started.forEach((key, future) -> ended.put(key, future.join()));
        return ended;
    }

    /** What of the deployment is there already; it counts in the quotas. */
    private Observed<Map<String, Long>> standing() {
        return Installed.find(blueprint, cloud.stacks(), observer)
                .resources(cloud.stacks(), observer)
                .map(all -> all.stream()
                        .map(StackResource::type)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    private List<String> foreignStacks() {
        Set<String> own = cloud.stacks().ofDeployment(plan.name()).stream()
                .map(StackView::name)
                .collect(Collectors.toSet());
        return blueprint.stages().stream()
                .map(Stage::work)
                .flatMap(w -> w instanceof Work.Stack stack ? Stream.of(stack.name()) : Stream.empty())
                .filter(name -> !own.contains(name))
                .filter(name -> cloud.stacks().find(name).isPresent())
                .toList();
    }
}
