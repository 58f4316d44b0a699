package dev.essha.cloud.aws;

import dev.essha.inventory.Offer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.ec2.model.CpuOptions;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

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

    /** A limit that nobody ever raised is known by its default only. */
    Optional<Offer.Quota> quota(Offer.Limit limit) {
        return Existing.find(() -> clients.quotas()
                        .getServiceQuota(r -> r.serviceCode(limit.service()).quotaCode(limit.code())))
                .map(answer -> answer.quota())
                .or(() -> byDefault(limit))
                .map(quota -> new Offer.Quota(limit, quota.value(), used(limit)));
    }

    private Optional<software.amazon.awssdk.services.servicequotas.model.ServiceQuota> byDefault(Offer.Limit limit) {
        return Existing.find(() -> clients.quotas()
                        .getAWSDefaultServiceQuota(
                                r -> r.serviceCode(limit.service()).quotaCode(limit.code())))
                .map(answer -> answer.quota());
    }

    private long used(Offer.Limit limit) {
        return switch (limit) {
            case VPCS -> count(clients.ec2().describeVpcsPaginator().vpcs());
            case INTERNET_GATEWAYS ->
                count(clients.ec2().describeInternetGatewaysPaginator().internetGateways());
            case ELASTIC_IPS -> clients.ec2().describeAddresses().addresses().size();
            case NETWORK_LOAD_BALANCERS -> networkLoadBalancers();
            case STANDARD_VCPUS -> standardVcpus();
            case DATABASES -> count(clients.rds().describeDBInstancesPaginator().dbInstances());
            case KUBERNETES_CLUSTERS ->
                count(clients.eks().listClustersPaginator().clusters());
        };
    }

    private long networkLoadBalancers() {
        return clients.loadBalancing().describeLoadBalancersPaginator().loadBalancers().stream()
                .filter(lb -> lb.type() == LoadBalancerTypeEnum.NETWORK)
                .count();
    }

    private long standardVcpus() {
        Filter running = Filter.builder()
                .name("instance-state-name")
                .values("pending", "running")
                .build();
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
}
