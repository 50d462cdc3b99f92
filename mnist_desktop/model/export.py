"""What is known of a network, as files: predictions as CSV, results as JSON."""

import json
import math
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model import statistics
from mnist_desktop.model.data import Split
from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.model.forward import rows_a_call
from mnist_desktop.model.label_errors import is_mnist_test
from mnist_desktop.model.network import FloatArray, f
from mnist_desktop.model.threads import one_blas_thread
from mnist_desktop.model.whole_files import replacing

_BLOCK = 2000  # rows of CSV from one sign of progress to the next
_DIGITS = 12  # of a score in float64: the further ones depend on the order of a sum
_DIGITS_32 = 9  # what it takes to get the very float32 back


def write_csv(path: Path | str, split: Split, evaluation: Evaluation) -> Generator[int, None, None]:
    """Write predictions as CSV: split, index, label, prediction, the scores, margin.

    Scores are worked out again in float64: those of an evaluation are float32, in
    which a score below 1e-6 is mostly rounding.

    Parameters
    ----------
    path : Path or str
        The file, replaced once all is written.
    split : Split
        What was evaluated; images of a joined split are named after their own.
    evaluation : Evaluation
        The predictions, perhaps of the first images only. If it does not know its
        network, its own scores are written.

    Yields
    ------
    int
        Rows written so far. Close the generator early, and nothing is changed.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    names = ",".join(f"score_{digit}" for digit in range(evaluation.scores.shape[1]))
    network = evaluation.parameters
    block = _BLOCK if network is None else min(_BLOCK, rows_a_call(network.hidden))
    with replacing(path) as file, one_blas_thread():
        file.write(f"split,index,label,prediction,{names},margin\n".encode())
        done = 0
        for part in evaluation.parts(split):
            images = split.images[done : done + len(part)]
            for first in range(0, len(part), block):
                rows = slice(first, min(first + block, len(part)))
                file.write(_csv_rows(part, rows, images[rows]).encode())
                yield done + rows.stop
            done += len(part)


def _csv_rows(part: Evaluation, rows: slice, images: NDArray[np.uint8]) -> str:
    scores = _scores(part, rows, images)
    second, highest = np.partition(scores, -2, axis=1)[:, -2:].T
    digits = _DIGITS if scores.dtype == np.float64 else _DIGITS_32
    form = (
        _quoted(part.split).replace("%", "%%")
        + ",%d,%d,%d"
        + f",%.{digits}g" * (scores.shape[1] + 1)
    )
    indices = np.arange(rows.start, rows.stop)
    columns = (indices, part.labels[rows], part.predictions[rows], scores, highest - second)
    return "".join(f"{form}\n" % tuple(row) for row in np.column_stack(columns).tolist())


def _scores(part: Evaluation, rows: slice, images: NDArray[np.uint8]) -> FloatArray:
    """Return scores in float64, of shape (n, 10), or as they are where there is no network."""
    if part.parameters is None:
        return part.scores[rows]
    W1, B1, W2, B2 = part.parameters
    with np.errstate(all="ignore"):  # huge weights may overflow; the score is then 0, 1 or nan
        return f(images.reshape(-1, 784).T * (1 / 256), W1, W2, B1, B2).T


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"' if set(name) & set(',"\r\n') else name


def results(evaluation: Evaluation) -> dict[str, Any]:
    """Return the figures of an evaluation as JSON takes them.

    Parameters
    ----------
    evaluation : Evaluation
        Perhaps of the first images only.

    Returns
    -------
    dict of str to numbers, lists and dicts
        Shares are from 0 to 1, and None where there is nothing to divide by.
    """
    count = len(evaluation)
    digits = statistics.per_digit(evaluation)
    columns = (digits.counts, digits.precision, digits.recall, digits.f1)
    figures: dict[str, Any] = {
        "split": evaluation.split,
        "images": evaluation.total,
        "evaluated": count,
        "errors": evaluation.errors,
        "accuracy": _number(evaluation.accuracy),
        "accuracy_95": list(statistics.wilson_interval(count - evaluation.errors, count)),
        "top_2_accuracy": _number(statistics.top2_accuracy(evaluation)),
        "quadratic_cost": _number(statistics.quadratic_cost(evaluation)),
    }
    if evaluation.split == "test" and is_mnist_test(evaluation.labels):
        without = statistics.accuracy_without_label_errors(evaluation)
        figures["accuracy_without_label_errors"] = _number(without)
    figures["confusion"] = evaluation.confusion.tolist()
    figures["per_digit"] = [
        {"count": int(n), "precision": _number(p), "recall": _number(r), "f1": _number(f1)}
        for n, p, r, f1 in zip(*columns, strict=True)
    ]
    return figures


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def results_json(network: str, evaluations: Iterable[Evaluation]) -> str:
    """Return the results of a network on some splits as the text of a JSON file.

    Parameters
    ----------
    network : str
        What the network is called.
    evaluations : iterable of Evaluation
        Of one split each, as for :func:`results`.

    Returns
    -------
    str
        One object with "network" and "splits".
    """
    splits = [results(evaluation) for evaluation in evaluations]
    return json.dumps({"network": network, "splits": splits}, indent=1, allow_nan=False) + "\n"
