package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every way to the cluster. */
class FrontShapesTest {

    @ParameterizedTest
    @MethodSource("dev.essha.blueprint.FrontShapes#all")
    void theSameShapeGivesTheSameBytes(FrontShapes shape) {
        assertThat(shape.stages()).isEqualTo(shape.stages());
    }

    @ParameterizedTest
    @MethodSource("dev.essha.blueprint.FrontShapes#all")
    void recordsMoveWhenAllThatTheyLeadToIsReady(FrontShapes shape) {
        Set<StageId> after = stage(shape, StageId.DNS).after();

        assertThat(after).contains(StageId.EDGE, StageId.NODES, StageId.ACCESS);
        assertThat(after.contains(StageId.GATEWAY)).isEqualTo(shape.gateway() == Gateway.CLOUDFRONT);
    }

    @ParameterizedTest
    @MethodSource("dev.essha.blueprint.FrontShapes#all")
    void whatIsLeftOverGoesAfterEverythingElse(FrontShapes shape) {
        List<StageId> order = shape.stages().stream().map(Stage::id).toList();

        assertThat(order).endsWith(StageId.CLEAN_UP, StageId.HAND_OVER);
        assertThat(stage(shape, StageId.CLEAN_UP).after()).isEqualTo(new TreeSet<>(order.subList(0, order.size() - 2)));
    }

    /** So each change of the shape changes them where they stand: their names and types are what cannot be changed. */
    @Test
    void theRecordsOfTheDomainAreTheSameInEveryShape() {
        assertThat(FrontShapes.all().filter(s -> !s.apex()).map(FrontShapesTest::domainRecords))
                .filteredOn(records -> !records.isEmpty())
                .containsOnly(Map.of(
                        "DomainRecord",
                        "ess.example.com CNAME null",
                        "WildcardRecord",
                        "*.ess.example.com CNAME null"));
        assertThat(FrontShapes.all().filter(FrontShapes::apex).map(FrontShapesTest::domainRecords))
                .filteredOn(records -> !records.isEmpty())
                .containsOnly(Map.of(
                        "DomainRecord", "ess.example.com A null", "WildcardRecord", "*.ess.example.com CNAME null"));
    }

    /** A resource of another stack by the same name would be refused while both stand. */
    @Test
    void stacksThatStandTogetherWhileTheShapeChangesShareNoName() {
        Map<String, Set<String>> owners = new TreeMap<>();
        for (Work.Stack stack :
                FrontShapes.all().flatMap(s -> s.front().stream()).toList()) {
            Rendered rendered = new Rendered(stack);
            for (String id : rendered.ids("AWS::ElasticLoadBalancingV2::LoadBalancer")) {
                String name = (String) rendered.property(id, "Name");
                owners.computeIfAbsent(name, _ -> new TreeSet<>()).add(stack.name());
            }
        }

        assertThat(owners)
                .containsOnlyKeys(
                        "ess-acme",
                        "ess-acme-a",
                        "ess-acme-b",
                        "ess-acme-c",
                        "ess-acme-d",
                        "ess-acme-vpc",
                        "ess-acme-vpz")
                .allSatisfy((_, stacks) -> assertThat(stacks).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        SINGLE,   NONE,       edge,       access
        PER_ZONE, NONE,       edge-zones, access
        FRONTED,  NONE,       edge-zones, access
        SINGLE,   CLOUDFRONT, edge,       access-gateway
        PER_ZONE, CLOUDFRONT, edge-zones, access-gateway
        """)
    void stacksThatServeBesideTheOldOnesHaveNamesOfTheirOwn(
            LoadBalancing loadBalancing, Gateway gateway, String edge, String access) {
        StagePlans plan = new StagePlans();
        plan.loadBalancing = loadBalancing;
        plan.gateway = gateway;

        assertThat(plan.render(new EdgeStage()).stack().name()).isEqualTo("ess-acme-" + edge);
        assertThat(plan.render(new EdgeStage()).stack().tags()).containsEntry("ess-ha:stage", "edge");
        assertThat(plan.render(new AccessStage()).stack().name()).isEqualTo("ess-acme-" + access);
    }

    private static Stage stage(FrontShapes shape, StageId id) {
        return shape.stages().stream().filter(s -> s.id() == id).findFirst().orElseThrow();
    }

    private static Map<String, String> domainRecords(FrontShapes shape) {
        return shape.front().stream()
                .filter(s -> s.name().equals("ess-acme-dns"))
                .map(Rendered::new)
                .flatMap(r -> r.ids("AWS::Route53::RecordSet").stream()
                        .filter(Set.of("DomainRecord", "WildcardRecord")::contains)
                        .map(id -> Map.entry(id, identity(r, id))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String identity(Rendered stack, String record) {
        return stack.property(record, "Name") + " " + stack.property(record, "Type") + " "
                + stack.property(record, "SetIdentifier");
    }
}
