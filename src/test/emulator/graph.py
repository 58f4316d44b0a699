"""Running work in dependency order, as much at the same time as the order allows."""

import threading
from typing import Callable


def run(waits_for: dict, work: Callable[[str], bool], cancel: threading.Event, stop_at_failure: bool) -> set:
    """Call work(name) for each name once all it waits for are done; returns the names not done.

    A failure keeps what waits for it from starting. With `stop_at_failure` it also sets `cancel`, which ends what is in
    flight; without, independent paths go on:
    https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stack-failure-options.html
    """
    done, failed, running = set(), set(), set()
    change = threading.Condition()

    def one(name):
        ok = work(name)
        with change:
            running.discard(name)
            (done if ok else failed).add(name)
            if not ok and stop_at_failure:
                cancel.set()
            change.notify()

    with change:
        while True:
            if not cancel.is_set():
                for name, wanted in waits_for.items():
                    if name not in done | failed | running and wanted <= done:
                        running.add(name)
                        threading.Thread(target=one, args=(name,), daemon=True).start()
            if not running:
                return set(waits_for) - done
            change.wait()


def reverse(waits_for: dict) -> dict:
    """The order for taking down: a thing waits for all that needed it."""
    return {name: {other for other, wanted in waits_for.items() if name in wanted} for name in waits_for}
