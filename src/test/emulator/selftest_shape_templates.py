"""Templates for the self-test of what the other shapes of a deployment need."""

from selftest_templates import att, ref, resource, strings, sub, template, trust

CACHING_DISABLED, ALL_VIEWER = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "216adef6-5c7f-47e4-b989-5492eafa07d3"
METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"]


def zone(i):
    return {"Fn::Select": [i, {"Fn::GetAZs": ""}]}


def spanning(zones=2, feet=2, description="gateway") -> str:
    """A VPC with one NAT gateway over its zones, an interface endpoint and rules that name prefix lists."""
    r = {
        "Vpc": resource("EC2::VPC", {"CidrBlock": "10.30.0.0/16", "EnableDnsHostnames": True, "EnableDnsSupport": True}),
        "Igw": resource("EC2::InternetGateway"),
        "Attach": resource("EC2::VPCGatewayAttachment", {"VpcId": ref("Vpc"), "InternetGatewayId": ref("Igw")}),
        "Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
        "Nat": resource("EC2::NatGateway", {
            "AvailabilityMode": "regional", "VpcId": ref("Vpc"), "AvailabilityZoneAddresses": [
                {"AvailabilityZone": zone(i), "AllocationIds": [att(f"Address{i}", "AllocationId")]} for i in range(zones)
            ],
        }, DependsOn="Attach"),
        "Route": resource("EC2::Route", {"RouteTableId": ref("Table"), "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": ref("Nat")}),
        "Group": resource("EC2::SecurityGroup", {"GroupDescription": "feet", "VpcId": ref("Vpc")}),
        "FromGateway": resource("EC2::SecurityGroupIngress", {
            "GroupId": ref("Group"), "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "SourcePrefixListId": ref("PrefixList"),
            "Description": description,
        }),
        "Endpoint": resource("EC2::VPCEndpoint", {
            "VpcId": ref("Vpc"), "ServiceName": sub("com.amazonaws.${AWS::Region}.sts"), "VpcEndpointType": "Interface",
            "SubnetIds": [ref(f"Private{i}") for i in range(feet)], "SecurityGroupIds": [ref("Group")], "PrivateDnsEnabled": True,
        }),
    }
    for i in range(3):
        r[f"Private{i}"] = resource("EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": f"10.30.{i}.0/24", "AvailabilityZone": zone(i)})
        r[f"Address{i}"] = resource("EC2::EIP", {"Domain": "vpc"}, DependsOn="Attach")
    outputs = {"VpcId": ref("Vpc"), "NatTable": att("Nat", "RouteTableId"), "Group": ref("Group"), "Table": ref("Table")}
    return template(r, outputs, strings("PrefixList"))


def balancers(zones=3, protocol="TCP") -> str:
    """A load balancer in each zone, each with a target group of its own."""
    r = {}
    for i in range(zones):
        r[f"Balancer{i}"] = resource("ElasticLoadBalancingV2::LoadBalancer", {
            "Type": "network", "Scheme": "internet-facing", "Subnets": [{"Fn::Select": [i, ref("PublicSubnets")]}], "SecurityGroups": [ref("Group")],
        })
        r[f"Targets{i}"] = resource("ElasticLoadBalancingV2::TargetGroup", {"Protocol": "TCP", "Port": 30443, "VpcId": ref("VpcId"), "TargetType": "instance"})
        r[f"Listener{i}"] = resource("ElasticLoadBalancingV2::Listener", {
            "LoadBalancerArn": ref(f"Balancer{i}"), "Port": 443, "Protocol": protocol,
            "DefaultActions": [{"Type": "forward", "TargetGroupArn": ref(f"Targets{i}")}],
        })
    outputs = {f"Arn{i}": ref(f"Balancer{i}") for i in range(zones)} | {f"Dns{i}": att(f"Balancer{i}", "DNSName") for i in range(zones)}
    outputs |= {f"Targets{i}": ref(f"Targets{i}") for i in range(zones)} | {"Zone": att("Balancer0", "CanonicalHostedZoneID")}
    return template(r, outputs, strings("VpcId", "Group", PublicSubnets="List<AWS::EC2::Subnet::Id>"))


