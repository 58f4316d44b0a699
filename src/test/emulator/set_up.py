#!/usr/bin/env python3
"""Makes a virtual environment with what the emulator needs; of several that ask at once, one does it and the others wait.

    set_up.py VENV REQUIREMENTS
"""
import fcntl
import subprocess
import sys
from pathlib import Path

VENV, REQUIREMENTS = map(Path, sys.argv[1:3])
COMPLETE = VENV / "complete"


def run(*command):
    status = subprocess.run(list(map(str, command))).returncode
    if status:
        raise SystemExit(status)


VENV.parent.mkdir(parents=True, exist_ok=True)
with open(f"{VENV}.lock", "w") as lock:
    fcntl.flock(lock, fcntl.LOCK_EX)
    if not COMPLETE.exists():
        run(sys.executable, "-m", "venv", VENV)
        run(VENV / "bin" / "pip", "install", "--quiet", "-r", REQUIREMENTS)
        COMPLETE.touch()
