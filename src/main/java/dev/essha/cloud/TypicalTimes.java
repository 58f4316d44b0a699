package dev.essha.cloud;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How long AWS typically takes with a resource. A rehearsal takes these times (compressed), a run announces its length and
 * the time that is left from them. Experience, not a promise.
 */
public final class TypicalTimes {

    private static final Times QUICK = Times.seconds(5, 5, 5);

    /** Seconds to create, update, delete; where the first is from. Updates and deletions are rougher than creations. */
    private static final Map<String, Times> SLOW =
            """
            AWS::MSK::Cluster                         1500 900 900 https://github.com/Snowflake-Labs/sfquickstarts/issues/662
            AWS::RDS::DBCluster                        900 300 480 https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/create-multi-az-db-cluster.html
            AWS::RDS::DBInstance                       840 300 480 https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting.html
            AWS::EKS::Cluster                          540 300 300 https://easontechtalk.com/unofficial-eks-cluster-creation-performance-across-aws-regions
            AWS::CloudFront::Distribution              300 300 330 https://aws.amazon.com/blogs/networking-and-content-delivery/slashing-cloudfront-change-propagation-times-in-2020-recent-changes-and-looking-forward/
            AWS::EKS::Nodegroup                        180 240 240 https://github.com/DevopsArtFactory/terraform-provisioning/pull/47
            AWS::CertificateManager::Certificate       180   5   5 https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
            AWS::ElasticLoadBalancingV2::LoadBalancer  150   5  30 https://github.com/DataBiosphere/azul/pull/5780
            AWS::EC2::NatGateway                       110   5  60 https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html
            AWS::EC2::VPCEndpoint                       60  60  60 https://github.com/aws-amplify/amplify-category-api/pull/1875
            AWS::GlobalAccelerator::Accelerator         45  30  35 https://github.com/hashicorp/terraform-provider-aws/pull/28922
            AWS::GlobalAccelerator::Listener            35  35  35 https://github.com/hashicorp/terraform-provider-aws/pull/28922
            AWS::GlobalAccelerator::EndpointGroup       25  25  25 https://github.com/hashicorp/terraform-provider-aws/pull/28922
            AWS::EKS::Addon                             40  40  20 https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html
            AWS::KMS::Key                               20   5   5 https://docs.aws.amazon.com/kms/latest/developerguide/create-keys.html
            """.lines().map(line -> line.split("\\s+")).collect(Collectors.toUnmodifiableMap(w -> w[0], Times::of));

    private TypicalTimes() {}

    private record Times(Duration creation, Duration update, Duration deletion) {

        static Times of(String[] words) {
            return seconds(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        }

        static Times seconds(int creation, int update, int deletion) {
            return new Times(Duration.ofSeconds(creation), Duration.ofSeconds(update), Duration.ofSeconds(deletion));
        }
    }

    /** How long a resource of a type takes to be created; five seconds for whatever is not known to be slow. */
    public static Duration creation(String type) {
        return SLOW.getOrDefault(type, QUICK).creation();
    }

    /** How long a change in place takes. */
    public static Duration update(String type) {
        return SLOW.getOrDefault(type, QUICK).update();
    }

    /** How long a deletion takes. */
    public static Duration deletion(String type) {
        return SLOW.getOrDefault(type, QUICK).deletion();
    }
}
