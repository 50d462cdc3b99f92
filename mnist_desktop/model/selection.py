"""Which images of a split are shown, and in which order: a pure query over a split."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import Split
from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.model.label_errors import label_errors
from mnist_desktop.model.marks import NOTHING_STARRED, Places
from mnist_desktop.model.message import Message

Indices = NDArray[np.intp]
Mask = NDArray[np.bool_]
Values = NDArray[np.floating[Any]]
Verdict = Literal["right", "wrong"]
Span = tuple[float, float]

Order = Literal["index", "label", "prediction", "score", "margin", "hardness", "random", "ranking"]
#: The filters and orders that ask what the network says.
ASKS_NETWORK = frozenset({"prediction", "verdict", "score", "margin"})
ORDERS_BY_NETWORK = frozenset({"prediction", "score", "margin", "hardness"})


@dataclass(frozen=True)
class Query:
    """What to show of a split. Filters that are set must all hold.

    An image that is not evaluated fails every filter that asks what the network
    says, and comes last in every order that does.

    Attributes
    ----------
    label, prediction : int, optional
        Only images with this label, or read as this.
    verdict : "right" or "wrong", optional
        Only images that the network reads so.
    score, margin : (low, high), optional
        Only images whose top score or margin lies between the two, ends included.
    label_errors : bool
        Only images whose label is known to be in doubt.
    starred : bool
        Only images of the current collection.
    spans : tuple of (first, last)
        Only images with an index in one of these ranges, ends included; all if empty.
    order : str
        What to sort by; smaller values come first, but larger ones for "hardness".
    seed : int
        For the order "random".
    """

    label: int | None = None
    prediction: int | None = None
    verdict: Verdict | None = None
    score: Span | None = None
    margin: Span | None = None
    label_errors: bool = False
    starred: bool = False
    spans: tuple[tuple[int, int], ...] = ()
    order: Order = "index"
    seed: int = 1

    @property
    def asks_network(self) -> bool:
        """Whether the answer depends on what the network says."""
        asked = any(getattr(self, name) is not None for name in ASKS_NETWORK)
        return asked or self.order in ORDERS_BY_NETWORK


@dataclass(frozen=True, eq=False)
class Ranking:
    """Values of the images of a split to order them by, where these take long to work out.

    Attributes
    ----------
    title : str
        What the order is called.
    split : str
        The split that the values belong to.
    values : ndarray of shape (N,)
        One value per image; the smallest comes first.
    network : int, optional
        Which network the values come from; None where they come from the pixels.
    """

    title: Message
    split: str
    values: Values = field(repr=False)
    network: int | None = None


def select(
    split: Split,
    query: Query,
    evaluation: Evaluation | None = None,
    ranking: Ranking | None = None,
    starred: Places = NOTHING_STARRED,
) -> Indices:
    """Return the indices of the images that a query shows, in its order.

    Parameters
    ----------
    split : Split
        Where to look.
    query : Query
        What is wanted.
    evaluation : Evaluation, optional
        What is known of the network's answers, perhaps for the first images only.
    ranking : Ranking, optional
        The values for the order "ranking".
    starred : frozenset of (split, index)
        The images of the current collection.

    Returns
    -------
    ndarray of shape (M,), intp
        Indices into the split. Images that the order cannot tell apart are in
        the order of their index.
    """
    shown = np.flatnonzero(_kept(split, query, evaluation, starred))
    if query.order == "random":
        return np.random.default_rng(query.seed).permutation(shown)
    keys = _keys(split, query, evaluation, ranking)
    return shown if keys is None else shown[np.argsort(keys[shown], kind="stable")]


def _kept(split: Split, query: Query, evaluation: Evaluation | None, starred: Places) -> Mask:
    keep = np.ones(len(split), bool)
    if query.label is not None:
        keep &= split.labels == query.label
    if query.spans:
        keep &= _within_spans(len(split), query.spans)
    if query.label_errors:
        keep &= _at(len(split), label_errors(split))
    if query.starred:
        keep &= _at(len(split), [place for star in starred for place in split.places(*star)])
    if query.asks_network:
        known = 0 if evaluation is None else len(evaluation)
        if any(getattr(query, name) is not None for name in ASKS_NETWORK):
            keep[known:] = False
        if evaluation is not None and known:
            keep[:known] &= _read_so(query, evaluation)
    return keep


def _read_so(query: Query, evaluation: Evaluation) -> Mask:
    """Return where the filters hold that ask what the network says, of shape (n,)."""
    keep = np.ones(len(evaluation), bool)
    if query.verdict is not None:
        keep &= evaluation.wrong == (query.verdict == "wrong")
    if query.prediction is not None:
        keep &= evaluation.predictions == query.prediction
    if query.score is not None:
        keep &= _between(evaluation.top_scores, query.score)
    if query.margin is not None:
        keep &= _between(evaluation.margins, query.margin)
    return keep


def _between(values: Values, span: Span) -> Mask:
    return (values >= span[0]) & (values <= span[1])


def _within_spans(size: int, spans: tuple[tuple[int, int], ...]) -> Mask:
    inside = np.zeros(size, bool)
    for first, last in spans:
        inside[max(first, 0) : last + 1] = True
    return inside


def _at(size: int, places: Any) -> Mask:
    mask = np.zeros(size, bool)
    mask[np.asarray(places, np.intp)] = True
    return mask


_BY_NETWORK: dict[str, Callable[[Evaluation], NDArray[Any]]] = {
    "prediction": lambda evaluation: evaluation.predictions.astype(np.float32),
    "score": lambda evaluation: evaluation.top_scores,
    "margin": lambda evaluation: evaluation.margins,
    "hardness": lambda evaluation: -evaluation.hardness,
}


def _keys(
    split: Split, query: Query, evaluation: Evaluation | None, ranking: Ranking | None
) -> NDArray[Any] | None:
    """Return what to sort by, of shape (N,), or None for the order of the indices."""
    if query.order == "label":
        return split.labels
    if query.order == "ranking" and ranking is not None and ranking.split == split.name:
        return ranking.values
    if query.order in _BY_NETWORK and evaluation is not None:
        keys = np.full(len(split), np.inf, np.float32)
        keys[: len(evaluation)] = _BY_NETWORK[query.order](evaluation)
        return keys
    return None


def parse_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Read index numbers and ranges such as ``427, 1000-1050``.

    Raises
    ------
    ValueError
        If a part is neither a number nor two numbers with a dash between; the
        message is that part.
    """
    spans = []
    for part in (piece.strip() for piece in text.replace(";", ",").split(",")):
        if part:
            first, dash, last = (piece.strip() for piece in part.replace("–", "-").partition("-"))
            if not first.isdecimal() or (dash and not last.isdecimal()):
                raise ValueError(part)
            spans.append((int(first), int(last or first)))
    return tuple(spans)


def format_spans(spans: tuple[tuple[int, int], ...]) -> str:
    """Write ranges as :func:`parse_spans` reads them."""
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)