def accelerator(arns, name="ess", weight=128, preserve=False, port=443) -> str:
    r = {
        "Accelerator": resource("GlobalAccelerator::Accelerator", {"Name": name, "Enabled": True, "Tags": [{"Key": "k", "Value": "v"}]}),
        "Listener": resource("GlobalAccelerator::Listener", {
            "AcceleratorArn": ref("Accelerator"), "Protocol": "TCP", "PortRanges": [{"FromPort": port, "ToPort": port}],
        }),
        "Endpoints": resource("GlobalAccelerator::EndpointGroup", {
            "ListenerArn": ref("Listener"), "EndpointGroupRegion": ref("AWS::Region"), "HealthCheckPort": 443, "HealthCheckIntervalSeconds": 10,
            "EndpointConfigurations": [{"EndpointId": arn, "Weight": weight, "ClientIPPreservationEnabled": preserve} for arn in arns],
        }),
    }
    return template(r, {"Dns": att("Accelerator", "DnsName"), "Arn": ref("Accelerator"), "Listener": ref("Listener")})


def _seen(name):
    return {"CloudWatchMetricsEnabled": True, "SampledRequestsEnabled": True, "MetricName": name}


def gateway(origin="origin.example.com", limit=1000, allowed=("192.0.2.0/24",), name="ess", price="PriceClass_All", scope="CLOUDFRONT") -> str:
    statements = {
        "rate": (0, {"RateBasedStatement": {"Limit": limit, "AggregateKeyType": "IP"}}, {"Action": {"Block": {}}}),
        "known": (1, {"IPSetReferenceStatement": {"Arn": att("Allowed", "Arn")}}, {"Action": {"Allow": {}}}),
        "common": (2, {"ManagedRuleGroupStatement": {"VendorName": "AWS", "Name": "AWSManagedRulesCommonRuleSet"}}, {"OverrideAction": {"None": {}}}),
    }
    rules = [{"Name": n, "Priority": p, "Statement": s, "VisibilityConfig": _seen(n)} | a for n, (p, s, a) in statements.items()]
    r = {
        "Certificate": resource("CertificateManager::Certificate", {
            "DomainName": "ess.example.com", "SubjectAlternativeNames": ["*.ess.example.com"], "ValidationMethod": "DNS",
            "DomainValidationOptions": [{"DomainName": "ess.example.com", "HostedZoneId": ref("ZoneId")}],
        }),
        "Allowed": resource("WAFv2::IPSet", {"Scope": scope, "IPAddressVersion": "IPV4", "Addresses": list(allowed), "Tags": [{"Key": "k", "Value": "v"}]}),
        "Acl": resource("WAFv2::WebACL", {
            "Name": name, "Scope": scope, "DefaultAction": {"Block": {}}, "VisibilityConfig": _seen(name), "Rules": rules,
            "Tags": [{"Key": "k", "Value": "v"}],
        }),
        "Log": resource("Logs::LogGroup", {"LogGroupName": f"aws-waf-logs-{name}"}),
        "AclLog": resource("WAFv2::LoggingConfiguration", {
            "ResourceArn": att("Acl", "Arn"), "LogDestinationConfigs": [att("Log", "Arn")], "RedactedFields": [{"SingleHeader": {"Name": "authorization"}}],
        }),
        "Distribution": resource("CloudFront::Distribution", {"Tags": [{"Key": "k", "Value": "v"}], "DistributionConfig": {
            "Enabled": True, "Aliases": ["ess.example.com", "*.ess.example.com"], "HttpVersion": "http2", "IPV6Enabled": True, "PriceClass": price,
            "Comment": "front", "WebACLId": att("Acl", "Arn"),
            "Origins": [{"Id": "origin", "DomainName": origin, "CustomOriginConfig": {
                "OriginProtocolPolicy": "https-only", "OriginSSLProtocols": ["TLSv1.2"], "HTTPSPort": 443, "OriginReadTimeout": 60,
            }}],
            "DefaultCacheBehavior": {
                "TargetOriginId": "origin", "ViewerProtocolPolicy": "redirect-to-https", "AllowedMethods": METHODS, "Compress": False,
                "CachePolicyId": CACHING_DISABLED, "OriginRequestPolicyId": ALL_VIEWER,
            },
            "ViewerCertificate": {"AcmCertificateArn": ref("Certificate"), "MinimumProtocolVersion": "TLSv1.2_2021", "SslSupportMethod": "sni-only"},
        }}),
    }
    return template(r, {"Dns": att("Distribution", "DomainName"), "Id": ref("Distribution"), "AclArn": att("Acl", "Arn")}, strings("ZoneId"))


