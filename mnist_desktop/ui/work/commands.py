"""What a user can ask for that is more than one change of the state: open, evaluate, cancel."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from mnist_desktop.model.data import ALL, Digits, Split
from mnist_desktop.model.evaluation import Evaluation, evaluate
from mnist_desktop.model.hidden import unit_inputs
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.selection import Query, Ranking
from mnist_desktop.model.similarity import distances
from mnist_desktop.session.state import Network, Progress
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.words import misfit_words
from mnist_desktop.ui.work.jobs import Job, Jobs


class Commands(QObject):
    """Carries out commands: long ones as jobs, failures as one signal."""

    failed = Signal(object)
    """The exception that a command ended with."""
    said = Signal(str)
    """A sentence on why a command did nothing, or on what it has done."""

    def __init__(self, store: Store, jobs: Jobs) -> None:
        super().__init__()
        self._store = store
        self._jobs = jobs
        self._running: Job | None = None
        self._ordering: Job | None = None
        self._evaluates: str | None = None  # the split that the running job is for

    # What the gallery shows ----------------------------------------------------------------------

    def ask(self, **changes: Any) -> None:
        """Change the query; where it asks what the network says, evaluate the split first."""
        query = replace(self._store.state.query, **changes)
        if query.asks_network and self._store.state.misfit:
            self.said.emit(misfit_words(self._store.state))
            self._store.tell_again("query")
            return
        self._store.update(query=query)
        if query.asks_network:
            self._evaluate(self._store.state.split)

    def show_everything(self) -> None:
        """Take back all filters and go back to the order of the indices."""
        self.ask(**vars(Query()))

    def order_by_similarity(self, *, hidden: bool) -> None:
        """Put the images first that look like the current one, to the eye or to the network."""
        state = self._store.state
        if state.images is None or state.subject is None or state.network is None:
            return
        words = self.tr("like {image} in hidden units") if hidden else self.tr("like {image}")
        title = words.format(image=state.subject.caption)
        parameters = state.network.parameters if hidden else None
        self._order_by(_ranked(title, state.images, state.subject.pixels, parameters))

    def order_by_unit(self, unit: int) -> None:
        """Put the images first that activate a hidden unit most."""
        state = self._store.state
        if state.images is None or state.network is None:
            return
        title = self.tr("by unit {unit}").format(unit=unit)
        steps = _by_unit(title, state.images, state.network.parameters, unit)
        self._order_by(steps)

    def _order_by(self, steps: Iterator[Ranking | None]) -> None:
        """Work out a ranking and take it, unless something else came instead."""
        asked = self._store.state

        def take(ranking: Ranking | None) -> None:
            now = self._store.state
            same = now.images is asked.images and now.network is asked.network
            if ranking is not None and same:
                self._store.update(ranking=ranking, query=replace(now.query, order="ranking"))

        if self._ordering is not None:
            self._ordering.cancel()
        self._ordering = self._jobs.start(steps, take, self.report)

    def star(self) -> None:
        """Star the selected images, or take the star from them if all have one."""
        state = self._store.state
        if state.images is not None:
            places = [state.images.place(index) for index in state.selected]
            self._store.update(marks=state.marks.with_toggled(places))

    def report(self, error: Exception | None) -> None:
        """Tell of what a job ended with, if it failed."""
        if error is not None:
            self.failed.emit(error)

    # Evaluation --------------------------------------------------------------------------------

    def evaluate_split(self) -> None:
        """Evaluate the current network on the current split, and show the results."""
        self._store.update(stage="results")
        self._evaluate(self._store.state.split)

    def evaluate_all(self) -> None:
        """Evaluate the current network on all images, and show the results."""
        self._store.update(stage="results")
        self._evaluate(ALL)

    def _evaluate(self, name: str) -> None:
        state = self._store.state
        split = state.digits.splits.get(name)
        known = state.evaluations.get(name)
        if state.misfit:
            self.said.emit(misfit_words(state))
            return
        if split is None or state.network is None or (known is not None and known.complete):
            return
        if self._evaluates != name:
            begun = self.run(
                self.tr("Evaluating {split}").format(split=name),
                len(split),
                evaluate(split, state.network.parameters),
                lambda evaluation: self._keep_evaluation(split, evaluation),
            )
            self._evaluates = name if begun else self._evaluates

    def _keep_evaluation(self, split: Split, evaluation: Evaluation) -> int:
        if self._store.state.digits.splits.get(split.name) is not split:
            self.cancel()
            return 0
        known = {**self._store.state.evaluations, split.name: evaluation}
        for part, begin, end in _finished_parts(split, evaluation):
            known.setdefault(part, evaluation.part(part, begin, end))
        self._store.update(evaluations=MappingProxyType(known))
        return len(evaluation)

    # Long work ---------------------------------------------------------------------------------

    def run(
        self,
        words: str,
        total: int,
        steps: Iterator[Any],
        on_step: Callable[[Any], int],
        *,
        done: str = "",
    ) -> bool:
        """Run a job with progress; it takes the place of an evaluation, but of nothing else.

        Parameters
        ----------
        words : str
            What the job does, for the status line.
        total : int
            How much there is to do.
        steps : iterator
            The job.
        on_step : callable
            Takes a report of the job and returns how much is done.
        done : str, keyword-only
            What to say once it has ended well.

        Returns
        -------
        bool
            Whether the job was begun: not while another one opens or writes a file.
        """
        if self._running is not None and self._evaluates is None:
            assert self._store.state.progress is not None
            words = self.tr("Please wait for this, or cancel it: {job}")
            self.said.emit(words.format(job=self._store.state.progress.text))
            return False
        self.cancel()
        self._store.update(progress=Progress(words, 0, total))

        def advance(report: Any) -> None:
            running = self._running
            count = on_step(report)
            if self._running is running:  # and was not cancelled because of the report
                self._store.update(progress=Progress(words, count, total))

        def end(error: Exception | None) -> None:
            self._end(error)
            if error is None and done:
                self.said.emit(done)

        self._running = self._jobs.start(steps, advance, end)
        return True

    def run_quietly(self, steps: Iterator[Any], on_step: Callable[[Any], object]) -> Job:
        """Run a short job that shows no progress and stops no other; return it."""
        return self._jobs.start(steps, on_step, self.report)

    def cancel(self) -> None:
        """Stop the job that runs; what is known by then stays."""
        if self._running is not None:
            self._running.cancel()
            self._end(None)

    def _end(self, error: Exception | None) -> None:
        self._running = self._evaluates = None
        self._store.update(progress=None)
        self.report(error)

    # Networks and digits -----------------------------------------------------------------------

    def use_network(self, network: Network) -> None:
        """Make a network the current one; a running evaluation of another is stopped."""
        state = self._store.state
        if network is state.network:
            return
        self._stop_evaluating()
        others = [one for one in state.networks if one.path != network.path]
        networks = state.networks if network in state.networks else (*others, network)
        self._store.update(networks=tuple(networks), network=network)

    def use_digits(self, digits: Digits) -> None:
        """Show another data set, from its start and without filters."""
        self._stop_evaluating()
        self._store.update(digits=digits, query=Query(), current=0, selected=())

    def _stop_evaluating(self) -> None:
        if self._evaluates is not None:
            self.cancel()


def _finished_parts(split: Split, evaluation: Evaluation) -> Iterator[tuple[str, int, int]]:
    """Yield the joined splits that an evaluation of all of them has got through."""
    ends = [start for _, start in split.parts[1:]] + [len(split)]
    for (name, start), end in zip(split.parts, ends, strict=False):
        if end <= len(evaluation):
            yield name, start, end


def _ranked(
    title: str, split: Split, image: NDArray[np.uint8], parameters: Parameters | None
) -> Iterator[Ranking | None]:
    """Work out an order by similarity; None until it is whole."""
    for known in distances(split, image, parameters):
        yield Ranking(title, split.name, known) if len(known) == len(split) else None


def _by_unit(title: str, split: Split, parameters: Parameters, unit: int) -> Iterator[Ranking]:
    yield Ranking(title, split.name, -unit_inputs(split, parameters, unit))
