"""Route 53: records, zones, health checks."""

from ..types.route53 import find, zone_id
from . import Gone, of, pick, tags

ROUTING = ("Weight", "SetIdentifier", "HealthCheckId", "Region", "Failover", "GeoLocation", "MultiValueAnswer", "Type")


def _record(found: dict, props: dict) -> dict:
    shown = pick(found, *ROUTING) | {"Name": props["Name"], "TTL": found.get("TTL") if "ResourceRecords" in found else None}
    shown["ResourceRecords"] = [r["Value"] for r in found.get("ResourceRecords", [])]
    if "AliasTarget" in found:
        target = found["AliasTarget"]
        same = target["DNSName"].rstrip(".").lower() == props.get("AliasTarget", {}).get("DNSName", "").rstrip(".").lower()
        shown["AliasTarget"] = target | ({"DNSName": props["AliasTarget"]["DNSName"]} if same else {})
    return shown


@of("AWS::Route53::RecordSet")
def record(context, physical, props):
    zone = zone_id(context, props)
    found = find(context, zone, props)
    if found is None:
        raise Gone(physical)
    return _record(found, props) | pick(props, "HostedZoneId", "HostedZoneName")


@of("AWS::Route53::RecordSetGroup")
def record_group(context, physical, props):
    zone = zone_id(context, props)
    pairs = [(find(context, zone, wanted), wanted) for wanted in props.get("RecordSets", [])]
    present = [_record(found, wanted) for found, wanted in pairs if found is not None]
    if pairs and not present:
        raise Gone(physical)
    return pick(props, "HostedZoneId", "HostedZoneName") | {"RecordSets": present}


@of("AWS::Route53::HostedZone")
def zone(context, physical, props):
    route53 = context.client("route53")
    found = route53.get_hosted_zone(Id=physical)
    kept = route53.list_tags_for_resource(ResourceType="hostedzone", ResourceId=physical)["ResourceTagSet"]["Tags"]
    same = found["HostedZone"]["Name"].rstrip(".") == props["Name"].rstrip(".")
    return {
        "Name": props["Name"] if same else found["HostedZone"]["Name"], "VPCs": found.get("VPCs", []),
        "HostedZoneConfig": pick(found["HostedZone"].get("Config", {}), "Comment"), "Tags": tags(kept),
    }


@of("AWS::Route53::HealthCheck")
def health_check(context, physical, props):
    route53 = context.client("route53")
    found = route53.get_health_check(HealthCheckId=physical)["HealthCheck"]
    kept = route53.list_tags_for_resource(ResourceType="healthcheck", ResourceId=physical)["ResourceTagSet"]["Tags"]
    return {"HealthCheckConfig": found["HealthCheckConfig"], "Tags": tags(kept)}
