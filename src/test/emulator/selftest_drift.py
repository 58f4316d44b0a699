"""What somebody changes or deletes by hand is seen by drift detection, property by property."""

import json
import time
import unittest

import selftest_shape_templates as shapes
import selftest_templates as t
from selftest_base import REGION, Case

EAST = "us-east-1"


class Drifting(Case):
    """A whole deployment, changed by hand."""

    def deploy(self):
        self.zone = self.aws("route53").create_hosted_zone(Name="example.com", CallerReference="1")["HostedZone"]["Id"].rsplit("/", 1)[1]
        net, sec = self.create("n", t.network()), self.create("k", t.security())
        self.net, self.sec = net, sec
        keyed = {"KeyArn": sec["KeyArn"]}
        data = keyed | {"PrivateSubnets": net["PrivateSubnets"], "DatabaseSg": net["DatabaseSg"]}
        self.store = self.create("s", t.storage(), keyed)
        self.create("d", t.database(), data)
        self.create("c", shapes.three_members(), data)
        self.kafka = self.create("m", t.messaging(), data | {"KafkaSecret": sec["KafkaSecret"]})
        self.create("e", t.compute(), keyed | {"PrivateSubnets": net["PrivateSubnets"], "RoleArn": sec["RoleArn"]})
        public = {"VpcId": net["VpcId"], "PublicSubnets": net["PublicSubnets"]}
        self.edge = self.create("b", t.edge(), public | {"ZoneId": self.zone})
        feet = self.create("z", shapes.balancers(), public | {"Group": net["NodesSg"]})
        targets = {k.replace("Dns", "Target"): v for k, v in feet.items() if k.startswith("Dns")}
        self.create("w", shapes.weighted(), targets | {"ZoneId": self.zone, "TargetZone": feet["Zone"], "VpcId": net["VpcId"]})
        self.front = self.create("a", shapes.accelerator([feet[f"Arn{i}"] for i in range(3)]))
        home, self.cfn = self.cfn, self.client("cloudformation", EAST)
        self.gate = self.create("g", shapes.gateway(), {"ZoneId": self.zone})
        self.cfn = home

    def client(self, service, region=REGION):
        return self.aws(service, region)

    def drifts(self, stack, region=REGION):
        """Logical id -> its status, or the paths that differ."""
        cfn = self.client("cloudformation", region)
        ident = cfn.detect_stack_drift(StackName=stack)["StackDriftDetectionId"]
        found = {"DetectionStatus": "DETECTION_IN_PROGRESS"}
        while found["DetectionStatus"] == "DETECTION_IN_PROGRESS":
            found = cfn.describe_stack_drift_detection_status(StackDriftDetectionId=ident)
            time.sleep(0.02)
        self.assertEqual("DETECTION_COMPLETE", found["DetectionStatus"], found.get("DetectionStatusReason"))
        shown, token = [], {}
        while token is not None:
            page = cfn.describe_stack_resource_drifts(StackName=stack, **token)
            shown, token = shown + page["StackResourceDrifts"], {"NextToken": page["NextToken"]} if "NextToken" in page else None
        self.assertEqual(found["StackDriftStatus"], cfn.describe_stacks(StackName=stack)["Stacks"][0]["DriftInformation"]["StackDriftStatus"])
        return {
            d["LogicalResourceId"]: sorted(p["PropertyPath"] for p in d["PropertyDifferences"]) or d["StackResourceDriftStatus"]
            for d in shown if d["StackResourceDriftStatus"] != "IN_SYNC"
        }

    def physical(self, stack, logical, region=REGION):
        return self.client("cloudformation", region).describe_stack_resource(StackName=stack, LogicalResourceId=logical)["StackResourceDetail"]["PhysicalResourceId"]

    def test_sees_nothing_where_nobody_did_anything_then_changes_then_deletions(self):
        self.deploy()
        for stack in "nksdcmebzwa":
            self.assertEqual({}, self.drifts(stack), stack)
        self.assertEqual({}, self.drifts("g", EAST))
        for stack, expected in self.changes().items():
            with self.subTest(stack):
                self.assertEqual(expected, self.drifts(stack, EAST if stack == "g" else REGION))
        for stack, expected in self.deletions().items():
            with self.subTest("deleted in " + stack):
                found = self.drifts(stack, EAST if stack == "g" else REGION)
                self.assertEqual(sorted(expected), sorted(n for n, what in found.items() if what == "DELETED"))

    def changes(self):
        """Does them; stack -> logical id -> the paths that have to be named."""
        return {
            "n": self.change_network(), "k": self.change_keys(), "s": self.change_storage(), "d": self.change_instance(), "c": self.change_cluster(),
            "m": self.change_kafka(), "e": self.change_kubernetes(), "b": self.change_edge(), "w": self.change_records(),
            "a": self.change_accelerator(), "g": self.change_gateway(),
        }

    def change_network(self):
        ec2, vpc, logs = self.client("ec2"), self.net["VpcId"], self.client("logs")
        ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": False})
        ec2.modify_subnet_attribute(SubnetId=self.physical("n", "Private0"), MapPublicIpOnLaunch={"Value": True})
        ec2.replace_route(RouteTableId=self.physical("n", "PrivateTable0"), DestinationCidrBlock="0.0.0.0/0", NatGatewayId=self.physical("n", "Nat1"))
        ec2.create_tags(Resources=[self.physical("n", "Igw")], Tags=[{"Key": "Name", "Value": "mine"}])
        ec2.authorize_security_group_egress(
            GroupId=self.net["DatabaseSg"], IpPermissions=[{"IpProtocol": "tcp", "FromPort": 1, "ToPort": 1, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}]
        )
        peer = [{"GroupId": self.net["NodesSg"], "Description": "by hand"}]
        ec2.update_security_group_rule_descriptions_ingress(
            GroupId=self.net["DatabaseSg"], IpPermissions=[{"IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432, "UserIdGroupPairs": peer}]
        )
        ec2.modify_vpc_endpoint(VpcEndpointId=self.physical("n", "EcrEndpoint"), RemoveSubnetIds=[self.physical("n", "Private1")])
        logs.put_retention_policy(logGroupName="/ess/n/flow", retentionInDays=1)
        self.client("iam").put_role_policy(RoleName=self.physical("n", "FlowRole"), PolicyName="write", PolicyDocument=json.dumps(t.allow("*", "*")))
        return {
            "Vpc": ["/EnableDnsHostnames"], "PrivateRoute0": ["/NatGatewayId"], "Igw": ["/Tags/0"], "DatabaseSg": ["/SecurityGroupEgress/1"],
            "EcrEndpoint": ["/SubnetIds/1"], "Logs": ["/RetentionInDays"], "FlowRole": ["/Policies/0"],
        }

    def change_keys(self):
        kms, key, secrets = self.client("kms"), self.physical("k", "Key"), self.client("secretsmanager")
        kms.disable_key_rotation(KeyId=key)
        kms.put_key_policy(KeyId=key, PolicyName="default", Policy=json.dumps(t.allow("kms:*", "*")))
        secrets.update_secret(SecretId=self.sec["KafkaSecret"], KmsKeyId="alias/aws/secretsmanager")
        self.client("iam").attach_role_policy(RoleName=self.physical("k", "Role"), PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
        made = self.client("iam").create_policy_version(
            PolicyArn=self.physical("k", "Managed"), PolicyDocument=json.dumps(t.allow("kms:*", "*")), SetAsDefault=True
        )
        self.assertEqual("v2", made["PolicyVersion"]["VersionId"])
        self.client("iam").update_assume_role_policy(RoleName=self.physical("k", "Role"), PolicyDocument=json.dumps(t.trust("ec2.amazonaws.com")))
        return {"Key": ["/EnableKeyRotation", "/KeyPolicy"], "Kafka": ["/KmsKeyId"], "Managed": ["/PolicyDocument"], "Role": ["/AssumeRolePolicyDocument"]}

    def change_storage(self):
        s3, name, ecr = self.client("s3"), self.store["BucketName"], self.client("ecr")
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Suspended"})
        s3.delete_public_access_block(Bucket=name)
        s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]})
        s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": [
            {"ID": "parts", "Status": "Disabled", "Filter": {"Prefix": ""}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}},
        ]})
        s3.put_bucket_policy(Bucket=name, Policy=json.dumps(t.allow("s3:GetObject", f"arn:aws:s3:::{name}/*") | {"Version": "2012-10-17"}))
        ecr.put_image_tag_mutability(repositoryName="s/storage", imageTagMutability="MUTABLE")
        ecr.put_image_scanning_configuration(repositoryName="s/storage", imageScanningConfiguration={"scanOnPush": False})
        return {
            "Bucket": [
                "/BucketEncryption/ServerSideEncryptionConfiguration/0", "/LifecycleConfiguration/Rules/0", "/LifecycleConfiguration/Rules/1",
                "/PublicAccessBlockConfiguration", "/VersioningConfiguration/Status",
            ],
            "Policy": ["/PolicyDocument"], "Images": ["/ImageScanningConfiguration/ScanOnPush", "/ImageTagMutability"],
        }

    def change_instance(self):
        rds = self.client("rds")
        rds.modify_db_instance(
            DBInstanceIdentifier="d-pg", MultiAZ=False, BackupRetentionPeriod=1, DBInstanceClass="db.t4g.large", ApplyImmediately=True,
            CloudwatchLogsExportConfiguration={"DisableLogTypes": ["upgrade"]}, EnableIAMDatabaseAuthentication=False, MonitoringInterval=0,
        )
        rds.modify_db_parameter_group(
            DBParameterGroupName=self.physical("d", "Parameters"),
            Parameters=[{"ParameterName": "rds.force_ssl", "ParameterValue": "0", "ApplyMethod": "pending-reboot"}],
        )
        return {"Db": [
            "/BackupRetentionPeriod", "/DBInstanceClass", "/EnableCloudwatchLogsExports/1", "/EnableIAMDatabaseAuthentication", "/MonitoringInterval", "/MultiAZ",
        ], "Parameters": ["/Parameters/rds.force_ssl"]}

    def change_cluster(self):
        self.client("rds").modify_db_cluster(
            DBClusterIdentifier="ess-members", DeletionProtection=True, AllocatedStorage=200, BackupRetentionPeriod=1, EnablePerformanceInsights=False,
            ApplyImmediately=True,
        )
        return {"Db": ["/AllocatedStorage", "/BackupRetentionPeriod", "/DeletionProtection", "/PerformanceInsightsEnabled"]}

    def change_kafka(self):
        kafka, arn = self.client("kafka"), self.kafka["ClusterArn"]
        other = kafka.create_configuration(Name="other", ServerProperties=b"auto.create.topics.enable=false\n")

        def version():
            return {"ClusterArn": arn, "CurrentVersion": kafka.describe_cluster(ClusterArn=arn)["ClusterInfo"]["CurrentVersion"]}

        kafka.update_cluster_configuration(ConfigurationInfo={"Arn": other["Arn"], "Revision": 1}, **version())
        kafka.update_broker_storage(TargetBrokerEBSVolumeInfo=[{"KafkaBrokerNodeId": "All", "VolumeSizeGB": 500}], **version())
        kafka.update_monitoring(EnhancedMonitoring="DEFAULT", **version())
        kafka.update_configuration(Arn=self.physical("m", "Configuration"), ServerProperties=b"auto.create.topics.enable=false\n")
        kafka.batch_disassociate_scram_secret(ClusterArn=arn, SecretArnList=[self.sec["KafkaSecret"]])
        return {
            "Cluster": ["/BrokerNodeGroupInfo/StorageInfo/EBSStorageInfo/VolumeSize", "/ConfigurationInfo/Arn", "/EnhancedMonitoring"],
            "Configuration": ["/ServerProperties"], "Scram": ["/SecretArnList/0"],
        }

    def change_kubernetes(self):
        eks = self.client("eks")
        eks.update_cluster_config(name="e-eks", resourcesVpcConfig={"endpointPublicAccess": True})
        eks.update_nodegroup_config(clusterName="e-eks", nodegroupName="zone-0", scalingConfig={"minSize": 1, "maxSize": 9, "desiredSize": 1})
        entry = self.client("sts").get_caller_identity()["Account"]
        admin = f"arn:aws:iam::{entry}:role/admin"
        policy = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
        eks.disassociate_access_policy(clusterName="e-eks", principalArn=admin, policyArn=policy)
        return {
            "Cluster": ["/ResourcesVpcConfig/EndpointPublicAccess"], "Nodes0": ["/ScalingConfig/MaxSize"], "Admin": ["/AccessPolicies/0"],
        }

    def change_edge(self):
        elb, balancer = self.client("elbv2"), self.physical("b", "Balancer")
        elb.modify_load_balancer_attributes(LoadBalancerArn=balancer, Attributes=[{"Key": "load_balancing.cross_zone.enabled", "Value": "false"}])
        elb.set_subnets(LoadBalancerArn=balancer, Subnets=self.net["PublicSubnets"].split(",")[:2])
        elb.modify_listener(ListenerArn=self.physical("b", "Listener"), SslPolicy="ELBSecurityPolicy-2016-08")
        elb.modify_target_group_attributes(
            TargetGroupArn=self.edge["TargetGroup"], Attributes=[{"Key": "deregistration_delay.timeout_seconds", "Value": "1"}]
        )
        self.client("ec2").authorize_security_group_ingress(
            GroupId=self.physical("b", "BalancerSg"), IpPermissions=[{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]
        )
        return {
            "Balancer": ["/LoadBalancerAttributes/0", "/Subnets/2"], "Listener": ["/SslPolicy"], "Targets": ["/TargetGroupAttributes/0"],
            "BalancerSg": ["/SecurityGroupIngress/1"],
        }

    def change_records(self):
        route53 = self.client("route53")
        records = route53.list_resource_record_sets(HostedZoneId=self.zone)["ResourceRecordSets"]
        apex = next(r for r in records if r["Name"] == "ess.example.com." and r.get("SetIdentifier") == "zone-0")
        changed = [{"Action": "UPSERT", "ResourceRecordSet": apex | {"Weight": 0}}]
        route53.change_resource_record_sets(HostedZoneId=self.zone, ChangeBatch={"Changes": changed})
        route53.update_health_check(HealthCheckId=self.physical("w", "Health1"), FailureThreshold=9)
        route53.change_tags_for_resource(ResourceType="hostedzone", ResourceId=self.physical("w", "Inner"), RemoveTagKeys=["k"])
        return {"Apex0": ["/Weight"], "Health1": ["/HealthCheckConfig/FailureThreshold"], "Inner": ["/HostedZoneTags/0"]}

    def change_accelerator(self):
        api = self.client("globalaccelerator", "us-west-2")
        api.update_accelerator(AcceleratorArn=self.front["Arn"], Enabled=False)
        group = api.list_endpoint_groups(ListenerArn=self.front["Listener"])["EndpointGroups"][0]
        fewer = [{"EndpointId": e["EndpointId"], "Weight": 1} for e in group["EndpointDescriptions"][:2]]
        api.update_endpoint_group(EndpointGroupArn=group["EndpointGroupArn"], EndpointConfigurations=fewer)
        api.update_listener(ListenerArn=self.front["Listener"], PortRanges=[{"FromPort": 80, "ToPort": 80}])
        return {
            "Accelerator": ["/Enabled"], "Endpoints": [f"/EndpointConfigurations/{i}" for i in range(3)], "Listener": ["/PortRanges/0"],
        }

    def change_gateway(self):
        cloudfront, waf = self.client("cloudfront"), self.client("wafv2", EAST)
        found = cloudfront.get_distribution_config(Id=self.gate["Id"])
        config = found["DistributionConfig"]
        config["DefaultCacheBehavior"]["ViewerProtocolPolicy"], config["WebACLId"] = "allow-all", ""
        cloudfront.update_distribution(Id=self.gate["Id"], IfMatch=found["ETag"], DistributionConfig=config)
        acl = waf.list_web_acls(Scope="CLOUDFRONT")["WebACLs"][0]
        where = {"Name": acl["Name"], "Id": acl["Id"], "Scope": "CLOUDFRONT"}
        present = waf.get_web_acl(**where)
        waf.update_web_acl(
            DefaultAction={"Allow": {}}, Rules=present["WebACL"]["Rules"][:2], VisibilityConfig=present["WebACL"]["VisibilityConfig"],
            LockToken=present["LockToken"], **where,
        )
        sets = waf.list_ip_sets(Scope="CLOUDFRONT")["IPSets"][0]
        waf.update_ip_set(Name=sets["Name"], Id=sets["Id"], Scope="CLOUDFRONT", Addresses=["0.0.0.0/1"], LockToken=sets["LockToken"])
        return {
            "Distribution": ["/DistributionConfig/DefaultCacheBehavior/ViewerProtocolPolicy", "/DistributionConfig/WebACLId"],
            "Acl": ["/DefaultAction/Block", "/Rules/2"], "Allowed": ["/Addresses/0"],
        }

    def deletions(self):
        """Does them; stack -> the logical ids that have to be missed."""
        ec2, elb, route53, eks = (self.client(s) for s in ("ec2", "elbv2", "route53", "eks"))
        ec2.delete_route(RouteTableId=self.physical("n", "PrivateTable1"), DestinationCidrBlock="0.0.0.0/0")
        ec2.delete_nat_gateway(NatGatewayId=self.physical("n", "Nat2"))
        ec2.delete_vpc_endpoints(VpcEndpointIds=[self.physical("n", "S3Endpoint"), self.physical("n", "EcrEndpoint")])
        ec2.revoke_security_group_ingress(GroupId=self.net["DatabaseSg"], SecurityGroupRuleIds=[self.physical("n", "DatabaseFromNodes")])
        ec2.delete_flow_logs(FlowLogIds=[self.physical("n", "Flow")])
        self.client("logs").delete_log_group(logGroupName="/ess/n/flow")
        self.client("kms").schedule_key_deletion(KeyId=self.physical("k", "Key"), PendingWindowInDays=7)
        self.client("kms").delete_alias(AliasName="alias/k")
        self.client("secretsmanager").delete_secret(SecretId=self.sec["KafkaSecret"], ForceDeleteWithoutRecovery=True)
        self.client("iam").delete_role_policy(RoleName=self.physical("k", "Role"), PolicyName="inline2")
        self.client("s3").delete_bucket_policy(Bucket=self.store["BucketName"])
        self.client("s3").delete_bucket(Bucket=self.store["BucketName"])
        self.client("ecr").delete_repository(repositoryName="s/storage")
        self.client("rds").delete_db_instance(DBInstanceIdentifier="d-pg", SkipFinalSnapshot=True)
        self.client("rds").modify_db_cluster(DBClusterIdentifier="ess-members", DeletionProtection=False)
        self.client("rds").delete_db_cluster(DBClusterIdentifier="ess-members", SkipFinalSnapshot=True)
        self.client("kafka").delete_cluster(ClusterArn=self.kafka["ClusterArn"])
        for name in eks.list_nodegroups(clusterName="e-eks")["nodegroups"]:
            eks.delete_nodegroup(clusterName="e-eks", nodegroupName=name)
        eks.delete_addon(clusterName="e-eks", addonName="eks-pod-identity-agent")
        elb.delete_listener(ListenerArn=self.physical("b", "Listener"))
        elb.delete_load_balancer(LoadBalancerArn=self.physical("b", "Balancer"))
        elb.delete_target_group(TargetGroupArn=self.edge["TargetGroup"])
        self.client("cloudwatch").delete_alarms(AlarmNames=[self.physical("b", "Alarm")])
        records = route53.list_resource_record_sets(HostedZoneId=self.zone)["ResourceRecordSets"]
        gone = [{"Action": "DELETE", "ResourceRecordSet": r} for r in records if r["Name"].startswith("\\052.ess")]
        route53.change_resource_record_sets(HostedZoneId=self.zone, ChangeBatch={"Changes": gone})
        route53.delete_health_check(HealthCheckId=self.physical("w", "Health2"))
        self.delete_front()
        return {
            "n": ["PrivateRoute1", "Nat2", "S3Endpoint", "EcrEndpoint", "DatabaseFromNodes", "Flow", "Logs"],
            "k": ["Key", "KeyAlias", "Kafka", "KafkaPolicy", "Inline2"], "s": ["Bucket", "Policy", "Images"], "d": ["Db"], "c": ["Db"],
            "m": ["Cluster", "Scram", "ClusterPolicy"], "e": ["Nodes0", "Nodes1", "Nodes2", "Pods"], "b": ["Balancer", "Listener", "Targets", "Alarm"],
            "w": ["Wildcard0", "Wildcard1", "Wildcard2", "Health2"], "a": ["Endpoints"], "g": ["AclLog", "Distribution"],
        }

    def delete_front(self):
        api, cloudfront = self.client("globalaccelerator", "us-west-2"), self.client("cloudfront")
        api.delete_endpoint_group(EndpointGroupArn=self.physical("a", "Endpoints"))
        self.client("wafv2", EAST).delete_logging_configuration(ResourceArn=self.gate["AclArn"])
        found = cloudfront.get_distribution_config(Id=self.gate["Id"])
        cloudfront.update_distribution(Id=self.gate["Id"], IfMatch=found["ETag"], DistributionConfig=found["DistributionConfig"] | {"Enabled": False})
        while cloudfront.get_distribution(Id=self.gate["Id"])["Distribution"]["Status"] != "Deployed":
            time.sleep(0.05)
        cloudfront.delete_distribution(Id=self.gate["Id"], IfMatch=cloudfront.get_distribution(Id=self.gate["Id"])["ETag"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
