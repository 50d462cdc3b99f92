"""What is known of a network, as files: predictions as CSV, results as JSON."""

import json
import math
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Any

import numpy as np

from mnist_desktop.model import statistics
from mnist_desktop.model.data import Split
from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.model.label_errors import is_mnist_test
from mnist_desktop.model.whole_files import replacing

_BLOCK = 2000  # rows of CSV from one sign of progress to the next


def write_csv(path: Path | str, split: Split, evaluation: Evaluation) -> Generator[int, None, None]:
    """Write predictions as CSV: split, index, label, prediction, the scores, margin.

    Parameters
    ----------
    path : Path or str
        The file, replaced once all is written.
    split : Split
        What was evaluated; images of a joined split are named after their own.
    evaluation : Evaluation
        The predictions, perhaps of the first images only.

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
    with replacing(path) as file:
        file.write(f"split,index,label,prediction,{names},margin\n".encode())
        done = 0
        for part in evaluation.parts(split):
            for first in range(0, len(part), _BLOCK):
                rows = slice(first, min(first + _BLOCK, len(part)))
                file.write(_csv_rows(part, rows).encode())
                yield done + rows.stop
            done += len(part)


def _csv_rows(part: Evaluation, rows: slice) -> str:
    # Nine digits are what it takes to get the very float32 back.
    form = (
        _quoted(part.split).replace("%", "%%") + ",%d,%d,%d" + ",%.9g" * (part.scores.shape[1] + 1)
    )
    columns = (part.labels, part.predictions, part.scores, part.margins)
    table = np.column_stack([np.arange(rows.start, rows.stop), *(c[rows] for c in columns)])
    return "".join(f"{form}\n" % tuple(row) for row in table.tolist())


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
    """Return the results of a network on some splits as the text of a JSON file."""
    splits = [results(evaluation) for evaluation in evaluations]
    return json.dumps({"network": network, "splits": splits}, indent=1, allow_nan=False) + "\n"
