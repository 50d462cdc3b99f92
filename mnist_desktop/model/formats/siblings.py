"""The files of a data set that belong together: images and labels, for training and test."""

import os
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from mnist_desktop.model.errors import Refused, one_line
from mnist_desktop.model.formats.pairs import role_of
from mnist_desktop.model.message import message

_MAX_LISTED = 10_000
_MAX_FOLDERS = 200
_MAX_DEPTH = 3
_FILE = re.compile(
    r"[^.]*(?:[-_. ]idx[1-3][-_. a-z]*|\.npz|\.npy|\.csv|\.txt)?(?:\.gz)?", re.IGNORECASE
)

#: (split, "images" or "labels") -> file
Files = dict[tuple[str, str], Path]


def around(path: Path) -> Files:
    """Return the files that belong to one of them, itself among them; none if its name is other.

    Parameters
    ----------
    path : Path
        A file. The others stand beside it, or each in a folder beside its folder.
    """
    found = _role(path)
    if found is None:
        return {}
    data_set, *role = found
    own: Files = {(role[0], role[1]): path}
    files = {**_sets(_files(path.parent)).get(data_set, {}), **own}
    if is_whole(files):
        return files
    apart = [file for file in _apart(path.parent.parent) if file.parent != path.parent]
    wider = {**_sets(apart).get(data_set, {}), **files}
    return wider if is_whole(wider) else files


def within_folder(folder: Path) -> Files:
    """Return the files of the data set in a folder, or in folders below it.

    Parameters
    ----------
    folder : Path
        Such as the root of torchvision, which has them in MNIST/raw.

    Returns
    -------
    dict of (str, str) to Path
        None of them where there is no such file.

    Raises
    ------
    Refused
        If there are several data sets.
    """
    level = [folder]
    for _ in range(_MAX_DEPTH):
        found = {
            f"{one.name}/{name}" if one != folder else name: files
            for one in level
            for name, files in _sets(_files(one)).items()
            if is_whole(files)
        }
        if not found:
            merged = _sets(file for one in level for file in _apart(one))
            found = {name: files for name, files in merged.items() if is_whole(files)}
        if len(found) > 1:
            raise Refused(
                message(
                    "it is a folder of several data sets ({names}). Open one of the files instead.",
                    names=one_line(", ".join(sorted(found)), 100),
                )
            )
        if found:
            return next(iter(found.values()))
        level = [inner for one in level for inner in folders(one)][:_MAX_FOLDERS]
    first = next((file for file in _files(folder) if _role(file) is not None), None)
    return {} if first is None else around(first)


def is_whole(files: Files) -> bool:
    """Whether there are images and their labels.

    Parameters
    ----------
    files : dict of (str, str) to Path
    """
    return any((part, "labels") in files for part, kind in files if kind == "images")


def folders(folder: Path) -> list[Path]:
    """Return the folders in a folder that may be read, by name.

    Parameters
    ----------
    folder : Path
    """
    with os.scandir(folder) as entries:
        few = [entry for entry, _ in zip(entries, range(_MAX_LISTED), strict=False)]
        names = sorted(entry.name for entry in few if entry.is_dir())
    found = [folder / name for name in names[:_MAX_FOLDERS]]
    return [inner for inner in found if os.access(inner, os.R_OK | os.X_OK)]


def files_in(folder: Path) -> list[Path]:
    """Return the files in a folder, the longest names first.

    Parameters
    ----------
    folder : Path
    """
    with os.scandir(folder) as entries:
        names = [entry.name for entry, _ in zip(entries, range(_MAX_LISTED), strict=False)
                 if not entry.is_dir()]  # fmt: skip
    return [folder / name for name in sorted(names, key=lambda name: (-len(name), name))]


def _files(folder: Path) -> list[Path]:
    return [file for file in files_in(folder) if _role(file) is not None]


def _apart(folder: Path) -> list[Path]:
    """Return the files of the folders in a folder that hold no data set of their own."""
    found: list[Path] = []
    for inner in folders(folder) if os.access(folder, os.R_OK | os.X_OK) else []:
        files = _files(inner)
        if not any(map(is_whole, _sets(files).values())):
            found += files
    return found


def _sets(files: Iterable[Path]) -> dict[str, Files]:
    """Return files by the data set that they belong to; unpacked ones go before packed."""
    sets: dict[str, Files] = defaultdict(dict)
    for file in files:
        found = _role(file)
        if found is not None:
            data_set, part, kind = found
            sets[data_set][part, kind] = file
    return dict(sets)


def _role(path: Path) -> tuple[str, str, str] | None:
    return role_of(path.name) if _FILE.fullmatch(path.name) else None
