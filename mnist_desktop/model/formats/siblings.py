"""The files of a data set that belong together: images and labels, for training and test."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from mnist_desktop.model.errors import Refused, one_line
from mnist_desktop.model.message import message

_MAX_LISTED = 10_000
_NAME = re.compile(
    r"(?P<set>.*?)(?P<part>train|t10k|test)[-_. ]?(?P<kind>images|labels|imgs)"
    r"(?:[-_. ]*idx[1-3].*|\.npz|\.npy)?(?:\.gz)?",
    re.IGNORECASE,
)

#: (split, whether images or labels) -> file
Files = dict[tuple[str, str], Path]


def around(path: Path) -> Files:
    """Return the files that belong to one of them, itself among them; none if its name is other."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return {}
    files = _sets(_names(path.parent), path.parent).get(match["set"].lower(), {})
    return {**files, _role(match): path}


def within_folder(folder: Path) -> Files:
    """Return the files of the data set in a folder.

    Raises
    ------
    Refused
        If there is none, or several.
    """
    sets = _sets(_names(folder), folder)
    if not sets:
        raise Refused(
            message(
                "it is a folder without the IDX files of MNIST, such as "
                "train-images-idx3-ubyte.gz. Open a file instead."
            )
        )
    if len(sets) > 1:
        raise Refused(
            message(
                "it is a folder of several data sets ({found}). Open one of the files instead.",
                found=one_line(", ".join(sorted(sets)), 100),
            )
        )
    return next(iter(sets.values()))


def _names(folder: Path) -> list[str]:
    with os.scandir(folder) as entries:
        names = [entry.name for entry, _ in zip(entries, range(_MAX_LISTED), strict=False)]
    return sorted(names, key=len, reverse=True)


def _sets(names: Iterable[str], folder: Path) -> dict[str, Files]:
    """Return the files by the data set that they belong to; unpacked ones go before packed."""
    sets: dict[str, Files] = {}
    for name in names:
        match = _NAME.fullmatch(name)
        if match is not None:
            sets.setdefault(match["set"].lower(), {})[_role(match)] = folder / name
    return sets


def _role(match: re.Match[str]) -> tuple[str, str]:
    part = "training" if match["part"].lower() == "train" else "test"
    return part, "labels" if match["kind"].lower() == "labels" else "images"
