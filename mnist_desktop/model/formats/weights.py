"""Parameters of a network from what a file holds: chosen, turned the right way, checked."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.errors import Refused
from mnist_desktop.model.formats.arrays import AnyArray, dimensions
from mnist_desktop.model.formats.names import CLASSES, PIXELS, four_arrays
from mnist_desktop.model.formats.source import MIB, size
from mnist_desktop.model.message import message
from mnist_desktop.model.network import Parameters

MAX_PARAMETERS = 256 * MIB


class OpenedParameters(Parameters):
    """Parameters with what there is to say of the file that they came from.

    A subclass, and not a fifth field: it unpacks as ``W1, B1, W2, B2`` and goes
    wherever Parameters go, and network.py stays as short as the lecture.

    Attributes
    ----------
    notes : list of str
        A sentence for each thing that was assumed, left out or converted.
    stored : str
        How the numbers are stored in the file, such as "float32".
    files : tuple of Path
        Where they are kept in several files: all of them.
    """

    notes: list[str]
    stored: str
    files: tuple[Path, ...] = ()


def parameters_from(tree: object, said: Sequence[str] = ()) -> OpenedParameters:
    """Return the parameters that a file holds.

    Parameters
    ----------
    tree : ndarray, list, tuple or dict
        What a reader found.
    said : sequence of str
        What the reader has to say.

    Raises
    ------
    Refused
        If they are not those of a network of 784 inputs, two layers and 10 outputs.
    """
    arrays, notes = four_arrays(tree)
    notes = [*said, *notes]
    if sum(array.size for array in arrays) * 8 > MAX_PARAMETERS:
        raise Refused(
            message("its parameters have more than {most}, the limit.", most=size(MAX_PARAMETERS))
        )
    W1, B1, W2, B2 = arrays
    W1, W2 = _turned(W1, W2, notes)
    _check_shapes(W1, B1, W2, B2)
    hidden = len(W1)
    for name, bias in (("B1", B1), ("B2", B2)):
        if bias.shape != (bias.size, 1):
            notes.append(
                message(
                    "{name} is stored as {shape}; it is a column now.",
                    name=name,
                    shape=dimensions(bias.shape),
                )
            )
    notes += _storage_notes(arrays)
    opened = OpenedParameters(
        _held("W1", W1, (hidden, PIXELS)),
        _held("B1", B1, (hidden, 1)),
        _held("W2", W2, (CLASSES, hidden)),
        _held("B2", B2, (CLASSES, 1)),
    )
    opened.notes = notes
    opened.stored = _types(arrays)
    return opened


def _turned(W1: AnyArray, W2: AnyArray, notes: list[str]) -> tuple[AnyArray, AnyArray]:
    """Return the weights with one row per unit, and say which had one column per unit."""
    if W1.ndim != 2 or W2.ndim != 2:
        return W1, W2
    if W1.shape[1] != PIXELS and W1.shape[0] == PIXELS:
        notes.append(
            message(
                "W1 is stored as {shape}; rows and columns are exchanged.",
                shape=dimensions(W1.shape),
            )
        )
        W1 = W1.T
    elif W1.shape == (PIXELS, PIXELS):
        notes.append(
            message("W1 is square: its rows are taken as hidden units, its columns as pixels.")
        )
    if W2.shape == (len(W1), CLASSES) != (CLASSES, CLASSES):
        notes.append(
            message(
                "W2 is stored as {shape}; rows and columns are exchanged.",
                shape=dimensions(W2.shape),
            )
        )
        W2 = W2.T
    elif W2.shape == (CLASSES, CLASSES) == (CLASSES, len(W1)):
        notes.append(
            message("W2 is square: its rows are taken as the digits, its columns as hidden units.")
        )
    return W1, W2


def _check_shapes(W1: AnyArray, B1: AnyArray, W2: AnyArray, B2: AnyArray) -> None:
    if not all(array.size for array in (W1, B1, W2, B2)):
        raise Refused(message("one of its arrays is empty; expected numbers in all four."))
    if W1.ndim != 2 or W1.shape[1] != PIXELS:
        raise Refused(
            message(
                "W1 should be (H, 784), one weight a pixel, but is {shape}.",
                shape=dimensions(W1.shape),
            )
        )
    hidden = len(W1)
    if W2.ndim == 2 and W2.shape[1] == hidden and W2.shape[0] != CLASSES:
        raise Refused(
            message(
                "its network has {count} outputs; this program needs 10, one a digit.",
                count=len(W2),
            )
        )
    if W2.shape != (CLASSES, hidden):
        raise Refused(
            message(
                "W2 should be (10, {hidden}), as W1 says, but is {shape}.",
                hidden=hidden,
                shape=dimensions(W2.shape),
            )
        )
    for name, bias, count in (("B1", B1, hidden), ("B2", B2, CLASSES)):
        if bias.size != count or max(bias.shape, default=0) != count:
            raise Refused(
                message(
                    "{name} should be ({count}, 1), but is {shape}.",
                    name=name,
                    count=count,
                    shape=dimensions(bias.shape),
                )
            )


def _storage_notes(arrays: Sequence[AnyArray]) -> list[str]:
    notes: list[str] = []
    if any(array.dtype.newbyteorder("=") != np.float64 for array in arrays):
        notes.append(
            message("The numbers are stored as {found} and held as float64.", found=_types(arrays))
        )
    if any(not array.dtype.isnative for array in arrays):
        notes.append(message("The numbers are stored with the high byte first (big-endian)."))
    if any(not array.flags.c_contiguous for array in arrays):
        notes.append(message("The numbers are stored column by column (Fortran order)."))
    return notes


def _types(arrays: Sequence[AnyArray]) -> str:
    return " and ".join(dict.fromkeys(array.dtype.name for array in arrays))


def _held(name: str, array: AnyArray, shape: tuple[int, int]) -> NDArray[np.float64]:
    with np.errstate(invalid="ignore"):  # what is not a number is looked for below
        held = np.array(array, np.float64, order="C").reshape(shape)
    finite = np.isfinite(held)
    if not finite.all():
        row, column = np.unravel_index(finite.argmin(), shape)
        words = "not a number" if np.isnan(held[row, column]) else "infinite"
        raise Refused(
            message(
                "{name} has a value that is {words} (row {row}, column {column}).",
                name=name,
                words=words,
                row=row,
                column=column,
            )
        )
    return held
