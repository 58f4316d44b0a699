package dev.essha.cost;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.cost.Product.Kind;
import dev.essha.plan.AnyPlan;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.DatabaseServer;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.Plan;
import dev.essha.plan.ValidPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The bill against the templates: whoever adds a type of resource has to say here what it costs, and the bill counts as
 * many of each as CloudFormation will make.
 */
class BillOfTemplatesTest {

    private static final int TRIES = 60;

    /** Costs nothing by itself: AWS has no price for it, or what it belongs to carries the price. */
    private static final List<Kind> FREE = List.of();

    /** Which items of the bill carry what a type costs; by use where all of them are so. */
    private static final Map<String, List<Kind>> CARRIED_BY = Map.ofEntries(
            entry("AWS::CertificateManager::Certificate", FREE),
            entry(
                    "AWS::CloudFront::Distribution",
                    List.of(Kind.GATEWAY_REQUESTS, Kind.GATEWAY_TRANSFER, Kind.GATEWAY_UPLOAD)),
            entry("AWS::EC2::EIP", List.of(Kind.PUBLIC_ADDRESS)),
            entry("AWS::EC2::FlowLog", List.of(Kind.VENDED_LOG_INTAKE)),
            entry("AWS::EC2::InternetGateway", List.of(Kind.TRANSFER_OUT)),
            entry("AWS::EC2::LaunchTemplate", List.of(Kind.NODE_DISK)),
            // Zonal or regional: which, and how many, is counted below.
            entry("AWS::EC2::NatGateway", List.of(Kind.PUBLIC_ADDRESS)),
            entry("AWS::EC2::Route", FREE),
            entry("AWS::EC2::RouteTable", FREE),
            entry("AWS::EC2::SecurityGroup", FREE),
            entry("AWS::EC2::SecurityGroupEgress", FREE),
            entry("AWS::EC2::SecurityGroupIngress", FREE),
            entry("AWS::EC2::Subnet", List.of(Kind.TRANSFER_BETWEEN_ZONES)),
            entry("AWS::EC2::SubnetRouteTableAssociation", FREE),
            entry("AWS::EC2::VPC", FREE),
            // The gateway endpoint of S3 is free; interface endpoints are counted below.
            entry("AWS::EC2::VPCEndpoint", FREE),
            entry("AWS::EC2::VPCGatewayAttachment", FREE),
            entry("AWS::ECR::Repository", List.of(Kind.IMAGE_STORAGE)),
            entry("AWS::EKS::Addon", FREE),
            entry("AWS::EKS::Cluster", List.of(Kind.KUBERNETES, Kind.KUBERNETES_EXTENDED, Kind.LOG_INTAKE)),
            entry("AWS::EKS::Nodegroup", List.of(Kind.NODE)),
            entry("AWS::EKS::PodIdentityAssociation", FREE),
            entry("AWS::ElasticLoadBalancingV2::Listener", FREE),
            entry(
                    "AWS::ElasticLoadBalancingV2::LoadBalancer",
                    List.of(Kind.LOAD_BALANCER, Kind.LOAD_BALANCER_WORK, Kind.PUBLIC_ADDRESS)),
            entry("AWS::ElasticLoadBalancingV2::TargetGroup", FREE),
            entry("AWS::GlobalAccelerator::Accelerator", List.of(Kind.ACCELERATOR, Kind.ACCELERATOR_TRANSFER)),
            entry("AWS::GlobalAccelerator::EndpointGroup", FREE),
            entry("AWS::GlobalAccelerator::Listener", FREE),
            entry("AWS::IAM::Role", FREE),
            entry("AWS::KMS::Alias", FREE),
            entry("AWS::KMS::Key", List.of(Kind.KEY, Kind.KEY_REQUESTS)),
            entry("AWS::Logs::LogGroup", List.of(Kind.LOG_INTAKE, Kind.LOG_STORAGE)),
            entry("AWS::MSK::BatchScramSecret", FREE),
            entry("AWS::MSK::Cluster", List.of(Kind.BROKER, Kind.BROKER_STORAGE, Kind.METRIC)),
            entry("AWS::MSK::Configuration", FREE),
            entry(
                    "AWS::RDS::DBCluster",
                    List.of(Kind.DATABASE_CLUSTER, Kind.DATABASE_CLUSTER_STORAGE, Kind.DATABASE_BACKUP)),
            entry("AWS::RDS::DBClusterParameterGroup", FREE),
            entry(
                    "AWS::RDS::DBInstance",
                    List.of(Kind.DATABASE_PAIR, Kind.DATABASE_PAIR_STORAGE, Kind.DATABASE_BACKUP)),
            entry("AWS::RDS::DBParameterGroup", FREE),
            entry("AWS::RDS::DBSubnetGroup", FREE),
            entry("AWS::Route53::HealthCheck", List.of(Kind.HEALTH_CHECK, Kind.HEALTH_CHECK_OPTION)),
            entry("AWS::Route53::HostedZone", List.of(Kind.HOSTED_ZONE)),
            entry("AWS::Route53::RecordSet", List.of(Kind.DNS_QUERIES)),
            entry("AWS::S3::Bucket", List.of(Kind.OBJECT_STORAGE, Kind.OBJECT_READS, Kind.OBJECT_WRITES)),
            entry("AWS::S3::BucketPolicy", FREE),
            entry("AWS::SecretsManager::Secret", List.of(Kind.SECRET, Kind.SECRET_REQUESTS)),
            entry("AWS::WAFv2::IPSet", FREE),
            entry("AWS::WAFv2::LoggingConfiguration", List.of(Kind.VENDED_LOG_INTAKE)),
            entry("AWS::WAFv2::WebACL", List.of(Kind.WEB_ACL, Kind.WEB_ACL_RULE, Kind.WEB_ACL_REQUESTS)));

