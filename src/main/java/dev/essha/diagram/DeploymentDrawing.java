package dev.essha.diagram;

import dev.essha.plan.InterfaceEndpoint;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.plan.Plan;
import java.util.List;

/** What a plan asks for, as a drawing: zones side by side, and in each what runs there. */
public final class DeploymentDrawing {

    private final Plan plan;
    private final Grid grid;
    private final Canvas canvas = new Canvas();

    private DeploymentDrawing(Plan plan) {
        this.plan = plan;
        this.grid = Grid.of(plan);
    }

    /** The drawing of what a plan asks for. The same plan gives the same drawing. */
    public static Drawing of(Plan plan) {
        return new DeploymentDrawing(plan).draw();
    }

    private Drawing draw() {
        FrontDrawing front = new FrontDrawing(plan, grid, canvas);
        front.aboveRegion();
        canvas.add("region", Box.Kind.FRAME, "AWS region " + plan.region(), "", grid.region());
        vpc();
        List<Zone> zones = plan.network().zones();
        for (int i = 0; i < grid.zones(); i++) {
            zone(i, zones.get(i));
        }
        front.loadBalancers();
        new DatabaseDrawing(plan, grid, canvas).draw();
        belowZones();
        services();
        front.connect();
        return canvas.finish(title(), grid);
    }

    private String title() {
        return "Deployment " + plan.name() + " in " + plan.region() + ", " + grid.zones() + " availability zones";
    }

    private void vpc() {
        plan.network()
                .existingVpc()
                .ifPresentOrElse(
                        id -> canvas.add("vpc", Box.Kind.ADOPTED, "VPC", "existing, " + id, grid.vpc()),
                        () -> canvas.add(
                                "vpc",
                                Box.Kind.FRAME,
                                "VPC",
                                plan.network().vpcCidr().toString(),
                                grid.vpc()));
    }

    private void zone(int index, Zone zone) {
        String id = zone.name().value();
        canvas.add("zone/" + id, Box.Kind.FRAME, "Availability zone", id, grid.column(index));
        canvas.add(
                "public/" + id,
                Box.Kind.PUBLIC_SUBNET,
                "Public subnet",
                zone.publicCidr().toString(),
                grid.publicSubnet(index));
        canvas.add(
                "private/" + id,
                Box.Kind.PRIVATE_SUBNET,
                "Private subnet",
                zone.privateCidr().toString(),
                grid.privateSubnet(index));
        egress(index, id);
        nodes(index, id);
        brokers(index, id);
    }

    private void egress(int index, String zone) {
        if (plan.network().egress() == Egress.NAT_PER_ZONE) {
            canvas.add(
                    "nat/" + zone,
                    Box.Kind.EGRESS,
                    "NAT gateway",
                    "way out of the zone",
                    grid.rowBesideLane(Row.NAT, index));
        } else if (plan.network().egress() == Egress.NONE) {
            canvas.add(
                    "endpoints/" + zone,
                    Box.Kind.EGRESS,
                    "Interface endpoints",
                    "of " + InterfaceEndpoint.in(plan.region()).size() + " services of AWS; no way out",
                    grid.row(Row.ENDPOINTS, index));
        }
    }

    private void nodes(int index, String zone) {
        String title = count(plan.compute().nodesPerZone(), "worker node");
        canvas.add("nodes/" + zone, Box.Kind.COMPUTE, title, plan.compute().instanceType(), grid.row(Row.NODES, index));
    }

    private void brokers(int index, String zone) {
        String id = "brokers/" + zone;
        Area area = grid.row(Row.BROKERS, index);
        if (index < plan.network().kafkaZones().size()) {
            String title = count(plan.messaging().brokersPerZone(), "Kafka broker");
            canvas.add(id, Box.Kind.MESSAGING, title, plan.messaging().instanceType(), area);
        } else {
            canvas.add(id, Box.Kind.RESERVE, "No Kafka broker", "Amazon MSK spans three zones", area);
        }
    }

    private void belowZones() {
        switch (plan.network().egress()) {
            case REGIONAL_NAT ->
                canvas.add(
                        "nat",
                        Box.Kind.EGRESS,
                        "Regional NAT gateway",
                        "way out of every zone, in no subnet",
                        grid.belowZones());
            case EXISTING -> canvas.add("egress", Box.Kind.RESERVE, "Way out", "as the VPC has it", grid.belowZones());
            case NAT_PER_ZONE, NONE -> {
                // It is in the zones, or there is none.
            }
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
            canvas.add(
                    service.id(), service.kind(), service.title(), service.detail(), grid.service(i, services.size()));
        }
    }

    /** Of the region as a whole: AWS spreads it over the zones itself. */
    private record Service(String id, Box.Kind kind, String title, String detail) {}

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
