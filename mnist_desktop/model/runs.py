"""A training run: its settings, its history, and the network at every epoch.

A :class:`Run` is data. :func:`train_run` makes it go on, and can be left and
called again at any step: what is drawn at random depends on the seed and the
epoch alone, so that a run that was interrupted, or saved and reopened, becomes
the same as one that was not, bit for bit.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from threading import Lock

import numpy as np

from mnist_desktop.model.message import Message, message
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.run_records import Change, Epoch, Snapshot, as_float64
from mnist_desktop.model.run_settings import (
    FALLING,
    HALVED,
    HALVINGS,
    LARGE,
    RunSettings,
    check_setting,
)
from mnist_desktop.model.training import initial_parameters

#: What the networks that a run keeps may take, in bytes.
MAX_KEPT = 256 << 20

#: What may be changed while a run goes on.
CHANGEABLE = ("learning_rate", "regularisation")


@dataclass(eq=False)
class Run:
    """A training run, as far as it has come.

    Attributes
    ----------
    settings : RunSettings
        What was chosen before.
    now : Snapshot
        The network as it is, and the steps that made it.
    history : list of Epoch
        What was measured at epochs 0, 1, 2 …
    snapshots : list of Snapshot
        The network at each epoch and after 1, 2, 4, 8 … steps of the first.
        Beyond `max_kept` bytes, epochs are thinned: see `every`.
    every : int
        Of which epochs the networks are kept: all, every second, fourth …
    changes : list of Change
        What was changed on the way, in the order of the steps.
    problem : Message, optional
        Why the run cannot go on.
    data : int, optional
        What tells the images that it learns from: a checksum of their labels.
    pace : int, optional
        Steps from one report to the next, for slow motion; by default as many as
        take a hundredth of a second or so.
    """

    settings: RunSettings
    now: Snapshot
    history: list[Epoch]
    snapshots: list[Snapshot]
    changes: list[Change]
    every: int = 1
    problem: Message | None = None
    data: int | None = None
    pace: int | None = None
    max_kept: int = MAX_KEPT

    @staticmethod
    def new(settings: RunSettings, changes: Iterable[Change] = ()) -> "Run":
        """Return a run that has not begun.

        Parameters
        ----------
        settings : RunSettings
            How to train.
        changes : iterable of Change
            Changes to be made when their step comes, as another run recorded them.

        Returns
        -------
        Run
            With first parameters drawn from the seed.
        """
        rng = np.random.default_rng(settings.seed)
        first = initial_parameters(settings.hidden, rng, np.float32)
        if settings.first_weights == LARGE:
            scale = np.float32(settings.hidden**0.5)
            first = first._replace(W1=first.W1 * np.float32(28), W2=first.W2 * scale)
        begun = Snapshot(0, first)
        return Run(settings, begun, [], [begun], sorted(changes, key=lambda change: change.step))

    @property
    def step(self) -> int:
        """Steps done."""
        return self.now.step

    @property
    def epoch(self) -> int:
        """Whole epochs done."""
        return self.step // self.settings.batches

    @property
    def parameters(self) -> Parameters:
        """The network as it is, in float64, as the rest of the program takes it."""
        return as_float64(self.now.parameters)

    @property
    def measured(self) -> bool:
        """Whether the epoch that was finished last is in the history."""
        return len(self.history) > self.epoch

    @property
    def ended(self) -> bool:
        """Whether there is nothing left to do."""
        if self.problem is not None:
            return True
        over = self.step >= self.settings.epochs * self.settings.batches
        return self.measured and (over or self.halvings > HALVINGS)

    @property
    def best(self) -> Epoch | None:
        """The epoch with the highest accuracy on validation, the first of equals."""
        return max(self.history, key=lambda epoch: epoch.validation_accuracy, default=None)

    @property
    def halvings(self) -> int:
        """How often validation did not improve for too long; 0 if nothing follows from it."""
        if self.settings.schedule != HALVED:
            return 0
        best, waited, count = -1.0, 0, 0
        for epoch in self.history:
            improved = epoch.validation_accuracy > best
            best, waited = max(best, epoch.validation_accuracy), 0 if improved else waited + 1
            if waited == self.settings.patience:
                count, waited = count + 1, 0
        return count

    def __post_init__(self) -> None:
        self._lock = Lock()
        self._heading = self.step

    def change(self, name: str, value: float) -> None:
        """Change η or λ from the next step on; while steps are being taken, after these.

        Parameters
        ----------
        name : str
            "learning_rate" or "regularisation".
        value : float
            What it becomes.

        Raises
        ------
        ValueError
            If there is no such setting to change, or the value is out of its range.
        """
        if name not in CHANGEABLE:
            raise ValueError(f"{name!r} cannot be changed; expected one of {CHANGEABLE}")
        check_setting(name, value)
        with self._lock:
            change = Change(self._heading, name, float(value))
            self.changes = sorted([*self.changes, change], key=lambda change: change.step)

    def head_for(self, stop: int) -> int:
        """Settle which steps are taken next, so that a change meanwhile comes after them.

        Parameters
        ----------
        stop : int
            After how many steps in all they should end.

        Returns
        -------
        int
            The same, or less where a change is due before.
        """
        with self._lock:
            due = [change.step for change in self.changes if self.step < change.step < stop]
            self._heading = min([stop, *due])
            return self._heading

    def value_at(self, name: str, step: int) -> float:
        """Return a setting as it is for the step that follows so many others.

        Parameters
        ----------
        name : str
            "learning_rate" or "regularisation".
        step : int
            Steps done.

        Returns
        -------
        float
            The value of the last change up to there, else that of the settings.
        """
        values = [c.value for c in self.changes if c.name == name and c.step <= step]
        return values[-1] if values else float(getattr(self.settings, name))

    def rate_at(self, step: int) -> float:
        """Return η for the step that follows so many others.

        Parameters
        ----------
        step : int
            Steps done; of the epoch that is going on, where the course is "halved".

        Returns
        -------
        float
            The learning rate, with the course that it takes.
        """
        rate = self.value_at("learning_rate", step)
        if self.settings.schedule == FALLING:
            return float(rate * max(1 - step / (self.settings.epochs * self.settings.batches), 0.0))
        return rate / 2.0**self.halvings

    def extend(self, epochs: int) -> None:
        """Let the run go on for more epochs than were chosen. A falling η falls to the new end.

        Parameters
        ----------
        epochs : int
            How many epochs more.

        Raises
        ------
        ValueError
            If it would be too many.
        """
        self.settings = replace(self.settings, epochs=self.settings.epochs + epochs)

    def diverged(self) -> None:
        """End the run: the next step would leave numbers behind that are none."""
        self.problem = message(
            "Training went out of bounds at step {step:,} (epoch {epoch}): numbers grew without "
            "limit. The network before that step is kept. Try a smaller η, or a smaller λ.",
            step=self.step + 1, epoch=self.epoch + 1,
        )  # fmt: skip

    def again(self) -> "Run":
        """Return the same run before its beginning, with the changes that were made on the way."""
        return Run.new(self.settings, self.changes)

    def keep(self) -> None:
        """Keep the network as it is, and thin out others if they take too much memory."""
        kept = [snapshot for snapshot in self.snapshots if self._stays(snapshot)]
        size = sum(array.nbytes for array in self.now.parameters)
        while (len(kept) + 1) * size > self.max_kept and self.every <= self.epoch:
            self.every *= 2
            kept = [snapshot for snapshot in kept if self._stays(snapshot)]
        self.snapshots = [*kept, self.now]

    def _stays(self, snapshot: Snapshot) -> bool:
        epoch, within = divmod(snapshot.step, self.settings.batches)
        return epoch == 0 or (within == 0 and epoch % self.every == 0)

    @property
    def note(self) -> Message | None:
        """A sentence about networks that were not kept, where there are any."""
        if self.every == 1:
            return None
        return message(
            "To save memory, the network of only one epoch in {n} is kept.", n=self.every
        )
