"""Route 53: zones, records, health checks."""

import uuid

from . import Handler, Refused, retag

PLAIN = (
    "Name", "Type", "SetIdentifier", "Weight", "Region", "Failover", "GeoLocation", "HealthCheckId", "MultiValueAnswer",
)


def record(props: dict) -> dict:
    """A record of CloudFormation as a ResourceRecordSet of the API."""
    result = {k: props[k] for k in PLAIN if k in props}
    for name in ("Weight",):
        if name in result:
            result[name] = int(result[name])
    if "TTL" in props:
        result["TTL"] = int(props["TTL"])
    if "ResourceRecords" in props:
        result["ResourceRecords"] = [{"Value": v} for v in props["ResourceRecords"]]
    if "AliasTarget" in props:
        result["AliasTarget"] = {"EvaluateTargetHealth": False} | props["AliasTarget"]
    return result


def zone_id(context, props: dict) -> str:
    if "HostedZoneId" in props:
        return props["HostedZoneId"]
    name = props["HostedZoneName"].rstrip(".") + "."
    found = [z["Id"].rsplit("/", 1)[1] for z in context.client("route53").list_hosted_zones()["HostedZones"] if z["Name"] == name]
    if len(found) != 1:
        raise Refused(f"{'No' if not found else 'Multiple'} hosted zones named {name} found")
    return found[0]


def change(context, zone: str, *changes) -> None:
    """Pairs of action and record, all at once or not at all."""
    batch = [{"Action": action, "ResourceRecordSet": record(props)} for action, props in changes]
    context.client("route53").change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": batch})


def key(props: dict) -> tuple:
    return props["Name"].replace("\\052", "*").rstrip(".").lower(), props["Type"], props.get("SetIdentifier")


def find(context, zone: str, props: dict) -> dict | None:
    """A record as it stands now."""
    pages = context.client("route53").get_paginator("list_resource_record_sets").paginate(HostedZoneId=zone)
    return next((r for page in pages for r in page["ResourceRecordSets"] if key(r) == key(props)), None)


def remove(context, zone: str, props: dict) -> None:
    """Delete a record as it stands now; one that is gone already is gone."""
    present = find(context, zone, props)
    if present:
        context.client("route53").change_resource_record_sets(
            HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": "DELETE", "ResourceRecordSet": present}]}
        )


class RecordSet(Handler):
    type = "AWS::Route53::RecordSet"
    handles = (*PLAIN, "TTL", "ResourceRecords", "AliasTarget", "HostedZoneId", "HostedZoneName", "Comment")
    unseen = ("Comment",)

    def create(self, context, props):
        change(context, zone_id(context, props), ("CREATE", props))
        return props["Name"].rstrip(".")

    def update(self, context, physical, old, new, changed):
        gone = [("DELETE", old)] if changed & {"Type", "SetIdentifier"} else []
        change(context, zone_id(context, new), *gone, ("UPSERT", new))

    def delete(self, context, physical, props, snapshot):
        remove(context, zone_id(context, props), props)


class RecordSetGroup(Handler):
    type = "AWS::Route53::RecordSetGroup"
    handles = ("HostedZoneId", "HostedZoneName", "RecordSets", "Comment")
    unseen = ("Comment",)

    def create(self, context, props):
        change(context, zone_id(context, props), *(("CREATE", wanted) for wanted in props.get("RecordSets", [])))
        return context.name(64)

    def attributes(self, context, physical, props):
        return {"Id": physical}

    def update(self, context, physical, old, new, changed):
        kept = {key(r) for r in new.get("RecordSets", [])}
        gone = [("DELETE", r) for r in old.get("RecordSets", []) if key(r) not in kept]
        change(context, zone_id(context, new), *gone, *(("UPSERT", wanted) for wanted in new.get("RecordSets", [])))

    def delete(self, context, physical, props, snapshot):
        for wanted in props.get("RecordSets", []):
            remove(context, zone_id(context, props), wanted)


