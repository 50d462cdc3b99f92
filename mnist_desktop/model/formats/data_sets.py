"""The data sets that are like MNIST: how their files are named, what their labels stand for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase, digits

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import DIGITS, NO_CLASS


@dataclass(frozen=True)
class DataSet:
    """A data set that is known by its name.

    Attributes
    ----------
    name : str
        What it is called.
    class_names : tuple of str
        What each label stands for.
    sideways : bool
        Whether its files have rows and columns of the images exchanged.
    """

    name: str
    class_names: tuple[str, ...] = DIGITS
    sideways: bool = False


def _emnist(kind: str, class_names: tuple[str, ...] = DIGITS) -> DataSet:
    return DataSet(f"EMNIST {kind}", class_names, sideways=True)


_MERGED = (*digits, *ascii_uppercase, *"abdefghnqrt")
_CLOTHES = (
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
    "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
)  # fmt: skip

MNIST = DataSet("MNIST")
FASHION = DataSet("Fashion-MNIST", _CLOTHES)
_BY_NAME = (
    (r"fashion", FASHION),
    (r"emnist[-_. ]*letters", _emnist("letters", (NO_CLASS, *ascii_uppercase))),
    (r"emnist[-_. ]*digits", _emnist("digits")),
    (r"emnist[-_. ]*mnist", _emnist("MNIST")),
    (r"emnist[-_. ]*balanced", _emnist("balanced", _MERGED)),
    (r"emnist[-_. ]*bymerge", _emnist("by merge", _MERGED)),
    (r"emnist[-_. ]*byclass", _emnist("by class", (*digits, *ascii_uppercase, *ascii_lowercase))),
    (r"kmnist|kuzushiji[-_. ]*mnist", DataSet("KMNIST", tuple("おきすつなはまやれを"))),
    (r"qmnist", DataSet("QMNIST")),
)

#: The first labels tell apart what goes by the same file names.
_BY_LABELS = (
    ("5041921314", 60_000, MNIST),
    ("7210414959", 10_000, MNIST),
    ("9003027255", 60_000, FASHION),
    ("9211614657", 10_000, FASHION),
)


def by_name(path: Path, names: Iterable[str] = ()) -> DataSet | None:
    """Return the data set that files, or the folders around them, are named after.

    Parameters
    ----------
    path : Path
        The file, or the folder, that is opened.
    names : iterable of str
        Of the files that are read; they count more than what a folder is called.
    """
    for text in (*names, path.name, path.parent.name):
        for pattern, data_set in _BY_NAME:
            if re.search(pattern, text, re.IGNORECASE):
                return data_set
    return None


def by_labels(labels: NDArray[np.uint8]) -> DataSet | None:
    """Return the data set whose labels, training or test, begin as these do.

    Parameters
    ----------
    labels : ndarray of shape (N,), uint8
    """
    first = "".join(map(str, labels[:10].tolist()))
    for begin, count, data_set in _BY_LABELS:
        if first == begin and len(labels) == count:
            return data_set
    return None
