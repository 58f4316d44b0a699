"""Templates for the self-test: a small deployment of several stacks that uses every resource type of the emulator."""

import json


def ref(name):
    return {"Ref": name}


def att(name, attribute):
    return {"Fn::GetAtt": [name, attribute]}


def sub(text):
    return {"Fn::Sub": text}


def template(resources, outputs=None, parameters=None, **more) -> str:
    result = {"AWSTemplateFormatVersion": "2010-09-09", "Description": "self-test", "Resources": resources, **more}
    if parameters:
        result["Parameters"] = parameters
    if outputs:
        result["Outputs"] = {k: {"Value": v} for k, v in outputs.items()}
    return json.dumps(result)


def resource(kind, properties=None, **more):
    return {"Type": f"AWS::{kind}", "Properties": properties or {}, **more}


def strings(*names, **typed):
    return {n: {"Type": "String"} for n in names} | {n: {"Type": t} for n, t in typed.items()}


def trust(service):
    return {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": service}, "Action": ["sts:AssumeRole", "sts:TagSession"]}]}


def allow(action, where):
    return {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": action, "Resource": where}]}


def network() -> str:
    r = {
        "Vpc": resource("EC2::VPC", {"CidrBlock": "10.20.0.0/16", "EnableDnsHostnames": True, "EnableDnsSupport": "true"}),
        "Igw": resource("EC2::InternetGateway", {"Tags": [{"Key": "Name", "Value": sub("${AWS::StackName}-igw")}]}),
        "Attach": resource("EC2::VPCGatewayAttachment", {"VpcId": ref("Vpc"), "InternetGatewayId": ref("Igw")}),
        "PublicTable": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
        "PublicRoute": resource(
            "EC2::Route", {"RouteTableId": ref("PublicTable"), "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": ref("Igw")}, DependsOn="Attach"
        ),
        "Logs": resource("Logs::LogGroup", {"RetentionInDays": 30, "LogGroupName": sub("/ess/${AWS::StackName}/flow")}),
        "FlowRole": resource("IAM::Role", {
            "AssumeRolePolicyDocument": trust("vpc-flow-logs.amazonaws.com"),
            "Policies": [{"PolicyName": "write", "PolicyDocument": allow("logs:PutLogEvents", att("Logs", "Arn"))}],
        }),
        "Flow": resource("EC2::FlowLog", {
            "ResourceId": ref("Vpc"), "ResourceType": "VPC", "TrafficType": "ALL", "LogGroupName": ref("Logs"),
            "DeliverLogsPermissionArn": att("FlowRole", "Arn"), "MaxAggregationInterval": 60,
        }),
        "S3Endpoint": resource("EC2::VPCEndpoint", {
            "VpcId": ref("Vpc"), "ServiceName": sub("com.amazonaws.${AWS::Region}.s3"), "VpcEndpointType": "Gateway",
            "RouteTableIds": [ref(f"PrivateTable{i}") for i in range(3)],
        }),
        "EcrEndpoint": resource("EC2::VPCEndpoint", {
            "VpcId": ref("Vpc"), "ServiceName": sub("com.amazonaws.${AWS::Region}.ecr.api"), "VpcEndpointType": "Interface",
            "SubnetIds": [ref("Private0"), ref("Private1")], "SecurityGroupIds": [ref("NodeGroupSg")], "PrivateDnsEnabled": True,
        }),
        "NodeGroupSg": resource("EC2::SecurityGroup", {"GroupDescription": "nodes", "VpcId": ref("Vpc")}),
        "DatabaseSg": resource("EC2::SecurityGroup", {
            "GroupDescription": "database", "VpcId": ref("Vpc"),
            "SecurityGroupEgress": [{"IpProtocol": "-1", "CidrIp": "127.0.0.1/32", "Description": "nothing"}],
        }),
        "DatabaseFromNodes": resource("EC2::SecurityGroupIngress", {
            "GroupId": ref("DatabaseSg"), "IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "SourceSecurityGroupId": ref("NodeGroupSg"),
        }),
        "NodesToDatabase": resource("EC2::SecurityGroupEgress", {
            "GroupId": ref("NodeGroupSg"), "IpProtocol": "tcp", "FromPort": "5432", "ToPort": "5432", "DestinationSecurityGroupId": ref("DatabaseSg"),
        }),
    }
    for i in range(3):
        zone = {"Fn::Select": [i, {"Fn::GetAZs": ""}]}
        for kind, offset in (("Public", 0), ("Private", 4)):
            block = {"Fn::Select": [i + offset, {"Fn::Cidr": [att("Vpc", "CidrBlock"), 8, 12]}]}
            r[f"{kind}{i}"] = resource("EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": block, "AvailabilityZone": zone})
        r[f"Eip{i}"] = resource("EC2::EIP", {"Domain": "vpc"}, DependsOn=["Attach"])
        r[f"Nat{i}"] = resource("EC2::NatGateway", {"SubnetId": ref(f"Public{i}"), "AllocationId": att(f"Eip{i}", "AllocationId")})
        r[f"PrivateTable{i}"] = resource("EC2::RouteTable", {"VpcId": ref("Vpc")})
        r[f"PrivateRoute{i}"] = resource(
            "EC2::Route", {"RouteTableId": ref(f"PrivateTable{i}"), "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": ref(f"Nat{i}")}
        )
        for kind, table in (("Public", "PublicTable"), ("Private", f"PrivateTable{i}")):
            r[f"{kind}Table{i}Link"] = resource("EC2::SubnetRouteTableAssociation", {"SubnetId": ref(f"{kind}{i}"), "RouteTableId": ref(table)})
    outputs = {
        "VpcId": ref("Vpc"), "PublicSubnets": {"Fn::Join": [",", [ref(f"Public{i}") for i in range(3)]]},
        "PrivateSubnets": {"Fn::Join": [",", [ref(f"Private{i}") for i in range(3)]]},
        "NodesSg": att("NodeGroupSg", "GroupId"), "DatabaseSg": ref("DatabaseSg"),
    }
    return template(r, outputs)


def security() -> str:
    key_policy = {"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"AWS": sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")}, "Action": "kms:*", "Resource": "*",
    }]}
    r = {
        "Key": resource("KMS::Key", {"EnableKeyRotation": True, "PendingWindowInDays": 7, "KeyPolicy": key_policy}),
        "KeyAlias": resource("KMS::Alias", {"AliasName": sub("alias/${AWS::StackName}"), "TargetKeyId": ref("Key")}),
        "Kafka": resource("SecretsManager::Secret", {
            "Name": sub("AmazonMSK_${AWS::StackName}"), "KmsKeyId": ref("Key"),
            "GenerateSecretString": {"SecretStringTemplate": '{"username":"ess"}', "GenerateStringKey": "password", "PasswordLength": 40, "ExcludePunctuation": True},
        }),
        "KafkaPolicy": resource("SecretsManager::ResourcePolicy", {"SecretId": ref("Kafka"), "ResourcePolicy": {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Principal": {"Service": "kafka.amazonaws.com"}, "Action": "secretsmanager:getSecretValue", "Resource": ref("Kafka")}],
        }}),
        "Managed": resource("IAM::ManagedPolicy", {"PolicyDocument": allow("kms:Decrypt", att("Key", "Arn")), "Roles": [ref("Role")]}),
        "Role": resource("IAM::Role", {"AssumeRolePolicyDocument": trust("pods.eks.amazonaws.com")}),
        "Inline": resource("IAM::Policy", {"PolicyName": "inline", "Roles": [ref("Role")], "PolicyDocument": allow("s3:ListBucket", "*")}),
        "Inline2": resource("IAM::RolePolicy", {"PolicyName": "inline2", "RoleName": ref("Role"), "PolicyDocument": allow("s3:GetObject", "*")}),
    }
    return template(r, {"KeyArn": att("Key", "Arn"), "KafkaSecret": ref("Kafka"), "RoleArn": att("Role", "Arn")})


