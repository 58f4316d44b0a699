"""Runs aws commands for bin/aws: ready_aws.py SOCKET. Ends when its standard input does.

A command takes most of a second to load what it is made of. Here that is loaded once, and each call is a fork with the
caller's arguments, environment, folder and standard streams. Apart from that, and the pause between two looks (the
emulator's stacks stand within a second, not 30), it is the command as installed.
"""
import functools
import gc
import json
import os
import select
import signal
import socket
import sys
import traceback

from awscli.clidriver import create_clidriver, main
from botocore.loaders import JSONFileLoader, Loader
from botocore.waiter import Waiter

wait = Waiter.wait
SERVICES = ("cloudformation", "route53")


def wait_briefly(self, **arguments):
    return wait(self, **{**arguments, "WaiterConfig": {"Delay": 0.5, "MaxAttempts": 1200}})


def load_ahead():
    """Reads what each call would read anew: which services there are, in two thousand folders, and the models of some."""
    known = functools.cache(JSONFileLoader().load_file)
    JSONFileLoader.load_file = lambda _, path: known(path)
    list_services = Loader.list_available_services
    listed = {}

    def list_available_services(loader, type_name):
        asked = (type_name, *loader.search_paths)
        if asked not in listed:
            listed[asked] = list_services(loader, type_name)
        return listed[asked]

    Loader.list_available_services = list_available_services
    session = create_clidriver().session
    for service in SERVICES:
        session.create_client(service, region_name="us-east-1", aws_access_key_id="none", aws_secret_access_key="none")
        session.get_waiter_model(service)
        session.get_paginator_model(service)
    gc.freeze()  # all of this stays, so that no call has to look through it for garbage


def received(connection):
    length, streams, _, _ = socket.recv_fds(connection, 4, 3)
    call = connection.recv(int.from_bytes(length, "big"), socket.MSG_WAITALL)
    return json.loads(call), streams


def run(connection):
    """In a process of its own: becomes the caller, and tells it how the command ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    call, streams = received(connection)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(call["folder"])
    models = os.environ["AWS_DATA_PATH"]  # which the command sets while it loads
    os.environ.clear()
    os.environ.update(call["environment"], AWS_DATA_PATH=models)
    sys.argv = call["arguments"]
    status = ended()
    sys.stdout.flush()
    sys.stderr.flush()
    connection.send(bytes([status]))


def ended():
    try:
        return main()
    except SystemExit as end:
        return end.code or 0


def serve(path):
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(path)
        listener.listen()
        print("ready", flush=True)
        while sys.stdin not in select.select([listener, sys.stdin], [], [])[0]:
            connection, _ = listener.accept()
            if os.fork() == 0:
                try:
                    run(connection)
                except BaseException:
                    traceback.print_exc()
                finally:
                    os._exit(0)
            connection.close()


Waiter.wait = wait_briefly
load_ahead()
serve(sys.argv[1])
