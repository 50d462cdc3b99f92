"""Makes a training run go on: a generator that can be left and begun again at any step."""

import zlib
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import Split
from mnist_desktop.model.descent import Descent, Measured, measuring
from mnist_desktop.model.message import Message, counted, message
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.run_records import Epoch, Snapshot, as_float64
from mnist_desktop.model.run_settings import FALLING
from mnist_desktop.model.runs import Run
from mnist_desktop.model.threads import one_blas_thread

# Images times hidden units that are learnt from between two reports: 10 to 30 ms. Not more
# steps than these, since each has its own cost.
_WORK = 300_000
_MOST_STEPS = 200


@dataclass(frozen=True, eq=False)
class RunProgress:
    """How far a run is.

    Attributes
    ----------
    step, steps : int
        Steps done, and how many there are to be.
    epoch, epochs : int
        Whole epochs done, and how many there are to be.
    measured : Epoch, optional
        What was measured just now, at the end of an epoch.
    measuring : bool
        Whether the splits are being measured; no steps are taken meanwhile.
    snapshot : Snapshot
        The network as it is, in float32; later steps leave it as it is.
    """

    step: int
    steps: int
    epoch: int
    epochs: int
    measured: Epoch | None
    measuring: bool
    snapshot: Snapshot

    @property
    def parameters(self) -> Parameters:
        """The network as it is, in float64, as the rest of the program takes it."""
        return as_float64(self.snapshot.parameters)


def train_run(run: Run, training: Split, validation: Split) -> Generator[RunProgress, None, None]:
    """Let a run go on to its end. To pause, stop asking; the test split is never looked at.

    Parameters
    ----------
    run : Run
        New, or left anywhere; it is carried on step by step.
    training : Split
        What it learns from: the first images of it, as many as the settings say.
    validation : Split
        What it is measured on, beside the training images, after each epoch.

    Yields
    ------
    RunProgress
        Every hundredth of a second or so, or every `run.pace` steps. Where a step
        leaves numbers behind that are none, the run ends with the network before
        that step, and `run.problem` says so.

    Raises
    ------
    ValueError
        If the splits do not go with the run; a sentence says why.
    """
    problem = why_not(run, training, validation)
    if problem is not None:
        raise ValueError(problem)
    run.data = _checksum(run, training)
    images = Split(
        training.name,
        training.images[: run.settings.images],
        training.labels[: run.settings.images],
    )
    descent = Descent(images, run.now.parameters, run.settings.cost_function)
    order = _Order(run)
    while not run.ended:
        if not run.measured:
            yield from _measure(run, images, validation)
        else:
            _learn(run, descent, order)
            yield _progress(run)


def why_not(run: Run, training: Split, validation: Split) -> Message | None:
    """Return why a run cannot learn from these splits, or None if it can.

    Parameters
    ----------
    run : Run
        New, or left anywhere.
    training, validation : Split
        As for :func:`train_run`.

    Returns
    -------
    Message, optional
        A sentence.
    """
    wanted = run.settings.images
    if len(training) < wanted:
        return counted(
            "{wanted:,} training images were asked for, but there is only {n}.",
            "{wanted:,} training images were asked for, but there are only {n:,}.",
            n=len(training), wanted=wanted,
        )  # fmt: skip
    if not len(validation):
        return message("There are no validation images to measure the network on.")
    highest = max(int(training.labels[:wanted].max()), int(validation.labels.max()))
    if highest > 9:
        return message(
            "Labels go up to {highest}, but the network has 10 outputs.", highest=highest
        )
    if run.data not in (None, _checksum(run, training)):
        return message(
            "This run learnt from other images. Open those, or start a new run with these."
        )
    return None


def _checksum(run: Run, training: Split) -> int:
    return zlib.crc32(training.labels[: run.settings.images].tobytes())


