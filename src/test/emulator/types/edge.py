"""Load balancers, target groups, listeners, certificates."""

from ..clock import CLOCK
from ..services import acm as validation
from . import Handler, retag


class Elb(Handler):
    def update(self, context, physical, old, new, changed):
        elb = context.client("elbv2")
        if "Tags" in changed:
            found = elb.describe_tags(ResourceArns=[physical])["TagDescriptions"]
            present = {t["Key"]: t["Value"] for d in found for t in d["Tags"]}
            retag(
                lambda t: elb.add_tags(ResourceArns=[physical], Tags=[{"Key": k, "Value": v} for k, v in t.items()]),
                lambda keys: elb.remove_tags(ResourceArns=[physical], TagKeys=keys), present, context.tags(new.get("Tags")),
            )
        if changed - {"Tags"}:
            self.change(elb, physical, old, new, changed - {"Tags"})

    def change(self, elb, physical, old, new, changed):
        raise NotImplementedError


class LoadBalancer(Elb):
    type = "AWS::ElasticLoadBalancingV2::LoadBalancer"
    handles = (
        "Name", "Type", "Scheme", "Subnets", "SubnetMappings", "SecurityGroups", "IpAddressType", "LoadBalancerAttributes", "Tags",
    )
    ignores = {"EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic": "no traffic flows here"}

    def create(self, context, props):
        elb = context.client("elbv2")
        asked = {k: props[k] for k in ("Type", "Scheme", "Subnets", "SubnetMappings", "SecurityGroups", "IpAddressType") if k in props}
        tags = context.tag_list(props.get("Tags"))
        made = elb.create_load_balancer(Name=props.get("Name") or context.name(32), **asked, **({"Tags": tags} if tags else {}))
        arn = made["LoadBalancers"][0]["LoadBalancerArn"]
        self._attributes(elb, arn, props)
        context.backend("elbv2").load_balancers[arn].state = "provisioning"
        return arn

    def _attributes(self, elb, arn, props):
        if props.get("LoadBalancerAttributes"):
            elb.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=props["LoadBalancerAttributes"])

    def settle(self, context, physical, props):
        context.backend("elbv2").load_balancers[physical].state = "active"

    def attributes(self, context, physical, props):
        balancer = context.backend("elbv2").load_balancers[physical]
        return {
            "LoadBalancerArn": physical, "DNSName": balancer.dns_name, "CanonicalHostedZoneID": balancer.canonical_hosted_zone_id,
            "LoadBalancerName": balancer.name, "LoadBalancerFullName": physical.split(":loadbalancer/", 1)[1],
            "SecurityGroups": list(balancer.security_groups or []),
        }

    def change(self, elb, physical, old, new, changed):
        if "LoadBalancerAttributes" in changed:
            self._attributes(elb, physical, new)
        if "SecurityGroups" in changed:
            elb.set_security_groups(LoadBalancerArn=physical, SecurityGroups=new["SecurityGroups"])
        if changed & {"Subnets", "SubnetMappings"}:
            elb.set_subnets(LoadBalancerArn=physical, **{k: new[k] for k in ("Subnets", "SubnetMappings") if k in new})
        if "IpAddressType" in changed:
            elb.set_ip_address_type(LoadBalancerArn=physical, IpAddressType=new["IpAddressType"])

    def leaving(self, context, physical, props):
        from . import Refused

        balancer = context.backend("elbv2").load_balancers.get(physical)
        if balancer is not None and balancer.attrs.get("deletion_protection.enabled") == "true":
            raise Refused(f"Load balancer '{physical}' cannot be deleted because deletion protection is enabled (Service: ElasticLoadBalancingV2, Status Code: 400)")

    def delete(self, context, physical, props, snapshot):
        context.client("elbv2").delete_load_balancer(LoadBalancerArn=physical)


