"""Drives a started emulator with boto3: python3 src/test/emulator/selftest.py"""

import time
import unittest

import selftest_templates as t
from selftest_base import EMULATOR, REGION, Case


class WholeDeployment(Case):
    """Everything there is, up, changed, and down again."""

    def test_comes_up_is_as_asked_and_leaves_only_what_it_must(self):
        zone = self.aws("route53").create_hosted_zone(Name="example.com", CallerReference="1")["HostedZone"]["Id"].rsplit("/", 1)[1]
        before = self.state()
        net = self.create("ess-t-network", t.network(), Tags=[{"Key": "ess", "Value": "t"}])
        sec = self.create("ess-t-security", t.security())
        keyed = {"KeyArn": sec["KeyArn"]}
        data = keyed | {"PrivateSubnets": net["PrivateSubnets"], "DatabaseSg": net["DatabaseSg"]}
        store = self.create("ess-t-storage", t.storage(), keyed)
        db = self.create("ess-t-database", t.database(), data)
        self.create("ess-t-cluster-db", t.cluster_database(), {k: data[k] for k in ("PrivateSubnets", "DatabaseSg")})
        kafka = self.create("ess-t-messaging", t.messaging(), data | {"KafkaSecret": sec["KafkaSecret"]})
        eks = self.create("ess-t-compute", t.compute(), keyed | {"PrivateSubnets": net["PrivateSubnets"], "RoleArn": sec["RoleArn"]})
        edge = self.create("ess-t-edge", t.edge(), {"VpcId": net["VpcId"], "PublicSubnets": net["PublicSubnets"], "ZoneId": zone})
        self.create("ess-t-dns", t.dns(), {"ZoneId": zone, "Target": edge["Dns"], "TargetZone": edge["Zone"]})
        self._network(net)
        self._database(db)
        self._messaging(kafka)
        self._compute(eks)
        self._dns(edge)
        self._retag()
        self._updates(data | {"KafkaSecret": sec["KafkaSecret"]}, keyed | {"PrivateSubnets": net["PrivateSubnets"], "RoleArn": sec["RoleArn"]})
        for stack in ("dns", "edge", "compute", "messaging", "cluster-db", "database", "storage", "security", "network"):
            self.delete(f"ess-t-{stack}")
        after = self.state()
        self.assertEqual([store["BucketName"]], after.pop("s3.bucket"))
        self.assertEqual(1, len(after.pop("rds.snapshot")))
        self.assertEqual(1, len(after.pop("kms.key-pending-deletion")))
        self.assertEqual(["/aws/eks/ess-t-compute-eks/cluster"], after.pop("logs.group"), "EKS makes it and leaves it")
        self.assertEqual(before, after)

    def _network(self, net):
        ec2 = self.aws("ec2")
        subnets = ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [net["VpcId"]]}])["Subnets"]
        self.assertEqual(6, len(subnets))
        self.assertEqual(3, len({s["AvailabilityZone"] for s in subnets}))
        self.assertIn({"Key": "ess", "Value": "t"}, subnets[0]["Tags"])
        public = ec2.describe_network_interfaces(Filters=[{"Name": "subnet-id", "Values": net["PublicSubnets"].split(",")}])["NetworkInterfaces"]
        self.assertEqual(["nat_gateway"] * 3 + ["network_load_balancer"] * 3, sorted(e["InterfaceType"] for e in public))
        everything = [e["Description"] for e in ec2.describe_network_interfaces()["NetworkInterfaces"]]
        self.assertEqual(2 + 3, everything.count("RDSNetworkInterface"))
        self.assertEqual(3, sum("Amazon MSK" in d for d in everything))
        self.assertEqual(2, sum(d.startswith("Amazon EKS ") for d in everything))
        self.assertEqual(2, sum(d.startswith("VPC Endpoint Interface") for d in everything))

    def _database(self, db):
        found = self.aws("rds").describe_db_instances(DBInstanceIdentifier="ess-t-database-pg")["DBInstances"][0]
        self.assertTrue(found["MultiAZ"] and found["StorageEncrypted"] and found["PerformanceInsightsEnabled"] and found["IAMDatabaseAuthenticationEnabled"])
        self.assertEqual("available", found["DBInstanceStatus"])
        self.assertEqual(60, found["MonitoringInterval"])
        self.assertNotEqual(found["AvailabilityZone"], found["SecondaryAvailabilityZone"])
        self.assertEqual(db["Secret"], found["MasterUserSecret"]["SecretArn"])
        self.aws("secretsmanager").get_secret_value(SecretId=db["Secret"])
        self.assertEqual((0, 1), (EMULATOR.look_up(db["Endpoint"])[0], len(EMULATOR.look_up(db["Endpoint"])[1])))

    def _messaging(self, out):
        kafka = self.aws("kafka")
        found = kafka.describe_cluster_v2(ClusterArn=out["ClusterArn"])["ClusterInfo"]
        self.assertEqual("ACTIVE", found["State"])
        software = found["Provisioned"]["CurrentBrokerSoftwareInfo"]
        revision = kafka.describe_configuration_revision(Arn=software["ConfigurationArn"], Revision=software["ConfigurationRevision"])
        self.assertEqual(t.PROPERTIES, revision["ServerProperties"].decode())
        nodes = kafka.list_nodes(ClusterArn=out["ClusterArn"])["NodeInfoList"]
        self.assertEqual(3, len({n["BrokerNodeInfo"]["ClientSubnet"] for n in nodes}))
        brokers = kafka.get_bootstrap_brokers(ClusterArn=out["ClusterArn"])
        self.assertTrue(brokers["BootstrapBrokerStringSaslScram"].startswith("b-1.") and ":9096," in brokers["BootstrapBrokerStringSaslScram"])
        self.assertNotIn("BootstrapBrokerStringTls", brokers)
        self.assertEqual(1, len(kafka.list_scram_secrets(ClusterArn=out["ClusterArn"])["SecretArnList"]))

    def _compute(self, out):
        eks = self.aws("eks")
        cluster = eks.describe_cluster(name=out["Cluster"])["cluster"]
        self.assertEqual(("ACTIVE", "1.33", "API"), (cluster["status"], cluster["version"], cluster["accessConfig"]["authenticationMode"]))
        self.assertFalse(cluster["resourcesVpcConfig"]["endpointPublicAccess"])
        self.assertEqual(["eks-pod-identity-agent"], eks.list_addons(clusterName=out["Cluster"])["addons"])
        self.assertEqual(1, len(eks.list_pod_identity_associations(clusterName=out["Cluster"])["associations"]))
        self.assertEqual(1, len(eks.list_access_entries(clusterName=out["Cluster"])["accessEntries"]))
        zones = set()
        for name in eks.list_nodegroups(clusterName=out["Cluster"])["nodegroups"]:
            group = eks.describe_nodegroup(clusterName=out["Cluster"], nodegroupName=name)["nodegroup"]
            scaling = group["resources"]["autoScalingGroups"][0]["name"]
            asg = self.aws("autoscaling").describe_auto_scaling_groups(AutoScalingGroupNames=[scaling])["AutoScalingGroups"][0]
            ids = [i["InstanceId"] for i in asg["Instances"]]
            instance = self.aws("ec2").describe_instances(InstanceIds=ids)["Reservations"][0]["Instances"][0]
            tags = {x["Key"]: x["Value"] for x in instance["Tags"]}
            self.assertEqual((out["Cluster"], name), (tags["eks:cluster-name"], tags["eks:nodegroup-name"]))
            self.assertEqual("running", instance["State"]["Name"])
            zones.add(instance["Placement"]["AvailabilityZone"])
        self.assertEqual(3, len(zones))

    def _dns(self, edge):
        rcode, answers, _ = EMULATOR.look_up("ess.example.com")
        self.assertEqual((0, 5, edge["Dns"]), (rcode, answers[0][1], answers[0][2]))
        self.assertEqual([1, 1, 1], [a[1] for a in answers[1:]])
        rcode, answers, _ = EMULATOR.look_up("anything.ess.example.com")
        self.assertEqual((0, 3), (rcode, len(answers)))
        rcode, answers, authority = EMULATOR.look_up("nothing.example.com")
        self.assertEqual((3, [], 1), (rcode, answers, authority))
        rcode, answers, authority = EMULATOR.look_up("ess.example.com", 16)
        self.assertEqual((0, 5), (rcode, answers[0][1]))
        listed = self.aws("acm").list_certificates()["CertificateSummaryList"]
        self.assertEqual(["ISSUED"], [c["Status"] for c in listed])

    def _retag(self):
        """New tags of a stack reach each of its resources, and change nothing else."""
        for stack in ("network", "security", "storage", "database", "cluster-db", "messaging", "compute", "edge", "dns"):
            found = self.cfn.describe_stacks(StackName=f"ess-t-{stack}")["Stacks"][0]
            same = [{"ParameterKey": p["ParameterKey"], "UsePreviousValue": True} for p in found.get("Parameters", [])]
            self.cfn.create_change_set(
                StackName=f"ess-t-{stack}", ChangeSetName="tags", ChangeSetType="UPDATE", UsePreviousTemplate=True, Parameters=same,
                Capabilities=["CAPABILITY_NAMED_IAM"], Tags=[{"Key": "ess", "Value": "again"}],
            )
            time.sleep(0.1)
            change_set = self.cfn.describe_change_set(StackName=f"ess-t-{stack}", ChangeSetName="tags")
            self.assertEqual({"False"}, {c["ResourceChange"]["Replacement"] for c in change_set["Changes"]} - {"Conditional"}, stack)
            self.execute(change_set, "UPDATE_COMPLETE")
        subnets = self.aws("ec2").describe_subnets(Filters=[{"Name": "tag:ess", "Values": ["again"]}])["Subnets"]
        self.assertEqual(6, len(subnets))
        tags = {"Key": "ess", "Value": "again"}
        self.assertIn(tags, self.aws("rds").describe_db_instances()["DBInstances"][0]["TagList"])
        self.assertEqual("again", self.aws("kafka").list_clusters_v2()["ClusterInfoList"][0]["Tags"]["ess"])
        self.assertEqual("again", self.aws("eks").describe_cluster(name="ess-t-compute-eks")["cluster"]["tags"]["ess"])

    def _updates(self, data, compute):
        self.update("ess-t-database", t.database(multi_az=False), {k: data[k] for k in ("KeyArn", "PrivateSubnets", "DatabaseSg")})
        self.assertFalse(self.aws("rds").describe_db_instances(DBInstanceIdentifier="ess-t-database-pg")["DBInstances"][0]["MultiAZ"])
        self._brokers(data)
        self._nodes(compute)

    def _brokers(self, data):
        longer = t.PROPERTIES + "log.retention.hours=24\n"
        self.update("ess-t-messaging", t.messaging(longer, brokers=6), data, "UPDATE_ROLLBACK_COMPLETE")
        self.assertIn("You can't update multiple attributes", " ".join(self.reasons("ess-t-messaging")))
        self.update("ess-t-messaging", t.messaging(longer), data)
        self.update("ess-t-messaging", t.messaging(longer, brokers=6), data)
        cluster = self.aws("kafka").list_clusters_v2()["ClusterInfoList"][0]["Provisioned"]
        self.assertEqual(6, cluster["NumberOfBrokerNodes"])
        running = cluster["CurrentBrokerSoftwareInfo"]
        revision = self.aws("kafka").describe_configuration_revision(Arn=running["ConfigurationArn"], Revision=running["ConfigurationRevision"])
        self.assertEqual(longer, revision["ServerProperties"].decode())

    def _nodes(self, compute):
        self.update("ess-t-compute", t.compute(), compute)
        self.update("ess-t-compute", t.compute(desired=2, hops=1), compute, "UPDATE_ROLLBACK_COMPLETE")
        self.assertIn("cannot be combined with other updates", " ".join(self.reasons("ess-t-compute")))
        before = self._instances()
        self.update("ess-t-compute", t.compute(hops=1), compute)
        self.assertTrue(all(old.isdisjoint(new) for old, new in zip(before, self._instances())), "every node is another one")
        self.update("ess-t-compute", t.compute(desired=2, hops=1), compute)
        self.assertEqual([2, 2, 2], [len(ids) for ids in self._instances()])

    def _instances(self):
        groups = self.aws("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"]
        return [{i["InstanceId"] for i in g["Instances"]} for g in groups]


