package dev.essha.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands before the load balancers and leads to them, as far as the plan has it. What the plan does not have is not
 * looked for: it is seen as empty.
 *
 * @param balancerRules the security groups that each load balancer in the VPC wears, by its ARN
 * @param gatewayCertificate what the gateway shows to clients
 * @param gatewayAddresses AWS's own list of the addresses from which gateways ask, by its id
 * @param healthChecks those that the domain's records name
 * @param privateZone the hosted zone of the domain's name that answers inside the VPC
 */
public record Front(
        Observed<Map<String, List<Network.SecurityGroup>>> balancerRules,
        Observed<Optional<Edge.Accelerator>> accelerator,
        Observed<Optional<Edge.Distribution>> gateway,
        Observed<Optional<Edge.WebAcl>> webAcl,
        Observed<Optional<Edge.Certificate>> gatewayCertificate,
        Observed<Optional<String>> gatewayAddresses,
        Observed<List<Edge.HealthCheck>> healthChecks,
        Observed<Optional<Edge.PrivateZone>> privateZone) {}
