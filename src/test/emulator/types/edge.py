"""Load balancers, target groups, listeners."""

from . import Handler, Refused, retag


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
