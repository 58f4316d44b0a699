"""Service quotas that moto lacks, with AWS's default values: https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html"""

import json

from moto.servicequotas.exceptions import NoSuchResource
from moto.servicequotas.responses import ServiceQuotasResponse

QUOTAS = {
    "ec2": [("L-0263D0A3", "EC2-VPC Elastic IPs", 5), ("L-1216C47A", "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", 64)],
    "vpc": [
        ("L-F678F1CE", "VPCs per Region", 5), ("L-FE5A380F", "NAT gateways per Availability Zone", 5),
        ("L-A4707A72", "Internet gateways per Region", 5), ("L-1B52E74A", "Gateway VPC endpoints per Region", 20),
        ("L-29B6F2EB", "Interface VPC endpoints per VPC", 50), ("L-DF5E4CA3", "Network interfaces per Region", 5000),
        ("L-407747CB", "Subnets per VPC", 200), ("L-E79EC296", "VPC security groups per Region", 2500),
        ("L-0EA8095F", "Inbound or outbound rules per security group", 60), ("L-589F43AA", "Route tables per VPC", 200),
    ],
    "elasticloadbalancing": [
        ("L-69A177A2", "Network Load Balancers per Region", 50), ("L-B22855CB", "Target Groups per Region", 3000),
        ("L-57A373D6", "Listeners per Network Load Balancer", 50),
    ],
    "rds": [
        ("L-7B6409FD", "DB instances", 40), ("L-952B80B8", "DB clusters", 40), ("L-7ADDB58A", "Total storage for all DB instances", 100000),
        ("L-48C6BF61", "DB subnet groups", 50), ("L-E4C808A8", "DB cluster parameter groups", 50), ("L-DE55804A", "Parameter groups", 50),
    ],
    "eks": [("L-1194D53C", "Clusters", 100), ("L-6D54EA21", "Managed node groups per cluster", 30)],
    "kafka": [("L-4F9CDE38", "Number of brokers per account", 90)],
    "s3": [("L-DC2B2D3D", "General purpose buckets", 10000)],
    "kms": [("L-C2F1777E", "Customer Master Keys (CMKs)", 100000)],
    "route53": [("L-4EA4796A", "Hosted zones", 500), ("L-ACB674F3", "Health checks", 200)],
    "acm": [("L-F141DD1D", "ACM certificates", 2500)],
    "cloudfront": [("L-24B04930", "Web distributions per AWS account", 200)],
}
# known in one region only: https://docs.aws.amazon.com/servicequotas/latest/userguide/reference_limits.html
HOMES = {"cloudfront": "us-east-1", "route53": "us-east-1"}
SET: dict[tuple, float] = {}  # (service, code) -> the value that the control API gave


class Api(ServiceQuotasResponse):
    def _quotas(self, service: str) -> list:
        known = {code: (name, value) for code, name, value in QUOTAS.get(service, ())}
        known |= {code: (known.get(code, (code,))[0], value) for (of, code), value in SET.items() if of == service}
        if not known or self.region != HOMES.get(service, self.region):
            raise NoSuchResource
        return [
            {
                "ServiceCode": service, "ServiceName": service, "QuotaCode": code, "QuotaName": name, "Value": float(value),
                "QuotaArn": f"arn:{self.partition}:servicequotas:{self.region}:{self.current_account}:{service}/{code}",
                "Unit": "None", "Adjustable": True, "GlobalQuota": service in HOMES,
            }
            for code, (name, value) in known.items()
        ]

    def _listed(self) -> str:
        return json.dumps({"Quotas": self._quotas(json.loads(self.body)["ServiceCode"])})

    def list_service_quotas(self) -> str:
        return self._listed()

    def list_aws_default_service_quotas(self) -> str:
        return self._listed()

    def get_service_quota(self) -> str:
        wanted = json.loads(self.body)
        for quota in self._quotas(wanted["ServiceCode"]):
            if quota["QuotaCode"] == wanted["QuotaCode"]:
                return json.dumps({"Quota": quota})
        raise NoSuchResource

    def get_aws_default_service_quota(self) -> str:
        return self.get_service_quota()

    def list_services(self) -> str:
        return json.dumps({"Services": [{"ServiceCode": s, "ServiceName": s} for s in QUOTAS]})
