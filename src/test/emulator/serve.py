"""Starts the emulator: `python3 -m emulator.serve`; see the script `start` beside this file."""

import argparse
import gc
import json
import os
import signal
import sys
import threading
from pathlib import Path


def arguments(argv=None):
    parser = argparse.ArgumentParser(prog="start", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port of the AWS endpoint; 0 = any free one")
    parser.add_argument("--speed", type=float, default=60.0, help="how many times faster than AWS resources come up")
    parser.add_argument("--account", help="account id of every request; otherwise moto derives it from the credentials")
    parser.add_argument("--log", help="file for what would be printed; otherwise stderr")
    parser.add_argument("--until-stdin-closes", action="store_true", help="end when standard input reaches its end")
    return parser.parse_args(argv)


def prepare_environment(options) -> None:
    """moto reads its settings from the environment, some of them while it is imported."""
    for name in [n for n in os.environ if n.startswith("AWS_")]:
        del os.environ[name]
    os.environ["AWS_EC2_METADATA_DISABLED"] = "true"
    os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
    # moto makes a volume and a snapshot for each image it knows, in each region, whenever the account is emptied.
    os.environ.setdefault("MOTO_AMIS_PATH", str(Path(__file__).with_name("images.json")))
    os.environ.setdefault("MOTO_ACM_VALIDATION_WAIT", "1000000000")  # only DNS validates, see services/acm.py
    if options.account:
        os.environ["MOTO_ACCOUNT_ID"] = options.account


def main() -> None:
    options = arguments()
    prepare_environment(options)
    out = os.fdopen(os.dup(1), "w")  # the one line of JSON; whatever else prints goes to the log
    log = os.open(options.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND) if options.log else os.dup(2)
    os.dup2(log, 1)
    os.dup2(log, 2)
    gc.disable()  # nothing of what is loaded now ever becomes garbage
    server, dns_port = build(options)
    _collect_seldom()
    port = server.server_address[1]
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    if options.until_stdin_closes:
        threading.Thread(target=lambda: (_drain(sys.stdin.buffer), stop.set()), daemon=True).start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ready = {"endpoint": f"http://127.0.0.1:{port}", "dns": f"127.0.0.1:{dns_port}", "pid": os.getpid(), "speed": options.speed,
             "python": sys.executable}
    print(json.dumps(ready), file=out, flush=True)
    stop.wait()
    os._exit(0)  # stacks in progress have threads of their own; nothing here is worth waiting for


def _collect_seldom() -> None:
    """Modules and models are half a million objects that stay; a collection would look at each of them."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    gc.enable()


def _drain(stream) -> None:
    while stream.read(4096):
        pass


def build(options):
    """The WSGI server (not yet serving) and the port DNS is answered on."""
    from functools import lru_cache

    from . import frugal

    frugal.install()

    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import make_server

    from . import control, dns, wire
    from .clock import CLOCK
    from .line import Line

    CLOCK.speed = options.speed
    wire.install()
    dispatcher = DomainDispatcherApplication(create_backend_app)
    # moto lists its own folders for each request to find out whose host it is; that does not change.
    dispatcher.get_backend_for_host = lru_cache(maxsize=None)(dispatcher.get_backend_for_host)
    moto = wire.serialised(dispatcher)

    def app(environ, start_response):
        ours = environ["PATH_INFO"].startswith(control.PREFIX)
        return (control.application if ours else moto)(environ, start_response)

    Line.logs = bool(options.log)
    server = make_server("127.0.0.1", options.port, app, threaded=True, request_handler=Line)
    server.daemon_threads = True
    return server, dns.serve()


if __name__ == "__main__":
    main()
