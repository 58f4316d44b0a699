#!/usr/bin/env python3
"""Runs a command and writes what it took as JSON: timed.py FILE COMMAND...

Elapsed seconds; CPU seconds of the process and of those that it waited for; the resident memory of the largest of them at its
peak. Java cannot ask this of a process that has ended.
"""
import json
import os
import sys
import time

file, *command = sys.argv[1:]
start = time.monotonic()
pid = os.posix_spawnp(command[0], command, os.environ)
_, status, usage = os.wait4(pid, 0)
wall = time.monotonic() - start
unit = 1 if sys.platform == "darwin" else 1024
with open(file, "w") as out:
    json.dump({
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * unit,
        "status": os.waitstatus_to_exitcode(status),
    }, out)
