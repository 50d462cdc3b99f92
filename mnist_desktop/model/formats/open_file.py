"""Opening any file: digits, parameters or one clear error come out of it."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from mnist_desktop.model.data import Digits
from mnist_desktop.model.errors import FileFormatError, Refused, listed
from mnist_desktop.model.formats.arrays import AnyArray, Noted, arranged
from mnist_desktop.model.formats.digits import digits_from
from mnist_desktop.model.formats.pairs import Pair, find_pairs, left_out, why_no_pair
from mnist_desktop.model.formats.parameter_files import parameters_around, parameters_within
from mnist_desktop.model.formats.recognise import IDX, Format, format_of
from mnist_desktop.model.formats.siblings import Files, around, folders, is_whole, within_folder
from mnist_desktop.model.formats.source import explain, load
from mnist_desktop.model.formats.steps import Steps, within
from mnist_desktop.model.formats.weights import OpenedParameters, parameters_from
from mnist_desktop.model.message import message

T = TypeVar("T")
Opened = Digits | OpenedParameters
AnyPath = str | bytes | os.PathLike[str] | os.PathLike[bytes]

_TOTAL = 1000


@dataclass(frozen=True)
class Opening:
    """How far the opening of a file is.

    Attributes
    ----------
    done, total : int
        The share that is done.
    result : Digits or OpenedParameters, optional
        What the file holds, once it is whole.
    """

    done: int
    total: int = _TOTAL
    result: Opened | None = None


def open_file(path: AnyPath, progress: Callable[[int, int], object] | None = None) -> Opened:
    """Open a file of digits or of parameters, whatever its format.

    Parameters
    ----------
    path : path-like
        A file, or a folder with IDX files.
    progress : callable, optional
        Called with ``(done, total)`` every few milliseconds. What it raises
        cancels the opening and comes out unchanged.

    Returns
    -------
    Digits or OpenedParameters
        Both have ``.notes``: a sentence for each thing that was assumed, left
        out or converted.

    Raises
    ------
    FileFormatError
        If the file cannot be used, for whatever reason.
    """
    result = None
    for opening in opening_steps(path):
        if progress is not None:
            progress(opening.done, opening.total)
        result = opening.result
    assert result is not None
    return result


def opening_steps(path: AnyPath) -> Iterator[Opening]:
    """Open a file step by step, as :func:`open_file` does; stop early to cancel.

    Yields
    ------
    Opening
        How far it is; the last one has the result.

    Raises
    ------
    FileFormatError
    """
    file = Path(os.fsdecode(path))
    done = 0
    steps = _named(file, _open(file))
    while True:
        try:
            done = max(done, round(next(steps) * _TOTAL))
        except StopIteration as stop:
            yield Opening(_TOTAL, result=stop.value)
            return
        yield Opening(done)


def _named(path: Path, steps: Steps[T]) -> Steps[T]:
    """Run steps; what goes wrong in them is said of this file."""
    try:
        return (yield from steps)
    except Refused as refusal:
        raise refusal.error(path, refusal.reason) from refusal
    except FileFormatError:
        raise
    except OSError as error:
        raise FileFormatError(path, explain(error)) from error
    except MemoryError:
        raise FileFormatError(path, message("it needs more memory than there is.")) from None
    except Exception as error:  # nobody foresaw it; the fuzzer fails on these
        raise FileFormatError(
            path, message("it is damaged ({kind}).", kind=type(error).__name__)
        ) from error


def _open(path: Path) -> Steps[Opened]:
    if path.is_dir():
        return (yield from _open_folder(path))
    form, tree, notes = yield from within(_read(path), 0, 0.8)
    files = around(path)
    array = _one_array(tree)
    if array is not None and (is_whole(files) or form is IDX):
        return (yield from within(_together(path, files, array), 0.5, 1))
    beside = parameters_around(path) if _is_piece(tree) else {}
    if beside:
        return (yield from within(_parameters_of(beside), 0.8, 1))
    pairs = find_pairs(tree)
    if pairs:
        names = left_out(tree, pairs)
        notes += [message("Left out: {names}.", names=listed(names))] if names else []
        return (yield from within(digits_from(pairs, path, notes, raw=form.raw), 0.8, 1))
    reason = why_no_pair(tree)
    if reason is not None:
        raise Refused(reason)
    return parameters_from(tree, notes)


def _open_folder(folder: Path) -> Steps[Opened]:
    files = within_folder(folder)
    parameters = {} if files else parameters_within(folder)
    if parameters:
        return (yield from _parameters_of(parameters))
    if not files and any(name.name.isdigit() for name in folders(folder)):
        raise Refused(
            message(
                "it is a folder with a folder per digit, as for pictures, which are not read from "
                "folders yet. Open the pictures under Draw, or save them as one .npz of images "
                "and labels."
            )
        )
    if not files:
        raise Refused(
            message(
                "it is a folder without the IDX files of MNIST, such as "
                "train-images-idx3-ubyte.gz. Open a file instead."
            )
        )
    return (yield from _together(folder, files))


def _parameters_of(files: dict[str, Path]) -> Steps[OpenedParameters]:
    """Open the files of a network that is kept as one array per file."""
    tree: dict[object, object] = {}
    notes: list[str] = []
    for index, (name, file) in enumerate(files.items()):
        share = index / len(files), (index + 1) / len(files)
        _, found, said = yield from within(_named(file, _read(file)), *share)
        if _is_piece(found):
            array = _one_array(found)
            tree[name] = found if array is None else array
            notes += [note for note in said if note not in notes]
    used = [file for name, file in files.items() if name in tree]
    names = listed(file.name for file in used)
    notes.append(message("The network is put together from {names}.", names=names))
    opened = parameters_from(tree, notes)
    opened.files = tuple(used)
    return opened


def _is_piece(tree: object) -> bool:
    """Whether a file holds a part of a network: one array, or those of two layers."""
    return _one_array(tree) is not None or (isinstance(tree, list | tuple) and len(tree) == 2)


def _read(path: Path) -> Steps[tuple[Format, object, list[str]]]:
    found: list[Format] = []

    def limit_of(head: bytes) -> int:
        found.append(format_of(head))
        return found[0].limit

    content = yield from within(load(path, limit_of), 0, 0.7)
    tree = yield from within(found[0].read(content), 0.7, 1)
    notes: list[str] = []
    if isinstance(tree, Noted):
        notes += tree.notes
        tree = tree.tree
    return found[0], (yield from within(arranged(tree, len(content)), 1, 1)), notes


def _together(path: Path, files: Files, tree: AnyArray | None = None) -> Steps[Digits]:
    """Open the files of a data set that belong to the one at `path`, which holds `tree`."""
    notes: list[str] = []
    arrays: dict[tuple[str, str], AnyArray] = {}
    for index, (role, file) in enumerate(files.items()):
        if file == path and tree is not None:
            arrays[role] = tree
            continue
        start = 0.7 * index / len(files)
        _, found, _ = yield from within(_named(file, _read(file)), start, start + 0.7 / len(files))
        array = _one_array(found)
        if array is None:
            raise FileFormatError(
                file, message("expected one array of images or of labels; found more.")
            )
        arrays[role] = array
    pairs = []
    for part in ("training", "validation", "test", ""):
        images, labels = arrays.get((part, "images")), arrays.get((part, "labels"))
        if images is not None and labels is not None:
            pairs.append(Pair(part, images, _classes(labels, notes)))
        elif images is not None or labels is not None:
            notes.append(
                message("Left out: {part}, of which only one of two files is there.", part=part)
            )
    if not pairs:
        raise Refused(
            message(
                "expected images and labels in two files side by side, such as "
                "train-images-idx3-ubyte and train-labels-idx1-ubyte; found one of them."
            )
        )
    names = [file.name for file in files.values()]
    return (yield from within(digits_from(pairs, path, notes, raw=True, names=names), 0.7, 1))


def _one_array(tree: object) -> AnyArray | None:
    """Return the only array of a file, or None where there are more."""
    if isinstance(tree, dict) and len(tree) == 1:
        tree = next(iter(tree.values()))
    return tree if isinstance(tree, np.ndarray) else None


def _classes(labels: AnyArray, notes: list[str]) -> AnyArray:
    """Return the labels of QMNIST, which has eight numbers an image, the first its class."""
    if labels.ndim != 2 or labels.shape[1] != 8 or labels.dtype.kind != "i":
        return labels
    notes.append(message("Left out: what QMNIST says of an image beside its label."))
    return labels[:, 0]
