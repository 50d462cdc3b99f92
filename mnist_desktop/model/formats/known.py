"""The data sets that are like MNIST: how their files are named, what their labels stand for."""

import re
from dataclasses import dataclass
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase, digits

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import DIGITS, NO_CLASS


@dataclass(frozen=True)
class Known:
    """A data set: `sideways` where its files have rows and columns exchanged."""

    name: str
    class_names: tuple[str, ...] = DIGITS
    sideways: bool = False


_MERGED = (*digits, *ascii_uppercase, *"abdefghnqrt")
_CLOTHES = (
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
    "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
)  # fmt: skip

MNIST = Known("MNIST")
FASHION = Known("Fashion-MNIST", _CLOTHES)
_BY_NAME = (
    (r"fashion", FASHION),
    (r"emnist[-_. ]*letters", Known("EMNIST letters", (NO_CLASS, *ascii_uppercase), sideways=True)),
    (r"emnist[-_. ]*digits", Known("EMNIST digits", sideways=True)),
    (r"emnist[-_. ]*mnist", Known("EMNIST MNIST", sideways=True)),
    (r"emnist[-_. ]*balanced", Known("EMNIST balanced", _MERGED, sideways=True)),
    (r"emnist[-_. ]*bymerge", Known("EMNIST by merge", _MERGED, sideways=True)),
    (
        r"emnist[-_. ]*byclass",
        Known("EMNIST by class", (*digits, *ascii_uppercase, *ascii_lowercase), sideways=True),
    ),
    (r"kmnist|kuzushiji[-_. ]*mnist", Known("KMNIST", tuple("おきすつなはまやれを"))),
    (r"qmnist", Known("QMNIST")),
)

#: The first labels tell apart what goes by the same file names.
_BY_LABELS = (
    ("5041921314", 60_000, MNIST),
    ("7210414959", 10_000, MNIST),
    ("9003027255", 60_000, FASHION),
    ("9211614657", 10_000, FASHION),
)


def by_name(path: Path) -> Known | None:
    """Return the data set that a file or the folder around it is named after."""
    for text in (path.name, path.parent.name):
        for pattern, known in _BY_NAME:
            if re.search(pattern, text, re.IGNORECASE):
                return known
    return None


def by_labels(labels: NDArray[np.uint8]) -> Known | None:
    """Return the data set whose labels, training or test, begin as these do."""
    first = "".join(map(str, labels[:10].tolist()))
    for begin, count, known in _BY_LABELS:
        if first == begin and len(labels) == count:
            return known
    return None
