"""What takes too long for the GUI thread: the biography of a unit, and accuracy without units."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from mnist_desktop.model.data import Split
from mnist_desktop.model.hidden import Ablation, Biography, ablate, biography
from mnist_desktop.model.inside import Units
from mnist_desktop.model.network import Parameters
from mnist_desktop.plots.inside.biography_page import IMAGES
from mnist_desktop.ui.work.jobs import Job, Jobs


class Background(QObject):
    """Works out what is wanted now; an answer to an older wish never arrives."""

    answered = Signal()
    """`biography` or `ablation` is new."""

    def __init__(self, jobs: Jobs, report: Callable[[Exception | None], None]) -> None:
        super().__init__()
        self._jobs = jobs
        self._report = report
        self._running: dict[str, tuple[Any, Job]] = {}
        self.biography: Biography | None = None
        self.ablation: Ablation | None = None

    def want_biography(self, split: Split, parameters: Parameters, unit: int) -> None:
        """Find the images that activate a unit most and least, unless known or under way."""
        if self.biography is None or not self.biography.belongs_to(split, parameters, unit):
            self._start(
                "biography",
                (split, parameters, unit),
                lambda: biography(split, parameters, unit, IMAGES),
                self._keep_biography,
            )

    def want_ablation(self, split: Split, parameters: Parameters, off: Units) -> None:
        """Work out the accuracy without some units, unless that is known or under way."""
        known = self.ablation
        if known is not None and not known.belongs_to(split, parameters):
            known = self.ablation = None
        if known is None or known.off != off:
            self._start(
                "ablation",
                (split, parameters, off),
                lambda: ablate(split, parameters, off, known),
                self._keep_ablation,
            )

    def forget(self) -> None:
        """Let go of the hidden layer: nothing is switched off any more."""
        self._cancel("ablation")
        self.ablation = None

    def _start(
        self,
        name: str,
        wish: tuple[Any, ...],
        work: Callable[[], Any],
        keep: Callable[[Any], None],
    ) -> None:
        if name in self._running and _same(self._running[name][0], wish):
            return
        self._cancel(name)

        def end(error: Exception | None) -> None:
            self._running.pop(name, None)
            self._report(error)

        self._running[name] = (wish, self._jobs.start(work(), keep, end))

    def _cancel(self, name: str) -> None:
        if name in self._running:
            self._running.pop(name)[1].cancel()

    def _keep_biography(self, biography: Biography) -> None:
        self.biography = biography
        self.answered.emit()

    def _keep_ablation(self, ablation: Ablation) -> None:
        if ablation.complete:
            self.ablation = ablation
            self.answered.emit()


def _same(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    return one[0] is other[0] and one[1] is other[1] and one[2] == other[2]
