package dev.essha.cloud.aws;

import dev.essha.inventory.Offer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsRequest;
import software.amazon.awssdk.services.cloudfront.paginators.ListDistributionsIterable;
import software.amazon.awssdk.services.ec2.model.CpuOptions;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

/**
 * Limits of the account and how far they are used. Service Quotas knows the first; the second is counted, since its usage
 * metrics cover only some limits and lag behind.
 */
final class Quotas {

    /**
     * The families that share the limit for standard instances.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-on-demand-instances.html#ec2-on-demand-instances-limits">On-Demand Instance quotas</a>
     */
    private static final Set<String> STANDARD_FAMILIES =
            Set.of("a", "c", "d", "h", "i", "im", "is", "m", "r", "t", "z");

    private final AwsClients clients;

    Quotas(AwsClients clients) {
        this.clients = clients;
    }

    /** Nobody is asked for a global service's limit where the partition has no such service. */
    Optional<Offer.Quota> quota(Offer.Limit limit) {
        if (isGlobal(limit) && !GlobalServices.offeredWith(clients.region())) {
            return Optional.empty();
        }
        return allowed(limit).map(quota -> new Offer.Quota(limit, quota.value(), used(limit)));
    }

    /** A limit that nobody ever raised is known by its default only. */
    private Optional<ServiceQuota> allowed(Offer.Limit limit) {
        ServiceQuotasClient api =
                isGlobal(limit) ? clients.in(GlobalServices.CLOUDFRONT).quotas() : clients.quotas();
        return Existing.find(() ->
                        api.getServiceQuota(r -> r.serviceCode(limit.service()).quotaCode(limit.code())))
                .map(answer -> answer.quota())
                .or(() -> Existing.find(() -> api.getAWSDefaultServiceQuota(
                                r -> r.serviceCode(limit.service()).quotaCode(limit.code())))
                        .map(answer -> answer.quota()));
    }

    private static boolean isGlobal(Offer.Limit limit) {
        return limit == Offer.Limit.DISTRIBUTIONS;
    }

    private long used(Offer.Limit limit) {
        return switch (limit) {
            case VPCS -> count(clients.ec2().describeVpcsPaginator().vpcs());
            case INTERNET_GATEWAYS ->
                count(clients.ec2().describeInternetGatewaysPaginator().internetGateways());
            case ELASTIC_IPS -> clients.ec2().describeAddresses().addresses().size();
            case NAT_GATEWAYS -> natGatewaysOfFullestZone();
            case NETWORK_LOAD_BALANCERS -> networkLoadBalancers();
            case STANDARD_VCPUS -> standardVcpus();
            case DATABASES -> count(clients.rds().describeDBInstancesPaginator().dbInstances());
            case DATABASE_CLUSTERS ->
                count(clients.rds().describeDBClustersPaginator().dbClusters());
            case KUBERNETES_CLUSTERS ->
                count(clients.eks().listClustersPaginator().clusters());
            case DISTRIBUTIONS ->
                count(new ListDistributionsIterable(
                                clients.in(GlobalServices.CLOUDFRONT).cloudFront(),
                                ListDistributionsRequest.builder().build())
                        .items());
        };
    }

    /** A regional one is in no subnet, and so in no zone. */
    private long natGatewaysOfFullestZone() {
        List<String> subnetIds = clients
                .ec2()
                .describeNatGatewaysPaginator(r -> r.filter(filter("state", "pending", "available")))
                .natGateways()
                .stream()
                .map(NatGateway::subnetId)
                .filter(Objects::nonNull)
                .toList();
        Map<String, String> zoneOf = clients.ec2().describeSubnetsPaginator(r -> {}).subnets().stream()
                .collect(Collectors.toMap(Subnet::subnetId, Subnet::availabilityZone));
        return subnetIds.stream()
                .filter(zoneOf::containsKey)
                .collect(Collectors.groupingBy(zoneOf::get, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private long networkLoadBalancers() {
        return clients.loadBalancing().describeLoadBalancersPaginator().loadBalancers().stream()
                .filter(lb -> lb.type() == LoadBalancerTypeEnum.NETWORK)
                .count();
    }

    private long standardVcpus() {
        Filter running = filter("instance-state-name", "pending", "running");
        return clients.ec2().describeInstancesPaginator(r -> r.filters(running)).reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .filter(Quotas::isStandardOnDemand)
                .mapToLong(Quotas::vcpus)
                .sum();
    }

    /** Spot instances have limits of their own. */
    private static boolean isStandardOnDemand(Instance instance) {
        String family = instance.instanceTypeAsString().replaceFirst("\\d.*", "");
        return instance.instanceLifecycleAsString() == null && STANDARD_FAMILIES.contains(family);
    }

    private static long vcpus(Instance instance) {
        CpuOptions cpu = instance.cpuOptions();
        return cpu == null ? 0 : (long) Facts.number(cpu.coreCount()) * Facts.number(cpu.threadsPerCore());
    }

    private static long count(SdkIterable<?> items) {
        return StreamSupport.stream(items.spliterator(), false).count();
    }

    private static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }
}