def storage() -> str:
    r = {
        "Logs": resource("S3::Bucket", {"OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}}),
        "Bucket": resource("S3::Bucket", {
            "VersioningConfiguration": {"Status": "Enabled"},
            "PublicAccessBlockConfiguration": {k: True for k in ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")},
            "BucketEncryption": {"ServerSideEncryptionConfiguration": [
                {"BucketKeyEnabled": True, "ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": ref("KeyArn")}}
            ]},
            "LifecycleConfiguration": {"Rules": [
                {"Id": "parts", "Status": "Enabled", "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}},
                {"Id": "old", "Status": "Enabled", "NoncurrentVersionExpiration": {"NoncurrentDays": 30}},
            ]},
            "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
        }, DeletionPolicy="RetainExceptOnCreate", UpdateReplacePolicy="Retain"),
        "Policy": resource("S3::BucketPolicy", {"Bucket": ref("Bucket"), "PolicyDocument": {"Version": "2012-10-17", "Statement": [{
            "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": [att("Bucket", "Arn"), sub("${Bucket.Arn}/*")],
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        }]}}),
        "Images": resource("ECR::Repository", {
            "RepositoryName": sub("${AWS::StackName}/storage"), "ImageScanningConfiguration": {"ScanOnPush": True}, "ImageTagMutability": "IMMUTABLE",
            "EncryptionConfiguration": {"EncryptionType": "KMS", "KmsKey": ref("KeyArn")},
            "LifecyclePolicy": {"LifecyclePolicyText": json.dumps({"rules": [{
                "rulePriority": 1, "selection": {"tagStatus": "untagged", "countType": "imageCountMoreThan", "countNumber": 5}, "action": {"type": "expire"},
            }]})},
        }),
    }
    return template(r, {"BucketName": ref("Bucket"), "BucketArn": att("Bucket", "Arn"), "Uri": att("Images", "RepositoryUri")}, strings("KeyArn"))


def database(multi_az=True, protection=False) -> str:
    r = {
        "Subnets": resource("RDS::DBSubnetGroup", {"DBSubnetGroupDescription": "private", "SubnetIds": ref("PrivateSubnets")}),
        "Parameters": resource("RDS::DBParameterGroup", {"Description": "tls", "Family": "postgres16", "Parameters": {"rds.force_ssl": "1"}}),
        "Monitoring": resource("IAM::Role", {
            "AssumeRolePolicyDocument": trust("monitoring.rds.amazonaws.com"),
            "ManagedPolicyArns": [sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole")],
        }),
        "Db": resource("RDS::DBInstance", {
            "DBInstanceIdentifier": sub("${AWS::StackName}-pg"), "Engine": "postgres", "EngineVersion": "16.9", "DBInstanceClass": "db.t4g.medium",
            "AllocatedStorage": "50", "MaxAllocatedStorage": 200, "StorageType": "gp3", "StorageEncrypted": True, "KmsKeyId": ref("KeyArn"),
            "MultiAZ": multi_az, "DBSubnetGroupName": ref("Subnets"), "DBParameterGroupName": ref("Parameters"), "VPCSecurityGroups": [ref("DatabaseSg")],
            "MasterUsername": "ess", "ManageMasterUserPassword": True, "MasterUserSecret": {"KmsKeyId": ref("KeyArn")},
            "BackupRetentionPeriod": 7, "CopyTagsToSnapshot": True, "DeletionProtection": protection, "EnableIAMDatabaseAuthentication": True,
            "EnableCloudwatchLogsExports": ["postgresql", "upgrade"], "MonitoringInterval": 60, "MonitoringRoleArn": att("Monitoring", "Arn"),
            "EnablePerformanceInsights": True, "PerformanceInsightsKMSKeyId": ref("KeyArn"), "PerformanceInsightsRetentionPeriod": 7,
            "CACertificateIdentifier": "rds-ca-rsa2048-g1", "AutoMinorVersionUpgrade": True, "PubliclyAccessible": False,
            "PreferredBackupWindow": "02:00-03:00", "PreferredMaintenanceWindow": "sun:03:30-sun:04:30",
        }, DeletionPolicy="Snapshot", UpdateReplacePolicy="Snapshot"),
        "Service": resource("SecretsManager::Secret", {"GenerateSecretString": {"SecretStringTemplate": '{"username":"pods"}', "GenerateStringKey": "password"}}),
        "Attached": resource("SecretsManager::SecretTargetAttachment", {"SecretId": ref("Service"), "TargetId": ref("Db"), "TargetType": "AWS::RDS::DBInstance"}),
    }
    parameters = strings("KeyArn", PrivateSubnets="List<AWS::EC2::Subnet::Id>", DatabaseSg="AWS::EC2::SecurityGroup::Id")
    outputs = {"Endpoint": att("Db", "Endpoint.Address"), "Port": att("Db", "Endpoint.Port"), "Secret": att("Db", "MasterUserSecret.SecretArn")}
    return template(r, outputs, parameters)


def cluster_database() -> str:
    r = {
        "Subnets": resource("RDS::DBSubnetGroup", {"DBSubnetGroupDescription": "private", "SubnetIds": ref("PrivateSubnets")}),
        "Parameters": resource("RDS::DBClusterParameterGroup", {"Description": "tls", "Family": "postgres16", "Parameters": {"rds.force_ssl": "1"}}),
        "Db": resource("RDS::DBCluster", {
            "Engine": "postgres", "EngineVersion": "16.9", "DBClusterInstanceClass": "db.m6gd.large", "AllocatedStorage": 100, "Iops": 1000,
            "StorageType": "io1", "StorageEncrypted": True, "DBSubnetGroupName": ref("Subnets"), "DBClusterParameterGroupName": ref("Parameters"),
            "MasterUsername": "ess", "ManageMasterUserPassword": True, "VpcSecurityGroupIds": [ref("DatabaseSg")], "BackupRetentionPeriod": 7,
        }, DeletionPolicy="Delete"),
    }
    parameters = strings(PrivateSubnets="List<AWS::EC2::Subnet::Id>", DatabaseSg="AWS::EC2::SecurityGroup::Id")
    return template(r, {"Endpoint": att("Db", "Endpoint.Address")}, parameters)


PROPERTIES = "auto.create.topics.enable=true\ndefault.replication.factor=3\nmin.insync.replicas=2\n"


def messaging(server_properties=PROPERTIES, brokers=3) -> str:
    r = {
        "Configuration": resource("MSK::Configuration", {
            "Name": sub("${AWS::StackName}-configuration"), "KafkaVersionsList": ["3.8.x"], "ServerProperties": server_properties,
        }),
        "Logs": resource("Logs::LogGroup", {"RetentionInDays": 30}),
        "Cluster": resource("MSK::Cluster", {
            "ClusterName": sub("${AWS::StackName}-kafka"), "KafkaVersion": "3.8.x", "NumberOfBrokerNodes": brokers,
            "BrokerNodeGroupInfo": {
                "ClientSubnets": ref("PrivateSubnets"), "InstanceType": "kafka.m7g.large", "SecurityGroups": [ref("DatabaseSg")],
                "StorageInfo": {"EBSStorageInfo": {"VolumeSize": 100}},
            },
            "ConfigurationInfo": {"Arn": att("Configuration", "Arn"), "Revision": att("Configuration", "LatestRevision.Revision")},
            "EncryptionInfo": {
                "EncryptionAtRest": {"DataVolumeKMSKeyId": ref("KeyArn")}, "EncryptionInTransit": {"ClientBroker": "TLS", "InCluster": True},
            },
            "ClientAuthentication": {"Sasl": {"Scram": {"Enabled": True}, "Iam": {"Enabled": True}}, "Unauthenticated": {"Enabled": False}},
            "EnhancedMonitoring": "PER_BROKER",
            "LoggingInfo": {"BrokerLogs": {"CloudWatchLogs": {"Enabled": True, "LogGroup": ref("Logs")}}},
        }),
        "Scram": resource("MSK::BatchScramSecret", {"ClusterArn": ref("Cluster"), "SecretArnList": [ref("KafkaSecret")]}),
        "ClusterPolicy": resource("MSK::ClusterPolicy", {"ClusterArn": ref("Cluster"), "Policy": allow("kafka:DescribeCluster", ref("Cluster"))}),
    }
    parameters = strings("KeyArn", "KafkaSecret", PrivateSubnets="List<AWS::EC2::Subnet::Id>", DatabaseSg="AWS::EC2::SecurityGroup::Id")
    return template(r, {"ClusterArn": ref("Cluster")}, parameters)


def compute(desired=1, hops=2) -> str:
    aws_policy = "arn:${AWS::Partition}:iam::aws:policy/"
    r = {
        "ClusterRole": resource("IAM::Role", {"AssumeRolePolicyDocument": trust("eks.amazonaws.com"), "ManagedPolicyArns": [sub(aws_policy + "AmazonEKSClusterPolicy")]}),
        "NodeRole": resource("IAM::Role", {"AssumeRolePolicyDocument": trust("ec2.amazonaws.com"), "ManagedPolicyArns": [sub(aws_policy + "AmazonEKSWorkerNodePolicy")]}),
        "Cluster": resource("EKS::Cluster", {
            "Name": sub("${AWS::StackName}-eks"), "Version": "1.33", "RoleArn": att("ClusterRole", "Arn"),
            "ResourcesVpcConfig": {"SubnetIds": ref("PrivateSubnets"), "EndpointPrivateAccess": True, "EndpointPublicAccess": False},
            "AccessConfig": {"AuthenticationMode": "API"}, "EncryptionConfig": [{"Provider": {"KeyArn": ref("KeyArn")}, "Resources": ["secrets"]}],
            "Logging": {"ClusterLogging": {"EnabledTypes": [{"Type": "api"}, {"Type": "audit"}]}},
        }),
        "Template": resource("EC2::LaunchTemplate", {"LaunchTemplateData": {
            "MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": hops},
            "BlockDeviceMappings": [{"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 50, "VolumeType": "gp3", "Encrypted": True}}],
        }}),
        "Pods": resource("EKS::Addon", {"ClusterName": ref("Cluster"), "AddonName": "eks-pod-identity-agent"}),
        "Association": resource("EKS::PodIdentityAssociation", {
            "ClusterName": ref("Cluster"), "Namespace": "ess", "ServiceAccount": "storage", "RoleArn": ref("RoleArn"),
        }),
        "Admin": resource("EKS::AccessEntry", {
            "ClusterName": ref("Cluster"), "PrincipalArn": sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/admin"),
            "AccessPolicies": [{"PolicyArn": sub("arn:${AWS::Partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"), "AccessScope": {"Type": "cluster"}}],
        }),
    }
    for i in range(3):
        r[f"Nodes{i}"] = resource("EKS::Nodegroup", {
            "ClusterName": ref("Cluster"), "NodegroupName": f"zone-{i}", "NodeRole": att("NodeRole", "Arn"),
            "Subnets": [{"Fn::Select": [i, ref("PrivateSubnets")]}], "ScalingConfig": {"MinSize": 1, "MaxSize": 3, "DesiredSize": desired},
            "InstanceTypes": ["m7g.xlarge"], "AmiType": "AL2023_ARM_64_STANDARD", "Labels": {"ess": "yes"},
            "LaunchTemplate": {"Id": ref("Template"), "Version": att("Template", "LatestVersionNumber")},
        })
    parameters = strings("KeyArn", "RoleArn", PrivateSubnets="List<AWS::EC2::Subnet::Id>")
    return template(r, {"Cluster": ref("Cluster"), "ClusterSg": att("Cluster", "ClusterSecurityGroupId")}, parameters)


def edge() -> str:
    validated = [{"DomainName": n, "HostedZoneId": ref("ZoneId")} for n in ("ess.example.com", "*.ess.example.com")]
    r = {
        "Certificate": resource("CertificateManager::Certificate", {
            "DomainName": "ess.example.com", "SubjectAlternativeNames": ["*.ess.example.com"], "ValidationMethod": "DNS",
            "DomainValidationOptions": {"Fn::If": ["HasZone", validated, ref("AWS::NoValue")]},
        }),
        "BalancerSg": resource("EC2::SecurityGroup", {
            "GroupDescription": "balancer", "VpcId": ref("VpcId"),
            "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0", "Description": "https"}],
        }),
        "Balancer": resource("ElasticLoadBalancingV2::LoadBalancer", {
            "Type": "network", "Scheme": "internet-facing", "Subnets": ref("PublicSubnets"), "SecurityGroups": [ref("BalancerSg")],
            "LoadBalancerAttributes": [{"Key": "load_balancing.cross_zone.enabled", "Value": "true"}],
        }),
        "Targets": resource("ElasticLoadBalancingV2::TargetGroup", {
            "Protocol": "TCP", "Port": 30443, "VpcId": ref("VpcId"), "TargetType": "instance", "HealthCheckProtocol": "TCP",
            "TargetGroupAttributes": [{"Key": "deregistration_delay.timeout_seconds", "Value": "60"}],
        }),
        "Listener": resource("ElasticLoadBalancingV2::Listener", {
            "LoadBalancerArn": ref("Balancer"), "Port": 443, "Protocol": "TLS", "SslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06",
            "Certificates": [{"CertificateArn": ref("Certificate")}], "DefaultActions": [{"Type": "forward", "TargetGroupArn": ref("Targets")}],
        }),
        "Topic": resource("SNS::Topic", {"DisplayName": "alarms"}),
        "Alarm": resource("CloudWatch::Alarm", {
            "Namespace": "AWS/NetworkELB", "MetricName": "UnHealthyHostCount", "Statistic": "Maximum", "Period": 60, "EvaluationPeriods": 3,
            "Threshold": 0, "ComparisonOperator": "GreaterThanThreshold", "AlarmActions": [ref("Topic")],
            "Dimensions": [{"Name": "LoadBalancer", "Value": att("Balancer", "LoadBalancerFullName")}],
        }),
    }
    parameters = strings("VpcId", PublicSubnets="List<AWS::EC2::Subnet::Id>") | {"ZoneId": {"Type": "String", "Default": ""}}
    outputs = {"Dns": att("Balancer", "DNSName"), "Zone": att("Balancer", "CanonicalHostedZoneID"), "TargetGroup": ref("Targets")}
    return template(r, outputs, parameters, Conditions={"HasZone": {"Fn::Not": [{"Fn::Equals": [ref("ZoneId"), ""]}]}})


def dns() -> str:
    r = {
        "Names": resource("Route53::RecordSetGroup", {"HostedZoneId": ref("ZoneId"), "RecordSets": [
            {"Name": "ess.example.com", "Type": "CNAME", "TTL": "60", "ResourceRecords": [ref("Target")]},
        ]}),
        "Wildcard": resource("Route53::RecordSet", {
            "HostedZoneId": ref("ZoneId"), "Name": "*.ess.example.com", "Type": "A",
            "AliasTarget": {"DNSName": ref("Target"), "HostedZoneId": ref("TargetZone"), "EvaluateTargetHealth": True},
        }),
        "Inner": resource("Route53::HostedZone", {"Name": "inner.example.org"}),
        "Health": resource("Route53::HealthCheck", {"HealthCheckConfig": {"Type": "TCP", "FullyQualifiedDomainName": ref("Target"), "Port": 443}}),
    }
    return template(r, None, strings("ZoneId", "Target", "TargetZone"))
