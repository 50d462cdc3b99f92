"""Long work off the GUI thread, each job on a thread of its own: the window has no others.

A job is a plain generator. What it yields arrives on the GUI thread, thinned to
about twenty a second; what it raises, too. A job that was cancelled is closed at
its next step, and nothing of it arrives any more. A short job never waits for a
long one: threads are made as jobs come, and are used again while they are idle.
"""

import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

_INTERVAL = 0.05  # seconds between two reports
_TURN = 0.0002  # seconds that a worker keeps the interpreter while the window waits for it


@dataclass(eq=False)
class Job:
    """One piece of long work; the object itself is the job's identity.

    Attributes
    ----------
    steps : iterator
        The work. Each item is a report; the last one is always delivered.
    on_step : callable
        Called on the GUI thread with reports.
    on_end : callable
        Called on the GUI thread once, with None or the exception that ended the job,
        unless it was cancelled.
    every_step : bool
        Whether no report may be left out in favour of a later one.
    """

    steps: Iterator[Any]
    on_step: Callable[[Any], object]
    on_end: Callable[[Exception | None], None]
    every_step: bool = False
    cancelled: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Ask the job to end at its next step. Nothing of it arrives any more."""
        self.cancelled.set()


class Jobs(QObject):
    """Starts every job at once. One owner of all threads, one way to end them."""

    _arrived = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        # Python's own 5 ms add up: a key needs the interpreter fifty times until it is painted.
        sys.setswitchinterval(_TURN)
        self._waiting: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._unfinished: set[Job] = set()
        self._threads: list[threading.Thread] = []
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        steps: Iterator[Any],
        on_step: Callable[[Any], object],
        on_end: Callable[[Exception | None], None],
        *,
        every_step: bool = False,
    ) -> Job:
        """Start a job and return it, as the handle to cancel it by.

        Parameters
        ----------
        steps, on_step, on_end, every_step
            As :class:`Job` has them.
        """
        job = Job(steps, on_step, on_end, every_step)
        self._unfinished.add(job)
        if len(self._unfinished) > len(self._threads):
            self._add_thread()
        self._waiting.put(job)
        return job

    def _add_thread(self) -> None:
        name = f"worker {len(self._threads) + 1}"
        thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def stop(self) -> None:
        """Cancel what runs and what waits, and return once the threads have ended."""
        for job in self._unfinished:
            job.cancel()
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        self._unfinished.clear()

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            error = None
            try:
                if not job.cancelled.is_set():
                    self._run(job)
            except Exception as problem:  # the GUI thread tells the user
                error = problem
            self._arrived.emit(job, _End(error))

    def _run(self, job: Job) -> None:
        pending = None
        sent = -_INTERVAL
        try:
            for report in job.steps:
                if job.cancelled.is_set():
                    return
                pending = _Step(report)
                if job.every_step or time.monotonic() - sent >= _INTERVAL:
                    self._arrived.emit(job, pending)
                    pending, sent = None, time.monotonic()
        finally:
            close = getattr(job.steps, "close", None)
            if close is not None:
                close()
        if pending is not None:
            self._arrived.emit(job, pending)

    @Slot(object, object)
    def _deliver(self, job: Job, message: "_Step | _End") -> None:
        if isinstance(message, _End):
            self._unfinished.discard(job)
        if job.cancelled.is_set():
            return
        if isinstance(message, _End):
            job.on_end(message.error)
        else:
            job.on_step(message.report)


@dataclass(frozen=True, eq=False)
class _Step:
    report: Any


@dataclass(frozen=True, eq=False)
class _End:
    error: Exception | None
