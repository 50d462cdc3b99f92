"""Opening files for a window: several, step by step, each with what is worth knowing first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import numpy as np

from mnist_desktop.model.data import ALL, DIVISORS, Digits, Split
from mnist_desktop.model.errors import FileFormatError
from mnist_desktop.model.evaluation import OUTPUTS, evaluate
from mnist_desktop.model.formats import OpenedParameters, opening_steps
from mnist_desktop.model.network import Parameters

_SAMPLE = 1000  # images
_STEPS = 1000  # of progress, a file


@dataclass(frozen=True, eq=False)
class Candidate:
    """Parameters that may become the current network.

    Attributes
    ----------
    path : Path
        Their file.
    parameters : OpenedParameters
        As the file has them.
    accuracies : mapping of int to float
        For each divisor of the pixels the share of right predictions on `sample`;
        empty where there is nothing to try them on.
    sample : Split or None
        The first images of the split that they were tried on.
    """

    path: Path
    parameters: OpenedParameters
    accuracies: Mapping[int, float] = field(default_factory=lambda: MappingProxyType({}))
    sample: Split | None = None

    def scaled(self, divisor: int) -> Parameters:
        """Return the parameters as f needs them, if pixels were divided by this in training."""
        return for_own_pixels(self.parameters, divisor)


Found = Digits | Candidate | FileFormatError


@dataclass(frozen=True, eq=False)
class Openings:
    """How far the opening of some files is; `found` has each file's outcome, at the end."""

    done: int
    total: int
    found: tuple[tuple[Path, Found], ...] = ()


def for_own_pixels(parameters: Parameters, divisor: int) -> Parameters:
    """Return parameters for pixels / 256 from ones for pixels / divisor.

    W1 (p / divisor) = (W1 256 / divisor) (p / 256), for every pixel value p.

    Parameters
    ----------
    parameters : Parameters
        Trained with pixel values uint8 / divisor.
    divisor : int
        Usually 255 or 256.
    """
    if divisor == DIVISORS[0]:
        return parameters
    W1, B1, W2, B2 = parameters
    return Parameters(W1 * (DIVISORS[0] / divisor), B1, W2, B2)


def opening_all(paths: Sequence[Path], digits: Digits) -> Iterator[Openings]:
    """Open files one after another, step by step; stop early to cancel.

    A file that cannot be opened does not keep the others from it. Of several
    data sets only the last is kept.

    Parameters
    ----------
    paths : sequence of Path
        The files.
    digits : Digits
        What parameters are tried on, until one of the files has digits.

    Yields
    ------
    Openings
        How far it is; the last one has the outcomes.
    """
    total = _STEPS * len(paths)
    found: list[tuple[Path, Found]] = []
    for place, path in enumerate(paths):
        result = None
        try:
            for opening in opening_steps(path):
                result = opening.result
                yield Openings(_STEPS * place + _STEPS * opening.done // opening.total, total)
        except FileFormatError as error:
            found.append((path, error))
        if isinstance(result, OpenedParameters):
            for tried in trying_out(path, result, digits):
                outcome = tried
                yield Openings(_STEPS * (place + 1), total)
            found.append((path, outcome))
        elif result is not None:
            digits = result
            found = [(one, kept) for one, kept in found if not isinstance(kept, Digits)]
            found.append((path, digits))
    yield Openings(total, total, tuple(found))


def trying_out(path: Path, parameters: OpenedParameters, digits: Digits) -> Iterator[Candidate]:
    """Find the accuracy of parameters on the first 1,000 images of the test split, step by step.

    Yields
    ------
    Candidate
        What is known so far; the last one is whole.
    """
    sample = _sample(digits)
    yield Candidate(path, parameters)
    if sample is None:
        return
    accuracies: dict[int, float] = {}
    for divisor in DIVISORS:
        for evaluation in evaluate(sample, for_own_pixels(parameters, divisor)):
            accuracies[divisor] = evaluation.accuracy
            yield Candidate(path, parameters, MappingProxyType(dict(accuracies)), sample)


def _sample(digits: Digits) -> Split | None:
    name = next((name for name in ("test", ALL) if name in digits.splits), None)
    if name is None or len(digits.class_names) != OUTPUTS or not len(digits.splits[name]):
        return None
    split = digits.splits[name]
    return Split(name, split.images[:_SAMPLE], split.labels[:_SAMPLE])


def ranges(parameters: Parameters) -> Iterator[tuple[str, tuple[int, ...], float, float]]:
    """Yield name, shape, least and greatest value of each of the four arrays."""
    for name, array in parameters._asdict().items():
        yield name, array.shape, float(np.min(array)), float(np.max(array))
