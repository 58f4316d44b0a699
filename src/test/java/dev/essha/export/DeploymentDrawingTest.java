package dev.essha.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.diagram.Area;
import dev.essha.diagram.Box;
import dev.essha.diagram.DeploymentDrawing;
import dev.essha.diagram.Drawing;
import dev.essha.diagram.Line;
import dev.essha.plan.DomainName;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentDrawingTest {

    private static final Set<Box.Kind> HOLD_OTHERS =
            Set.of(Box.Kind.FRAME, Box.Kind.ADOPTED, Box.Kind.PUBLIC_SUBNET, Box.Kind.PRIVATE_SUBNET);

    /** They reach into every zone, and so over the frames of all. */
    private static final Set<String> SPAN_ZONES = Set.of("balancer", "internal-balancer");

    private static final Set<String> ABOVE_REGION = Set.of("names", "gateway", "accelerator");

    private static final String SIMPLEST = "NAT_PER_ZONE SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED";

    /** Every shape that a plan can have: some thousands, so each test goes through all of them by itself. */
    static Stream<Shape> shapes() {
        return Shape.all();
    }

    @Test
    void whatIsInAZoneLiesInItsSubnets() {
        shapes().forEach(shape -> {
            Drawing drawing = draw(shape);
            for (String zone : zones(drawing)) {
                Area frame = drawing.box("zone/" + zone).area();
                Area open = drawing.box("public/" + zone).area();
                Area closed = drawing.box("private/" + zone).area();
                assertThat(frame.contains(open) && frame.contains(closed))
                        .as("%s", shape)
                        .isTrue();
                assertThat(boxesOf(drawing, zone, "nat/", "balancer/"))
                        .as("%s", shape)
                        .allMatch(open::contains);
                assertThat(boxesOf(drawing, zone, "nodes/", "database/", "brokers/", "endpoints/"))
                        .as("%s", shape)
                        .hasSizeGreaterThanOrEqualTo(3)
                        .allMatch(closed::contains);
            }
        });
    }

    @Test
    void whatIsInTheRegionLiesInItAndTheZonesInTheVpc() {
        shapes().forEach(shape -> {
            Drawing drawing = draw(shape);
            Area region = drawing.box("region").area();
            Area vpc = drawing.box("vpc").area();
            assertThat(drawing.boxes())
                    .as("%s", shape)
                    .filteredOn(b -> !ABOVE_REGION.contains(b.id()))
                    .allMatch(b -> region.contains(b.area()));
            assertThat(drawing.boxes())
                    .as("%s", shape)
                    .filteredOn(b -> ABOVE_REGION.contains(b.id()))
                    .noneMatch(b -> region.overlaps(b.area()));
            assertThat(zones(drawing))
                    .as("%s", shape)
                    .hasSize(shape.zones())
                    .allMatch(z -> vpc.contains(drawing.box("zone/" + z).area()));
            Area page = new Area(0, 0, drawing.width(), drawing.height());
            assertThat(drawing.boxes()).as("%s", shape).allMatch(b -> page.contains(b.area()));
        });
    }

    @Test
    void boxesOverlapOnlyWhereOneHoldsTheOtherSaveWhatSpansZones() {
        shapes().forEach(shape -> {
            List<Box> boxes = draw(shape).boxes();
            for (Box one : boxes) {
                assertThat(boxes)
                        .as("%s", shape)
                        .filteredOn(other -> !other.equals(one) && other.area().overlaps(one.area()))
                        .allMatch(other -> holds(one, other) || holds(other, one) || spansZones(one, other));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6})
    void theLoadBalancerReachesIntoEveryPublicSubnetAndTheInternalOneIntoEveryPrivateOne(int zones) {
        Drawing drawing = draw(Shape.words(zones + " " + SIMPLEST + " private"));

        assertThat(reached(drawing, "balancer"))
                .containsOnly(Box.Kind.PUBLIC_SUBNET)
                .hasSize(zones);
        assertThat(reached(drawing, "internal-balancer"))
                .containsOnly(Box.Kind.PRIVATE_SUBNET)
                .hasSize(zones);
    }

    private static List<Box.Kind> reached(Drawing drawing, String id) {
        Area area = drawing.box(id).area();
        return drawing.boxes().stream()
                .filter(b -> b.kind() == Box.Kind.PUBLIC_SUBNET || b.kind() == Box.Kind.PRIVATE_SUBNET)
                .filter(b -> b.area().overlaps(area))
                .map(Box::kind)
                .toList();
    }

    @Test
    void arrowsEndAtTheirBoxesAndCrossNoOther() {
        shapes().forEach(shape -> {
            Drawing drawing = draw(shape);
            for (Line line : drawing.lines()) {
                assertThat(touches(drawing.box(line.fromBox()).area(), line.x1(), line.y1()))
                        .as("%s %s", shape, line)
                        .isTrue();
                assertThat(touches(drawing.box(line.toBox()).area(), line.x2(), line.y2()))
                        .as("%s %s", shape, line)
                        .isTrue();
                assertThat(drawing.boxes())
                        .as("%s %s", shape, line)
                        .filteredOn(b -> !HOLD_OTHERS.contains(b.kind()))
                        .noneMatch(b -> b.area().overlaps(trace(line)));
            }
        });
    }

    @Test
    void arrowsCrossNoLabel() {
        shapes().forEach(shape -> assertArrowsCrossNoLabel(draw(shape)));
    }

    private static void assertArrowsCrossNoLabel(Drawing drawing) {
        for (Line line : drawing.lines()) {
            assertThat(drawing.boxes())
                    .as("%s", line)
                    .filteredOn(b -> HOLD_OTHERS.contains(b.kind()))
                    .noneMatch(b -> TextWidth.labelAbove(b).overlaps(trace(line)));
        }
    }

    @Test
    void labelsOfArrowsTouchNoBoxAndNoBorder() {
        shapes().forEach(shape -> {
            Drawing drawing = draw(shape);
            for (Line line :
                    drawing.lines().stream().filter(l -> !l.label().isEmpty()).toList()) {
                Area label = TextWidth.labelOf(line);
                assertThat(drawing.boxes())
                        .as("%s %s", shape, line)
                        .filteredOn(b -> b.area().overlaps(label))
                        .allMatch(
                                b -> HOLD_OTHERS.contains(b.kind()) && b.area().contains(label));
            }
        });
    }

    @Test
    void everyLabelFitsItsBox() {
        shapes().forEach(
                        shape -> assertThat(draw(shape).boxes()).as("%s", shape).allMatch(b -> fits(b)));
    }

    @Test
    void everyLabelFitsItsBoxInGermanToo() {
        shapes().forEach(shape -> {
            Drawing drawing = DeploymentDrawing.of(shape.plan(), Locale.GERMAN);
            assertThat(drawing.boxes())
                    .as("%s", shape)
                    .allSatisfy(b -> assertThat(fits(b))
                            .as("%s / %s", b.title(), b.detail())
                            .isTrue());
            assertThat(drawing.boxes()).extracting(Box::title).contains("Privat");
            assertThat(drawing.boxes()).extracting(Box::detail).contains("Verfügbarkeitszone");
            assertThat(drawing.boxes()).extracting(Box::id).isEqualTo(ids(draw(shape)));
        });
    }

    private static List<String> ids(Drawing drawing) {
        return drawing.boxes().stream().map(Box::id).toList();
    }

    @Test
    void theLongestNamesFitTheirBoxes() {
        String domain = "a-department-with-a-long-name.of-a-company.somewhere.example.com";
        Plan plan = Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, new DomainName(domain));

        assertThat(domain).hasSize(64);
        assertThat(DeploymentDrawing.of(plan).boxes()).allMatch(DeploymentDrawingTest::fits);
        assertThat(DeploymentDrawing.of(plan).box("names").title()).startsWith(domain);
        assertArrowsCrossNoLabel(DeploymentDrawing.of(plan));
    }

    private static boolean fits(Box box) {
        return HOLD_OTHERS.contains(box.kind())
                ? box.area().contains(TextWidth.labelAbove(box))
                : TextWidth.widestLine(box) < box.area().width();
    }

    @Test
    void everyBoxHasAnIdOfItsOwn() {
        shapes().forEach(shape ->
                assertThat(draw(shape).boxes()).extracting(Box::id).doesNotHaveDuplicates());
    }

    @Test
    void theSamePlanGivesTheSameDrawing() {
        assertThat(draw(Shape.words("3 " + SIMPLEST))).isEqualTo(draw(Shape.words("3 " + SIMPLEST)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void asManyBrokersAreDrawnAsTheTemplateAsksFor(int zones) {
        Plan plan = ExportPlans.withZones(zones);
        Work.Stack messaging = (Work.Stack)
                ExportPlans.blueprint(plan).stage(StageId.MESSAGING).work();
        long drawn = plan.messaging().brokersPerZone()
                * DeploymentDrawing.of(plan).boxes().stream()
                        .filter(b -> b.kind() == Box.Kind.MESSAGING)
                        .count();
        assertThat(messaging.templateBody()).contains("NumberOfBrokerNodes: " + drawn + "\n");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED,       CNAME records in Route 53
        SINGLE NONE ELSEWHERE MULTI_AZ_INSTANCE SHARED,     CNAME records at the domain's DNS provider
        SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED apex,  alias and CNAME records in Route 53
        PER_ZONE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED,     'CNAME records, and a weighted one for each zone, in Route 53'
        PER_ZONE CLOUDFRONT ROUTE53 MULTI_AZ_INSTANCE SHARED, CNAME records in Route 53
        """)
    void theNamesSayWhichRecordsThereAreAndWhere(String shape, String records) {
        Box names = draw(Shape.words("3 NONE " + shape)).box("names");

        assertThat(names.title()).contains("ess.example.com", "*.ess.example.com");
        assertThat(names.detail()).isEqualTo(records);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        SINGLE,   NONE,       names -> balancer
        SINGLE,   CLOUDFRONT, names -> gateway | gateway -> balancer
        FRONTED,  NONE,       names -> accelerator | accelerator -> balancer/a | accelerator -> balancer/b | accelerator -> balancer/c
        PER_ZONE, NONE,       names -> balancer/a | names -> balancer/b | names -> balancer/c
        PER_ZONE, CLOUDFRONT, names -> gateway | gateway -> balancer/a | gateway -> balancer/b | gateway -> balancer/c
        """)
    void arrowsLeadFromTheNamesThroughWhatStandsInFront(String balancing, String gateway, String way) {
        Drawing drawing =
                draw(Shape.words("3 NONE %s %s ROUTE53 MULTI_AZ_INSTANCE SHARED".formatted(balancing, gateway)));

        assertThat(drawing.lines().stream()
                        .map(l -> l.fromBox() + " -> " + l.toBox())
                        .map(l -> l.replace("eu-central-1", ""))
                        .filter(l -> l.contains(" -> balancer") || l.startsWith("names")))
                .containsExactlyInAnyOrder(way.split(" [|] "));
        assertThat(drawing.lines())
                .filteredOn(l -> l.fromBox().startsWith("balancer") && l.toBox().startsWith("nodes/"))
                .hasSize(3);
    }

    @Test
    void theInternalLoadBalancerLeadsToTheNodesToo() {
        assertThat(draw(Shape.words("4 " + SIMPLEST + " private")).lines())
                .filteredOn(l -> l.fromBox().equals("internal-balancer"))
                .hasSize(4)
                .allMatch(l -> l.toBox().startsWith("nodes/"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        MULTI_AZ_INSTANCE, SHARED,      PostgreSQL primary,     PostgreSQL standby,   Database subnet,      a -> b
        MULTI_AZ_INSTANCE, PER_SERVICE, 8 PostgreSQL primaries, 8 PostgreSQL standbys, Database subnet,      a -> b
        MULTI_AZ_CLUSTER,  SHARED,      PostgreSQL reader,      PostgreSQL writer,    PostgreSQL reader,    b -> a | b -> c
        MULTI_AZ_CLUSTER,  PER_SERVICE, 8 PostgreSQL readers,   8 PostgreSQL writers, 8 PostgreSQL readers, b -> a | b -> c
        """)
    void theDatabaseIsDrawnInItsShape(
            String topology, String sharing, String first, String second, String third, String copies) {
        Drawing drawing = draw(Shape.words("4 NONE SINGLE NONE ROUTE53 %s %s".formatted(topology, sharing)));

        assertThat(Stream.of("a", "b", "c", "d")
                        .map(z -> drawing.box("database/eu-central-1" + z).title()))
                .containsExactly(first, second, third, "Database subnet");
        assertThat(drawing.lines().stream()
                        .filter(l -> l.fromBox().startsWith("database/"))
                        .map(l -> (l.fromBox() + " -> " + l.toBox()).replace("database/eu-central-1", "")))
                .containsExactly(copies.split(" [|] "));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        NAT_PER_ZONE, nat/eu-central-1b,       EGRESS
        REGIONAL_NAT, nat,                     EGRESS
        NONE,         endpoints/eu-central-1b, EGRESS
        EXISTING,     egress,                  RESERVE
        """)
    void theWayOutIsDrawnWhereItIs(String egress, String id, Box.Kind kind) {
        Drawing drawing = draw(Shape.words("3 " + egress + " SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED"));

        assertThat(drawing.box(id).kind()).isEqualTo(kind);
        assertThat(drawing.box("vpc").area().contains(drawing.box(id).area())).isTrue();
    }

    @Test
    void anExistingVpcIsMarked() {
        Box vpc = draw(Shape.words("3 EXISTING SINGLE NONE ROUTE53 MULTI_AZ_INSTANCE SHARED"))
                .box("vpc");

        assertThat(vpc.kind()).isEqualTo(Box.Kind.ADOPTED);
        assertThat(vpc.detail()).isEqualTo("existing, vpc-0123456789abcdef0");
    }

    private static Drawing draw(Shape shape) {
        return DeploymentDrawing.of(shape.plan());
    }

    private static List<String> zones(Drawing drawing) {
        return drawing.boxes().stream()
                .map(Box::id)
                .filter(id -> id.startsWith("zone/"))
                .map(id -> id.substring("zone/".length()))
                .toList();
    }

    private static List<Area> boxesOf(Drawing drawing, String zone, String... prefixes) {
        return drawing.boxes().stream()
                .filter(b -> Stream.of(prefixes).anyMatch(p -> b.id().equals(p + zone)))
                .map(Box::area)
                .toList();
    }

    private static boolean holds(Box outer, Box inner) {
        return HOLD_OTHERS.contains(outer.kind()) && outer.area().contains(inner.area());
    }

    private static boolean spansZones(Box one, Box other) {
        return (SPAN_ZONES.contains(one.id()) && HOLD_OTHERS.contains(other.kind()))
                || (SPAN_ZONES.contains(other.id()) && HOLD_OTHERS.contains(one.kind()));
    }

    private static boolean touches(Area area, double x, double y) {
        return area.contains(new Area(x, y, 0, 0));
    }

    /** All that a straight, upright or level line covers between its ends. */
    private static Area trace(Line line) {
        double thin = 1;
        boolean upright = line.x1() == line.x2();
        double left = Math.min(line.x1(), line.x2());
        double top = Math.min(line.y1(), line.y2());
        return upright
                ? new Area(left - thin / 2, top, thin, Math.abs(line.y2() - line.y1()))
                : new Area(left, top - thin / 2, Math.abs(line.x2() - line.x1()), thin);
    }
}