TOPICS = {"One": t.resource("SNS::Topic", {"DisplayName": "one"}), "Two": t.resource("SNS::Topic", {"DisplayName": t.att("One", "TopicName")})}


class ChangeSets(Case):
    def test_nothing_to_change_is_a_failed_change_set_with_the_known_reason(self):
        self.create("s", t.template(TOPICS))
        found = self.change_set("s", t.template(TOPICS), "UPDATE")
        self.assertEqual(("FAILED", "UNAVAILABLE"), (found["Status"], found["ExecutionStatus"]))
        self.assertIn("didn't contain changes", found["StatusReason"])

    def test_first_change_set_leaves_a_stack_in_review(self):
        found = self.change_set("s", t.template(TOPICS))
        self.assertEqual("REVIEW_IN_PROGRESS", self.cfn.describe_stacks(StackName="s")["Stacks"][0]["StackStatus"])
        self.assertEqual(["Add", "Add"], [c["ResourceChange"]["Action"] for c in found["Changes"]])

    def test_says_what_is_replaced_and_what_follows(self):
        def body(name):
            key = t.resource("S3::Bucket", {"BucketName": name})
            policy = t.resource("S3::BucketPolicy", {"Bucket": t.ref("B"), "PolicyDocument": {"Version": "2012-10-17", "Statement": []}})
            return t.template({"B": key, "P": policy})

        self.create("s", body("first-bucket"))
        found = self.change_set("s", body("second-bucket"), "UPDATE")
        changes = {c["ResourceChange"]["LogicalResourceId"]: c["ResourceChange"] for c in found["Changes"]}
        self.assertEqual("True", changes["B"]["Replacement"])
        self.assertEqual("BucketName", changes["B"]["Details"][0]["Target"]["Name"])
        self.assertEqual("Conditional", changes["P"]["Replacement"])
        self.assertEqual("Dynamic", changes["P"]["Details"][0]["Evaluation"])
        self.execute(found, "UPDATE_COMPLETE")
        self.assertEqual(["second-bucket"], [b["Name"] for b in self.aws("s3").list_buckets()["Buckets"]])

    def test_modification_in_place_names_the_property(self):
        self.create("s", t.template(TOPICS))
        changed = {"One": t.resource("SNS::Topic", {"DisplayName": "uno"}), "Three": t.resource("SNS::Topic")}
        found = self.change_set("s", t.template(changed), "UPDATE")
        shown = [(c["ResourceChange"]["Action"], c["ResourceChange"]["LogicalResourceId"]) for c in found["Changes"]]
        self.assertEqual([("Add", "Three"), ("Modify", "One"), ("Remove", "Two")], sorted(shown))
        self.execute(found, "UPDATE_COMPLETE")
        self.assertEqual(2, len(self.aws("sns").list_topics()["Topics"]))

    def test_events_are_newest_first_and_carry_the_token(self):
        found = self.change_set("s", t.template(TOPICS))
        self.execute(found, "CREATE_COMPLETE", ClientRequestToken="token-1")
        events = self.events("s")
        self.assertEqual("CREATE_COMPLETE", events[0]["ResourceStatus"])
        self.assertEqual("REVIEW_IN_PROGRESS", events[-1]["ResourceStatus"])
        one = [(e["ResourceStatus"], e.get("ResourceStatusReason")) for e in reversed(events) if e["LogicalResourceId"] == "One"]
        self.assertEqual([("CREATE_IN_PROGRESS", None), ("CREATE_IN_PROGRESS", "Resource creation Initiated"), ("CREATE_COMPLETE", None)], one)
        self.assertEqual({"token-1"}, {e["ClientRequestToken"] for e in events[:-1]})
        self.assertEqual(len(events), len({e["EventId"] for e in events}))

    def test_a_second_execution_is_refused(self):
        found = self.change_set("s", t.template(TOPICS))
        self.execute(found, "CREATE_COMPLETE")
        self.refused("InvalidChangeSetStatus", "cannot be executed", self.cfn.execute_change_set, ChangeSetName=found["ChangeSetId"])


