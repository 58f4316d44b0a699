"""Route 53: zones, records, health checks."""

import uuid

from . import Handler, Refused

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
    for zone in context.client("route53").list_hosted_zones()["HostedZones"]:
        if zone["Name"] == name:
            return zone["Id"].rsplit("/", 1)[1]
    raise Refused(f"No hosted zones named {name} found")


def change(context, zone: str, action: str, props: dict) -> None:
    wanted = record(props)
    if action == "CREATE":
        _refuse_apex_cname(context, zone, wanted)
    context.client("route53").change_resource_record_sets(
        HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": action, "ResourceRecordSet": wanted}]}
    )


def _refuse_apex_cname(context, zone, wanted):
    apex = context.client("route53").get_hosted_zone(Id=zone)["HostedZone"]["Name"].rstrip(".")
    if wanted["Type"] == "CNAME" and wanted["Name"].rstrip(".") == apex:
        raise Refused(
            f"[RRSet of type CNAME with DNS name {apex}. is not permitted at apex in zone {apex}.] (Service: Route53, Status Code: 400)"
        )


def remove(context, zone: str, props: dict) -> None:
    """Delete a record as it stands now; one that is gone already is gone."""
    route53 = context.client("route53")
    wanted = record(props)
    for present in route53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]:
        same = present["Name"].replace("\\052", "*").rstrip(".") == wanted["Name"].rstrip(".") and present["Type"] == wanted["Type"]
        if same and present.get("SetIdentifier") == wanted.get("SetIdentifier"):
            route53.change_resource_record_sets(
                HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": "DELETE", "ResourceRecordSet": present}]}
            )


class RecordSet(Handler):
    type = "AWS::Route53::RecordSet"
    handles = (*PLAIN, "TTL", "ResourceRecords", "AliasTarget", "HostedZoneId", "HostedZoneName", "Comment")

    def create(self, context, props):
        change(context, zone_id(context, props), "CREATE", props)
        return props["Name"].rstrip(".")

    def update(self, context, physical, old, new, changed):
        if changed & {"Type", "SetIdentifier"}:
            remove(context, zone_id(context, old), old)
        change(context, zone_id(context, new), "UPSERT", new)

    def delete(self, context, physical, props, snapshot):
        remove(context, zone_id(context, props), props)

    def observe(self, context, physical, props):
        found = context.client("route53").list_resource_record_sets(HostedZoneId=zone_id(context, props))["ResourceRecordSets"]
        names = {(r["Name"].replace("\\052", "*").rstrip("."), r["Type"]) for r in found}
        if (physical, props["Type"]) not in names:
            raise LookupError(physical)
        return {}


class RecordSetGroup(Handler):
    type = "AWS::Route53::RecordSetGroup"
    handles = ("HostedZoneId", "HostedZoneName", "RecordSets", "Comment")

    def create(self, context, props):
        for wanted in props.get("RecordSets", []):
            change(context, zone_id(context, props), "CREATE", wanted)
        return context.name(64)

    def attributes(self, context, physical, props):
        return {"Id": physical}

    def update(self, context, physical, old, new, changed):
        def key(r):
            return r["Name"].rstrip("."), r["Type"], r.get("SetIdentifier")

        kept = {key(r) for r in new.get("RecordSets", [])}
        for gone in [r for r in old.get("RecordSets", []) if key(r) not in kept]:
            remove(context, zone_id(context, old), gone)
        for wanted in new.get("RecordSets", []):
            change(context, zone_id(context, new), "UPSERT", wanted)

    def delete(self, context, physical, props, snapshot):
        for wanted in props.get("RecordSets", []):
            remove(context, zone_id(context, props), wanted)


class HostedZone(Handler):
    type = "AWS::Route53::HostedZone"
    handles = ("Name", "HostedZoneConfig", "HostedZoneTags", "VPCs")

    def create(self, context, props):
        asked = {"HostedZoneConfig": props["HostedZoneConfig"]} if "HostedZoneConfig" in props else {}
        if props.get("VPCs"):
            asked["VPC"] = {"VPCId": props["VPCs"][0]["VPCId"], "VPCRegion": props["VPCs"][0]["VPCRegion"]}
        made = context.client("route53").create_hosted_zone(Name=props["Name"], CallerReference=str(uuid.uuid4()), **asked)
        physical = made["HostedZone"]["Id"].rsplit("/", 1)[1]
        tags = context.tag_list(props.get("HostedZoneTags"))
        if tags:
            context.client("route53").change_tags_for_resource(ResourceType="hostedzone", ResourceId=physical, AddTags=tags)
        return physical

    def attributes(self, context, physical, props):
        found = context.client("route53").get_hosted_zone(Id=physical)
        return {"Id": physical, "NameServers": found.get("DelegationSet", {}).get("NameServers", [])}

    def update(self, context, physical, old, new, changed):
        if changed - {"Tags", "HostedZoneTags"}:
            raise Refused(f"The emulator cannot change {', '.join(sorted(changed))} of {self.type} in place")
        context.client("route53").change_tags_for_resource(
            ResourceType="hostedzone", ResourceId=physical, AddTags=context.tag_list(new.get("HostedZoneTags"))
        )

    def delete(self, context, physical, props, snapshot):
        context.client("route53").delete_hosted_zone(Id=physical)


class HealthCheck(Handler):
    type = "AWS::Route53::HealthCheck"
    handles = ("HealthCheckConfig", "HealthCheckTags")

    def create(self, context, props):
        route53 = context.client("route53")
        made = route53.create_health_check(CallerReference=str(uuid.uuid4()), HealthCheckConfig=props["HealthCheckConfig"])
        physical = made["HealthCheck"]["Id"]
        tags = context.tag_list(props.get("HealthCheckTags"))
        if tags:
            route53.change_tags_for_resource(ResourceType="healthcheck", ResourceId=physical, AddTags=tags)
        return physical

    def attributes(self, context, physical, props):
        return {"HealthCheckId": physical}

    def update(self, context, physical, old, new, changed):
        config = new["HealthCheckConfig"]
        asked = {k: config[k] for k in ("IPAddress", "Port", "ResourcePath", "FullyQualifiedDomainName", "FailureThreshold") if k in config}
        context.client("route53").update_health_check(HealthCheckId=physical, **asked)

    def delete(self, context, physical, props, snapshot):
        context.client("route53").delete_health_check(HealthCheckId=physical)
