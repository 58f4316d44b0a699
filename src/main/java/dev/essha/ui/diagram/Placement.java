package dev.essha.ui.diagram;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.diagram.Box;
import dev.essha.diagram.Drawing;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which box shows what: from the stages and logical ids of the blueprint to the ids of the drawing. A box stands for its own
 * resources and not for what is drawn inside it: the VPC for the VPC and what belongs to it as a whole, a subnet for its
 * routes, and the region and the zones, of which nothing is made, for nothing. So a failure is shown where it happened, and
 * not by everything around it.
 */
final class Placement {

    private static final String VPC = "vpc";
    private static final String NAMES = "names";
    private static final String LOGS = "logs";

    private final Plan plan;
    private final Drawing drawing;

    Placement(Plan plan, Drawing drawing) {
        this.plan = plan;
        this.drawing = drawing;
    }

    /** What each box stands for, by its id. */
    Map<String, List<Part>> place(Blueprint blueprint) {
        Map<String, List<Part>> parts = new HashMap<>();
        for (Stage stage : blueprint.stages()) {
            if (stage.work() instanceof Work.Stack stack) {
                stack.resources().forEach(r -> put(parts, Part.of(stage.id(), r), boxesOf(stage.id(), r)));
            } else {
                put(parts, Part.step(stage.id()), boxesOfStep(stage.id()));
            }
        }
        return parts;
    }

    private static void put(Map<String, List<Part>> parts, Part part, Collection<String> boxes) {
        boxes.forEach(box -> parts.computeIfAbsent(box, _ -> new ArrayList<>()).add(part));
    }

    private Collection<String> boxesOfStep(StageId stage) {
        return switch (stage) {
            case ADOPTION ->
                Stream.concat(
                                Stream.of(VPC),
                                Stream.concat(
                                        ofKind(Box.Kind.PUBLIC_SUBNET).stream(),
                                        ofKind(Box.Kind.PRIVATE_SUBNET).stream()))
                        .toList();
            case NODES -> balancers();
            case DNS -> List.of(NAMES);
            default -> List.of();
        };
    }

    private Collection<String> boxesOf(StageId stage, Work.Resource resource) {
        if (resource.type().equals("AWS::Logs::LogGroup")) {
            return List.of(LOGS);
        }
        return switch (stage) {
            case NETWORK -> ofNetwork(resource);
            case SECURITY -> List.of(resource.type().startsWith("AWS::SecretsManager::") ? "secrets" : "key");
            case REGISTRY -> List.of("registry");
            case STORAGE -> List.of("bucket");
            case DATABASE -> ofKind(Box.Kind.DATABASE);
            case MESSAGING -> ofKind(Box.Kind.MESSAGING);
            case COMPUTE ->
                resource.type().equals("AWS::EKS::Nodegroup") ? inZone("nodes/", resource) : List.of("cluster");
            case EDGE -> ofEdge(resource);
            case ACCELERATOR -> List.of("accelerator");
            case GATEWAY -> List.of(resource.type().equals(Part.CERTIFICATE) ? "certificate" : "gateway");
            case DNS -> List.of(resource.logicalId().startsWith("Private") ? "internal-balancer" : NAMES);
            case ACCESS -> balancersOfClients();
            case ADOPTION, NODES, CLEAN_UP, HAND_OVER -> List.of();
        };
    }

    private Collection<String> ofNetwork(Work.Resource resource) {
        return switch (resource.type()) {
            case "AWS::EC2::EIP", "AWS::EC2::NatGateway" -> has("nat") ? List.of("nat") : inZone("nat/", resource);
            case "AWS::EC2::VPCEndpoint" ->
                resource.logicalId().equals("S3Endpoint") ? List.of(VPC) : startingWith("endpoints/");
            case "AWS::EC2::Subnet",
                    "AWS::EC2::SubnetRouteTableAssociation",
                    "AWS::EC2::RouteTable",
                    "AWS::EC2::Route" -> ofSubnet(resource);
            default -> List.of(VPC);
        };
    }

    private Collection<String> ofSubnet(Work.Resource resource) {
        if (zoneOf(resource).isEmpty()) {
            return List.of(VPC);
        }
        return inZone(resource.logicalId().startsWith("Public") ? "public/" : "private/", resource);
    }

    private Collection<String> ofEdge(Work.Resource resource) {
        if (resource.type().equals(Part.CERTIFICATE)) {
            return List.of("certificate");
        }
        if (resource.type().startsWith("AWS::Route53::")) {
            return List.of(NAMES);
        }
        if (resource.logicalId().startsWith("Internal")) {
            return List.of("internal-balancer");
        }
        return zoneOf(resource).isPresent() ? inZone("balancer/", resource) : List.of("balancer");
    }

    private Collection<String> balancers() {
        return ofKind(Box.Kind.LOAD_BALANCER);
    }

    private Collection<String> balancersOfClients() {
        return startingWith("balancer");
    }

    private Collection<String> ofKind(Box.Kind kind) {
        return drawing.boxes().stream()
                .filter(b -> b.kind() == kind)
                .map(Box::id)
                .toList();
    }

    private Collection<String> startingWith(String start) {
        return drawing.boxes().stream()
                .map(Box::id)
                .filter(id -> id.startsWith(start))
                .toList();
    }

    private Collection<String> inZone(String start, Work.Resource resource) {
        return zoneOf(resource).map(zone -> List.of(start + zone.name())).orElseGet(List::of);
    }

    /** Logical ids of what is in one zone end in its letter, in upper case; no others do. */
    private Optional<Zone> zoneOf(Work.Resource resource) {
        return plan.network().zones().stream()
                .filter(z -> resource.logicalId().endsWith(z.name().letter().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private boolean has(String id) {
        return drawing.boxes().stream().anyMatch(b -> b.id().equals(id));
    }
}
