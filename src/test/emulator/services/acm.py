"""ACM: a certificate is issued when its validation records can be looked up, as in AWS, and not after a while.

https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
"""

from .. import aws, dns

STAYING = []  # not empty: what the control API was told, that validation records stay behind


def install() -> None:
    from moto.acm.models import CertBundle

    original = CertBundle.check

    def check(self):
        if self.type == "AMAZON_ISSUED" and self.status == "PENDING_VALIDATION" and validated(self):
            self.status = "ISSUED"
        return original(self)

    CertBundle.check = check


def validation_records(certificate) -> list:
    """The CNAME records that a certificate waits for, one per name without its wildcard."""
    options = certificate.describe()["Certificate"].get("DomainValidationOptions", [])
    found = {o["ResourceRecord"]["Name"]: o["ResourceRecord"] for o in options}
    return list(found.values())


def validated(certificate) -> bool:
    records = validation_records(certificate)
    return bool(records) and all(dns.has_value(r["Name"], "CNAME", r["Value"]) for r in records)


def no_longer_needed(account: str, records: list) -> list:
    """The records no certificate of the account waits for: those for one domain share theirs in all regions."""
    if STAYING:
        return []
    from moto.acm.models import acm_backends

    needed = {r["Name"] for region in acm_backends[account].values() for c in region._certificates.values() for r in validation_records(c)}
    return [r for r in records if r["Name"] not in needed]


def bundle(region: str, account: str, arn: str):
    return aws.backend("acm", region, account)._certificates[arn]
