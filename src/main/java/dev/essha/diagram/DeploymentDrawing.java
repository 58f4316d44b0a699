package dev.essha.diagram;

import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** Lays a plan out: the internet on top, one column for each zone, the region's own services below. */
public final class DeploymentDrawing {

    private static final double MARGIN = 24;
    private static final double GAP = 16;
    private static final double COLUMN = 268;
    private static final double ROW = 52;
    private static final double LABEL = 30;

    private static final double OUTSIDE_TOP = MARGIN;
    private static final double REGION_TOP = OUTSIDE_TOP + ROW + 2 * GAP;
    private static final double VPC_TOP = REGION_TOP + LABEL + GAP / 2;
    private static final double PUBLIC_HEIGHT = LABEL + 2 * ROW + 2.5 * GAP;
    private static final double PRIVATE_HEIGHT = LABEL + 3 * ROW + 3.5 * GAP;

    private final Plan plan;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private DeploymentDrawing(Plan plan) {
        this.plan = plan;
    }

    /** The drawing of what a plan asks for. The same plan gives the same drawing. */
    public static Drawing of(Plan plan) {
        return new DeploymentDrawing(plan).draw();
    }

    private Drawing draw() {
        frames();
        for (int i = 0; i < zones().size(); i++) {
            zone(i, zones().get(i));
        }
        loadBalancer();
        regionalServices();
        outside();
        connect();
        return new Drawing(title(), width(), region().bottom() + MARGIN, boxes, lines);
    }

    private String title() {
        return "Deployment " + plan.name() + " in " + plan.region() + ", " + zones().size() + " availability zones";
    }

    private void frames() {
        add("region", Box.Kind.FRAME, "AWS " + plan.region(), "", region());
        add("vpc", Box.Kind.FRAME, "VPC " + plan.network().vpcCidr(), "", vpc());
    }

    private void zone(int index, NetworkPlan.Zone zone) {
        Area column = column(index);
        String id = zone.name().value();
        add("zone/" + id, Box.Kind.FRAME, id, "", column);
        double left = column.x() + GAP / 2;
        double inner = column.width() - GAP;
        Area open = new Area(left, column.y() + LABEL, inner, PUBLIC_HEIGHT);
        Area closed = new Area(left, open.bottom() + GAP / 2, inner, PRIVATE_HEIGHT);
        add(
                "public/" + id,
                Box.Kind.PUBLIC_SUBNET,
                "Public subnet",
                zone.publicCidr().toString(),
                open);
        add(
                "private/" + id,
                Box.Kind.PRIVATE_SUBNET,
                "Private subnet",
                zone.privateCidr().toString(),
                closed);
        add("nat/" + id, Box.Kind.EGRESS, "NAT gateway", "", inside(open, 1));
        add("nodes/" + id, Box.Kind.COMPUTE, nodes(), plan.compute().instanceType(), inside(closed, 0));
        add("database/" + id, Box.Kind.DATABASE, database(index), databaseDetail(index), inside(closed, 1));
        add("brokers/" + id, Box.Kind.MESSAGING, brokers(), plan.messaging().instanceType(), inside(closed, 2));
    }

    private String nodes() {
        return plural(plan.compute().nodesPerZone(), "worker node");
    }

    private String brokers() {
        return plural(plan.messaging().brokersPerZone(), "Kafka broker");
    }

    private String database(int zone) {
        return switch (zone) {
            case 0 -> "PostgreSQL primary";
            case 1 -> "PostgreSQL standby";
            default -> "PostgreSQL subnet";
        };
    }

    private String databaseDetail(int zone) {
        return zone < 2 ? plan.database().instanceClass() : "for a failover";
    }

    private void loadBalancer() {
        Area first = boxOf("public/" + zones().getFirst().name());
        Area last = boxOf("public/" + zones().getLast().name());
        Area span = new Area(first.x() + GAP / 2, first.y() + LABEL, last.right() - first.x() - GAP, ROW);
        add("balancer", Box.Kind.LOAD_BALANCER, "Network load balancer", "over all zones, TLS on 443", span);
    }

    private void regionalServices() {
        List<String[]> services = List.of(
                new String[] {"bucket", "Amazon S3", "resource content"},
                new String[] {"registry", "Amazon ECR", "private images"},
                new String[] {"key", "AWS KMS", "the deployment's key"},
                new String[] {"secrets", "Secrets Manager", "database and Kafka users"},
                new String[] {"logs", "CloudWatch", "logs and metrics"});
        double available = region().width() - 2 * GAP;
        double each = (available - (services.size() - 1) * GAP) / services.size();
        for (int i = 0; i < services.size(); i++) {
            String[] service = services.get(i);
            Box.Kind kind = i == 0 ? Box.Kind.STORAGE : Box.Kind.SUPPORT;
            Area area = new Area(region().x() + GAP + i * (each + GAP), vpc().bottom() + GAP, each, ROW);
            add(service[0], kind, service[1], service[2], area);
        }
    }

    private void outside() {
        double wide = 2 * COLUMN - GAP;
        Area area = new Area((width() - wide) / 2, OUTSIDE_TOP, wide, ROW);
        add(
                "names",
                Box.Kind.OUTSIDE,
                plan.domain().name() + "   " + plan.domain().name().wildcard(),
                dns(),
                area);
    }

    private String dns() {
        return switch (plan.domain().dns()) {
            case ROUTE53 -> "CNAME records in Route 53";
            case ELSEWHERE -> "CNAME records at your DNS provider";
        };
    }

    private void connect() {
        Area names = boxOf("names");
        Area balancer = boxOf("balancer");
        lines.add(
                new Line("names", "balancer", names.centerX(), names.bottom(), names.centerX(), balancer.y(), "HTTPS"));
        for (NetworkPlan.Zone zone : zones()) {
            Area nodes = boxOf("nodes/" + zone.name());
            double x = nodes.right() - 2 * GAP;
            lines.add(new Line("balancer", "nodes/" + zone.name(), x, balancer.bottom(), x, nodes.y(), ""));
        }
    }

    private Area region() {
        return new Area(MARGIN, REGION_TOP, width() - 2 * MARGIN, vpc().bottom() + ROW + 2 * GAP - REGION_TOP);
    }

    private Area vpc() {
        double height = LABEL + columnHeight() + GAP;
        return new Area(MARGIN + GAP, VPC_TOP, zones().size() * (COLUMN + GAP) + GAP, height);
    }

    private Area column(int index) {
        return new Area(vpc().x() + GAP + index * (COLUMN + GAP), VPC_TOP + LABEL, COLUMN, columnHeight());
    }

    private static double columnHeight() {
        return LABEL + PUBLIC_HEIGHT + GAP / 2 + PRIVATE_HEIGHT + GAP / 2;
    }

    private double width() {
        return 2 * MARGIN + 2 * GAP + zones().size() * (COLUMN + GAP) + GAP;
    }

    private static Area inside(Area subnet, int row) {
        return new Area(subnet.x() + GAP / 2, subnet.y() + LABEL + row * (ROW + GAP), subnet.width() - GAP, ROW);
    }

    private List<NetworkPlan.Zone> zones() {
        return plan.network().zones();
    }

    private Area boxOf(String id) {
        return boxes.stream()
                .filter(b -> b.id().equals(id))
                .findFirst()
                .orElseThrow()
                .area();
    }

    private void add(String id, Box.Kind kind, String title, String detail, Area area) {
        boxes.add(new Box(id, kind, title, detail, area));
    }

    private static String plural(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
