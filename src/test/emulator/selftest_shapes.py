"""What the other shapes of a deployment are made of: made, changed in place, replaced, deleted."""

import unittest

import selftest_shape_templates as shapes
import selftest_templates as t
from selftest_base import EMULATOR, Case

EAST, HOME = "us-east-1", "us-west-2"


def replacements(change_set):
    return {c["ResourceChange"]["LogicalResourceId"]: c["ResourceChange"].get("Replacement", c["ResourceChange"]["Action"]) for c in change_set["Changes"]}


class Network(Case):
    def setUp(self):
        super().setUp()
        ec2 = self.aws("ec2")
        wanted = [{"Name": "prefix-list-name", "Values": ["com.amazonaws.global.cloudfront.origin-facing"]}]
        self.given = {"PrefixList": ec2.describe_managed_prefix_lists(Filters=wanted)["PrefixLists"][0]["PrefixListId"]}

    def test_a_gateway_spans_zones_without_a_foot_in_any_subnet_and_grows(self):
        ec2, before = self.aws("ec2"), self.state()
        out = self.create("n", shapes.spanning(), self.given)
        nat = ec2.describe_nat_gateways()["NatGateways"][0]
        self.assertEqual(("regional", "available", out["NatTable"]), (nat["AvailabilityMode"], nat["State"], nat["RouteTableId"]))
        self.assertNotIn("SubnetId", nat)
        self.assertEqual(["eu-central-1a", "eu-central-1b"], [a["AvailabilityZone"] for a in nat["NatGatewayAddresses"]])
        own = ec2.describe_route_tables(RouteTableIds=[out["NatTable"]])["RouteTables"][0]
        self.assertEqual([], own["Associations"])
        self.assertTrue(any(r.get("GatewayId", "").startswith("igw-") for r in own["Routes"]))
        self.assertEqual(["vpc_endpoint"] * 2, [e["InterfaceType"] for e in ec2.describe_network_interfaces()["NetworkInterfaces"]])
        used = nat["NatGatewayAddresses"][0]["AllocationId"]
        self.refused("InvalidIPAddress.InUse", "is in use", ec2.release_address, AllocationId=used)
        found = self.change_set("n", shapes.spanning(3, 3, "changed"), "UPDATE", self.given)
        self.assertEqual({"Nat": "False", "Endpoint": "False", "FromGateway": "False"}, replacements(found))
        self.execute(found, "UPDATE_COMPLETE")
        self.assertEqual(3, len(ec2.describe_nat_gateways()["NatGateways"][0]["NatGatewayAddresses"]))
        self.assertEqual(3, len(ec2.describe_vpc_endpoints()["VpcEndpoints"][0]["NetworkInterfaceIds"]))
        rules = ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [out["Group"]]}])["SecurityGroupRules"]
        self.assertIn("changed", [r.get("Description") for r in rules])
        self.delete("n")
        self.assertEqual(before, self.state())

    def test_what_is_in_use_stays(self):
        ec2, out = self.aws("ec2"), self.create("n", shapes.spanning(), self.given)
        self.refused("DependencyViolation", "has dependencies", ec2.delete_vpc, VpcId=out["VpcId"])
        self.refused("DependencyViolation", "has a dependent object", ec2.delete_security_group, GroupId=out["Group"])
        gateway = ec2.describe_internet_gateways()["InternetGateways"][0]["InternetGatewayId"]
        self.refused("DependencyViolation", "mapped public address", ec2.detach_internet_gateway, InternetGatewayId=gateway, VpcId=out["VpcId"])

    def test_a_prefix_list_weighs_as_much_as_its_entries(self):
        ec2, out = self.aws("ec2"), self.create("n", shapes.spanning(), self.given)

        def let_in(number):
            ranges = [{"CidrIp": f"10.{number}.0.0/16"}]
            ec2.authorize_security_group_ingress(GroupId=out["Group"], IpPermissions=[{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": ranges}])

        for number in range(5):
            let_in(number)
        self.refused("RulesPerSecurityGroupLimitExceeded", "maximum number of rules", let_in, 5)

    def test_private_dns_names_are_given_once_in_a_vpc(self):
        ec2, out = self.aws("ec2"), self.create("n", shapes.spanning(), self.given)
        asked = {"VpcId": out["VpcId"], "ServiceName": "com.amazonaws.eu-central-1.sts", "VpcEndpointType": "Interface"}
        self.refused("InvalidParameter", "conflicting DNS domain", ec2.create_vpc_endpoint, PrivateDnsEnabled=True, **asked)
        bare = ec2.create_vpc(CidrBlock="10.99.0.0/16")["Vpc"]["VpcId"]
        self.refused("InvalidParameter", "requires both enableDnsSupport", ec2.create_vpc_endpoint, PrivateDnsEnabled=True, **asked | {"VpcId": bare})

    def test_tags_of_a_vpc_that_is_not_ours_come_and_go(self):
        ec2 = self.aws("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.99.0.0/16")["Vpc"]["VpcId"]
        subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.99.0.0/24")["Subnet"]["SubnetId"]
        tag = {"Key": "ess-ha:used-by/demo", "Value": "true"}
        ec2.create_tags(Resources=[vpc, subnet], Tags=[tag])
        self.assertEqual([tag], ec2.describe_vpcs(VpcIds=[vpc])["Vpcs"][0]["Tags"])
        ec2.delete_tags(Resources=[vpc, subnet], Tags=[{"Key": tag["Key"]}])
        self.assertEqual([], ec2.describe_subnets(SubnetIds=[subnet])["Subnets"][0].get("Tags", []))


class Balancing(Case):
    def setUp(self):
        super().setUp()
        self.net = self.create("n", t.network())
        self.given = {"VpcId": self.net["VpcId"], "PublicSubnets": self.net["PublicSubnets"], "Group": self.net["NodesSg"]}
        self.feet = self.create("z", shapes.balancers(), self.given)

    def arns(self):
        return [self.feet[f"Arn{i}"] for i in range(3)]

    def test_a_target_group_belongs_to_one_load_balancer(self):
        elb = self.aws("elbv2")
        forward = [{"Type": "forward", "TargetGroupArn": self.feet["Targets1"]}]
        self.refused("TargetGroupAssociationLimit", "more than one load balancer", elb.create_listener, LoadBalancerArn=self.feet["Arn0"], Protocol="TCP", Port=444, DefaultActions=forward)
        own = [{"Type": "forward", "TargetGroupArn": self.feet["Targets0"]}]
        self.refused("DuplicateListener", "already exists on this port", elb.create_listener, LoadBalancerArn=self.feet["Arn0"], Protocol="TCP", Port=443, DefaultActions=own)
        self.assertEqual([self.feet["Arn0"]], elb.describe_target_groups(TargetGroupArns=[self.feet["Targets0"]])["TargetGroups"][0]["LoadBalancerArns"])

    def test_a_load_balancer_gains_and_loses_zones_in_place(self):
        elb, arn, subnets = self.aws("elbv2"), self.feet["Arn0"], self.net["PublicSubnets"].split(",")
        self.assertIn(":loadbalancer/net/", arn)
        elb.set_subnets(LoadBalancerArn=arn, Subnets=subnets)
        self.assertEqual(3, len(EMULATOR.look_up(self.feet["Dns0"])[1]))
        elb.set_subnets(LoadBalancerArn=arn, Subnets=subnets[:1])
        self.assertEqual(1, len(EMULATOR.look_up(self.feet["Dns0"])[1]))

    def test_a_target_outside_the_zones_of_its_load_balancer_is_unused(self):
        ec2, elb, subnets = self.aws("ec2"), self.aws("elbv2"), self.net["PrivateSubnets"].split(",")
        image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
        made = [
            ec2.run_instances(ImageId=image, InstanceType="t3.micro", MinCount=1, MaxCount=1, SubnetId=s)["Instances"][0]["InstanceId"] for s in subnets[:2]
        ]
        elb.register_targets(TargetGroupArn=self.feet["Targets0"], Targets=[{"Id": i} for i in made])

        def states():
            found = elb.describe_target_health(TargetGroupArn=self.feet["Targets0"])["TargetHealthDescriptions"]
            return {t["Target"]["Id"]: (t["TargetHealth"]["State"], t["TargetHealth"].get("Reason")) for t in found}

        self.assertEqual({made[0]: ("healthy", None), made[1]: ("unused", "Target.NotInUse")}, states())
        elb.set_subnets(LoadBalancerArn=self.feet["Arn0"], Subnets=self.net["PublicSubnets"].split(","))
        self.assertEqual({"healthy"}, {state for state, _ in states().values()})

    def test_an_internal_one_answers_with_addresses_of_its_subnets(self):
        elb = self.aws("elbv2")
        made = elb.create_load_balancer(Name="inner", Type="network", Scheme="internal", Subnets=self.net["PrivateSubnets"].split(","))["LoadBalancers"][0]
        self.assertTrue(all(address.startswith("10.20.") for _, _, address in EMULATOR.look_up(made["DNSName"])[1]))
        self.refused("InvalidConfigurationRequest", "created without them", elb.set_security_groups, LoadBalancerArn=made["LoadBalancerArn"], SecurityGroups=[self.net["NodesSg"]])

    def test_a_protected_one_is_not_deleted_and_a_target_group_can_be_detached(self):
        elb, arn = self.aws("elbv2"), self.feet["Arn0"]
        elb.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=[{"Key": "deletion_protection.enabled", "Value": "true"}])
        self.refused("OperationNotPermitted", "deletion protection is enabled", elb.delete_load_balancer, LoadBalancerArn=arn)
        sec = self.create("k", t.security())
        self.create("e", t.compute(), {"KeyArn": sec["KeyArn"], "PrivateSubnets": self.net["PrivateSubnets"], "RoleArn": sec["RoleArn"]})
        scaling = self.aws("autoscaling")
        name = scaling.describe_auto_scaling_groups()["AutoScalingGroups"][0]["AutoScalingGroupName"]
        scaling.attach_load_balancer_target_groups(AutoScalingGroupName=name, TargetGroupARNs=[self.feet["Targets0"], self.feet["Targets1"]])
        self.assertEqual(1, len(elb.describe_target_health(TargetGroupArn=self.feet["Targets0"])["TargetHealthDescriptions"]))
        scaling.detach_load_balancer_target_groups(AutoScalingGroupName=name, TargetGroupARNs=[self.feet["Targets0"]])
        self.assertEqual([], elb.describe_target_health(TargetGroupArn=self.feet["Targets0"])["TargetHealthDescriptions"])
        self.assertEqual([self.feet["Targets1"]], scaling.describe_auto_scaling_groups()["AutoScalingGroups"][0]["TargetGroupARNs"])
        self.refused("ValidationError", "not part of the group", scaling.detach_load_balancer_target_groups, AutoScalingGroupName=name, TargetGroupARNs=[self.feet["Targets0"]])

    def test_an_accelerator_stands_changes_in_place_and_goes(self):
        api, before = self.aws("globalaccelerator", HOME), self.state()
        out = self.create("a", shapes.accelerator(self.arns()), Tags=[{"Key": "ess", "Value": "t"}])
        found = api.describe_accelerator(AcceleratorArn=out["Arn"])["Accelerator"]
        self.assertEqual(("ess", True, "DEPLOYED", out["Dns"]), (found["Name"], found["Enabled"], found["Status"], found["DnsName"]))
        kept = {x["Key"]: x["Value"] for x in api.list_tags_for_resource(ResourceArn=out["Arn"])["Tags"]}
        self.assertEqual({"ess": "t", "k": "v"}, kept)
        group = api.list_endpoint_groups(ListenerArn=out["Listener"])["EndpointGroups"][0]
        self.assertEqual(({"UNHEALTHY"}, 3, 443), ({e["HealthState"] for e in group["EndpointDescriptions"]}, len(group["EndpointDescriptions"]), group["HealthCheckPort"]))
        found = self.change_set("a", shapes.accelerator(self.arns()[:2], "other", 64, port=8443), "UPDATE", Tags=[{"Key": "ess", "Value": "t"}])
        self.assertEqual({"Accelerator": "False", "Listener": "False", "Endpoints": "False"}, replacements(found))
        self.execute(found, "UPDATE_COMPLETE")
        group = api.list_endpoint_groups(ListenerArn=out["Listener"])["EndpointGroups"][0]
        self.assertEqual([64, 64], [e["Weight"] for e in group["EndpointDescriptions"]])
        self.refused("AcceleratorNotDisabledException", "must be disabled", api.delete_accelerator, AcceleratorArn=out["Arn"])
        self.delete("a")
        self.assertEqual(before, self.state())

    def test_an_endpoint_group_of_another_region_is_another_one(self):
        self.create("a", shapes.accelerator(self.arns()))
        elsewhere = shapes.accelerator([]).replace('{"Ref": "AWS::Region"}', '"eu-west-1"')
        found = self.change_set("a", elsewhere, "UPDATE")
        self.assertEqual({"Endpoints": "True"}, replacements(found))
        details = [c["ResourceChange"]["Details"] for c in found["Changes"]][0]
        needs = {d["Target"]["Name"]: d["Target"]["RequiresRecreation"] for d in details}
        self.assertEqual({"EndpointConfigurations": "Never", "EndpointGroupRegion": "Always"}, needs)
        self.execute(found, "UPDATE_COMPLETE")
        api = self.aws("globalaccelerator", HOME)
        listener = api.list_listeners(AcceleratorArn=api.list_accelerators()["Accelerators"][0]["AcceleratorArn"])["Listeners"][0]["ListenerArn"]
        self.assertEqual(["eu-west-1"], [g["EndpointGroupRegion"] for g in api.list_endpoint_groups(ListenerArn=listener)["EndpointGroups"]])

    def test_client_addresses_are_kept_behind_tcp_only_and_bring_interfaces_and_a_group(self):
        out = self.create("a", shapes.accelerator(self.arns(), preserve=True))
        ec2 = self.aws("ec2")
        kind = [{"Name": "interface-type", "Values": ["global_accelerator_managed"]}]
        feet = ec2.describe_network_interfaces(Filters=kind)["NetworkInterfaces"]
        self.assertEqual((3, {"GlobalAccelerator"}), (len(feet), {g["GroupName"] for e in feet for g in e["Groups"]}))
        self.delete("a")
        self.assertEqual([], ec2.describe_network_interfaces(Filters=kind)["NetworkInterfaces"])
        left = ec2.describe_security_groups(Filters=[{"Name": "tag:AWSServiceName", "Values": ["GlobalAccelerator"]}])["SecurityGroups"]
        self.assertEqual([self.net["VpcId"]], [g["VpcId"] for g in left])
        self.delete("z")
        self.delete("n", "DELETE_FAILED")
        ec2.delete_security_group(GroupId=left[0]["GroupId"])
        self.delete("n")
        self.assertNotIn("Arn", self.state(), out)

    def test_tls_listeners_and_groups_missing_forbid_keeping_client_addresses(self):
        api, elb = self.aws("globalaccelerator", HOME), self.aws("elbv2")
        arn = self.aws("acm").request_certificate(DomainName="x.example.com")["CertificateArn"]
        listener = elb.describe_listeners(LoadBalancerArn=self.feet["Arn0"])["Listeners"][0]["ListenerArn"]
        elb.modify_listener(ListenerArn=listener, Protocol="TLS", Certificates=[{"CertificateArn": arn}], SslPolicy="ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09")
        self.assertEqual("TLS", elb.describe_listeners(ListenerArns=[listener])["Listeners"][0]["Protocol"])
        accelerator = api.create_accelerator(Name="a")["Accelerator"]["AcceleratorArn"]
        made = api.create_listener(AcceleratorArn=accelerator, Protocol="TCP", PortRanges=[{"FromPort": 443, "ToPort": 443}])["Listener"]["ListenerArn"]

        def join(arn, preserve):
            endpoint = [{"EndpointId": arn, "ClientIPPreservationEnabled": preserve}]
            api.create_endpoint_group(ListenerArn=made, EndpointGroupRegion="eu-central-1", EndpointConfigurations=endpoint)

        self.refused("InvalidArgumentException", "TLS listeners", join, self.feet["Arn0"], True)
        self.refused("InvalidArgumentException", "not a valid load balancer ARN", join, self.feet["Arn0"] + "0", False)
        join(self.feet["Arn0"], False)
        self.refused("EndpointGroupAlreadyExistsException", "already has an endpoint group", join, self.feet["Arn1"], False)
        self.refused("EndpointNotFound", "us-west-2 only", self.aws("globalaccelerator").list_accelerators)


class Gateway(Case):
    def setUp(self):
        super().setUp()
        zone = self.aws("route53").create_hosted_zone(Name="example.com", CallerReference="1")["HostedZone"]["Id"].rsplit("/", 1)[1]
        self.given = {"ZoneId": zone}
        self.cfn = self.aws("cloudformation", EAST)

    def test_a_distribution_stands_with_its_web_acl_changes_and_goes(self):
        cloudfront, waf, before = self.aws("cloudfront"), self.aws("wafv2", EAST), EMULATOR.control("GET", f"state?region={EAST}")
        out = self.create("g", shapes.gateway(), self.given)
        found = cloudfront.get_distribution(Id=out["Id"])["Distribution"]
        config = found["DistributionConfig"]
        self.assertEqual(("Deployed", out["AclArn"], "origin.example.com"), (found["Status"], config["WebACLId"], config["Origins"]["Items"][0]["DomainName"]))
        self.assertEqual("allViewer", cloudfront.get_origin_request_policy(Id=config["DefaultCacheBehavior"]["OriginRequestPolicyId"])["OriginRequestPolicy"]["OriginRequestPolicyConfig"]["HeadersConfig"]["HeaderBehavior"])
        self.assertEqual(4, len(EMULATOR.look_up(out["Dns"])[1]))
        self.assertEqual(["aws-waf-logs-ess"], [a.rsplit(":", 1)[1] for a in waf.get_logging_configuration(ResourceArn=out["AclArn"])["LoggingConfiguration"]["LogDestinationConfigs"]])
        found = self.change_set("g", shapes.gateway("new.example.com", 2000, ["198.51.100.0/24"], price="PriceClass_100"), "UPDATE", self.given)
        self.assertEqual({"Allowed": "False", "Acl": "False", "Distribution": "False"}, {n: r for n, r in replacements(found).items() if n != "AclLog"})
        self.execute(found, "UPDATE_COMPLETE")
        listed = cloudfront.list_distributions()["DistributionList"]["Items"][0]
        self.assertEqual(("PriceClass_100", "new.example.com"), (listed["PriceClass"], listed["Origins"]["Items"][0]["DomainName"]))
        self.delete("g")
        self.assertEqual(before, EMULATOR.control("GET", f"state?region={EAST}"))

    def test_a_renamed_web_acl_is_another_one_and_the_distribution_follows(self):
        first = self.create("g", shapes.gateway(), self.given)
        found = self.change_set("g", shapes.gateway(name="other"), "UPDATE", self.given)
        self.assertEqual(("True", "Conditional", "False"), tuple(replacements(found)[n] for n in ("Acl", "AclLog", "Distribution")))
        out = self.execute(found, "UPDATE_COMPLETE")
        self.assertNotEqual(first["AclArn"], out["AclArn"])
        self.assertEqual([out["AclArn"]], [a["ARN"] for a in self.aws("wafv2", EAST).list_web_acls(Scope="CLOUDFRONT")["WebACLs"]])
        self.assertEqual(out["AclArn"], self.aws("cloudfront").get_distribution_config(Id=out["Id"])["DistributionConfig"]["WebACLId"])

    def test_it_belongs_to_us_east_1(self):
        self.cfn = self.aws("cloudformation")
        self.create("g", shapes.gateway(), self.given, wanted="ROLLBACK_COMPLETE")
        self.assertIn("The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT", "\n".join(self.reasons("g")))

    def test_a_validation_record_stays_while_another_certificate_needs_it(self):
        def validations():
            found = self.aws("route53").list_resource_record_sets(HostedZoneId=self.given["ZoneId"])["ResourceRecordSets"]
            return len([r for r in found if r["Type"] == "CNAME"])

        self.create("g", shapes.gateway(), self.given)
        other = self.aws("acm").request_certificate(DomainName="ess.example.com", ValidationMethod="DNS")["CertificateArn"]
        self.delete("g")
        self.assertEqual(1, validations())
        self.aws("acm").delete_certificate(CertificateArn=other)
        self.create("g", shapes.gateway(), self.given)
        self.delete("g")
        self.assertEqual(0, validations())
        EMULATOR.control("POST", "validation-records", {"stay": True})
        self.create("g", shapes.gateway(), self.given)
        self.delete("g")
        self.assertEqual(1, validations())

    def test_what_clients_could_not_use_is_refused(self):
        out = self.create("g", shapes.gateway(), self.given)
        cloudfront, waf, acm = self.aws("cloudfront"), self.aws("wafv2", EAST), self.aws("acm")
        found = cloudfront.get_distribution_config(Id=out["Id"])
        config, tag = found["DistributionConfig"], found["ETag"]

        def put(**changes):
            cloudfront.update_distribution(Id=out["Id"], IfMatch=tag, DistributionConfig=config | changes)

        def certificate(arn):
            return {"ACMCertificateArn": arn, "SSLSupportMethod": "sni-only", "MinimumProtocolVersion": "TLSv1.2_2021"}

        elsewhere = acm.request_certificate(DomainName="ess.example.com")["CertificateArn"]
        self.refused("InvalidViewerCertificate", "isn't in us-east-1", put, ViewerCertificate=certificate(elsewhere))
        self.refused("InvalidViewerCertificate", "doesn't cover", put, Aliases={"Quantity": 1, "Items": ["a.b.ess.example.com"]})
        self.refused("InvalidWebACLId", "web ACL", put, WebACLId=out["AclArn"] + "0")
        again = {k: v for k, v in config.items() if k != "CallerReference"} | {"CallerReference": "2"}
        self.refused("CNAMEAlreadyExists", "already associated", cloudfront.create_distribution, DistributionConfig=again)
        self.refused("DistributionNotDisabled", "has not been disabled", cloudfront.delete_distribution, Id=out["Id"], IfMatch=tag)
        self.refused("PreconditionFailed", "preconditions", cloudfront.delete_distribution, Id=out["Id"], IfMatch="E1")
        acl = waf.list_web_acls(Scope="CLOUDFRONT")["WebACLs"][0]
        self.refused("WAFAssociatedItemException", "being used", waf.delete_web_acl, Name=acl["Name"], Id=acl["Id"], Scope="CLOUDFRONT", LockToken=acl["LockToken"])
        logging = {"ResourceArn": out["AclArn"], "LogDestinationConfigs": [f"arn:aws:logs:{EAST}:123456789012:log-group:mine"]}
        self.refused("WAFInvalidParameterException", "LOG_DESTINATION", waf.put_logging_configuration, LoggingConfiguration=logging)


class DatabaseCluster(Case):
    def setUp(self):
        super().setUp()
        net, sec = self.create("n", t.network()), self.create("k", t.security())
        self.given = {"KeyArn": sec["KeyArn"], "PrivateSubnets": net["PrivateSubnets"], "DatabaseSg": net["DatabaseSg"]}

    def test_three_members_stand_in_three_zones_change_in_place_and_leave_a_snapshot(self):
        rds, before = self.aws("rds"), self.state()
        out = self.create("c", shapes.three_members(), self.given)
        found = rds.describe_db_clusters()["DBClusters"][0]
        self.assertEqual((True, "available", [True, False, False]), (found["MultiAZ"], found["Status"], [m["IsClusterWriter"] for m in found["DBClusterMembers"]]))
        members = rds.describe_db_instances()["DBInstances"]
        self.assertEqual((3, {"ess-members"}), (len({m["AvailabilityZone"] for m in members}), {m["DBClusterIdentifier"] for m in members}))
        self.assertEqual((1, 2), (len(EMULATOR.look_up(out["Writer"])[1]), len(EMULATOR.look_up(out["Readers"])[1])))
        self.assertEqual(found["MasterUserSecret"]["SecretArn"], out["Secret"])
        found = self.change_set("c", shapes.three_members("db.r6gd.large", 200, 14, True), "UPDATE", self.given)
        self.assertEqual({"Db": "False"}, replacements(found))
        self.execute(found, "UPDATE_COMPLETE")
        found = rds.describe_db_clusters()["DBClusters"][0]
        self.assertEqual(("db.r6gd.large", 200, 14, True), tuple(found[k] for k in ("DBClusterInstanceClass", "AllocatedStorage", "BackupRetentionPeriod", "DeletionProtection")))
        self.delete("c", "DELETE_FAILED")
        rds.modify_db_cluster(DBClusterIdentifier="ess-members", DeletionProtection=False)
        self.delete("c")
        after = self.state()
        kept = rds.describe_db_cluster_snapshots(SnapshotType="manual")["DBClusterSnapshots"]
        self.assertEqual([s["DBClusterSnapshotIdentifier"] for s in kept], after.pop("rds.cluster-snapshot"))
        self.assertIn({"Key": "k", "Value": "v"}, kept[0]["TagList"])
        self.assertEqual(before, after)

    def test_another_name_is_another_cluster_and_the_old_one_leaves_a_snapshot(self):
        self.create("c", shapes.three_members(), self.given)
        found = self.change_set("c", shapes.three_members(identifier="ess-others"), "UPDATE", self.given)
        self.assertEqual({"Db": "True"}, replacements(found))
        self.execute(found, "UPDATE_COMPLETE")
        rds = self.aws("rds")
        self.assertEqual(["ess-others"], [c["DBClusterIdentifier"] for c in rds.describe_db_clusters()["DBClusters"]])
        self.assertEqual(["ess-members"], [s["DBClusterIdentifier"] for s in rds.describe_db_cluster_snapshots(SnapshotType="manual")["DBClusterSnapshots"]])

    def test_what_rds_does_not_do_is_refused(self):
        rds = self.aws("rds")
        self.create("bad", shapes.three_members("db.m7g.large"), self.given, wanted="ROLLBACK_COMPLETE")
        self.assertIn("isn't supported for Multi-AZ DB clusters", "\n".join(self.reasons("bad")))
        self.create("c", shapes.three_members(), self.given)
        self.refused("InvalidDBInstanceState", "member of a Multi-AZ DB cluster", rds.delete_db_instance, DBInstanceIdentifier="ess-members-instance-1", SkipFinalSnapshot=True)
        self.refused("InvalidParameterCombination", "modify the port", rds.modify_db_cluster, DBClusterIdentifier="ess-members", Port=6000)
        self.refused("InvalidParameterCombination", "less than the current", rds.modify_db_cluster, DBClusterIdentifier="ess-members", AllocatedStorage=50)
        options = rds.describe_orderable_db_instance_options(Engine="postgres", EngineVersion="17.6")["OrderableDBInstanceOptions"]
        carriers = {o["DBInstanceClass"].split(".")[1] for o in options if o["SupportsClusters"]}
        self.assertTrue({"m6gd", "r6gd"} <= carriers and "m7g" not in carriers)


class ByOthers(Case):
    """What others do between two changes, and what a cluster leaves behind."""

    def body(self, name="one", display="x"):
        return t.template({
            "Bucket": t.resource("S3::Bucket", {"BucketName": f"{name}-bucket"}), "Topic": t.resource("SNS::Topic", {"DisplayName": display}),
            "Log": t.resource("Logs::LogGroup", {"LogGroupName": "mine", "RetentionInDays": 7 if display == "x" else 14}),
        })

    def test_a_fault_of_an_update_hits_a_replacement(self):
        self.create("s", self.body())
        EMULATOR.control("POST", "faults", {"logicalId": "Bucket", "operation": "UPDATE", "reason": "no more buckets"})
        self.update("s", self.body("two"), wanted="UPDATE_ROLLBACK_COMPLETE")
        self.assertIn("Bucket UPDATE_FAILED no more buckets", self.reasons("s"))
        EMULATOR.control("POST", "faults", {"logicalId": "Bucket", "operation": "UPDATE", "late": True})
        self.update("s", self.body("two"), wanted="UPDATE_ROLLBACK_COMPLETE")
        self.assertEqual(["one-bucket"], [b["Name"] for b in self.aws("s3").list_buckets()["Buckets"]])
        self.update("s", self.body("two"))
        self.assertEqual(["two-bucket"], [b["Name"] for b in self.aws("s3").list_buckets()["Buckets"]])

    def test_what_is_gone_stays_unseen_until_it_has_to_change(self):
        self.create("s", self.body())
        self.aws("logs").delete_log_group(logGroupName="mine")
        self.update("s", self.body("two"))
        self.assertEqual([], self.aws("logs").describe_log_groups()["logGroups"])
        self.update("s", self.body("two", "y"), wanted="UPDATE_ROLLBACK_FAILED")
        self.assertTrue(any("Log UPDATE_FAILED" in r and "HandlerErrorCode: NotFound" in r for r in self.reasons("s")))
        self.delete("s")

    def named(self, group):
        return self.aws("ec2").describe_security_groups(Filters=[{"Name": "ip-permission.group-id", "Values": [group]}])["SecurityGroups"]

    def test_a_log_group_may_come_back_and_controllers_leave_groups(self):
        net, sec = self.create("n", t.network()), self.create("k", t.security())
        self.create("e", t.compute(), {"KeyArn": sec["KeyArn"], "PrivateSubnets": net["PrivateSubnets"], "RoleArn": sec["RoleArn"]})
        made = EMULATOR.control("POST", "cluster-leftovers", {"cluster": "e-eks", "region": "eu-central-1", "logGroup": True, "securityGroups": True})
        self.assertEqual(["/aws/eks/e-eks/cluster"], [g["logGroupName"] for g in self.aws("logs").describe_log_groups(logGroupNamePrefix="/aws/eks")["logGroups"]])
        ec2 = self.aws("ec2")
        refusals = {g: "dependent object" for g in made["securityGroups"] if self.named(g)}
        self.assertEqual(1, len(refusals), "the cluster's own group names the shared one")
        self.refused("DependencyViolation", "dependent object", ec2.delete_security_group, GroupId=next(iter(refusals)))
        self.delete("e")
        self.aws("logs").delete_log_group(logGroupName="/aws/eks/e-eks/cluster")
        self.assertEqual(1, len(self.aws("logs").describe_log_groups(logGroupNamePrefix="/aws/eks")["logGroups"]))
        self.aws("logs").delete_log_group(logGroupName="/aws/eks/e-eks/cluster")
        self.assertEqual([], self.aws("logs").describe_log_groups(logGroupNamePrefix="/aws/eks")["logGroups"])
        self.delete("n", "DELETE_FAILED")
        for group in made["securityGroups"]:
            ec2.delete_security_group(GroupId=group)
        self.delete("n")

    def test_quotas_are_known_where_their_service_lives_and_can_be_set(self):
        quotas = self.aws("service-quotas")
        self.refused("NoSuchResourceException", "", quotas.get_service_quota, ServiceCode="cloudfront", QuotaCode="L-24B04930")
        known = self.aws("service-quotas", EAST).get_service_quota(ServiceCode="cloudfront", QuotaCode="L-24B04930")["Quota"]
        self.assertEqual((200.0, True), (known["Value"], known["GlobalQuota"]))
        for code, value in (("L-952B80B8", 0), ("L-00000000", 7)):
            EMULATOR.control("POST", "quotas", {"service": "rds", "code": code, "value": value})
            self.assertEqual(value, quotas.get_service_quota(ServiceCode="rds", QuotaCode=code)["Quota"]["Value"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