class Refusals(Case):
    def check(self, part, body, **more):
        return self.refused("ValidationError", part, self.change_set, "s", body, **more)

    def test_template_errors_are_named_as_in_aws(self):
        topic = t.resource("SNS::Topic")
        self.check("Unresolved resource dependencies [Nobody] in the Resources block", t.template({"A": t.resource("SNS::Topic", {"DisplayName": t.ref("Nobody")})}))
        self.check("Unresolved resource dependencies [Nobody] in the Outputs block", t.template({"A": topic}, {"O": t.ref("Nobody")}))
        self.check("Unrecognized resource types: [AWS::No::Thing]", t.template({"A": t.resource("No::Thing")}))
        circle = {"A": t.resource("SNS::Topic", {"DisplayName": t.ref("B")}), "B": t.resource("SNS::Topic", {"DisplayName": t.ref("A")})}
        self.check("Circular dependency between resources: [A, B]", t.template(circle))
        self.check("does not support attribute type Nope", t.template({"A": topic}, {"O": t.att("A", "Nope")}))
        self.check("less than or equal to 51200", t.template({"A": topic}, Metadata={"x": "y" * 52000}))
        self.check("Parameters: [P] must have values", t.template({"A": topic}, None, t.strings("P")))
        self.check("Parameters: [Q] do not exist in the template", t.template({"A": topic}), parameters={"Q": "1"})
        self.check("does not exist", t.template({"A": topic}, None, {"V": {"Type": "AWS::EC2::VPC::Id"}}), parameters={"V": "vpc-1"})

    def test_roles_need_a_capability(self):
        body = t.template({"R": t.resource("IAM::Role", {"AssumeRolePolicyDocument": t.trust("ec2.amazonaws.com")})})
        self.refused("InsufficientCapabilitiesException", "CAPABILITY_IAM", self.change_set, "s", body, Capabilities=[])
        named = t.template({"R": t.resource("IAM::Role", {"RoleName": "x", "AssumeRolePolicyDocument": t.trust("ec2.amazonaws.com")})})
        self.refused("InsufficientCapabilitiesException", "CAPABILITY_NAMED_IAM", self.change_set, "s", named, Capabilities=["CAPABILITY_IAM"])

    def test_unknown_and_unemulated_properties_fail_their_resource(self):
        self.create("s", t.template({"A": t.resource("SNS::Topic", {"Foo": 1})}), wanted="ROLLBACK_COMPLETE")
        self.assertIn("A CREATE_FAILED Properties validation failed for resource A with message:\n#: extraneous key [Foo] is not permitted", self.reasons("s"))
        self.create("u", t.template({"A": t.resource("SNS::Topic", {"TracingConfig": "Active"})}), wanted="ROLLBACK_COMPLETE")
        self.assertIn("no effect for AWS::SNS::Topic TracingConfig", self.reasons("u")[0])


