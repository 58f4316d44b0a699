package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.Offers;
import dev.essha.inventory.Offer;
import java.util.Map;
import java.util.Optional;

/** Which limit of the account a resource counts against, and how far that is used. */
record Limits(Offers offers) {

    private static final Map<String, Offer.Limit> BY_TYPE = Map.of(
            ResourceKind.VPC,
            Offer.Limit.VPCS,
            "AWS::EC2::InternetGateway",
            Offer.Limit.INTERNET_GATEWAYS,
            "AWS::EC2::EIP",
            Offer.Limit.ELASTIC_IPS,
            "AWS::EC2::NatGateway",
            Offer.Limit.NAT_GATEWAYS,
            ResourceKind.LOAD_BALANCER,
            Offer.Limit.NETWORK_LOAD_BALANCERS,
            ResourceKind.NODE_GROUP,
            Offer.Limit.STANDARD_VCPUS,
            ResourceKind.DATABASE,
            Offer.Limit.DATABASES,
            ResourceKind.DATABASE_CLUSTER,
            Offer.Limit.DATABASE_CLUSTERS,
            "AWS::EKS::Cluster",
            Offer.Limit.KUBERNETES_CLUSTERS,
            "AWS::CloudFront::Distribution",
            Offer.Limit.DISTRIBUTIONS);

    /** Empty where it is not known which, or nobody can say how far it is used. */
    Optional<Offer.Quota> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type)).flatMap(this::look);
    }

    /** A failure has been found already: that its figures cannot be looked up is no other one. */
    private Optional<Offer.Quota> look(Offer.Limit limit) {
        try {
            return offers.quota(limit);
        } catch (CloudException e) {
            return Optional.empty();
        }
    }
}
