package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.first;
import static dev.essha.cloud.aws.Facts.number;
import static dev.essha.cloud.aws.Facts.text;

import dev.essha.inventory.Edge;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.RenewalSummary;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Load balancers with what is behind them, and certificates. */
final class EdgeLookups {

    private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";

    private final AwsClients clients;

    EdgeLookups(AwsClients clients) {
        this.clients = clients;
    }

    List<Edge.LoadBalancer> loadBalancers(String vpcId) {
        return loadBalancing().describeLoadBalancersPaginator().loadBalancers().stream()
                .filter(lb -> vpcId.equals(lb.vpcId()))
                .map(this::loadBalancer)
                .sorted(Comparator.comparing(Edge.LoadBalancer::arn))
                .toList();
    }

    List<Edge.TargetGroup> targetGroups(String vpcId) {
        return loadBalancing().describeTargetGroupsPaginator().targetGroups().stream()
                .filter(group -> vpcId.equals(group.vpcId()))
                .map(this::targetGroup)
                .sorted(Comparator.comparing(Edge.TargetGroup::arn))
                .toList();
    }

    Map<String, List<String>> securityGroupsOfLoadBalancers(String vpcId) {
        Map<String, List<String>> worn = new TreeMap<>();
        loadBalancing().describeLoadBalancersPaginator().loadBalancers().stream()
                .filter(lb -> vpcId.equals(lb.vpcId()))
                .forEach(lb -> worn.put(
                        lb.loadBalancerArn(),
                        lb.securityGroups().stream().sorted().toList()));
        return Collections.unmodifiableMap(worn);
    }

    Optional<Edge.Certificate> certificate(String arn) {
        return Existing.find(() -> clients.where(arn).acm().describeCertificate(r -> r.certificateArn(arn)))
                .map(answer -> certificate(answer.certificate()));
    }

    private Edge.LoadBalancer loadBalancer(LoadBalancer lb) {
        return new Edge.LoadBalancer(
                lb.loadBalancerArn(),
                lb.loadBalancerName(),
                text(lb.dnsName()),
                lb.schemeAsString(),
                lb.typeAsString(),
                lb.state().codeAsString(),
                lb.vpcId(),
                lb.availabilityZones().stream()
                        .map(AvailabilityZone::zoneName)
                        .sorted()
                        .toList(),
                crossZone(lb.loadBalancerArn()),
                listeners(lb.loadBalancerArn()));
    }

    private boolean crossZone(String loadBalancerArn) {
        return loadBalancing()
                .describeLoadBalancerAttributes(r -> r.loadBalancerArn(loadBalancerArn))
                .attributes()
                .stream()
                .anyMatch(a -> CROSS_ZONE.equals(a.key()) && Boolean.parseBoolean(a.value()));
    }

    private List<Edge.Listener> listeners(String loadBalancerArn) {
        return loadBalancing().describeListenersPaginator(r -> r.loadBalancerArn(loadBalancerArn)).listeners().stream()
                .map(this::listener)
                .sorted(Comparator.comparingInt(Edge.Listener::port))
                .toList();
    }

    private Edge.Listener listener(Listener listener) {
        return new Edge.Listener(
                number(listener.port()),
                listener.protocolAsString(),
                text(listener.sslPolicy()),
                certificateArns(listener),
                targetGroupArns(listener));
    }

    /** A listener itself names its default certificate only. */
    private List<String> certificateArns(Listener listener) {
        if (listener.certificates().isEmpty()) {
            return List.of();
        }
        Stream<Certificate> more = loadBalancing()
                .describeListenerCertificatesPaginator(r -> r.listenerArn(listener.listenerArn()))
                .certificates()
                .stream();
        return Stream.concat(listener.certificates().stream(), more)
                .map(Certificate::certificateArn)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> targetGroupArns(Listener listener) {
        return listener.defaultActions().stream()
                .flatMap(EdgeLookups::targetGroupArns)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> targetGroupArns(Action action) {
        Stream<String> weighted = action.forwardConfig() == null
                ? Stream.of()
                : action.forwardConfig().targetGroups().stream().map(TargetGroupTuple::targetGroupArn);
        return Stream.concat(Stream.ofNullable(action.targetGroupArn()), weighted);
    }

    private Edge.TargetGroup targetGroup(TargetGroup group) {
        List<Edge.Target> targets =
                loadBalancing()
                        .describeTargetHealth(r -> r.targetGroupArn(group.targetGroupArn()))
                        .targetHealthDescriptions()
                        .stream()
                        .map(EdgeLookups::target)
                        .sorted(Comparator.comparing(Edge.Target::id))
                        .toList();
        return new Edge.TargetGroup(
                group.targetGroupArn(),
                group.targetGroupName(),
                text(group.protocolAsString()),
                number(group.port()),
                text(group.targetTypeAsString()),
                targets);
    }

    private static Edge.Target target(TargetHealthDescription seen) {
        return new Edge.Target(
                seen.target().id(),
                text(seen.target().availabilityZone()),
                seen.targetHealth().stateAsString());
    }

    private static Edge.Certificate certificate(CertificateDetail certificate) {
        String renewal = Optional.ofNullable(certificate.renewalSummary())
                .map(RenewalSummary::renewalStatusAsString)
                .orElse(null);
        return new Edge.Certificate(
                certificate.certificateArn(),
                certificate.statusAsString(),
                certificate.domainName(),
                certificate.subjectAlternativeNames().stream().sorted().toList(),
                first(renewal, certificate.renewalEligibilityAsString()));
    }

    private ElasticLoadBalancingV2Client loadBalancing() {
        return clients.loadBalancing();
    }
}
