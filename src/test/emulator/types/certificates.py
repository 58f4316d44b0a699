"""Certificates."""

from ..clock import CLOCK
from ..services import acm as validation
from . import Handler, retag


class Certificate(Handler):
    """Stays in progress until its validation records can be looked up.

    With DomainValidationOptions.HostedZoneId CloudFormation writes the records itself:
    https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-certificatemanager-certificate.html
    """

    type = "AWS::CertificateManager::Certificate"
    handles = ("DomainName", "SubjectAlternativeNames", "ValidationMethod", "DomainValidationOptions", "KeyAlgorithm", "Tags")
    unseen = ("ValidationMethod", "DomainValidationOptions")
    ignores = {
        "CertificateTransparencyLoggingPreference": "no certificate leaves this machine", "CertificateExport": "no certificate leaves this machine",
    }

    def create(self, context, props):
        asked = {k: props[k] for k in ("DomainName", "SubjectAlternativeNames", "ValidationMethod", "KeyAlgorithm") if k in props}
        tags = context.tag_list(props.get("Tags"))
        return context.client("acm").request_certificate(**asked, **({"Tags": tags} if tags else {}))["CertificateArn"]

    def settle(self, context, physical, props):
        certificate = validation.bundle(context.region, context.account, physical)
        zones = _zones(props)
        for record in validation.validation_records(certificate):
            self._tell(context, record, "PENDING_VALIDATION" if certificate.status != "ISSUED" else None)
            if zones and certificate.status != "ISSUED":
                self._write(context, record, _zone_of(record, zones))
        while certificate.status != "ISSUED":
            certificate.check()
            if certificate.status != "ISSUED":
                CLOCK.pause(max(10, 0.1 * CLOCK.speed), context.operation.cancel)

    @staticmethod
    def _tell(context, record, pending):
        if pending:
            context.say(f"Content of DNS Record is: {{Name: {record['Name']},Type: {record['Type']},Value: {record['Value']}}}")

    @staticmethod
    def _write(context, record, zone):
        change = {"Name": record["Name"], "Type": record["Type"], "TTL": 300, "ResourceRecords": [{"Value": record["Value"]}]}
        context.client("route53").change_resource_record_sets(
            HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": "UPSERT", "ResourceRecordSet": change}]}
        )

    def attributes(self, context, physical, props):
        return {"CertificateArn": physical, "Id": physical}

    def update(self, context, physical, old, new, changed):
        acm = context.client("acm")
        if "Tags" in changed:
            present = {t["Key"]: t.get("Value", "") for t in acm.list_tags_for_certificate(CertificateArn=physical)["Tags"]}
            retag(
                lambda t: acm.add_tags_to_certificate(CertificateArn=physical, Tags=[{"Key": k, "Value": v} for k, v in t.items()]),
                lambda keys: acm.remove_tags_from_certificate(CertificateArn=physical, Tags=[{"Key": k} for k in keys]),
                present, context.tags(new.get("Tags")),
            )

    def delete(self, context, physical, props, snapshot):
        """Removes the validation records it wrote, unless told to leave them as CloudFormation does:
        https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1603
        """
        try:
            certificate = validation.bundle(context.region, context.account, physical)
        except KeyError:
            return
        records = validation.validation_records(certificate)
        context.client("acm").delete_certificate(CertificateArn=physical)
        zones = _zones(props)
        for record in validation.no_longer_needed(context.account, records) if zones else ():
            self._remove(context, record, _zone_of(record, zones))

    @staticmethod
    def _remove(context, record, zone):
        route53 = context.client("route53")
        found = route53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
        for present in [r for r in found if r["Name"] == record["Name"] and r["Type"] == "CNAME"]:
            route53.change_resource_record_sets(
                HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": "DELETE", "ResourceRecordSet": present}]}
            )


def _zones(props: dict) -> dict:
    return {o["DomainName"]: o["HostedZoneId"] for o in props.get("DomainValidationOptions", []) if "HostedZoneId" in o}


def _zone_of(record: dict, zones: dict) -> str:
    domain = record["Name"].rstrip(".").split(".", 1)[1]
    return zones.get(domain) or zones.get(f"*.{domain}") or next(iter(zones.values()))
