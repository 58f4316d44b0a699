"""What all self-tests share: one started emulator, clients of boto3, stacks that are waited for."""

import atexit
import json
import os
import socket
import struct
import subprocess
import sys
import time
import unittest
import urllib.request
from functools import lru_cache
from pathlib import Path

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

REGION = "eu-central-1"
SETTLED = ("COMPLETE", "FAILED")


class Emulator:
    """One emulator process for all tests, started by the first; a pipe to its stdin ends it with us."""

    process = None

    def start(self):
        if self.process:
            return
        log = os.environ.get("EMULATOR_LOG", str(HERE.parents[2] / "target" / "emulator-selftest.log"))
        Path(log).parent.mkdir(exist_ok=True)
        Path(log).unlink(missing_ok=True)
        command = [str(HERE / "start"), "--speed", "1200", "--until-stdin-closes", "--log", log]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ready = json.loads(self.process.stdout.readline())
        self.endpoint = self.ready["endpoint"]
        atexit.register(self.stop)

    def stop(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(10)

    @lru_cache(maxsize=None)
    def client(self, service, region=REGION):
        keys = {"aws_access_key_id": "AKIAIOSFODNN7EXAMPLE", "aws_secret_access_key": "x"}
        return boto3.client(service, region_name=region, endpoint_url=self.endpoint, config=Config(retries={"max_attempts": 1}), **keys)

    def control(self, method, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(f"{self.endpoint}/_ess/{path}", data=data, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def look_up(self, name, number=1):
        """(rcode, [(name, type, rdata)], number of authority records) from the DNS responder."""
        host, port = self.ready["dns"].split(":")
        question = b"".join(bytes([len(p)]) + p.encode() for p in name.split(".")) + b"\0" + struct.pack("!2H", number, 1)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
            s.settimeout(5)
            s.sendto(struct.pack("!6H", 7, 0x0100, 1, 0, 0, 0) + question, (host, int(port)))
            return parse(s.recv(4096), len(question))


def parse(data, skip):
    _, flags, _, answers, authority, _ = struct.unpack("!6H", data[:12])
    at, found = 12 + skip, []
    for _ in range(answers):
        name, at = name_at(data, at)
        kind, _, _, length = struct.unpack("!HHIH", data[at:at + 10])
        rdata = data[at + 10:at + 10 + length]
        found.append((name, kind, ".".join(map(str, rdata)) if kind == 1 else name_at(rdata, 0)[0] if kind == 5 else rdata))
        at += 10 + length
    return flags & 15, found, authority


def name_at(data, at):
    parts = []
    while data[at]:
        parts.append(data[at + 1:at + 1 + data[at]].decode())
        at += 1 + data[at]
    return ".".join(parts), at + 1


EMULATOR = Emulator()


class Case(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        EMULATOR.start()

    def setUp(self):
        EMULATOR.control("POST", "reset", {})
        self.cfn = EMULATOR.client("cloudformation")
        self.count = 0

    def aws(self, service, region=REGION):
        return EMULATOR.client(service, region)

    def change_set(self, stack, body, kind="CREATE", parameters=None, **more):
        self.count += 1
        name = f"c{self.count}"
        given = [{"ParameterKey": k, "ParameterValue": v} for k, v in (parameters or {}).items()]
        more.setdefault("Capabilities", ["CAPABILITY_NAMED_IAM"])
        self.cfn.create_change_set(StackName=stack, ChangeSetName=name, ChangeSetType=kind, TemplateBody=body, Parameters=given, **more)
        while True:
            found = self.cfn.describe_change_set(StackName=stack, ChangeSetName=name)
            if found["Status"] in ("CREATE_COMPLETE", "FAILED"):
                return found
            time.sleep(0.02)

    def execute(self, change_set, wanted, **more):
        stack = change_set["StackId"]
        self.cfn.execute_change_set(ChangeSetName=change_set["ChangeSetId"], **more)
        return self.wait(stack, wanted)

    def wait(self, stack, wanted, seconds=60):
        deadline = time.time() + seconds
        while time.time() < deadline:
            found = self.cfn.describe_stacks(StackName=stack)["Stacks"][0]
            if found["StackStatus"].endswith(SETTLED) and not found["StackStatus"].endswith("IN_PROGRESS"):
                break
            time.sleep(0.05)
        if found["StackStatus"] != wanted:
            self.fail(f"{found['StackStatus']} instead of {wanted}: {found.get('StackStatusReason')}\n" + "\n".join(self.reasons(stack)))
        return {o["OutputKey"]: o["OutputValue"] for o in found.get("Outputs", [])}

    def events(self, stack):
        pages = self.cfn.get_paginator("describe_stack_events").paginate(StackName=stack)
        return [e for page in pages for e in page["StackEvents"]]

    def reasons(self, stack):
        return [f"{e['LogicalResourceId']} {e['ResourceStatus']} {e.get('ResourceStatusReason')}" for e in self.events(stack) if "FAILED" in e["ResourceStatus"]]

    def create(self, stack, body, parameters=None, wanted="CREATE_COMPLETE", disable=False, **more):
        return self.execute(self.change_set(stack, body, "CREATE", parameters, **more), wanted, DisableRollback=disable)

    def update(self, stack, body, parameters=None, wanted="UPDATE_COMPLETE", tags=(), **more):
        return self.execute(self.change_set(stack, body, "UPDATE", parameters, Tags=list(tags)), wanted, **more)

    def delete(self, stack, wanted="DELETE_COMPLETE"):
        ident = self.cfn.describe_stacks(StackName=stack)["Stacks"][0]["StackId"]
        self.cfn.delete_stack(StackName=stack)
        self.wait(ident, wanted)

    def refused(self, code, part, call, *args, **kwargs):
        with self.assertRaises(ClientError) as caught:
            call(*args, **kwargs)
        error = caught.exception.response["Error"]
        self.assertEqual(code, error["Code"], error)
        self.assertIn(part, error["Message"])
        return error

    def state(self):
        return EMULATOR.control("GET", f"state?region={REGION}")["regions"][REGION]
