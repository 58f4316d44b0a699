package dev.essha.diagram;

import dev.essha.plan.InterfaceEndpoint;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.plan.Plan;
import dev.essha.wording.Wording;
import java.util.List;
import java.util.Locale;

/** What a plan asks for, as a drawing: zones side by side, and in each what runs there. */
public final class DeploymentDrawing {

    private static final String BUNDLE = "dev.essha.diagram.drawing";

    private final Plan plan;
    private final Wording text;
    private final Grid grid;
    private final Canvas canvas = new Canvas();

    private DeploymentDrawing(Plan plan, Wording text) {
        this.plan = plan;
        this.text = text;
        this.grid = Grid.of(plan);
    }

    /** The drawing of what a plan asks for, in English. The same plan gives the same drawing. */
    public static Drawing of(Plan plan) {
        return of(plan, Locale.ROOT);
    }

    /** @param language English where there is no translation */
    public static Drawing of(Plan plan, Locale language) {
        return new DeploymentDrawing(plan, new Wording(BUNDLE, language)).draw();
    }

    private Drawing draw() {
        FrontDrawing front = new FrontDrawing(plan, grid, canvas, text);
        front.aboveRegion();
        canvas.add("region", Box.Kind.FRAME, text.of("region", plan.region()), "", grid.region());
        vpc();
        List<Zone> zones = plan.network().zones();
        for (int i = 0; i < grid.zones(); i++) {
            zone(i, zones.get(i));
        }
        front.loadBalancers();
        new DatabaseDrawing(plan, grid, canvas, text).draw();
        belowZones();
        services();
        front.connect();
        return canvas.finish(title(), grid);
    }

    private String title() {
        return text.of("title", plan.name(), plan.region(), grid.zones());
    }

    private void vpc() {
        plan.network()
                .existingVpc()
                .ifPresentOrElse(
                        id -> canvas.add("vpc", Box.Kind.ADOPTED, "VPC", text.of("vpc.existing", id), grid.vpc()),
                        () -> canvas.add(
                                "vpc",
                                Box.Kind.FRAME,
                                "VPC",
                                plan.network().vpcCidr().toString(),
                                grid.vpc()));
    }

    private void zone(int index, Zone zone) {
        String id = zone.name().value();
        canvas.add("zone/" + id, Box.Kind.FRAME, id, text.of("zone"), grid.column(index));
        canvas.add(
                "public/" + id,
                Box.Kind.PUBLIC_SUBNET,
                text.of("public"),
                zone.publicCidr().toString(),
                grid.publicSubnet(index));
        canvas.add(
                "private/" + id,
                Box.Kind.PRIVATE_SUBNET,
                text.of("private"),
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
                    text.of("nat"),
                    text.of("nat.detail"),
                    grid.rowBesideLane(Row.NAT, index));
        } else if (plan.network().egress() == Egress.NONE) {
            canvas.add(
                    "endpoints/" + zone,
                    Box.Kind.EGRESS,
                    text.of("endpoints"),
                    text.of(
                            "endpoints.detail",
                            InterfaceEndpoint.in(plan.region()).size()),
                    grid.row(Row.ENDPOINTS, index));
        }
    }

    private void nodes(int index, String zone) {
        String title = text.of("nodes", plan.compute().nodesPerZone());
        canvas.add("nodes/" + zone, Box.Kind.COMPUTE, title, plan.compute().instanceType(), grid.row(Row.NODES, index));
    }

    private void brokers(int index, String zone) {
        String id = "brokers/" + zone;
        Area area = grid.row(Row.BROKERS, index);
        if (index < plan.network().kafkaZones().size()) {
            String title = text.of("brokers", plan.messaging().brokersPerZone());
            canvas.add(id, Box.Kind.MESSAGING, title, plan.messaging().instanceType(), area);
        } else {
            canvas.add(id, Box.Kind.RESERVE, text.of("brokers.none"), text.of("brokers.none.detail"), area);
        }
    }

    private void belowZones() {
        switch (plan.network().egress()) {
            case REGIONAL_NAT ->
                canvas.add(
                        "nat",
                        Box.Kind.EGRESS,
                        text.of("regional-nat"),
                        text.of("regional-nat.detail"),
                        grid.belowZones());
            case EXISTING ->
                canvas.add("egress", Box.Kind.RESERVE, text.of("egress"), text.of("egress.detail"), grid.belowZones());
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
                new Service("bucket", Box.Kind.STORAGE, text.of("bucket"), "Amazon S3"),
                new Service("registry", Box.Kind.SUPPORT, text.of("registry"), "Amazon ECR"),
                new Service("secrets", Box.Kind.SUPPORT, text.of("secrets"), "Secrets Manager"),
                new Service("certificate", Box.Kind.SUPPORT, text.of("certificate"), "AWS ACM"),
                new Service("key", Box.Kind.SUPPORT, text.of("key"), "AWS KMS"),
                new Service("logs", Box.Kind.SUPPORT, text.of("logs"), "CloudWatch"));
        for (int i = 0; i < services.size(); i++) {
            Service service = services.get(i);
            canvas.add(
                    service.id(), service.kind(), service.title(), service.detail(), grid.service(i, services.size()));
        }
    }

    /** Of the region as a whole: AWS spreads it over the zones itself. */
    private record Service(String id, Box.Kind kind, String title, String detail) {}
}