class Failures(Case):
    def test_failure_rolls_back_and_cancels_the_rest(self):
        EMULATOR.control("POST", "faults", {"logicalId": "Bad", "reason": "Out of stock"})
        body = t.template({"Bad": t.resource("SNS::Topic"), "Slow": t.resource("KMS::Key", {"KeyPolicy": t.allow("kms:*", "*")})})
        before = self.state()
        self.create("s", body, wanted="ROLLBACK_COMPLETE")
        self.assertIn("Bad CREATE_FAILED Out of stock", self.reasons("s"))
        self.assertIn("Slow CREATE_FAILED Resource creation cancelled", self.reasons("s"))
        after = self.state()
        after.pop("kms.key-pending-deletion"), after.pop("cloudformation.stack")
        self.assertEqual(before, after)
        self.refused("ValidationError", "ROLLBACK_COMPLETE state and can not be updated", self.change_set, "s", body, "UPDATE")

    def test_kept_failure_goes_on_with_an_update(self):
        EMULATOR.control("POST", "faults", {"logicalId": "Two", "reason": "Out of stock"})
        self.create("s", t.template(TOPICS), wanted="CREATE_FAILED", disable=True)
        self.assertEqual(1, len(self.aws("sns").list_topics()["Topics"]))
        found = self.change_set("s", t.template(TOPICS), "UPDATE")
        self.assertEqual([("Add", "Two")], [(c["ResourceChange"]["Action"], c["ResourceChange"]["LogicalResourceId"]) for c in found["Changes"]])
        self.execute(found, "UPDATE_COMPLETE", DisableRollback=True)
        self.assertEqual(2, len(self.aws("sns").list_topics()["Topics"]))

    def test_kept_failure_can_be_rolled_back(self):
        EMULATOR.control("POST", "faults", {"logicalId": "Two"})
        self.create("s", t.template(TOPICS), wanted="CREATE_FAILED", disable=True)
        self.cfn.rollback_stack(StackName="s")
        self.wait("s", "ROLLBACK_COMPLETE")
        self.assertEqual([], self.aws("sns").list_topics()["Topics"])

    def test_failed_update_restores_what_was(self):
        self.create("s", t.template(TOPICS))
        EMULATOR.control("POST", "faults", {"logicalId": "New"})
        changed = {"One": t.resource("SNS::Topic", {"DisplayName": "uno"}), "New": t.resource("SNS::Topic", {"DisplayName": t.att("One", "TopicName")})}
        self.update("s", t.template(changed), wanted="UPDATE_ROLLBACK_COMPLETE")
        topics = [self.aws("sns").get_topic_attributes(TopicArn=x["TopicArn"])["Attributes"] for x in self.aws("sns").list_topics()["Topics"]]
        self.assertEqual(2, len(topics))
        self.assertIn("one", [x.get("DisplayName") for x in topics])
        self.assertEqual("FAILED", self.change_set("s", t.template(TOPICS), "UPDATE")["Status"])

    def test_what_cannot_be_deleted_fails_and_can_be_retained(self):
        self.create("s", t.template({"B": t.resource("S3::Bucket", {"BucketName": "full-bucket"}), "T": t.resource("SNS::Topic")}))
        self.aws("s3").put_object(Bucket="full-bucket", Key="k", Body=b"v")
        self.refused("ValidationError", "RetainResources only", self.cfn.delete_stack, StackName="s", RetainResources=["B"])
        self.delete("s", "DELETE_FAILED")
        ident = self.cfn.describe_stacks(StackName="s")["Stacks"][0]["StackId"]
        self.cfn.delete_stack(StackName="s", RetainResources=["B"])
        self.wait(ident, "DELETE_COMPLETE")
        self.assertEqual(1, len(self.aws("s3").list_buckets()["Buckets"]))

    def test_termination_protection_holds(self):
        self.create("s", t.template(TOPICS))
        self.cfn.update_termination_protection(StackName="s", EnableTerminationProtection=True)
        self.refused("ValidationError", "TerminationProtection is enabled", self.cfn.delete_stack, StackName="s")
        self.cfn.update_termination_protection(StackName="s", EnableTerminationProtection=False)
        self.delete("s")

    def test_creation_in_progress_can_be_deleted(self):
        EMULATOR.control("POST", "speed", {"speed": 10})
        found = self.change_set("s", t.template({"K": t.resource("KMS::Key", {"KeyPolicy": t.allow("kms:*", "*")})}))
        self.cfn.execute_change_set(ChangeSetName=found["ChangeSetId"])
        time.sleep(0.3)
        self.cfn.delete_stack(StackName="s")
        EMULATOR.control("POST", "speed", {"speed": 1200})
        deadline = time.time() + 10
        while time.time() < deadline and self.cfn.describe_stacks(StackName=found["StackId"])["Stacks"][0]["StackStatus"] != "DELETE_COMPLETE":
            time.sleep(0.05)
        self.wait(found["StackId"], "DELETE_COMPLETE")

    def test_api_fault_answers_in_the_services_own_way(self):
        EMULATOR.control("POST", "api-faults", {"service": "kafka", "action": "ListClustersV2", "code": "ForbiddenException", "message": "no", "times": 1})
        self.refused("ForbiddenException", "no", self.aws("kafka").list_clusters_v2)
        self.aws("kafka").list_clusters_v2()
        EMULATOR.control("POST", "api-faults", {"service": "ec2", "action": "DescribeVpcs", "code": "UnauthorizedOperation", "message": "no", "times": 1})
        self.refused("UnauthorizedOperation", "no", self.aws("ec2").describe_vpcs)
        EMULATOR.control("POST", "api-faults", {"service": "s3", "code": "AccessDenied", "message": "no", "times": 1})
        self.refused("AccessDenied", "no", self.aws("s3").list_buckets)

    def test_only_named_actions_are_denied_when_simulated(self):
        def decisions():
            answer = self.aws("iam").simulate_principal_policy(
                PolicySourceArn="arn:aws:iam::123456789012:user/me", ActionNames=["kafka:CreateClusterV2", "s3:CreateBucket", "iam:PassRole"]
            )
            return [r["EvalDecision"] for r in answer["EvaluationResults"]]

        self.assertEqual(["allowed"] * 3, decisions())
        EMULATOR.control("POST", "denied-actions", {"actions": ["Kafka:*", "iam:PassRole"]})
        self.assertEqual(["explicitDeny", "allowed", "explicitDeny"], decisions())
        EMULATOR.control("DELETE", "denied-actions")
        self.assertEqual(["allowed"] * 3, decisions())

    def test_the_node_groups_of_no_cluster_are_not_found(self):
        self.refused("ResourceNotFoundException", "No cluster found", lambda: self.aws("eks").list_nodegroups(clusterName="nobody"))

    def test_requests_are_counted_and_inner_ones_are_not(self):
        EMULATOR.control("POST", "requests/reset", {})
        self.create("s", t.template(TOPICS))
        counts = EMULATOR.control("GET", "requests")["counts"]
        self.assertEqual(1, counts["cloudformation.ExecuteChangeSet"])
        self.assertNotIn("sns.CreateTopic", counts)


