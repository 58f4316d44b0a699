"""A DNS server on loopback that answers from moto's Route 53 zones, from records set by hand and for AWS's own names.

Wire format: RFC 1035. Wildcards: RFC 4592, simplified to the closest encloser. Negative answers: RFC 2308.
"""

import ipaddress
import socket
import socketserver
import struct
import threading
from dataclasses import dataclass

from . import aws, dns_names, dns_weights

TYPES = {"A": 1, "NS": 2, "CNAME": 5, "SOA": 6, "PTR": 12, "MX": 15, "TXT": 16, "AAAA": 28, "SRV": 33, "CAA": 257}
NAMES = {number: name for name, number in TYPES.items()}
NOERROR, FORMERR, SERVFAIL, NXDOMAIN, REFUSED = 0, 1, 2, 3, 5


@dataclass
class Record:
    name: str
    type: str
    ttl: int
    values: list


EXTERNAL: dict[tuple, Record] = {}


def normal(name: str) -> str:
    return name.replace("\\052", "*").rstrip(".").lower()


def set_external(name: str, type_name: str, values: list, ttl: int = 60) -> None:
    """A record that is not in Route 53, as if another provider had it."""
    EXTERNAL[(normal(name), type_name.upper())] = Record(normal(name), type_name.upper(), ttl, list(values))


def remove_external(name: str, type_name: str | None) -> None:
    for key in [k for k in EXTERNAL if k[0] == normal(name) and type_name in (None, k[1])]:
        del EXTERNAL[key]


class Zone:
    """The records of one Route 53 zone, or the made-up zone that holds a record set by hand.

    `sets` holds for each (name, type) what stands for it; which of them answers is decided when it is asked for.
    """

    def __init__(self, apex: str, sets: dict):
        self.apex, self.sets = apex, sets
        self.names = {name for name, _ in sets}

    def exists(self, name: str) -> bool:
        """A name exists when it, or something below it, has records (an empty non-terminal counts)."""
        return name in self.names or any(n.endswith("." + name) for n in self.names)

    def source(self, name: str) -> str | None:
        """Where the records for a name come from: itself, a wildcard, or None for NXDOMAIN."""
        if self.exists(name):
            return name
        parent = name
        while "." in parent and parent != self.apex:
            parent = parent.split(".", 1)[1]
            if self.exists(parent) or parent == self.apex:
                return f"*.{parent}" if f"*.{parent}" in self.names else None
        return None

    def at(self, source: str, type_name: str) -> list:
        group = self.sets.get((source, type_name), [])
        return group if not group or isinstance(group[0], Record) else [_record(r) for r in dns_weights.chosen(group)]

    def soa(self) -> list:
        found = self.at(self.apex, "SOA")
        if not found:
            return []
        minimum = int(found[0].values[0].split()[-1])
        return [Record(self.apex, "SOA", min(found[0].ttl, minimum), found[0].values)]


def _zones() -> list:
    """The public zones; private ones answer inside their VPCs only."""
    from moto.route53.models import route53_backends

    zones = []
    for account in list(route53_backends.values()):
        for backend in list(account.values()):
            for zone in list(backend.zones.values()):
                if not zone.private_zone:
                    zones.append(Zone(normal(zone.name), _sets(zone.rrsets)))
    return zones


def _sets(rrsets: list) -> dict:
    groups: dict = {}
    for rrset in list(rrsets):
        groups.setdefault((normal(rrset.name), rrset.type), []).append(rrset)
    return groups


def _record(rrset) -> Record:
    values = [v["Value"] if isinstance(v, dict) else v for v in rrset.records or []]
    if rrset.alias_target:
        values = [Alias(normal(rrset.alias_target["DNSName"]))]
    return Record(normal(rrset.name), rrset.type, int(rrset.ttl or 60), values)


class Alias(str):
    """The target of an alias record."""


def resolve(name: str, type_name: str) -> tuple:
    """(rcode, answer records, authority records); CNAME chains are followed and included."""
    with aws.LOCK:
        zones = _zones()
        return _resolve(normal(name), type_name, zones, 0)


def _resolve(name: str, type_name: str, zones: list, depth: int) -> tuple:
    if depth > 8:
        return SERVFAIL, [], []
    zone = _zone_for(name, zones)
    if zone is None:
        return _amazon(name, type_name)
    source = zone.source(name)
    if source is None:
        return NXDOMAIN, [], zone.soa()
    found = zone.at(source, type_name)
    if found:
        return NOERROR, _expanded(name, type_name, found, zones, depth), []
    for record in zone.at(source, "CNAME"):
        rcode, rest, authority = _resolve(normal(record.values[0]), type_name, zones, depth + 1)
        return rcode, [Record(name, "CNAME", record.ttl, record.values)] + rest, authority
    return NOERROR, [], zone.soa()


def _expanded(name, type_name, records, zones, depth) -> list:
    result = []
    for record in records:
        if record.values and isinstance(record.values[0], Alias):
            _, answers, _ = _resolve(str(record.values[0]), type_name, zones, depth + 1)
            result += [Record(name, type_name, 60, r.values) for r in answers if r.type == type_name]
        else:
            result.append(Record(name, type_name, record.ttl, record.values))
    return result


