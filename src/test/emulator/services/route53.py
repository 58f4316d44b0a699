"""Route 53: records changed all or none with AWS's refusals, private zones, health checks that look at what they check.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html
"""

import copy

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.route53.responses import Route53

from .. import dns, health
from .errors import Refusal

ROUTING = ("Weight", "Region", "Failover", "GeoLocation", "MultiValueAnswer")


class Api(Route53):
    def change_resource_record_sets(self) -> ActionResult:
        zone = self.backend.get_hosted_zone(self._get_param("HostedZoneId"))
        changes = self._get_param("ChangeBatch.Changes")
        zone.rrsets = Batch(self.backend, zone).applied(changes)
        return ActionResult({"ChangeInfo": {"Id": "/change/C2682N5HXP0BZ4", "Status": "INSYNC", "SubmittedAt": utcnow()}})

    def list_resource_record_sets(self) -> ActionResult:
        """In AWS's order (labels from the right, type, set identifier), a page from any of them on."""
        records = sorted(self.backend.get_hosted_zone(self._get_param("HostedZoneId")).rrsets, key=_place)
        name, size = self._get_param("StartRecordName"), int(self._get_param("MaxItems") or 300)
        if self._get_param("StartRecordType") and not name:
            raise Refusal("InvalidInput", "The input is not valid")
        start = (_labels(name or "."), self._get_param("StartRecordType") or "", self._get_param("StartRecordIdentifier") or "")
        rest = [r for r in records if not name or _place(r) >= start]
        answer = {"ResourceRecordSets": rest[:size], "IsTruncated": len(rest) > size, "MaxItems": size}
        if len(rest) > size:
            after = rest[size]
            answer |= {"NextRecordName": after.name, "NextRecordType": after.type, "NextRecordIdentifier": after.set_identifier}
        return ActionResult(answer)

    def create_health_check(self) -> ActionResult:
        config = dict(self._get_param("HealthCheckConfig"))
        if "HTTPS" in config["Type"]:
            config.setdefault("Port", 443)
        self.params["HealthCheckConfig"] = config
        return super().create_health_check()

    def create_hosted_zone(self) -> ActionResult:
        config = self._get_param("HostedZoneConfig") or {}
        vpc = self._get_param("VPC")
        if config.get("PrivateZone") and not vpc:
            raise Refusal("InvalidInput", "When you're creating a private hosted zone, you must specify Amazon VPC that you're associating with the hosted zone.")
        if vpc:
            self.refuse_conflict(self._get_param("Name"), vpc["VPCId"], None)
            self.params["HostedZoneConfig"] = dict(config) | {"PrivateZone": True}
        return super().create_hosted_zone()

    def refuse_conflict(self, name: str, vpc: str, zone) -> None:
        for other in self.backend.zones.values():
            same = dns.normal(other.name) == dns.normal(name) and other is not zone and other.private_zone
            if same and any(v["vpc_id"] == vpc for v in other.vpcs):
                raise Refusal("ConflictingDomainExists", f"The VPC {vpc} in region {other.vpcs[0].get('vpc_region')} has already been associated with the hosted zone {other.resource_id} with the same domain name.")

    def associate_vpc_with_hosted_zone(self) -> ActionResult:
        zone = self.backend.get_hosted_zone(self._get_param("HostedZoneId"))
        self.refuse_conflict(zone.name, self._get_param("VPC.VPCId"), zone)
        return super().associate_vpc_with_hosted_zone()

    def get_health_check_status(self) -> ActionResult:
        check = self.backend.get_health_check(self._get_param("HealthCheckId"))
        text = "Success: The health check endpoint was reached." if health.healthy(check) else "Failure: The health check endpoint could not be reached."
        report = {"Status": text, "CheckedTime": utcnow()}
        return ActionResult({"HealthCheckObservations": [
            {"Region": region, "IPAddress": "15.177.2.1", "StatusReport": report} for region in ("eu-west-1", "us-east-1", "us-west-2")
        ]})

    def delete_health_check(self):
        self.backend.get_health_check(self._get_param("HealthCheckId"))
        return super().delete_health_check()


