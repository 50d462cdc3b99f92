"""What a user can ask for that is more than one change of the state: open, evaluate, cancel."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from mnist_desktop.model.data import ALL, Split
from mnist_desktop.model.evaluation import Evaluation, evaluate
from mnist_desktop.model.formats import FileFormatError, load_parameters
from mnist_desktop.ui.jobs import Job, Jobs
from mnist_desktop.ui.state import Network, Progress, Store


class Commands(QObject):
    """Carries out commands: long ones as jobs, failures as one signal."""

    failed = Signal(object)
    """The exception that a command ended with."""

    def __init__(self, store: Store, jobs: Jobs) -> None:
        super().__init__()
        self._store = store
        self._jobs = jobs
        self._evaluating: Job | None = None

    # Evaluation --------------------------------------------------------------------------------

    def evaluate_split(self) -> None:
        """Evaluate the current network on the current split."""
        self._evaluate(self._store.state.split)

    def evaluate_all(self) -> None:
        """Evaluate the current network on all images."""
        self._evaluate(ALL)

    def cancel(self) -> None:
        """Stop the running evaluation; what is known by then stays."""
        if self._evaluating is not None:
            self._evaluating.cancel()
            self._evaluating = None
        self._store.update(progress=None)

    def _evaluate(self, name: str) -> None:
        state = self._store.state
        split = state.digits.splits.get(name)
        known = state.evaluations.get(name)
        self.cancel()
        self._store.update(stage="results")
        if split is None or state.network is None or (known is not None and known.complete):
            return
        self._store.update(progress=Progress(name, 0, len(split)))
        self._evaluating = self._jobs.start(
            evaluate(split, state.network.parameters),
            _for_split(self._keep_evaluation, split),
            self._end_evaluation,
        )

    def _keep_evaluation(self, split: Split, evaluation: Evaluation) -> None:
        known = {**self._store.state.evaluations, split.name: evaluation}
        for part, begin, end in _finished_parts(split, evaluation):
            known.setdefault(part, evaluation.part(part, begin, end))
        self._store.update(
            evaluations=MappingProxyType(known),
            progress=Progress(split.name, len(evaluation), evaluation.total),
        )

    def _end_evaluation(self, error: Exception | None) -> None:
        self._evaluating = None
        self._store.update(progress=None)
        if error is not None:
            self.failed.emit(error)

    # Networks ----------------------------------------------------------------------------------

    def use_network(self, network: Network) -> None:
        """Make a network the current one; a running evaluation of another is stopped."""
        if network is not self._store.state.network:
            self.cancel()
            self._store.update(network=network)

    def open_network(self, path: Path) -> None:
        """Read a parameter file and make it the current network; a bad one changes nothing."""
        try:
            network = Network(path.stem, load_parameters(path), path)
        except FileFormatError as error:
            self.failed.emit(error)
            return
        others = tuple(one for one in self._store.state.networks if one.path != path)
        self._store.update(networks=(*others, network))
        self.use_network(network)


def _for_split(
    keep: Callable[[Split, Evaluation], None], split: Split
) -> Callable[[Evaluation], None]:
    return lambda evaluation: keep(split, evaluation)


def _finished_parts(split: Split, evaluation: Evaluation) -> Iterator[tuple[str, int, int]]:
    """Yield the joined splits that an evaluation of all of them has got through."""
    ends = [start for _, start in split.parts[1:]] + [len(split)]
    for (name, start), end in zip(split.parts, ends, strict=False):
        if end <= len(evaluation):
            yield name, start, end
