#!/usr/bin/env python3
"""Measures the program on the emulator, and a rehearsal over its longest chain. Prints a table and JSON.

    src/test/bench/measure.py [--speed N] [--json FILE]

Runs install, install again, verify and destroy as processes of their own, one after the other, against a fresh emulator on
loopback. An emulator measures the program, not AWS: the compressed creation times of the resources are part of the wall time
of install and destroy, and are named beside it.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = ROOT / "installer" / "ess-ha"
REGION, DOMAIN = "eu-central-1", "ess.example.com"


def environment(home):
    """Nothing of the caller's AWS set-up comes in; credentials are dummies."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
    return kept | {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "XDG_STATE_HOME": home,
    }


class Emulator:
    def __init__(self, speed):
        command = [ROOT / "src/test/emulator/start", "--speed", str(speed), "--until-stdin-closes"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            sys.exit("measure: the emulator did not start; what it said is above")
        self.facts = json.loads(line)
        self.endpoint = self.facts["endpoint"]

    def post(self, path, body=None):
        data = json.dumps(body or {}).encode()
        headers = {"Content-Type": "application/json"}
        urllib.request.urlopen(urllib.request.Request(self.endpoint + path, data, headers, method="POST")).read()

    def requests(self):
        counts = json.load(urllib.request.urlopen(self.endpoint + "/_ess/requests"))
        counts = counts.get("requests", counts)
        return sum(v for v in counts.values() if isinstance(v, int))

    def cpu(self):
        fields = Path(f"/proc/{self.facts['pid']}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def timed(arguments, env, expected):
    """Wall time, CPU time and peak resident memory of one run of the program."""
    start = time.monotonic()
    process = subprocess.Popen([PROGRAM, *arguments], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out = process.stdout.read()
    err = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in expected:
        sys.exit(f"measure: ess-ha {' '.join(map(str, arguments))} ended with {code}\n{out.decode()}\n{err.decode()}")
    return {
        "wall_s": round(time.monotonic() - start, 2),
        "cpu_s": round(usage.ru_utime + usage.ru_stime, 2),
        "peak_mib": round(usage.ru_maxrss / 1024, 1),
    }, out.decode()


def hosted_zone(emulator, env):
    """A public zone for the domain's parent, made by another client."""
    script = (
        "import boto3,sys;boto3.client('route53',endpoint_url=sys.argv[1],region_name='us-east-1')"
        ".create_hosted_zone(Name='example.com',CallerReference='measure')"
    )
    python = os.environ.get("PYTHON", "python3")
    subprocess.run([python, "-c", script, emulator.endpoint], env=env, check=True, stdout=subprocess.DEVNULL)


def on_emulator(speed, folder):
    env = environment(folder)
    plan = Path(folder) / "plan.yaml"
    text = subprocess.run(
        [PROGRAM, "new", "--preset", "proof-of-concept", "--region", REGION, "--domain", DOMAIN],
        env=env, check=True, capture_output=True, text=True,
    ).stdout
    plan.write_text(text)
    emulator = Emulator(speed)
    try:
        hosted_zone(emulator, env)
        place = ["--endpoint-url", emulator.endpoint, "--dns-server", emulator.facts["dns"], "--json"]
        phases = {
            "install": (["install", plan, "--yes", *place], {0}),
            "install again": (["install", plan, "--yes", *place], {0}),
            "plan": (["plan", plan, *place], {0}),
            "verify": (["verify", plan, *place], {0}),
            "destroy": (["destroy", plan, "--yes", *place], {0}),
        }
        return {name: measured(emulator, env, *phase) for name, phase in phases.items()}
    finally:
        emulator.close()


def measured(emulator, env, arguments, expected):
    emulator.post("/_ess/requests/reset")
    cpu = emulator.cpu()
    figures, _ = timed(arguments, env, expected)
    return figures | {"requests": emulator.requests(), "emulator_cpu_s": round(emulator.cpu() - cpu, 2)}


def rehearsal(speed, folder):
    """How long a rehearsed install takes over its longest chain, in the rehearsed account's own time."""
    env = environment(folder)
    plan = Path(folder) / "plan.yaml"
    arguments = ["install", plan, "--rehearse", "--speed", str(speed), "--json"]
    figures, out = timed(arguments, env, {0})
    events = [json.loads(line) for line in out.splitlines() if line.startswith('{"event"')]
    finished = next(e for e in events if e["event"] == "run-finished")
    stages = next(e for e in events if e["event"] == "run-started")["stages"]
    ends = {}
    for stage in stages:
        ends[stage["stage"]] = max((ends[a] for a in stage["after"]), default=0) + stage["expected"]
    chain = max(ends.values())
    return figures | {"speed": speed, "took_s": finished["took"], "longest_chain_s": chain, "over": round(finished["took"] / chain, 4)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--speed", type=float, default=1000, help="of the emulator's clock")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    options = parser.parse_args()
    subprocess.run([PROGRAM, "--version"], check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as folder:
        figures = {"emulator_speed": options.speed, "phases": on_emulator(options.speed, folder)}
        figures["rehearsal"] = []
        for speed in (60, 600):
            state = Path(folder) / str(speed)
            state.mkdir()
            (state / "plan.yaml").write_text((Path(folder) / "plan.yaml").read_text())
            figures["rehearsal"].append(rehearsal(speed, str(state)))
    print(f"{'':16}{'wall s':>9}{'CPU s':>9}{'peak MiB':>10}{'requests':>10}{'emulator CPU s':>16}")
    for name, f in figures["phases"].items():
        print(f"{name:16}{f['wall_s']:9}{f['cpu_s']:9}{f['peak_mib']:10}{f['requests']:10}{f['emulator_cpu_s']:16}")
    for f in figures["rehearsal"]:
        print(f"rehearsal at {f['speed']} times: {f['took_s']:.0f} s of its own time over a longest chain of {f['longest_chain_s']:.0f} s: {f['over']:.3f}; {f['wall_s']} s of ours, {f['cpu_s']} s of CPU")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")


main()