def weighted(zones=3, weight=1, threshold=3) -> str:
    """Records of each zone's load balancer with health checks, and the private zone of the same name."""
    r, parameters = {}, ["ZoneId", "TargetZone", "VpcId"]
    for i in range(zones):
        parameters.append(f"Target{i}")
        r[f"Health{i}"] = resource("Route53::HealthCheck", {
            "HealthCheckConfig": {"Type": "TCP", "FullyQualifiedDomainName": ref(f"Target{i}"), "Port": 443, "FailureThreshold": threshold},
            "HealthCheckTags": [{"Key": "k", "Value": "v"}],
        })
        for part, name in (("Apex", "ess.example.com"), ("Wildcard", "*.ess.example.com")):
            alias = {"DNSName": ref(f"Target{i}"), "HostedZoneId": ref("TargetZone"), "EvaluateTargetHealth": False}
            r[f"{part}{i}"] = resource("Route53::RecordSet", {
                "HostedZoneId": ref("ZoneId"), "Name": name, "Type": "A", "SetIdentifier": f"zone-{i}", "Weight": weight,
                "HealthCheckId": ref(f"Health{i}"), "AliasTarget": alias,
            })
    inside = {"DNSName": ref("Target0"), "HostedZoneId": ref("TargetZone")}
    r |= {
        "Inner": resource("Route53::HostedZone", {
            "Name": "ess.example.com", "VPCs": [{"VPCId": ref("VpcId"), "VPCRegion": ref("AWS::Region")}],
            "HostedZoneConfig": {"Comment": "inside"}, "HostedZoneTags": [{"Key": "k", "Value": "v"}],
        }),
        "InnerApex": resource("Route53::RecordSet", {"HostedZoneId": ref("Inner"), "Name": "ess.example.com", "Type": "A", "AliasTarget": inside}),
        "InnerWildcard": resource("Route53::RecordSet", {
            "HostedZoneId": ref("Inner"), "Name": "*.ess.example.com", "Type": "CNAME", "TTL": "60", "ResourceRecords": [ref("Target0")],
        }),
    }
    return template(r, {"Inner": ref("Inner")}, strings(*parameters))


def three_members(instance_class="db.m6gd.large", size=100, days=7, protection=False, identifier="ess-members") -> str:
    """A Multi-AZ DB cluster with every property that a deployment sets."""
    r = {
        "Subnets": resource("RDS::DBSubnetGroup", {"DBSubnetGroupDescription": "private", "SubnetIds": ref("PrivateSubnets")}),
        "Parameters": resource("RDS::DBClusterParameterGroup", {"Description": "tls", "Family": "postgres17", "Parameters": {"rds.force_ssl": "1"}}),
        "Monitoring": resource("IAM::Role", {"AssumeRolePolicyDocument": trust("monitoring.rds.amazonaws.com")}),
        "Db": resource("RDS::DBCluster", {
            "DBClusterIdentifier": identifier, "Engine": "postgres", "EngineVersion": "17.6", "DBClusterInstanceClass": instance_class,
            "AllocatedStorage": size, "StorageType": "gp3", "StorageEncrypted": True, "KmsKeyId": ref("KeyArn"), "Port": 5432,
            "DBSubnetGroupName": ref("Subnets"), "DBClusterParameterGroupName": ref("Parameters"), "VpcSecurityGroupIds": [ref("DatabaseSg")],
            "MasterUsername": "ess", "ManageMasterUserPassword": True, "MasterUserSecret": {"KmsKeyId": ref("KeyArn")},
            "EnableIAMDatabaseAuthentication": True, "BackupRetentionPeriod": days, "PreferredBackupWindow": "01:00-02:00",
            "PreferredMaintenanceWindow": "sun:03:00-sun:04:00", "CopyTagsToSnapshot": True, "DeletionProtection": protection,
            "EnableCloudwatchLogsExports": ["postgresql", "upgrade"], "DatabaseInsightsMode": "standard", "MonitoringInterval": 60,
            "MonitoringRoleArn": att("Monitoring", "Arn"), "PerformanceInsightsEnabled": True, "PerformanceInsightsRetentionPeriod": 7,
            "PerformanceInsightsKmsKeyId": ref("KeyArn"), "AutoMinorVersionUpgrade": True, "PubliclyAccessible": False,
            "Tags": [{"Key": "k", "Value": "v"}],
        }, DeletionPolicy="Snapshot", UpdateReplacePolicy="Snapshot"),
    }
    outputs = {"Writer": att("Db", "Endpoint.Address"), "Readers": att("Db", "ReadEndpoint.Address"), "Secret": att("Db", "MasterUserSecret.SecretArn")}
    parameters = strings("KeyArn", PrivateSubnets="List<AWS::EC2::Subnet::Id>", DatabaseSg="AWS::EC2::SecurityGroup::Id")
    return template(r, outputs, parameters)
