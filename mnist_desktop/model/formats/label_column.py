"""Which column of a table without a header has the labels: the first or the last."""

import numpy as np

from mnist_desktop.model.formats.arrays import AnyArray
from mnist_desktop.model.message import Message, message

_MOST_ALIKE = 0.9  # of labels, the largest class; the pixel of a corner is nearly always 0
_CLASSES = 256


def label_column(table: AnyArray) -> tuple[int, Message | None]:
    """Tell which column has the labels by what is in it.

    Parameters
    ----------
    table : ndarray of shape (N, 785)
        Labels and pixels.

    Returns
    -------
    column : int
        0 or 784.
    note : Message or None
        What to say of it; nothing where it is the first, as is usual.
    """
    first, last = table[:, 0], table[:, -1]
    if _has_classes(first):
        return 0, None
    if _has_classes(last) or (last.any() and not first.any() and _are_labels(last)):
        return table.shape[1] - 1, message("The labels stand in the last column; the data show it.")
    if first.any():
        return 0, None
    return 0, message("Nothing shows which column has the labels; the first one is taken.")


def _are_labels(column: AnyArray) -> bool:
    return bool(np.isin(column, np.arange(_CLASSES)).all())


def _has_classes(column: AnyArray) -> bool:
    """Whether a column has whole numbers, and none of them nearly everywhere."""
    if not _are_labels(column):
        return False
    counts = np.bincount(column.astype(np.intp))
    return bool(counts.max() <= _MOST_ALIKE * len(column))
