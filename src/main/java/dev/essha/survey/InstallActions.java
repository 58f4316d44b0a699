package dev.essha.survey;

import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * One or two actions of each service that an installation cannot do without. Not the whole policy: an identity that may
 * do these and lacks another is the exception, and CloudFormation then names it.
 */
final class InstallActions {

    private static final List<String> ALWAYS = List.of(
            "cloudformation:CreateChangeSet",
            "cloudformation:ExecuteChangeSet",
            "cloudformation:DescribeStackEvents",
            "cloudformation:ListChangeSets",
            "tag:GetResources",
            "ec2:CreateVpc",
            "ec2:CreateSubnet",
            "ec2:CreateNatGateway",
            "ec2:AllocateAddress",
            "ec2:CreateSecurityGroup",
            "ec2:AuthorizeSecurityGroupIngress",
            "ec2:CreateVpcEndpoint",
            "ec2:CreateFlowLogs",
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
            "rds:CreateDBInstance",
            "rds:CreateDBParameterGroup",
            "kafka:CreateCluster",
            "kafka:CreateConfiguration",
            "eks:CreateCluster",
            "eks:CreateNodegroup",
            "autoscaling:AttachLoadBalancerTargetGroups",
            "elasticloadbalancing:CreateLoadBalancer",
            "elasticloadbalancing:CreateListener",
            "acm:RequestCertificate");

    private static final List<String> OF_GATEWAY = List.of(
            "cloudfront:CreateDistribution",
            "wafv2:CreateWebACL",
            "wafv2:PutLoggingConfiguration",
            "logs:CreateLogDelivery",
            "logs:PutResourcePolicy");

    private InstallActions() {}

    static List<String> of(Plan plan) {
        List<String> actions = new ArrayList<>(ALWAYS);
        if (plan.domain().dns() == DomainPlan.Dns.ROUTE53) {
            actions.add("route53:ChangeResourceRecordSets");
        }
        if (plan.edge().loadBalancing() == LoadBalancing.PER_ZONE) {
            actions.add("route53:CreateHealthCheck");
        }
        if (plan.edge().loadBalancing() == LoadBalancing.FRONTED) {
            actions.add("globalaccelerator:CreateAccelerator");
        }
        if (plan.edge().gateway() == Gateway.CLOUDFRONT) {
            actions.addAll(OF_GATEWAY);
        }
        if (plan.domain().privateZone()) {
            actions.add("route53:CreateHostedZone");
        }
        if (plan.messaging().authentication() == MessagingPlan.Authentication.SCRAM) {
            actions.add("kafka:BatchAssociateScramSecret");
        }
        return List.copyOf(actions);
    }
}
