"""Time that runs faster: every wait of the emulator goes through here."""

import threading
import time
from datetime import datetime, timezone


class Cancelled(Exception):
    """The operation that was waiting has been told to stop."""


class Clock:
    """Divides the typical real durations by `speed`."""

    def __init__(self, speed: float = 60.0):
        self.speed = speed

    def pause(self, seconds: float, cancelled: threading.Event) -> None:
        """Wait for `seconds` of AWS time; raises Cancelled as soon as the event is set.

        Waits in slices, so that a change of speed takes effect in the middle of a long wait.
        """
        left = seconds
        while left > 0:
            slice_ = min(left, self.speed * 0.5)
            started = time.monotonic()
            if cancelled.wait(slice_ / self.speed):
                raise Cancelled()
            left -= max((time.monotonic() - started) * self.speed, slice_)
        if cancelled.is_set():
            raise Cancelled()


CLOCK = Clock()


def now() -> datetime:
    return datetime.now(timezone.utc)