class DnsElsewhere(Case):
    def test_certificate_waits_for_its_record_and_says_which(self):
        vpc = self.aws("ec2").create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        zones = [z["ZoneName"] for z in self.aws("ec2").describe_availability_zones()["AvailabilityZones"]]
        gateway = self.aws("ec2").create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        self.aws("ec2").attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
        subnets = [
            self.aws("ec2").create_subnet(VpcId=vpc, CidrBlock=f"10.0.{i}.0/24", AvailabilityZone=z)["Subnet"]["SubnetId"] for i, z in enumerate(zones[:3])
        ]
        found = self.change_set("s", t.edge(), parameters={"VpcId": vpc, "PublicSubnets": ",".join(subnets)})
        self.cfn.execute_change_set(ChangeSetName=found["ChangeSetId"])
        reason = None
        deadline = time.time() + 10
        while reason is None and time.time() < deadline:
            told = [e for e in self.events("s") if "Content of DNS Record" in e.get("ResourceStatusReason", "")]
            reason = told[0]["ResourceStatusReason"] if told else None
            time.sleep(0.05)
        self.assertRegex(reason, r"^Content of DNS Record is: \{Name: _\w+\.ess\.example\.com\.,Type: CNAME,Value: _\S+\.acm-validations\.aws\.\}$")
        time.sleep(0.5)
        self.assertEqual("CREATE_IN_PROGRESS", self.cfn.describe_stacks(StackName="s")["Stacks"][0]["StackStatus"])
        name, value = (part.split(": ")[1] for part in reason.split("{")[1].rstrip("}").split(",Type: CNAME,"))
        EMULATOR.control("POST", "dns", {"name": name, "type": "CNAME", "values": [value]})
        self.wait("s", "CREATE_COMPLETE")


