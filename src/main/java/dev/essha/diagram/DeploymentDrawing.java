package dev.essha.diagram;

import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** What a plan asks for, as a drawing: zones side by side, and in each what runs there. */
public final class DeploymentDrawing {

    /**
     * MSK spreads its brokers over three subnets at the most.
     *
     * @see <a href="https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html">ClientSubnets</a>
     */
    private static final int MOST_BROKER_ZONES = 3;

    private final Plan plan;
    private final Grid grid;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private DeploymentDrawing(Plan plan) {
        this.plan = plan;
        this.grid = new Grid(plan.network().zones().size());
    }

    /** The drawing of what a plan asks for. The same plan gives the same drawing. */
    public static Drawing of(Plan plan) {
        return new DeploymentDrawing(plan).draw();
    }

    private Drawing draw() {
        names();
        add("region", Box.Kind.FRAME, "AWS region " + plan.region(), "", grid.region());
        add("vpc", Box.Kind.FRAME, "VPC", plan.network().vpcCidr().toString(), grid.vpc());
        for (int i = 0; i < grid.zones(); i++) {
            zone(i, plan.network().zones().get(i));
        }
        add("balancer", Box.Kind.LOAD_BALANCER, "Network load balancer", "over all zones", grid.acrossZones());
        services();
        connect();
        return new Drawing(title(), grid.width(), grid.height(), boxes, lines);
    }

    private String title() {
        return "Deployment " + plan.name() + " in " + plan.region() + ", " + grid.zones() + " availability zones";
    }

    private void names() {
        String names = plan.domain().name() + " and " + plan.domain().name().wildcard();
        String records = switch (plan.domain().dns()) {
            case ROUTE53 -> "CNAME records in Route 53";
            case ELSEWHERE -> "CNAME records at the domain's DNS provider";
        };
        add("names", Box.Kind.OUTSIDE, names, records, grid.names());
    }

    private void zone(int index, NetworkPlan.Zone zone) {
        String id = zone.name().value();
        Area open = grid.publicSubnet(index);
        Area closed = grid.privateSubnet(index);
        add("zone/" + id, Box.Kind.FRAME, "Availability zone", id, grid.column(index));
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
        add("nat/" + id, Box.Kind.EGRESS, "NAT gateway", "way out of the zone", Grid.rowBesideLane(open, 1));
        nodes(id, Grid.row(closed, 0));
        database(id, index, Grid.row(closed, 1));
        brokers(id, index, Grid.row(closed, 2));
    }

    private void nodes(String zone, Area area) {
        String title = count(plan.compute().nodesPerZone(), "worker node");
        add("nodes/" + zone, Box.Kind.COMPUTE, title, plan.compute().instanceType(), area);
    }

    /** RDS chooses the zones of the two by itself, and changes them with a failover: the drawing shows one of the ways. */
    private void database(String zone, int index, Area area) {
        String id = "database/" + zone;
        String size = plan.database().instanceClass();
        switch (index) {
            case 0 -> add(id, Box.Kind.DATABASE, "PostgreSQL primary", size, area);
            case 1 -> add(id, Box.Kind.DATABASE, "PostgreSQL standby", size + ", synchronous", area);
            default -> add(id, Box.Kind.RESERVE, "Database subnet", "for a standby after a failover", area);
        }
    }

    private void brokers(String zone, int index, Area area) {
        String id = "brokers/" + zone;
        if (index < MOST_BROKER_ZONES) {
            String title = count(plan.messaging().brokersPerZone(), "Kafka broker");
            add(id, Box.Kind.MESSAGING, title, plan.messaging().instanceType(), area);
        } else {
            add(id, Box.Kind.RESERVE, "No Kafka broker", "Amazon MSK spans three zones", area);
        }
    }

    private void services() {
        List<Service> services = List.of(
                new Service(
                        "cluster",
                        Box.Kind.COMPUTE,
                        "Kubernetes",
                        "Amazon EKS " + plan.compute().kubernetesVersion()),
                new Service("bucket", Box.Kind.STORAGE, "Content", "Amazon S3"),
                new Service("registry", Box.Kind.SUPPORT, "Images", "Amazon ECR"),
                new Service("secrets", Box.Kind.SUPPORT, "Passwords", "Secrets Manager"),
                new Service("certificate", Box.Kind.SUPPORT, "Certificate", "AWS ACM"),
                new Service("key", Box.Kind.SUPPORT, "Encryption key", "AWS KMS"),
                new Service("logs", Box.Kind.SUPPORT, "Logs, metrics", "CloudWatch"));
        for (int i = 0; i < services.size(); i++) {
            Service service = services.get(i);
            add(service.id(), service.kind(), service.title(), service.detail(), grid.service(i, services.size()));
        }
    }

    /** Of the region as a whole: AWS spreads it over the zones itself. */
    private record Service(String id, Box.Kind kind, String title, String detail) {}

    private void connect() {
        double entry = grid.lane(grid.zones() / 2);
        down("names", "balancer", entry, "HTTPS 443");
        for (NetworkPlan.Zone zone : plan.network().zones()) {
            double lane = grid.lane(plan.network().zones().indexOf(zone));
            down("balancer", "nodes/" + zone.name(), lane, "TLS " + plan.edge().nodePort());
        }
        replication();
    }

    private void replication() {
        String primary = "database/" + plan.network().zones().get(0).name();
        String standby = "database/" + plan.network().zones().get(1).name();
        Area from = areaOf(primary);
        lines.add(new Line(
                primary, standby, from.right(), from.centerY(), areaOf(standby).x(), from.centerY(), ""));
    }

    private void down(String from, String to, double x, String label) {
        lines.add(new Line(from, to, x, areaOf(from).bottom(), x, areaOf(to).y(), label));
    }

    private Area areaOf(String id) {
        return boxes.stream()
                .filter(b -> b.id().equals(id))
                .findFirst()
                .orElseThrow()
                .area();
    }

    private void add(String id, Box.Kind kind, String title, String detail, Area area) {
        boxes.add(new Box(id, kind, title, detail, area));
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