def _zone_for(name: str, zones: list) -> Zone | None:
    """A record set by hand, as a provider elsewhere would, decides for its name, wildcards included; the names above it stay
    those of the zone that has them."""
    elsewhere = Zone("", {(r.name, r.type): [r] for r in EXTERNAL.values()})
    if name in elsewhere.names or _under_wildcard(name, elsewhere):
        return elsewhere
    fitting = [z for z in zones if name == z.apex or name.endswith("." + z.apex)]
    closest = max(fitting, key=lambda z: len(z.apex), default=None)
    known = closest is not None and closest.source(name) is not None
    return elsewhere if elsewhere.exists(name) and not known else closest


def _under_wildcard(name: str, zone: Zone) -> bool:
    source = zone.source(name)
    return source is not None and source.startswith("*.")


def _amazon(name: str, type_name: str) -> tuple:
    """Names that AWS itself serves: load balancers, databases, brokers."""
    addresses = dns_names.addresses(name)
    if addresses is None:
        return NXDOMAIN, [], []
    if type_name != "A" or not addresses:
        return NOERROR, [], []
    return NOERROR, [Record(name, "A", 60, addresses)], []


def alias_target(name: str) -> tuple:
    """(the hosted zone that an alias to a name of AWS's has to give, or None where any will do; whether the name exists)"""
    return dns_names.hosted_zone(name), ".elb." not in name and not name.endswith(dns_names.GLOBAL) or dns_names.addresses(name) is not None


def has_value(name: str, type_name: str, value: str) -> bool:
    """Whether a look-up of the name shows this value (used by certificate validation)."""
    _, answers, _ = resolve(name, type_name)
    return any(normal(v) == normal(value) for r in answers if r.type == type_name for v in r.values)


# -- wire ----------------------------------------------------------------------------------------------------------------


def _labels(name: str) -> bytes:
    encoded = b"".join(bytes([len(p)]) + p.encode() for p in name.rstrip(".").split(".") if p)
    return encoded + b"\0"


def _read_name(data: bytes, at: int) -> tuple:
    parts = []
    while data[at]:
        length = data[at]
        parts.append(data[at + 1:at + 1 + length].decode("ascii", "replace"))
        at += 1 + length
    return ".".join(parts), at + 1


def _rdata(type_name: str, value: str) -> bytes:
    if type_name in ("A", "AAAA"):
        return ipaddress.ip_address(value).packed
    if type_name in ("CNAME", "NS", "PTR"):
        return _labels(value)
    if type_name == "SOA":
        primary, contact, *numbers = value.split()
        return _labels(primary) + _labels(contact) + struct.pack("!5I", *map(int, numbers))
    if type_name == "MX":
        preference, host = value.split()
        return struct.pack("!H", int(preference)) + _labels(host)
    if type_name == "CAA":
        flags, tag, text = value.split(None, 2)
        return bytes([int(flags), len(tag)]) + tag.encode() + text.strip('"').encode()
    texts = [t for t in value.strip('"').split('" "')]
    return b"".join(bytes([len(t)]) + t.encode() for t in texts)


def _encode(records: list) -> tuple:
    count, out = 0, b""
    for record in records:
        for value in record.values:
            data = _rdata(record.type, str(value))
            out += _labels(record.name) + struct.pack("!HHIH", TYPES[record.type], 1, record.ttl, len(data)) + data
            count += 1
    return count, out


def respond(query: bytes, limit: int | None = None) -> bytes:
    """The answer to one query message; truncated (TC) when it would not fit `limit` bytes."""
    ident, flags, questions = struct.unpack("!3H", query[:6])
    name, end = _read_name(query, 12)
    question = query[12:end + 4]
    (number,) = struct.unpack("!H", query[end:end + 2])
    try:
        rcode, answers, authority = resolve(name, NAMES.get(number, f"TYPE{number}"))
        if "." not in name.rstrip("."):
            rcode = REFUSED
        parts = [_encode(answers), _encode(authority)]
    except Exception:
        rcode, parts = SERVFAIL, [(0, b""), (0, b"")]
    head = 0x8400 | (flags & 0x0100) | 0x0080 | rcode
    body = parts[0][1] + parts[1][1]
    counts = (parts[0][0], parts[1][0])
    if limit and 12 + len(question) + len(body) > limit:
        head, body, counts = head | 0x0200, b"", (0, 0)
    return struct.pack("!6H", ident, head, 1, *counts, 0) + question + body


class _Udp(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        if len(data) > 12:
            sock.sendto(respond(data, 1232), self.client_address)


class _Tcp(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(5)
        try:
            while head := self.request.recv(2):
                (length,) = struct.unpack("!H", head)
                data = b""
                while len(data) < length:
                    data += self.request.recv(length - len(data))
                answer = respond(data)
                self.request.sendall(struct.pack("!H", len(answer)) + answer)
        except OSError:
            pass


class _UdpServer(socketserver.ThreadingUDPServer):
    daemon_threads = True


class _TcpServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


def serve(host: str = "127.0.0.1") -> int:
    """Start answering on UDP and TCP of one free port; returns the port."""
    for _ in range(50):
        udp = _UdpServer((host, 0), _Udp)
        port = udp.server_address[1]
        try:
            tcp = _TcpServer((host, port), _Tcp)
        except OSError:
            udp.server_close()
            continue
        for server in (udp, tcp):
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.5}, daemon=True).start()
        return port
    raise OSError(socket.EADDRINUSE, "no port is free for UDP and TCP alike")
