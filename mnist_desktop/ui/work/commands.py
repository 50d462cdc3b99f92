"""What is more than one change of the state: each needs long work, or several changes at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from mnist_desktop.model.data import ALL, Digits, Split
from mnist_desktop.model.evaluation import Evaluation, evaluate
from mnist_desktop.model.hidden import unit_inputs
from mnist_desktop.model.message import Message, message
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.selection import Query, Ranking
from mnist_desktop.model.similarity import distances
from mnist_desktop.session.changes import (
    Change,
    EndTask,
    Learn,
    Mark,
    ShowQuery,
    ShowRanking,
    ShowStage,
    ShowTask,
    UseDigits,
    UseNetwork,
)
from mnist_desktop.session.state import Network, Task, split_word
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.translation import said
from mnist_desktop.ui.base.words import why_no_verdict
from mnist_desktop.ui.work.jobs import Job, Jobs

#: The kinds of tasks; of each one runs at a time.
EVALUATION, OPENING, SAVING, LOOKING, MEASURING = (
    "evaluation",
    "opening",
    "saving",
    "looking",
    "measuring",
)


@dataclass(frozen=True, eq=False)
class _Running:
    """A task with its job; `evaluates` is the network and split of an evaluation."""

    job: Job
    evaluates: tuple[Network, Split] | None = None


class Commands(QObject):
    """Carries out commands: long ones as jobs, failures as one signal."""

    failed = Signal(object)
    """The exception that a command ended with."""
    said = Signal(str)
    """A sentence on why a command did nothing, or on what it has done."""
    refused = Signal()
    """A query could not be had: choosers show the one that is."""

    def __init__(self, store: Store, jobs: Jobs) -> None:
        super().__init__()
        self._store = store
        self._jobs = jobs
        self._running: dict[str, _Running] = {}
        self._ordering: Job | None = None

    # What the gallery shows ----------------------------------------------------------------------

    def change_query(self, query: Query, *before: Change) -> None:
        """Show what a query asks for; where it asks what the network says, evaluate the split.

        Parameters
        ----------
        query : Query
            What is wanted.
        *before : Change
            What is to change in the same moment.
        """
        if query.asks_network and not self._store.state.classes_fit:
            self.said.emit(why_no_verdict(self._store.state))
            self.refused.emit()
            return
        self._store.apply(*before, ShowQuery(query))
        if query.asks_network:
            self._evaluate(self._store.state.gallery.split_name)

    def show_everything(self) -> None:
        """Take back all filters and go back to the order of the indices."""
        self.change_query(Query())

    def order_by_similarity(self, *, hidden: bool) -> None:
        """Put the images first that look like the current one, to the eye or to the network.

        Parameters
        ----------
        hidden : bool
            Whether to compare activations of the hidden units, and not pixels.
        """
        state = self._store.state
        network = state.reading.network
        if state.split is None or state.subject is None or network is None:
            return
        caption, pixels = state.subject.caption, state.subject.pixels
        title = message("like {image}", image=caption)
        if hidden:
            title = message("like {image} in hidden units", image=caption)
        self._order_by(_ranked(title, state.split, pixels, network if hidden else None))

    def order_by_unit(self, unit: int) -> None:
        """Put the images first that activate a hidden unit most.

        Parameters
        ----------
        unit : int
            Index of the hidden unit.
        """
        state = self._store.state
        if state.split is not None and state.reading.network is not None:
            self._order_by(_by_unit(state.split, state.reading.network, unit))

    def _order_by(self, steps: Iterator[Ranking | None]) -> None:
        """Work out a ranking and take it, unless something else came instead."""
        asked = self._store.state

        def take(ranking: Ranking | None) -> None:
            now = self._store.state
            same = now.split is asked.split and now.reading.network is asked.reading.network
            if ranking is not None and same:
                self._store.apply(ShowRanking(ranking))

        if self._ordering is not None:
            self._ordering.cancel()
        self._ordering = self._jobs.start(steps, take, self.report)

    def star(self) -> None:
        """Star the selected images, or take the star from them if all have one."""
        state = self._store.state
        if state.split is not None:
            places = [state.split.place(index) for index in state.gallery.selected]
            self._store.apply(Mark(state.library.marks.with_toggled(places)))

    def report(self, error: Exception | None) -> None:
        """Tell of what a job ended with, if it failed.

        Parameters
        ----------
        error : Exception or None
            The end of the job.
        """
        if error is not None:
            self.failed.emit(error)

    # Evaluation --------------------------------------------------------------------------------

    def evaluate_split(self) -> None:
        """Evaluate the current network on the current split, and show the results."""
        self._store.apply(ShowStage("results"))
        self._evaluate(self._store.state.gallery.split_name)

    def evaluate_all(self) -> None:
        """Evaluate the current network on all images, and show the results."""
        self._store.apply(ShowStage("results"))
        self._evaluate(ALL)

    def _evaluate(self, name: str) -> None:
        state = self._store.state
        split, network = state.library.digits.splits.get(name), state.reading.network
        if not state.classes_fit:
            self.said.emit(why_no_verdict(state))
            return
        known = state.known.find(Evaluation, network, split)
        if split is None or network is None or (known is not None and known.complete):
            return
        running = self._running.get(EVALUATION)
        if running is not None and running.evaluates == (network, split):
            return
        self.run(
            EVALUATION,
            message("Evaluating {split}", split=split_word(name)),
            len(split),
            evaluate(split, network.parameters),
            lambda evaluation: self._keep_evaluation(network, split, evaluation),
            evaluates=(network, split),
        )

    def _keep_evaluation(self, network: Network, split: Split, evaluation: Evaluation) -> int:
        splits = self._store.state.library.digits.splits
        if splits.get(split.name) is not split:
            self.cancel(EVALUATION)
            return 0
        known = self._store.state.known
        results = [Learn(evaluation, network, split)]
        for part, begin, end in _finished_parts(split, evaluation):
            if part in splits and known.find(Evaluation, network, splits[part]) is None:
                found = evaluation.part(part, begin, end)
                results.append(Learn(found, network, splits[part]))
        self._store.apply(*results)
        return len(evaluation)

    # Long work ---------------------------------------------------------------------------------

    def run(
        self,
        kind: str,
        words: Message,
        total: int,
        steps: Iterator[Any],
        on_step: Callable[[Any], int],
        *,
        done: Message | None = None,
        evaluates: tuple[Network, Split] | None = None,
    ) -> bool:
        """Run a job with progress, beside those of other kinds.

        An evaluation takes the place of the one before; of every other kind the new one has
        to wait for the user to cancel the one before.

        Parameters
        ----------
        kind : str
            What it is for: EVALUATION, OPENING, SAVING, LOOKING or MEASURING.
        words : Message
            What the job does, for the status line.
        total : int
            How much there is to do.
        steps : iterator
            The job.
        on_step : callable
            Takes a report of the job and returns how much is done.
        done : Message, optional, keyword-only
            What to say once it has ended well.
        evaluates : tuple of Network and Split, optional, keyword-only
            What an evaluation is of.

        Returns
        -------
        bool
            Whether the job was begun.
        """
        if kind != EVALUATION and kind in self._running:
            self.said.emit(self._please_wait(kind))
            return False
        self.cancel(kind)
        self._store.apply(ShowTask(Task(kind, words, 0, total)))

        def advance(report: Any) -> None:
            running = self._running.get(kind)
            count = on_step(report)
            if self._running.get(kind) is running:  # and was not cancelled because of the report
                self._store.apply(ShowTask(Task(kind, words, count, total)))

        def end(error: Exception | None) -> None:
            self._end(kind, error)
            if error is None and done is not None:
                self.said.emit(said(done))

        self._running[kind] = _Running(self._jobs.start(steps, advance, end), evaluates)
        return True

    def _please_wait(self, kind: str) -> str:
        task = next(task for task in self._store.state.tasks if task.kind == kind)
        return self.tr("Please wait for this, or cancel it: {job}").format(job=said(task.words))

    def run_quietly(self, steps: Iterator[Any], on_step: Callable[[Any], object]) -> Job:
        """Run a short job that shows no progress and stops no other; return it.

        Parameters
        ----------
        steps : iterator
            The job.
        on_step : callable
            Takes a report of the job.
        """
        return self._jobs.start(steps, on_step, self.report)

    def cancel(self, kind: str | None = None) -> None:
        """Stop a task; what is known by then stays.

        Parameters
        ----------
        kind : str, optional
            Which one; without it, the one that the status line names: that began last.
        """
        if kind is None and self._store.state.tasks:
            kind = self._store.state.tasks[-1].kind
        if kind in self._running:
            self._running[kind].job.cancel()
            self._end(kind, None)

    def _end(self, kind: str, error: Exception | None) -> None:
        self._running.pop(kind, None)
        self._store.apply(EndTask(kind))
        self.report(error)

    # Networks and digits -----------------------------------------------------------------------

    def use_network(self, network: Network) -> None:
        """Make a network the current one; a running evaluation of another is stopped.

        Parameters
        ----------
        network : Network
            The network, one that is there or a new one.
        """
        if network is not self._store.state.reading.network:
            self.cancel(EVALUATION)
            self._store.apply(UseNetwork(network))

    def use_digits(self, digits: Digits) -> None:
        """Show another data set, from its start and without filters.

        Parameters
        ----------
        digits : Digits
            The data set.
        """
        self.cancel(EVALUATION)
        self._store.apply(UseDigits(digits))


def _finished_parts(split: Split, evaluation: Evaluation) -> Iterator[tuple[str, int, int]]:
    """Yield the joined splits that an evaluation of all of them has got through."""
    ends = [start for _, start in split.parts[1:]] + [len(split)]
    for (name, start), end in zip(split.parts, ends, strict=False):
        if end <= len(evaluation):
            yield name, start, end


def _ranked(
    title: Message, split: Split, image: NDArray[np.uint8], network: Network | None
) -> Iterator[Ranking | None]:
    """Work out an order by similarity; None until it is whole."""
    parameters: Parameters | None = None if network is None else network.parameters
    identity = None if network is None else network.identity
    for known in distances(split, image, parameters):
        whole = len(known) == len(split)
        yield Ranking(title, split.name, known, identity) if whole else None


def _by_unit(split: Split, network: Network, unit: int) -> Iterator[Ranking]:
    title = message("by unit {unit}", unit=unit)
    values = -unit_inputs(split, network.parameters, unit)
    yield Ranking(title, split.name, values, network.identity)