    /** What there is as often on the bill as in the templates. */
    private static final Map<Kind, String> AS_MANY = Map.ofEntries(
            entry(Kind.KEY, "AWS::KMS::Key"),
            entry(Kind.DATABASE_PAIR, "AWS::RDS::DBInstance"),
            entry(Kind.DATABASE_CLUSTER, "AWS::RDS::DBCluster"),
            entry(Kind.KUBERNETES, "AWS::EKS::Cluster"),
            entry(Kind.LOAD_BALANCER, "AWS::ElasticLoadBalancingV2::LoadBalancer"),
            entry(Kind.ACCELERATOR, "AWS::GlobalAccelerator::Accelerator"),
            entry(Kind.WEB_ACL, "AWS::WAFv2::WebACL"),
            entry(Kind.HOSTED_ZONE, "AWS::Route53::HostedZone"),
            entry(Kind.HEALTH_CHECK, "AWS::Route53::HealthCheck"),
            entry(Kind.HEALTH_CHECK_OPTION, "AWS::Route53::HealthCheck"));

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void everyTypeInTheTemplatesIsOnTheBillOrFree(@ForAll("plans") Plan plan) {
        Set<String> types = new Rendered(plan).types();
        Set<Kind> billed = Bill.of(plan, Usage.UNKNOWN).stream()
                .map(i -> i.product().kind())
                .collect(Collectors.toSet());

        assertThat(CARRIED_BY).containsKeys(types.toArray(String[]::new));
        assertThat(types).allSatisfy(type -> assertThat(billed).as(type).containsAll(CARRIED_BY.get(type)));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void asManyAreOnTheBillAsAreInTheTemplates(@ForAll("plans") Plan plan) {
        Rendered rendered = new Rendered(plan);
        int zones = plan.network().zones().size();
        boolean regional = plan.network().egress() == Egress.REGIONAL_NAT;

        int fixed = plan.edge().loadBalancing() == LoadBalancing.FRONTED ? 2 : 0;

        assertThat(planned(plan, Kind.NAT_GATEWAY)).isEqualTo(regional ? 0 : rendered.count("AWS::EC2::NatGateway"));
        assertThat(planned(plan, Kind.REGIONAL_NAT_GATEWAY)).isEqualTo(regional ? zones : 0);
        // Beside those of the ways out, each zone's of the load balancers, and the accelerator's.
        assertThat(planned(plan, Kind.PUBLIC_ADDRESS)).isEqualTo(rendered.count("AWS::EC2::EIP") + zones + fixed);
        assertThat(planned(plan, Kind.INTERFACE_ENDPOINT)).isEqualTo(rendered.interfaceEndpoints() * zones);
        // RDS makes one more for each server.
        assertThat(planned(plan, Kind.SECRET))
                .isEqualTo(rendered.count("AWS::SecretsManager::Secret")
                        + DatabaseServer.of(plan).size());
        AS_MANY.forEach((kind, type) -> assertThat(planned(plan, kind)).as(type).isEqualTo(rendered.count(type)));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void sizesAreThoseInTheTemplates(@ForAll("plans") Plan plan) {
        Rendered rendered = new Rendered(plan);
        Map<?, ?> kafka = rendered.all("AWS::MSK::Cluster").getFirst();
        long nodes = rendered.all("AWS::EKS::Nodegroup").stream()
                .mapToLong(group -> number(group, "ScalingConfig", "DesiredSize"))
                .sum();
        boolean pair = plan.database().topology() == Topology.MULTI_AZ_INSTANCE;
        Map<?, ?> database = rendered.all(pair ? "AWS::RDS::DBInstance" : "AWS::RDS::DBCluster")
                .getFirst();

        assertThat(planned(plan, Kind.BROKER)).isEqualTo(number(kafka, "NumberOfBrokerNodes"));
        assertThat(planned(plan, Kind.BROKER_STORAGE)).isEqualTo(planned(plan, Kind.BROKER));
        assertThat(each(plan, Kind.BROKER_STORAGE))
                .isEqualTo(number(kafka, "BrokerNodeGroupInfo", "StorageInfo", "EBSStorageInfo", "VolumeSize"));
        assertThat(planned(plan, Kind.NODE)).isEqualTo(nodes);
        assertThat(planned(plan, Kind.NODE_DISK)).isEqualTo(nodes);
        assertThat(each(plan, pair ? Kind.DATABASE_PAIR_STORAGE : Kind.DATABASE_CLUSTER_STORAGE))
                .isEqualTo(number(database, "AllocatedStorage"));
        assertThat(rendered.all("AWS::WAFv2::WebACL"))
                .allSatisfy(acl ->
                        assertThat(planned(plan, Kind.WEB_ACL_RULE)).isEqualTo(((List<?>) acl.get("Rules")).size()));
    }

    @Provide
    Arbitrary<Plan> plans() {
        return AnyPlan.valid();
    }

    private static long planned(Plan plan, Kind kind) {
        return planned(plan)
                .filter(i -> i.product().kind() == kind)
                .mapToLong(i -> quantity(i).count().longValueExact())
                .sum();
    }

    private static long each(Plan plan, Kind kind) {
        return planned(plan)
                .filter(i -> i.product().kind() == kind)
                .mapToLong(i -> quantity(i).each().longValueExact())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Item> planned(Plan plan) {
        return Bill.of(plan, Usage.UNKNOWN).stream().filter(i -> !i.isByUse());
    }

    private static Quantity.Planned quantity(Item item) {
        return (Quantity.Planned) item.quantity();
    }

    private static long number(Map<?, ?> properties, String... path) {
        Object at = properties;
        for (String step : path) {
            at = ((Map<?, ?>) at).get(step);
        }
        return Long.parseLong(at.toString());
    }

    /** The templates of a plan, as a reader of YAML sees them. */
    private record Rendered(List<Map<?, ?>> resources) {

        Rendered(Plan plan) {
            this(Blueprint.of(ValidPlan.of(plan)).stages().stream()
                    .map(Stage::work)
                    .filter(Work.Stack.class::isInstance)
                    .map(work -> ((Work.Stack) work).templateBody())
                    .map(body -> (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(body))
                    .flatMap(template -> ((Map<?, ?>) template.get("Resources")).values().stream())
                    .<Map<?, ?>>map(resource -> (Map<?, ?>) resource)
                    .toList());
        }

        Set<String> types() {
            return resources.stream().map(r -> r.get("Type").toString()).collect(Collectors.toCollection(TreeSet::new));
        }

        /** The properties of every resource of a type. */
        List<Map<?, ?>> all(String type) {
            return resources.stream()
                    .filter(r -> r.get("Type").equals(type))
                    .<Map<?, ?>>map(r -> (Map<?, ?>) r.get("Properties"))
                    .toList();
        }

        long count(String type) {
            return resources.stream().filter(r -> r.get("Type").equals(type)).count();
        }

        long interfaceEndpoints() {
            return all("AWS::EC2::VPCEndpoint").stream()
                    .filter(e -> e.get("VpcEndpointType").equals("Interface"))
                    .count();
        }
    }
}
