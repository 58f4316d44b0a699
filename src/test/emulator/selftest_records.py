"""Names: weighted records with health checks, aliases, private zones, and Route 53's refusals."""

import unittest

import selftest_shape_templates as shapes
import selftest_templates as t
from selftest_base import EMULATOR, REGION, Case

NS = 2


class Records(Case):
    def setUp(self):
        super().setUp()
        self.zone = self.aws("route53").create_hosted_zone(Name="example.com", CallerReference="1")["HostedZone"]["Id"].rsplit("/", 1)[1]

    def network(self, zones=3):
        self.net = self.create("n", t.network())
        given = {"VpcId": self.net["VpcId"], "PublicSubnets": self.net["PublicSubnets"], "Group": self.net["NodesSg"]}
        self.feet = self.create("z", shapes.balancers(zones), given)
        self.given = {f"Target{i}": self.feet[f"Dns{i}"] for i in range(zones)}
        self.given |= {"ZoneId": self.zone, "TargetZone": self.feet["Zone"], "VpcId": self.net["VpcId"]}

    def change(self, *changes):
        batch = [{"Action": action, "ResourceRecordSet": record} for action, record in changes]
        self.aws("route53").change_resource_record_sets(HostedZoneId=self.zone, ChangeBatch={"Changes": batch})

    def not_changed(self, part, *changes):
        self.refused("InvalidChangeBatch", part, self.change, *changes)

    def answers(self, name, times):
        found = [EMULATOR.look_up(name)[1] for _ in range(times)]
        return [records[0][2] for records in found if records]

    def run_behind(self, number):
        """An instance behind the load balancer of one zone, which makes that healthy."""
        ec2 = self.aws("ec2")
        image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
        subnet = self.net["PrivateSubnets"].split(",")[number]
        made = ec2.run_instances(ImageId=image, InstanceType="t3.micro", MinCount=1, MaxCount=1, SubnetId=subnet)["Instances"][0]["InstanceId"]
        self.aws("elbv2").register_targets(TargetGroupArn=self.feet[f"Targets{number}"], Targets=[{"Id": made}])

    def test_weighted_records_take_turns_and_failing_ones_are_left_out(self):
        self.network()
        self.create("w", shapes.weighted(), self.given)
        self.assertEqual(3, len(set(self.answers("ess.example.com", 6))), "with none healthy all are considered healthy")
        for number in range(3):
            self.run_behind(number)
        everywhere = self.answers("ess.example.com", 6)
        self.assertEqual(everywhere[:3], everywhere[3:])
        self.assertEqual(3, len(set(everywhere)))
        self.assertEqual(3, len(set(self.answers("anything.ess.example.com", 3))))
        EMULATOR.control("POST", "unhealthy", {"targets": [self.feet["Dns1"]]})
        self.assertEqual(2, len(set(self.answers("ess.example.com", 6))))
        route53 = self.aws("route53")
        checks = {c["HealthCheckConfig"]["FullyQualifiedDomainName"]: c["Id"] for c in route53.list_health_checks()["HealthChecks"]}
        reports = {
            name: route53.get_health_check_status(HealthCheckId=ident)["HealthCheckObservations"][0]["StatusReport"]["Status"].split(":")[0]
            for name, ident in checks.items()
        }
        self.assertEqual(["Failure"], [status for name, status in reports.items() if name == self.feet["Dns1"]])
        self.assertEqual({"Success"}, {status for name, status in reports.items() if name != self.feet["Dns1"]})
        EMULATOR.control("DELETE", "unhealthy")
        self.assertEqual(3, len(set(self.answers("ess.example.com", 3))))

    def test_weighted_records_change_in_place_and_leave_nothing(self):
        self.network()
        before = self.state()
        self.create("w", shapes.weighted(), self.given)
        found = self.change_set("w", shapes.weighted(weight=5, threshold=2), "UPDATE", self.given)
        self.assertEqual({"False"}, {c["ResourceChange"]["Replacement"] for c in found["Changes"]})
        self.execute(found, "UPDATE_COMPLETE")
        route53 = self.aws("route53")
        records = route53.list_resource_record_sets(HostedZoneId=self.zone)["ResourceRecordSets"]
        self.assertEqual({5}, {r["Weight"] for r in records if "Weight" in r})
        self.assertEqual({2}, {c["HealthCheckConfig"]["FailureThreshold"] for c in route53.list_health_checks()["HealthChecks"]})
        self.delete("w")
        self.assertEqual(before, self.state())

    def test_a_private_zone_answers_nobody_outside(self):
        self.network(1)
        out = self.create("w", shapes.weighted(1), self.given)
        zone = self.aws("route53").get_hosted_zone(Id=out["Inner"])
        self.assertTrue(zone["HostedZone"]["Config"]["PrivateZone"])
        self.assertEqual([{"VPCId": self.net["VpcId"], "VPCRegion": REGION}], zone["VPCs"])
        inner = {"Name": "inside.ess.example.com", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "10.0.0.1"}]}
        batch = {"Changes": [{"Action": "CREATE", "ResourceRecordSet": inner}]}
        self.aws("route53").change_resource_record_sets(HostedZoneId=out["Inner"], ChangeBatch=batch)
        self.assertNotIn("10.0.0.1", self.answers("inside.ess.example.com", 1))
        self.refused(
            "ConflictingDomainExists", "already been associated", self.aws("route53").create_hosted_zone, Name="ess.example.com", CallerReference="2",
            VPC={"VPCId": self.net["VpcId"], "VPCRegion": REGION},
        )

    def test_records_that_cannot_stand_beside_each_other_are_refused_all_or_none(self):
        def text(name, kind, value, **more):
            return {"Name": name, "Type": kind, "TTL": 60, "ResourceRecords": [{"Value": value}]} | more

        simple, weighted = text("a.example.com", "A", "192.0.2.1"), text("a.example.com", "A", "192.0.2.2", SetIdentifier="x", Weight=1)
        self.change(("CREATE", simple))
        self.not_changed("but it already exists", ("CREATE", simple))
        self.not_changed("cannot be created as a weighted set", ("CREATE", weighted))
        self.not_changed("conflicts with other records", ("CREATE", text("a.example.com", "CNAME", "b.example.com")))
        self.not_changed("not permitted at apex", ("CREATE", text("example.com", "CNAME", "b.example.com")))
        self.not_changed("is not permitted in zone", ("CREATE", text("a.example.org", "A", "192.0.2.1")))
        self.not_changed("values provided do not match", ("DELETE", text("a.example.com", "A", "192.0.2.9")))
        self.not_changed("but it was not found", ("DELETE", text("b.example.com", "A", "192.0.2.9")))
        self.not_changed("health check nobody does not exist", ("CREATE", text("c.example.com", "A", "192.0.2.1", HealthCheckId="nobody")))
        self.not_changed("but it already exists", ("CREATE", text("new.example.com", "A", "192.0.2.1")), ("CREATE", simple))
        self.assertEqual([], self.answers("new.example.com", 1))
        self.change(("DELETE", simple), ("CREATE", weighted))
        self.not_changed("cannot be created as a non-weighted set", ("CREATE", simple))
        self.assertEqual(["192.0.2.2"], self.answers("a.example.com", 1))

    def test_aliases_lead_to_what_exists_in_the_zone_it_lies_in(self):
        self.network(1)

        def alias(name, to, zone, health=False):
            return {"Name": name, "Type": "A", "AliasTarget": {"DNSName": to, "HostedZoneId": zone, "EvaluateTargetHealth": health}}

        self.change(("CREATE", alias("ok.example.com", self.feet["Dns0"], self.feet["Zone"])))
        self.not_changed("does not lie within the target zone", ("CREATE", alias("x.example.com", self.feet["Dns0"], "Z2FDTNDATAQYW2")))
        gone = self.feet["Dns0"].replace("z-", "zz-")
        self.not_changed("target was not found", ("CREATE", alias("x.example.com", gone, self.feet["Zone"])))
        self.not_changed("target was not found", ("CREATE", alias("x.example.com", "none.example.com", self.zone)))
        front = self.create("a", shapes.accelerator([self.feet["Arn0"]]))
        self.change(("CREATE", alias("front.example.com", front["Dns"], "Z2BJ6XQ5FK7U4H", True)))
        self.assertEqual(EMULATOR.look_up(front["Dns"])[1][0][2], EMULATOR.look_up("front.example.com")[1][0][2])
        self.assertEqual(2, len(EMULATOR.look_up(front["Dns"])[1]))

    def test_a_record_set_by_hand_decides_for_its_name_and_not_for_the_zone_above(self):
        served = EMULATOR.look_up("example.com", NS)
        self.assertEqual(4, len(served[1]))
        for name in ("ess.example.com", "*.ess.example.com"):
            EMULATOR.control("POST", "dns", {"name": name, "type": "CNAME", "values": ["front.example.net"]})
        EMULATOR.control("POST", "dns", {"name": "front.example.net", "type": "A", "values": ["192.0.2.7"]})
        self.assertEqual(served, EMULATOR.look_up("example.com", NS))
        self.assertEqual((0, []), EMULATOR.look_up("example.net", NS)[:2], "a name above records exists, and has none of its own")
        self.assertEqual("192.0.2.7", EMULATOR.look_up("openid.ess.example.com")[1][-1][2])
        EMULATOR.control("POST", "dns", {"name": "_1.deep.example.com", "type": "TXT", "values": ["x"]})
        self.assertEqual((0, []), EMULATOR.look_up("deep.example.com")[:2], "not denied: the name has something below it")
        self.assertEqual(3, EMULATOR.look_up("none.example.com")[0])
        EMULATOR.control("DELETE", "dns")

    def test_a_page_of_records_goes_on_where_the_last_one_ended(self):
        for i in range(5):
            record = {"Name": "*.example.com", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": f"192.0.2.{i}"}], "SetIdentifier": f"s{i}", "Weight": 1}
            self.change(("CREATE", record))
        pages = self.aws("route53").get_paginator("list_resource_record_sets").paginate(HostedZoneId=self.zone, PaginationConfig={"PageSize": 2})
        found = [(r["Name"], r["Type"], r.get("SetIdentifier")) for page in pages for r in page["ResourceRecordSets"]]
        weighted = [("\\052.example.com.", "A", f"s{i}") for i in range(5)]
        self.assertEqual([("example.com.", "NS", None), ("example.com.", "SOA", None), *weighted], found)


if __name__ == "__main__":
    unittest.main(verbosity=2)
