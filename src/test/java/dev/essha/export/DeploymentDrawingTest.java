package dev.essha.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.diagram.Area;
import dev.essha.diagram.Box;
import dev.essha.diagram.DeploymentDrawing;
import dev.essha.diagram.Drawing;
import dev.essha.diagram.Line;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentDrawingTest {

    private static final Set<Box.Kind> HOLD_OTHERS =
            Set.of(Box.Kind.FRAME, Box.Kind.PUBLIC_SUBNET, Box.Kind.PRIVATE_SUBNET);

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void whatIsInAZoneLiesInItsSubnets(int zones) {
        Drawing drawing = draw(zones);
        for (String zone : zones(drawing)) {
            Area frame = drawing.box("zone/" + zone).area();
            Area open = drawing.box("public/" + zone).area();
            Area closed = drawing.box("private/" + zone).area();
            assertThat(frame.contains(open) && frame.contains(closed)).isTrue();
            assertThat(open.contains(drawing.box("nat/" + zone).area())).isTrue();
            assertThat(List.of("nodes/", "database/", "brokers/"))
                    .allMatch(what -> closed.contains(drawing.box(what + zone).area()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void everythingButTheNamesLiesInTheRegionAndTheZonesInTheVpc(int zones) {
        Drawing drawing = draw(zones);
        Area region = drawing.box("region").area();
        Area vpc = drawing.box("vpc").area();
        assertThat(drawing.boxes()).filteredOn(b -> !b.id().equals("names")).allMatch(b -> region.contains(b.area()));
        assertThat(zones(drawing))
                .hasSize(zones)
                .allMatch(z -> vpc.contains(drawing.box("zone/" + z).area()));
        assertThat(new Area(0, 0, drawing.width(), drawing.height()).contains(region))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void boxesOverlapOnlyWhereOneHoldsTheOtherSaveTheLoadBalancer(int zones) {
        List<Box> boxes = draw(zones).boxes();
        for (Box one : boxes) {
            assertThat(boxes)
                    .filteredOn(other -> !other.equals(one) && other.area().overlaps(one.area()))
                    .allMatch(other -> holds(one, other) || holds(other, one) || spansZones(one, other));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void theLoadBalancerReachesIntoEveryPublicSubnetAndIntoNoPrivateOne(int zones) {
        Drawing drawing = draw(zones);
        Area balancer = drawing.box("balancer").area();
        assertThat(drawing.boxes())
                .filteredOn(b -> b.kind() == Box.Kind.PUBLIC_SUBNET)
                .allMatch(b -> b.area().overlaps(balancer));
        assertThat(drawing.boxes())
                .filteredOn(b -> b.kind() == Box.Kind.PRIVATE_SUBNET)
                .noneMatch(b -> b.area().overlaps(balancer));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void arrowsEndAtTheirBoxesAndCrossNoOther(int zones) {
        Drawing drawing = draw(zones);
        for (Line line : drawing.lines()) {
            assertThat(touches(drawing.box(line.fromBox()).area(), line.x1(), line.y1()))
                    .isTrue();
            assertThat(touches(drawing.box(line.toBox()).area(), line.x2(), line.y2()))
                    .isTrue();
            assertThat(drawing.boxes())
                    .filteredOn(b -> !HOLD_OTHERS.contains(b.kind()))
                    .noneMatch(b -> b.area().overlaps(trace(line)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void arrowsCrossNoLabel(int zones) {
        Drawing drawing = draw(zones);
        for (Line line : drawing.lines()) {
            assertThat(drawing.boxes())
                    .filteredOn(b -> HOLD_OTHERS.contains(b.kind()))
                    .noneMatch(b -> TextWidth.labelAbove(b).overlaps(trace(line)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void everyLabelFitsItsBox(int zones) {
        assertThat(draw(zones).boxes())
                .allMatch(b -> HOLD_OTHERS.contains(b.kind())
                        ? b.area().contains(TextWidth.labelAbove(b))
                        : TextWidth.widestLine(b) < b.area().width());
    }

    @Test
    void everyBoxHasAnIdOfItsOwn() {
        assertThat(draw(5).boxes()).extracting(Box::id).doesNotHaveDuplicates();
    }

    @Test
    void theSamePlanGivesTheSameDrawing() {
        assertThat(draw(3)).isEqualTo(draw(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void asManyBrokersAreDrawnAsTheTemplateAsksFor(int zones) {
        Plan plan = ExportPlans.withZones(zones);
        Work.Stack messaging = (Work.Stack)
                ExportPlans.blueprint(plan).stage(StageId.MESSAGING).work();
        long drawn = plan.messaging().brokersPerZone()
                * draw(zones).boxes().stream()
                        .filter(b -> b.kind() == Box.Kind.MESSAGING)
                        .count();
        assertThat(messaging.templateBody()).contains("NumberOfBrokerNodes: " + drawn + "\n");
    }

    @ParameterizedTest
    @CsvSource({"true, at the domain's DNS provider", "false, in Route 53"})
    void theNamesSayWhereTheirRecordsAre(boolean elsewhere, String where) {
        Plan plan = elsewhere ? ExportPlans.withDnsElsewhere() : ExportPlans.preset();
        Box names = DeploymentDrawing.of(plan).box("names");
        assertThat(names.title()).contains("ess.example.com", "*.ess.example.com");
        assertThat(names.detail()).endsWith(where);
    }

    private static Drawing draw(int zones) {
        return DeploymentDrawing.of(ExportPlans.withZones(zones));
    }

    private static List<String> zones(Drawing drawing) {
        return drawing.boxes().stream()
                .map(Box::id)
                .filter(id -> id.startsWith("zone/"))
                .map(id -> id.substring("zone/".length()))
                .toList();
    }

    private static boolean holds(Box outer, Box inner) {
        return HOLD_OTHERS.contains(outer.kind()) && outer.area().contains(inner.area());
    }

    private static boolean spansZones(Box one, Box other) {
        return (one.id().equals("balancer") && HOLD_OTHERS.contains(other.kind()))
                || (other.id().equals("balancer") && HOLD_OTHERS.contains(one.kind()));
    }

    private static boolean touches(Area area, double x, double y) {
        return area.contains(new Area(x, y, 0, 0));
    }

    /** All that a straight, upright or level line covers between its ends. */
    private static Area trace(Line line) {
        double thin = 1;
        boolean upright = line.x1() == line.x2();
        return upright
                ? new Area(line.x1() - thin / 2, line.y1(), thin, line.y2() - line.y1())
                : new Area(line.x1(), line.y1() - thin / 2, line.x2() - line.x1(), thin);
    }
}
