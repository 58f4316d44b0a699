package dev.essha.survey;

import dev.essha.plan.DomainPlan;
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

    private InstallActions() {}

    static List<String> of(Plan plan) {
        List<String> actions = new ArrayList<>(ALWAYS);
        if (plan.domain().dns() == DomainPlan.Dns.ROUTE53) {
            actions.add("route53:ChangeResourceRecordSets");
        }
        if (plan.messaging().authentication() == MessagingPlan.Authentication.SCRAM) {
            actions.add("kafka:BatchAssociateScramSecret");
        }
        return List.copyOf(actions);
    }
}
