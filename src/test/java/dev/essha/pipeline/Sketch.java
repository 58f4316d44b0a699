package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Output;
import dev.essha.blueprint.StackTags;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.plan.AccountId;
import dev.essha.plan.Cidr;
import dev.essha.plan.ComputePlan;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EssPlan;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import dev.essha.plan.RegistryPlan;
import dev.essha.plan.StoragePlan;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.ZoneName;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Small blueprints, drawn with a few words. A template is its resources, a line each: {@code LogicalId Type}, {@code
 * stateful} or {@code after Other} behind it.
 */
final class Sketch {

    static final DomainName DOMAIN = new DomainName("ess.example.com");

    private Sketch() {}

    static Blueprint blueprint(DomainPlan.Dns dns, Stage... stages) {
        return new Blueprint(plan(dns), List.of(stages));
    }

    static Blueprint blueprint(Stage... stages) {
        return blueprint(DomainPlan.Dns.ROUTE53, stages);
    }

    static Stage stage(Work work, StageId id, StageId... after) {
        return new Stage(id, new TreeSet<>(Arrays.asList(after)), work);
    }

    /** A stack whose inputs are the outputs that the stages before it have for it. */
    static Stage stack(StageId id, List<StageId> after, String... resources) {
        return stage(work(id, after, resources), id, after.toArray(StageId[]::new));
    }

    static Work.Stack work(StageId id, List<StageId> after, String... resources) {
        return new Work.Stack(
                FakeCloud.REGION,
                "ess-acme-" + id.label(),
                String.join("\n", resources),
                outputs(o -> after.contains(o.producer()) && o.consumers().contains(id)),
                outputs(o -> o.producer() == id),
                new TreeMap<>(Map.of(StackTags.DEPLOYMENT, "acme", StackTags.STAGE, id.label())),
                Arrays.stream(resources).map(Sketch::resource).toList(),
                false,
                Collections.emptySortedSet());
    }

    /** The same under another name and in another region, as another shape of the plan would have it. */
    static Work.Stack placed(Work.Stack work, RegionName region, String name) {
        SortedMap<String, String> tags = new TreeMap<>(work.tags());
        if (!region.equals(FakeCloud.REGION)) {
            tags.put(StackTags.HOME, FakeCloud.REGION.value());
        }
        return new Work.Stack(
                region,
                name,
                work.templateBody(),
                work.inputs(),
                work.outputs(),
                tags,
                work.resources(),
                work.terminationProtection(),
                work.lookups());
    }

    /** What stands nowhere in a plan of these stacks goes. */
    static Stage cleanUp(List<RegionName> regions, Stage... kept) {
        Map<RegionName, Set<String>> names = Arrays.stream(kept)
                .map(Stage::work)
                .filter(Work.Stack.class::isInstance)
                .map(Work.Stack.class::cast)
                .collect(Collectors.groupingBy(
                        Work.Stack::region, Collectors.mapping(Work.Stack::name, Collectors.toSet())));
        StageId[] after = Arrays.stream(kept).map(Stage::id).toArray(StageId[]::new);
        return stage(new Work.CleanUp(regions, names, 300), StageId.CLEAN_UP, after);
    }

    static Work.Resource resource(String line) {
        String[] words = line.split(" ");
        Set<String> after = words.length == 4 ? Set.of(words[3]) : Set.of();
        return new Work.Resource(words[0], words[1], after, line.endsWith(" stateful"));
    }

    static SortedSet<Output> outputs(Predicate<Output> which) {
        SortedSet<Output> found = new TreeSet<>();
        Arrays.stream(Output.values()).filter(which).forEach(found::add);
        return found;
    }

    static ValidPlan plan(DomainPlan.Dns dns) {
        return plan(dns, FakeCloud.ACCOUNT);
    }

    static ValidPlan planFor(AccountId account) {
        return plan(DomainPlan.Dns.ROUTE53, account);
    }

    private static ValidPlan plan(DomainPlan.Dns dns, AccountId account) {
        return ValidPlan.of(new Plan(
                new DeploymentName("acme"),
                Optional.of(account),
                FakeCloud.REGION,
                new TreeMap<>(),
                new EssPlan(true, true, false),
                network(),
                new DomainPlan(DOMAIN, dns, Optional.empty()),
                new EdgePlan(
                        EdgePlan.LoadBalancing.SINGLE,
                        EdgePlan.Gateway.NONE,
                        List.of(Cidr.ANYWHERE),
                        "ELBSecurityPolicy-TLS13-1-2-2021-06",
                        30443),
                new DatabasePlan(
                        DatabasePlan.Topology.MULTI_AZ_INSTANCE,
                        DatabasePlan.Sharing.SHARED,
                        "17.6",
                        "db.m7g.large",
                        100,
                        500,
                        14,
                        true),
                new MessagingPlan("3.9.x", "kafka.m7g.large", 1, 100, MessagingPlan.Authentication.SCRAM, 30),
                new StoragePlan(30, 7, true),
                new ComputePlan("1.33", "m7i.xlarge", 2, 4, 100, List.of(), 90),
                new RegistryPlan("docker.software.inrupt.com", List.of("ess-storage"), 10)));
    }

    private static NetworkPlan network() {
        List<Cidr> parts = Cidr.parse("10.40.0.0/16").split(20);
        List<NetworkPlan.Zone> zones = IntStream.range(0, 3)
                .mapToObj(i -> new NetworkPlan.Zone(
                        new ZoneName("eu-central-1" + (char) ('a' + i)), parts.get(i), parts.get(8 + i)))
                .toList();
        return new NetworkPlan(Cidr.parse("10.40.0.0/16"), zones, NetworkPlan.Egress.NAT_PER_ZONE, 30);
    }
}