class ByHand(Case):
    """What a person breaks with the native API is what the native API then shows."""

    def test_changes_by_hand_show_and_do_not_block_deletion(self):
        net = self.create("n", t.network())
        sec = self.create("k", t.security())
        data = {"KeyArn": sec["KeyArn"], "PrivateSubnets": net["PrivateSubnets"], "DatabaseSg": net["DatabaseSg"]}
        self.create("d", t.database(), data)
        out = self.create("m", t.messaging(), data | {"KafkaSecret": sec["KafkaSecret"]})
        ec2, public = self.aws("ec2"), net["PublicSubnets"].split(",")[0]
        image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
        made = ec2.run_instances(ImageId=image, InstanceType="t3.micro", MinCount=1, MaxCount=1, SubnetId=public)["Instances"][0]["InstanceId"]
        found = ec2.describe_network_interfaces(Filters=[{"Name": "subnet-id", "Values": [public]}])["NetworkInterfaces"]
        self.assertEqual([made], [e["Attachment"]["InstanceId"] for e in found if e["InterfaceType"] == "interface"])
        self.aws("rds").modify_db_instance(DBInstanceIdentifier="d-pg", MultiAZ=False, ApplyImmediately=True)
        self.assertFalse(self.aws("rds").describe_db_instances()["DBInstances"][0]["MultiAZ"])
        found = ec2.describe_network_interfaces(Filters=[{"Name": "description", "Values": ["RDSNetworkInterface"]}])["NetworkInterfaces"]
        self.assertEqual(1, len(found))
        kafka = self.aws("kafka")
        other = kafka.create_configuration(Name="other", ServerProperties=b"auto.create.topics.enable=false\n")
        version = kafka.describe_cluster(ClusterArn=out["ClusterArn"])["ClusterInfo"]["CurrentVersion"]
        kafka.update_cluster_configuration(
            ClusterArn=out["ClusterArn"], CurrentVersion=version, ConfigurationInfo={"Arn": other["Arn"], "Revision": 1}
        )
        software = kafka.describe_cluster(ClusterArn=out["ClusterArn"])["ClusterInfo"]["CurrentBrokerSoftwareInfo"]
        self.assertEqual(other["Arn"], software["ConfigurationArn"])
        table = self.cfn.describe_stack_resource(StackName="n", LogicalResourceId="PrivateTable0")["StackResourceDetail"]["PhysicalResourceId"]
        ec2.delete_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0")
        ec2.terminate_instances(InstanceIds=[made])
        for stack in ("m", "d", "k", "n"):
            self.delete(stack)

    def test_another_region_has_its_own_zones(self):
        self.cfn = EMULATOR.client("cloudformation", "us-west-2")
        out = self.create("n", t.network())
        ec2 = EMULATOR.client("ec2", "us-west-2")
        zones = {s["AvailabilityZone"] for s in ec2.describe_subnets(SubnetIds=out["PrivateSubnets"].split(","))["Subnets"]}
        self.assertEqual({"us-west-2a", "us-west-2b", "us-west-2c"}, zones)
        self.delete("n")