class TargetGroup(Elb):
    type = "AWS::ElasticLoadBalancingV2::TargetGroup"
    plain = (
        "Protocol", "ProtocolVersion", "Port", "VpcId", "TargetType", "IpAddressType", "HealthCheckEnabled", "HealthCheckIntervalSeconds",
        "HealthCheckPath", "HealthCheckPort", "HealthCheckProtocol", "HealthCheckTimeoutSeconds", "HealthyThresholdCount",
        "UnhealthyThresholdCount", "Matcher",
    )
    handles = (*plain, "Name", "TargetGroupAttributes", "Targets", "Tags")

    def create(self, context, props):
        elb, tags = context.client("elbv2"), context.tag_list(props.get("Tags"))
        asked = {k: props[k] for k in self.plain if k in props}
        made = elb.create_target_group(Name=props.get("Name") or context.name(32), **asked, **({"Tags": tags} if tags else {}))
        arn = made["TargetGroups"][0]["TargetGroupArn"]
        if props.get("TargetGroupAttributes"):
            elb.modify_target_group_attributes(TargetGroupArn=arn, Attributes=props["TargetGroupAttributes"])
        if props.get("Targets"):
            elb.register_targets(TargetGroupArn=arn, Targets=props["Targets"])
        return arn

    def attributes(self, context, physical, props):
        found = context.client("elbv2").describe_target_groups(TargetGroupArns=[physical])["TargetGroups"][0]
        return {
            "TargetGroupArn": physical, "TargetGroupName": found["TargetGroupName"], "LoadBalancerArns": found.get("LoadBalancerArns", []),
            "TargetGroupFullName": physical.split(":", 5)[5],
        }

    def change(self, elb, physical, old, new, changed):
        checks = {k: new[k] for k in self.plain if k in changed and k in new and k.startswith(("Health", "Unhealthy", "Matcher"))}
        if checks:
            elb.modify_target_group(TargetGroupArn=physical, **checks)
        if "TargetGroupAttributes" in changed:
            elb.modify_target_group_attributes(TargetGroupArn=physical, Attributes=new.get("TargetGroupAttributes", []))
        if "Targets" in changed:
            gone = [t for t in old.get("Targets", []) if t not in new.get("Targets", [])]
            if gone:
                elb.deregister_targets(TargetGroupArn=physical, Targets=gone)
            if new.get("Targets"):
                elb.register_targets(TargetGroupArn=physical, Targets=new["Targets"])

    def delete(self, context, physical, props, snapshot):
        context.client("elbv2").delete_target_group(TargetGroupArn=physical)


class Listener(Elb):
    type = "AWS::ElasticLoadBalancingV2::Listener"
    handles = ("LoadBalancerArn", "Port", "Protocol", "SslPolicy", "Certificates", "AlpnPolicy", "DefaultActions", "ListenerAttributes")

    def _asked(self, props):
        return {k: props[k] for k in ("Port", "Protocol", "SslPolicy", "Certificates", "AlpnPolicy", "DefaultActions") if k in props}

    def create(self, context, props):
        made = context.client("elbv2").create_listener(LoadBalancerArn=props["LoadBalancerArn"], **self._asked(props))
        arn = made["Listeners"][0]["ListenerArn"]
        if props.get("ListenerAttributes"):
            context.client("elbv2").modify_listener_attributes(ListenerArn=arn, Attributes=props["ListenerAttributes"])
        return arn

    def attributes(self, context, physical, props):
        return {"ListenerArn": physical}

    def change(self, elb, physical, old, new, changed):
        elb.modify_listener(ListenerArn=physical, **self._asked(new))

    def delete(self, context, physical, props, snapshot):
        context.client("elbv2").delete_listener(ListenerArn=physical)


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
        zones = {o["DomainName"]: o["HostedZoneId"] for o in props.get("DomainValidationOptions", []) if "HostedZoneId" in o}
        for record in validation.validation_records(certificate):
            self._tell(context, record, "PENDING_VALIDATION" if certificate.status != "ISSUED" else None)
            if zones and certificate.status != "ISSUED":
                self._write(context, record, self._zone_of(record, zones))
        while certificate.status != "ISSUED":
            certificate.check()
            if certificate.status != "ISSUED":
                CLOCK.pause(max(10, 0.1 * CLOCK.speed), context.operation.cancel)

    @staticmethod
    def _zone_of(record, zones):
        domain = record["Name"].rstrip(".").split(".", 1)[1]
        return zones.get(domain) or zones.get(f"*.{domain}") or next(iter(zones.values()))

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
        """CloudFormation removes the validation records it wrote."""
        try:
            certificate = validation.bundle(context.region, context.account, physical)
        except KeyError:
            return
        records = validation.validation_records(certificate)
        context.client("acm").delete_certificate(CertificateArn=physical)
        zones = {o["DomainName"]: o["HostedZoneId"] for o in props.get("DomainValidationOptions", []) if "HostedZoneId" in o}
        for record in records if zones else ():
            self._remove(context, record, self._zone_of(record, zones))

    @staticmethod
    def _remove(context, record, zone):
        route53 = context.client("route53")
        found = route53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
        for present in [r for r in found if r["Name"] == record["Name"] and r["Type"] == "CNAME"]:
            route53.change_resource_record_sets(
                HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": "DELETE", "ResourceRecordSet": present}]}
            )
