package dev.essha.survey;

import java.util.List;

/**
 * One or two actions of each service that an installation cannot do without. Not the whole policy: an identity that may
 * do these and lacks another is the exception, and CloudFormation then names it.
 */
final class InstallActions {

    static final List<String> ALL = List.of(
            "cloudformation:CreateChangeSet",
            "cloudformation:ExecuteChangeSet",
            "cloudformation:DescribeStackEvents",
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
            "acm:RequestCertificate",
            "route53:ChangeResourceRecordSets");

    private InstallActions() {}
}
