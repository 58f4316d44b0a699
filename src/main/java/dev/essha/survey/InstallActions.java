package dev.essha.survey;

import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/**
 * One or two actions of each service that an installation cannot do without, and none that the plan does not need. Not the
 * whole policy: an identity that may do these and lacks another is the exception, and CloudFormation then names it.
 */
final class InstallActions {

    private static final List<String> ALWAYS = List.of(
            "cloudformation:CreateChangeSet",
            "cloudformation:ExecuteChangeSet",
            "cloudformation:DescribeStackEvents",
            "cloudformation:ListChangeSets",
            "cloudformation:GetTemplate",
            "cloudformation:DetectStackDrift",
            "cloudformation:DescribeStackResourceDrifts",
            "tag:GetResources",
            "ec2:CreateSecurityGroup",
            "ec2:AuthorizeSecurityGroupIngress",
            "logs:CreateLogGroup",
            "iam:CreateRole",
            "iam:PassRole",
            "iam:CreateServiceLinkedRole",
            "kms:CreateKey",
            "kms:CreateGrant",
            "secretsmanager:CreateSecret",
            "ecr:CreateRepository",
            "s3:CreateBucket",
            "s3:PutBucketPolicy",
            "kafka:CreateCluster",
            "kafka:CreateConfiguration",
            "eks:CreateCluster",
            "eks:CreateNodegroup",
            "autoscaling:AttachLoadBalancerTargetGroups",
            "autoscaling:DetachLoadBalancerTargetGroups",
            "elasticloadbalancing:CreateLoadBalancer",
            "elasticloadbalancing:CreateListener",
            "acm:RequestCertificate");

    private InstallActions() {}

    static List<String> of(Plan plan) {
        return Stream.of(
                        ALWAYS,
                        ofNetwork(plan.network()),
                        ofDatabase(plan.database()),
                        ofEdge(plan.edge()),
                        ofNames(plan.domain(), plan.edge()),
                        ofMessaging(plan.messaging()))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static List<String> ofNetwork(NetworkPlan plan) {
        Stream<String> base = plan.existingVpc().isPresent()
                ? Stream.of("ec2:CreateTags")
                : Stream.of("ec2:CreateVpc", "ec2:CreateSubnet", "ec2:CreateVpcEndpoint", "ec2:CreateFlowLogs");
        Stream<String> egress = switch (plan.egress()) {
            case NAT_PER_ZONE, REGIONAL_NAT -> Stream.of("ec2:CreateNatGateway", "ec2:AllocateAddress");
            case NONE, EXISTING -> Stream.of();
        };
        return Stream.concat(base, egress).toList();
    }

    private static List<String> ofDatabase(DatabasePlan plan) {
        return switch (plan.topology()) {
            case MULTI_AZ_INSTANCE -> List.of("rds:CreateDBInstance", "rds:CreateDBParameterGroup");
            case MULTI_AZ_CLUSTER -> List.of("rds:CreateDBCluster", "rds:CreateDBClusterParameterGroup");
        };
    }

    /** CloudFront's web ACL writes to a log group, which it does by a delivery of its own. */
    private static List<String> ofEdge(EdgePlan plan) {
        Stream<String> balancing = switch (plan.loadBalancing()) {
            case SINGLE, PER_ZONE -> Stream.of();
            case FRONTED -> Stream.of("globalaccelerator:CreateAccelerator", "globalaccelerator:CreateEndpointGroup");
        };
        Stream<String> gateway = switch (plan.gateway()) {
            case NONE -> Stream.of();
            case CLOUDFRONT ->
                Stream.of(
                        "cloudfront:CreateDistribution",
                        "wafv2:CreateWebACL",
                        "wafv2:PutLoggingConfiguration",
                        "logs:CreateLogDelivery",
                        "ec2:DescribeManagedPrefixLists");
        };
        return Stream.concat(balancing, gateway).toList();
    }

    private static List<String> ofNames(DomainPlan domain, EdgePlan edge) {
        Stream<String> records = domain.dns() == DomainPlan.Dns.ROUTE53 || domain.privateZone()
                ? Stream.of("route53:ChangeResourceRecordSets")
                : Stream.of();
        Stream<String> zone = domain.privateZone()
                ? Stream.of("route53:CreateHostedZone", "route53:AssociateVPCWithHostedZone")
                : Stream.of();
        Stream<String> checks = edge.loadBalancing() == EdgePlan.LoadBalancing.PER_ZONE
                ? Stream.of("route53:CreateHealthCheck")
                : Stream.of();
        return Stream.of(records, zone, checks).flatMap(actions -> actions).toList();
    }

    private static List<String> ofMessaging(MessagingPlan plan) {
        return plan.authentication() == MessagingPlan.Authentication.SCRAM
                ? List.of("kafka:BatchAssociateScramSecret")
                : List.of();
    }
}
