"""Which images of a split are shown, and in which order: a pure query over a split."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import Split
from mnist_desktop.model.evaluation import Evaluation

Indices = NDArray[np.intp]
Verdict = Literal["right", "wrong"]


@dataclass(frozen=True)
class Query:
    """What to show of a split.

    Attributes
    ----------
    label : int, optional
        Only images with this label.
    verdict : "right" or "wrong", optional
        Only images that the network reads so. An image that is not evaluated is neither.
    """

    label: int | None = None
    verdict: Verdict | None = None


def select(split: Split, query: Query, evaluation: Evaluation | None = None) -> Indices:
    """Return the indices of the images that a query shows, in its order.

    Parameters
    ----------
    split : Split
        Where to look.
    query : Query
        What is wanted.
    evaluation : Evaluation, optional
        What is known of the network's answers, perhaps for the first images only.

    Returns
    -------
    ndarray of shape (M,), intp
        Indices into the split.
    """
    keep = np.ones(len(split), bool)
    if query.label is not None:
        keep &= split.labels == query.label
    if query.verdict is not None:
        keep &= _judged(query.verdict, len(split), evaluation)
    return np.flatnonzero(keep)


def _judged(verdict: Verdict, size: int, evaluation: Evaluation | None) -> NDArray[np.bool_]:
    judged = np.zeros(size, bool)
    if evaluation is not None:
        judged[: len(evaluation)] = evaluation.wrong == (verdict == "wrong")
    return judged