class Tagged(Handler):
    """Tagged by kind and id; each type has its own word for the property."""

    kind = word = ""

    def retag(self, context, physical, props) -> None:
        route53, where = context.client("route53"), {"ResourceType": self.kind, "ResourceId": physical}
        found = route53.list_tags_for_resource(**where)["ResourceTagSet"]["Tags"]
        retag(
            lambda t: route53.change_tags_for_resource(AddTags=[{"Key": k, "Value": v} for k, v in t.items()], **where),
            lambda keys: route53.change_tags_for_resource(RemoveTagKeys=keys, **where),
            {t["Key"]: t["Value"] for t in found}, context.tags(props.get(self.word)),
        )


class HostedZone(Tagged):
    type, kind, word = "AWS::Route53::HostedZone", "hostedzone", "HostedZoneTags"
    handles = ("Name", "HostedZoneConfig", "HostedZoneTags", "VPCs")

    def create(self, context, props):
        route53, vpcs = context.client("route53"), props.get("VPCs", [])
        config = {"HostedZoneConfig": props.get("HostedZoneConfig", {}) | ({"PrivateZone": True} if vpcs else {})}
        first = {"VPC": self._vpc(vpcs[0])} if vpcs else {}
        made = route53.create_hosted_zone(Name=props["Name"], CallerReference=str(uuid.uuid4()), **config, **first)
        physical = made["HostedZone"]["Id"].rsplit("/", 1)[1]
        for vpc in vpcs[1:]:
            route53.associate_vpc_with_hosted_zone(HostedZoneId=physical, VPC=self._vpc(vpc))
        self.retag(context, physical, props)
        return physical

    @staticmethod
    def _vpc(given):
        return {"VPCId": given["VPCId"], "VPCRegion": given["VPCRegion"]}

    def attributes(self, context, physical, props):
        found = context.client("route53").get_hosted_zone(Id=physical)
        return {"Id": physical, "NameServers": found.get("DelegationSet", {}).get("NameServers", [])}

    def update(self, context, physical, old, new, changed):
        route53 = context.client("route53")
        if changed & {"Tags", "HostedZoneTags"}:
            self.retag(context, physical, new)
        if "HostedZoneConfig" in changed:
            route53.update_hosted_zone_comment(Id=physical, Comment=new.get("HostedZoneConfig", {}).get("Comment", ""))
        before, after = ([self._vpc(v) for v in p.get("VPCs", [])] for p in (old, new))
        if bool(before) != bool(after):
            raise Refused("A hosted zone cannot change between public and private. (Service: Route53, Status Code: 400)")
        for vpc in [v for v in after if v not in before]:
            route53.associate_vpc_with_hosted_zone(HostedZoneId=physical, VPC=vpc)
        for vpc in [v for v in before if v not in after]:
            route53.disassociate_vpc_from_hosted_zone(HostedZoneId=physical, VPC=vpc)

    def delete(self, context, physical, props, snapshot):
        context.client("route53").delete_hosted_zone(Id=physical)


class HealthCheck(Tagged):
    type, kind, word = "AWS::Route53::HealthCheck", "healthcheck", "HealthCheckTags"
    handles = ("HealthCheckConfig", "HealthCheckTags")
    fixed = ("Type", "MeasureLatency", "RequestInterval")

    def create(self, context, props):
        made = context.client("route53").create_health_check(CallerReference=str(uuid.uuid4()), HealthCheckConfig=props["HealthCheckConfig"])
        physical = made["HealthCheck"]["Id"]
        self.retag(context, physical, props)
        return physical

    def attributes(self, context, physical, props):
        return {"HealthCheckId": physical}

    def update(self, context, physical, old, new, changed):
        if changed & {"Tags", "HealthCheckTags"}:
            self.retag(context, physical, new)
        if "HealthCheckConfig" in changed:
            asked = {k: v for k, v in new["HealthCheckConfig"].items() if k not in self.fixed}
            context.client("route53").update_health_check(HealthCheckId=physical, **asked)

    def delete(self, context, physical, props, snapshot):
        context.client("route53").delete_health_check(HealthCheckId=physical)