class Facts(Case):
    def test_quotas_orders_and_offerings_answer(self):
        quotas = self.aws("service-quotas")
        for service, code in (("ec2", "L-0263D0A3"), ("vpc", "L-F678F1CE"), ("vpc", "L-FE5A380F"), ("elasticloadbalancing", "L-69A177A2")):
            self.assertGreater(quotas.get_service_quota(ServiceCode=service, QuotaCode=code)["Quota"]["Value"], 0)
        options = self.aws("rds").describe_orderable_db_instance_options(Engine="postgres", DBInstanceClass="db.m7g.large")
        self.assertTrue(options["OrderableDBInstanceOptions"][0]["MultiAZCapable"])
        offered = self.aws("ec2").describe_instance_type_offerings(
            LocationType="availability-zone", Filters=[{"Name": "instance-type", "Values": ["m7g.xlarge"]}]
        )["InstanceTypeOfferings"]
        self.assertGreaterEqual(len(offered), 3)
        self.assertIn("1.33", [v["clusterVersion"] for v in self.aws("eks").describe_cluster_versions()["clusterVersions"]])
        self.assertEqual(4, len(EMULATOR.client("ec2", "us-west-2").describe_availability_zones()["AvailabilityZones"]))


def load_tests(loader, standard, pattern):
    """The other modules' tests, too."""
    for module in ("selftest_shapes", "selftest_records", "selftest_drift"):
        standard.addTests(loader.loadTestsFromName(module))
    return standard


if __name__ == "__main__":
    unittest.main(verbosity=2)
