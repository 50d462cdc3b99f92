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
from mnist_desktop.model.message import Message, message
from mnist_desktop.model.network import Parameters

_SAMPLE = 1000  # images
_STEPS = 1000  # of progress, per file
_CLEARLY = 0.1  # better, as a share of the images


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
    relu_accuracy : float, optional
        The share of right predictions on `sample` with max(0, z) in the hidden layer.
    """

    path: Path
    parameters: OpenedParameters
    accuracies: Mapping[int, float] = field(default_factory=lambda: MappingProxyType({}))
    sample: Split | None = None
    relu_accuracy: float | None = None

    @property
    def note(self) -> Message | None:
        """What to say where another activation than this program's clearly fits better."""
        best = max(self.accuracies.values(), default=1.0)
        if self.relu_accuracy is None or self.relu_accuracy < best + _CLEARLY:
            return None
        return message(
            "It was probably trained with ReLU hidden units: with them it reads {relu:.1%} of the "
            "images correctly, with the sigmoids that this program shows {sigmoid:.1%}.",
            relu=self.relu_accuracy,
            sigmoid=best,
        )

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
    used: set[Path] = set()
    for place, path in enumerate(paths):
        if path in used:  # of a network whose other files were opened with it
            continue
        result = None
        try:
            for opening in opening_steps(path):
                result = opening.result
                yield Openings(_STEPS * place + _STEPS * opening.done // opening.total, total)
        except FileFormatError as error:
            found.append((path, error))
        if isinstance(result, OpenedParameters):
            used |= set(result.files)
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
    relu = _relu_accuracy(sample, parameters)
    yield Candidate(path, parameters, MappingProxyType(accuracies), sample, relu)


def _relu_accuracy(sample: Split, parameters: Parameters) -> float:
    """Return the share of right predictions with ReLU, ``argmax(W2 max(0, W1 x + B1) + B2)``.

    Whether the outputs go through a sigmoid or a softmax changes no prediction.
    """
    W1, B1, W2, B2 = parameters
    pixels = sample.images.reshape(len(sample), -1).T / DIVISORS[0]
    scores = W2 @ np.maximum(W1 @ pixels + B1, 0) + B2
    return float(np.mean(scores.argmax(axis=0) == sample.labels))


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