class Batch:
    """One request's changes on one zone, tried on a copy of its records."""

    def __init__(self, backend, zone):
        self.backend, self.zone, self.apex = backend, zone, dns.normal(zone.name)

    def applied(self, changes: list) -> list:
        from moto.route53.models import RecordSet

        records, problems = list(self.zone.rrsets), []
        for change in changes:
            given = copy.deepcopy(dict(change["ResourceRecordSet"]))
            given["Name"] = dns.normal(given["Name"]).replace("*", "\\052") + "."  # as Route 53 shows it
            problem = self._problem(change["Action"], given, records)
            if problem:
                problems.append(f"[{problem}]")
                continue
            records = [r for r in records if _key(r) != _wanted(given)]
            if change["Action"] != "DELETE":
                given["ResourceRecords"] = [r["Value"] for r in given.get("ResourceRecords") or []]
                records.append(RecordSet(given))
                records[-1].ttl = given.get("TTL")  # moto gives aliases one of 0
        if problems:
            raise Refusal("InvalidChangeBatch", "".join(problems))
        return records

    def _problem(self, action: str, given: dict, records: list) -> str | None:
        name, kind = given["Name"], given["Type"]
        if not (dns.normal(name) == self.apex or dns.normal(name).endswith("." + self.apex)):
            return f"RRSet with DNS name {name} is not permitted in zone {self.apex}."
        present = next((r for r in records if _key(r) == _wanted(given)), None)
        if action == "DELETE":
            return self._unlike(given, present)
        if action == "CREATE" and present is not None:
            return f"Tried to create resource record set [name='{name}', type='{kind}'{_named(given)}] but it already exists"
        others = [r for r in records if dns.normal(r.name) == dns.normal(name) and _key(r) != _wanted(given)]
        return self._conflict(given, others) or self._alias_problem(given, records) or self._health_problem(given)

    def _unlike(self, given: dict, present) -> str | None:
        """Only a record with the very values may be deleted."""
        who = f"resource record set [name='{given['Name']}', type='{given['Type']}'{_named(given)}]"
        if present is None:
            return f"Tried to delete {who} but it was not found"
        values = sorted(v["Value"] for v in given.get("ResourceRecords") or [])
        alias = {k: str(v).rstrip(".").lower() for k, v in (given.get("AliasTarget") or {}).items()}
        there = {k: str(v).rstrip(".").lower() for k, v in (present.alias_target or {}).items()}
        same = values == sorted(present.records or []) and alias == there and int(given.get("TTL") or 0) == int(present.ttl or 0)
        same = same and str(given.get("Weight")) == str(present.weight) and given.get("HealthCheckId") == present.health_check_id
        return None if same else f"Tried to delete {who} but the values provided do not match the current values"

    def _conflict(self, given: dict, others: list) -> str | None:
        name, kind = given["Name"], given["Type"]
        routed = any(given.get(r) is not None for r in ROUTING)
        if routed != bool(given.get("SetIdentifier")):
            return f"Invalid resource record set [name='{name}', type='{kind}']: a routing policy and a set identifier belong together"
        if kind == "CNAME" and dns.normal(name) == self.apex:
            return f"RRSet of type CNAME with DNS name {name} is not permitted at apex in zone {self.apex}."
        if any((r.type == "CNAME") != (kind == "CNAME") for r in others):
            if kind == "CNAME":
                return f"RRSet of type CNAME with DNS name {name} is not permitted as it conflicts with other records with the same DNS name in zone {self.apex}."
            return f"RRSet of type {kind} with DNS name {name} is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone {self.apex}."
        mine = [r for r in others if r.type == kind]
        if any(bool(r.set_identifier) != routed for r in mine):
            return f"RRSet with DNS name {name}, type {kind}{_named(given)} cannot be created as a {'weighted' if routed else 'non-weighted'} set of the same name and type exists."
        if any((r.weight is None) != (given.get("Weight") is None) for r in mine):
            return f"RRSet with DNS name {name}, type {kind}{_named(given)} cannot be created as other RRSets exist with the same name and type but another routing policy."
        return None

    def _alias_problem(self, given: dict, records: list) -> str | None:
        target = given.get("AliasTarget")
        if not target:
            if not given.get("ResourceRecords") or given.get("TTL") is None:
                return "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]"
            return None
        if given.get("TTL") is not None or given.get("ResourceRecords"):
            return "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]"
        where, to = target["HostedZoneId"], dns.normal(target["DNSName"])
        who = f"Tried to create an alias that targets {to}., type {given['Type']} in zone {where},"
        if where == self.zone.resource_id:
            found = any(dns.normal(r.name) == to and r.type == given["Type"] for r in records)
            return None if found else f"{who} but that target was not found"
        zone, exists = dns.alias_target(to)
        if zone is not None and zone != where:
            return f"{who} but the alias target name does not lie within the target zone"
        if not exists:
            return f"{who} but that target was not found"
        if where == "Z2FDTNDATAQYW2" and target.get("EvaluateTargetHealth") in (True, "true"):
            return "EvaluateTargetHealth cannot be true for an alias that targets a CloudFront distribution"
        return None

    def _health_problem(self, given: dict) -> str | None:
        check = given.get("HealthCheckId")
        return f"The specified health check {check} does not exist" if check and check not in self.backend.health_checks else None


def _labels(name: str) -> list:
    return dns.normal(name).replace("*", "\\052").split(".")[::-1]


def _place(record) -> tuple:
    return _labels(record.name), record.type, record.set_identifier or ""


def _wanted(given: dict) -> tuple:
    return dns.normal(given["Name"]), given["Type"], given.get("SetIdentifier") or ""


def _key(record) -> tuple:
    return dns.normal(record.name), record.type, record.set_identifier or ""


def _named(given: dict) -> str:
    return f", set-identifier='{given['SetIdentifier']}'" if given.get("SetIdentifier") else ""