class _Order:
    """In which order the images come in each epoch: drawn from the seed and the epoch alone."""

    def __init__(self, run: Run) -> None:
        self._settings = run.settings
        self._epoch = -1

    def rows(self, step: int) -> NDArray[np.intp]:
        """Return the images of the step that follows so many others."""
        epoch, batch = divmod(step, self._settings.batches)
        if epoch != self._epoch:
            rng = np.random.default_rng([self._settings.seed, epoch])
            self._order = rng.permutation(self._settings.images)
            self._epoch = epoch
        start = batch * self._settings.batch_size
        return self._order[start : start + self._settings.batch_size]


def _learn(run: Run, descent: Descent, order: _Order) -> None:
    """Take the steps from one report to the next."""
    begun, stop = run.now, run.head_for(_next_stop(run))
    _steps(run, descent, order, range(begun.step, stop))
    if descent.finite():
        run.now = Snapshot(stop, descent.parameters())
    else:
        run.now = _last_good(run, descent, order, stop)
        run.diverged()
    if run.problem is not None or _is_kept(run):
        run.keep()


def _steps(run: Run, descent: Descent, order: _Order, steps: range) -> None:
    rate = run.rate_at(steps.start)
    decay = run.value_at("regularisation", steps.start) / run.settings.images
    falling = run.settings.schedule == FALLING
    with one_blas_thread(), np.errstate(all="ignore"):
        for step in steps:
            if falling:
                rate = run.rate_at(step)
            descent.step(order.rows(step), rate, decay)


def _last_good(run: Run, descent: Descent, order: _Order, stop: int) -> Snapshot:
    """Take the steps again, one by one, and return the network before the one that went wrong."""
    good = run.now
    descent.restart(good.parameters)
    for step in range(good.step, stop):
        _steps(run, descent, order, range(step, step + 1))
        if not descent.finite():
            break
        good = Snapshot(step + 1, descent.parameters())
    return good


def _next_stop(run: Run) -> int:
    """Return the step of the next report: at the latest, when a network is to be kept."""
    settings, step = run.settings, run.step
    pace = run.pace or min(_WORK // (settings.hidden * settings.batch_size), _MOST_STEPS)
    stop = min(step + max(pace, 1), (run.epoch + 1) * settings.batches)
    return min(stop, 1 << step.bit_length()) if run.epoch == 0 else stop


def _is_kept(run: Run) -> bool:
    """Return whether an epoch ends here, or, in the first, the steps are a power of two."""
    ends = run.step % run.settings.batches == 0
    return ends or (run.epoch == 0 and run.step & (run.step - 1) == 0)


def _measure(run: Run, training: Split, validation: Split) -> Generator[RunProgress, None, None]:
    on_training = yield from _measure_split(run, training)
    on_validation = yield from _measure_split(run, validation)
    W1, _, W2, _ = as_float64(run.now.parameters)
    regularisation = run.value_at("regularisation", run.step)
    squares = float(np.vdot(W1, W1) + np.vdot(W2, W2))
    penalty = regularisation / (2 * run.settings.images) * squares
    epoch = Epoch(
        number=run.epoch,
        rate=run.rate_at(run.step),
        regularisation=regularisation,
        training_cost=on_training.cost + penalty,
        training_accuracy=on_training.accuracy,
        validation_cost=on_validation.cost + penalty,
        validation_accuracy=on_validation.accuracy,
    )
    run.history = [*run.history, epoch]
    yield _progress(run, measured=epoch)


def _measure_split(run: Run, split: Split) -> Generator[RunProgress, None, Measured]:
    steps = measuring(split, run.now.parameters, run.settings.cost_function)
    while True:
        try:
            with one_blas_thread():
                next(steps)
        except StopIteration as stop:
            measured: Measured = stop.value
            return measured
        yield _progress(run, measuring=True)


def _progress(run: Run, measured: Epoch | None = None, *, measuring: bool = False) -> RunProgress:
    settings = run.settings
    steps = settings.epochs * settings.batches
    return RunProgress(run.step, steps, run.epoch, settings.epochs, measured, measuring, run.now)
