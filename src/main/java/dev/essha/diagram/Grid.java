package dev.essha.diagram;

import dev.essha.plan.DomainName;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things go: names on top, below them what stands in front, then the region with the VPC in it, one column for each
 * zone, the region's own services below.
 *
 * <p>A subnet's label and its boxes leave a lane free at the right, in which arrows run down without crossing anything.
 *
 * @param zones how many columns
 * @param open rows of the public subnets
 * @param closed rows of the private subnets
 * @param fronted whether something stands between the names and the region
 * @param wide whether what is above the region is as wide as it
 * @param below whether the VPC has something that is in no zone
 */
record Grid(int zones, List<Row> open, List<Row> closed, boolean fronted, boolean wide, boolean below) {

    static final double GAP = 14;

    private static final double MARGIN = 20;
    private static final double COLUMN = 300;
    private static final double ROW = 50;
    private static final double LABEL = 28;
    /** Wide enough for an arrow and, to its left, its label. */
    private static final double LANE = 108;
    /** High enough for an arrow's label. */
    private static final double DROP = 34;
    /** Below a load balancer that nothing else stands below, for the label of the arrow to the nodes. */
    private static final double FOOT = 22;

    private static final int SHORT_DOMAIN = 30;

    Grid {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    /** The one that a plan's shape needs. */
    static Grid of(Plan plan) {
        LoadBalancing balancing = plan.edge().loadBalancing();
        boolean spreads = balancing != LoadBalancing.SINGLE;
        Egress egress = plan.network().egress();
        return new Grid(
                plan.network().zones().size(),
                egress == Egress.NAT_PER_ZONE ? List.of(Row.BALANCER, Row.NAT) : List.of(Row.BALANCER),
                closed(plan),
                balancing == LoadBalancing.FRONTED || plan.edge().gateway() != Gateway.NONE,
                spreads || isLong(plan.domain().name()),
                egress == Egress.REGIONAL_NAT || egress == Egress.EXISTING);
    }

    /** Whether a domain and its wildcard do not fit into two columns. */
    static boolean isLong(DomainName domain) {
        return domain.value().length() > SHORT_DOMAIN;
    }

    private static List<Row> closed(Plan plan) {
        List<Row> rows = new ArrayList<>(List.of(Row.NODES, Row.DATABASE, Row.BROKERS));
        if (plan.domain().privateZone()) {
            rows.add(1, Row.INTERNAL_BALANCER);
        }
        if (plan.network().egress() == Egress.NONE) {
            rows.add(Row.ENDPOINTS);
        }
        return rows;
    }

    double width() {
        return 2 * MARGIN + region().width();
    }

    double height() {
        return region().bottom() + MARGIN;
    }

    Area names() {
        return aboveRegion(0);
    }

    /** Only where something stands there. */
    Area front() {
        return aboveRegion(1);
    }

    private Area aboveRegion(int row) {
        double most = vpc().width() + 2 * GAP;
        double across = wide ? most : Math.min(most, 2 * COLUMN);
        return new Area(MARGIN + (most - across) / 2, MARGIN + row * (ROW + DROP), across, ROW);
    }

    Area region() {
        double bottom = service(1, 2).bottom() + GAP;
        return new Area(MARGIN, top(), vpc().width() + 2 * GAP, bottom - top());
    }

    private double top() {
        return MARGIN + (fronted ? 2 : 1) * (ROW + DROP);
    }

    Area vpc() {
        double across = zones * COLUMN + (zones + 1) * GAP;
        double high = LABEL + columnHeight() + GAP + (below ? ROW + GAP : 0);
        return new Area(MARGIN + GAP, top() + LABEL, across, high);
    }

    Area column(int zone) {
        double left = vpc().x() + GAP + zone * (COLUMN + GAP);
        return new Area(left, vpc().y() + LABEL, COLUMN, columnHeight());
    }

    Area publicSubnet(int zone) {
        Area column = column(zone);
        return new Area(column.x() + GAP / 2, column.y() + LABEL, column.width() - GAP, publicHeight());
    }

    Area privateSubnet(int zone) {
        Area above = publicSubnet(zone);
        return new Area(above.x(), above.bottom() + GAP / 2, above.width(), subnetHeight(closed));
    }

    /** The whole width of the subnet that has the row. */
    Area row(Row row, int zone) {
        boolean inPublic = open.contains(row);
        Area subnet = inPublic ? publicSubnet(zone) : privateSubnet(zone);
        int place = (inPublic ? open : closed).indexOf(row);
        double top = subnet.y() + LABEL + place * (ROW + GAP);
        return new Area(subnet.x() + GAP / 2, top, subnet.width() - GAP, ROW);
    }

    /** Ends before the lane. */
    Area rowBesideLane(Row row, int zone) {
        Area whole = row(row, zone);
        return new Area(whole.x(), whole.y(), whole.width() - LANE, whole.height());
    }

    /** From the first zone's subnet into the last one's. */
    Area acrossZones(Row row) {
        Area first = row(row, 0);
        Area last = row(row, zones - 1);
        return new Area(first.x(), first.y(), last.right() - first.x(), first.height());
    }

    /** Inside the VPC, below the zones; only where something stands there. */
    Area belowZones() {
        double left = vpc().x() + GAP;
        return new Area(left, column(0).bottom() + GAP, vpc().width() - 2 * GAP, ROW);
    }

    /** The horizontal position of arrows in a zone's lane. */
    double lane(int zone) {
        return row(Row.BALANCER, zone).right() - GAP;
    }

    /** Where there is one way into the region: between two zones, where no label is. */
    double entry() {
        return column((zones - 1) / 2).right() + GAP / 2;
    }

    /** One of the boxes below the VPC, in two rows, each as wide as the others of its row. */
    Area service(int index, int count) {
        int above = (count + 1) / 2;
        int row = index / above;
        int beside = row == 0 ? above : count - above;
        double each = (vpc().width() - (beside - 1) * GAP) / beside;
        return new Area(vpc().x() + index % above * (each + GAP), vpc().bottom() + GAP + row * (ROW + GAP), each, ROW);
    }

    private double columnHeight() {
        return LABEL + publicHeight() + GAP / 2 + subnetHeight(closed) + GAP / 2;
    }

    private double publicHeight() {
        return subnetHeight(open) + (open.getLast() == Row.BALANCER ? FOOT : 0);
    }

    private static double subnetHeight(List<Row> rows) {
        return LABEL + rows.size() * (ROW + GAP) - GAP / 2;
    }
}
