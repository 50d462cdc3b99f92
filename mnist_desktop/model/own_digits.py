"""My digits: images with labels that a user drew or brought, as a split and as files."""

import re
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from mnist_desktop.model.data import DIGITS, OWN, Digits, Split
from mnist_desktop.model.errors import FileFormatError
from mnist_desktop.model.message import message
from mnist_desktop.model.whole_files import replacing

#: More than this is neither kept nor taken from one file.
MOST = 100_000
_IMAGES_MAGIC, _LABELS_MAGIC = b"\0\0\x08\x03", b"\0\0\x08\x01"  # unsigned bytes, 3 and 1 axes


def own_split(images: ArrayLike = (), labels: ArrayLike = ()) -> Split:
    """Make the split "my digits".

    Parameters
    ----------
    images : array_like of shape (N, 28, 28), uint8
        255 for ink.
    labels : array_like of shape (N,), uint8
        The digits 0 to 9.

    Returns
    -------
    Split
    """
    pixels = np.asarray(images, np.uint8).reshape(-1, 28, 28)
    return Split(OWN, pixels, np.asarray(labels, np.uint8).reshape(-1))


def with_more(split: Split, more: Split, at: int | None = None) -> Split:
    """Insert digits.

    Parameters
    ----------
    split, more : Split
        The digits that are there, and those to insert.
    at : int, optional
        The index before which they go; at the end if not given.

    Returns
    -------
    Split
    """
    at = len(split) if at is None else at
    return own_split(
        np.concatenate([split.images[:at], more.images, split.images[at:]]),
        np.concatenate([split.labels[:at], more.labels, split.labels[at:]]),
    )


def without(split: Split, indices: ArrayLike) -> Split:
    """Delete digits.

    Parameters
    ----------
    split : Split
        The digits that are there.
    indices : array_like of int
        Which of them to delete.

    Returns
    -------
    Split
    """
    kept = np.ones(len(split), bool)
    kept[np.asarray(indices, np.intp)] = False
    return own_split(split.images[kept], split.labels[kept])


def merged(base: Split, mine: Split, theirs: Split) -> Split:
    """Put together what two windows have made of the same digits; nothing kept is lost.

    Parameters
    ----------
    base : Split
        What both began with.
    mine : Split
        What this window has made of it.
    theirs : Split
        What the other one has made of it, for instance what the file holds now.

    Returns
    -------
    Split
        Their digits without those that were deleted here, then those that are new here.
        Digits are the same if their pixels and labels are.
    """
    before, now = Counter(_keys(base)), Counter(_keys(mine))
    deleted, new = before - now, now - before
    kept = [not _taken(key, deleted) for key in _keys(theirs)]
    # Of equal digits the last are the new ones.
    added = [_taken(key, new) for key in reversed(_keys(mine))][::-1]
    return own_split(
        np.concatenate([theirs.images[kept], mine.images[added]]),
        np.concatenate([theirs.labels[kept], mine.labels[added]]),
    )


def _keys(split: Split) -> list[bytes]:
    """Return what tells digits apart: their pixels and their labels."""
    return [
        image.tobytes() + label.tobytes()
        for image, label in zip(split.images, split.labels, strict=True)
    ]


def _taken(key: bytes, counts: Counter[bytes]) -> bool:
    """Return whether there is one left of a kind, and take it."""
    left = counts[key] > 0
    if left:
        counts[key] -= 1
    return left


# Files ---------------------------------------------------------------------------------------


def save_digits(path: Path, split: Split) -> list[Path]:
    """Write digits to a file, whole or not at all.

    Parameters
    ----------
    path : Path
        A name that ends in .npz gets the arrays "images" and "labels". Any other
        name gets IDX, as MNIST itself: two files, whose names end in
        "-t10k-images-idx3-ubyte" and "-t10k-labels-idx1-ubyte".
    split : Split
        What to write.

    Returns
    -------
    list of Path
        The files that were written.

    Raises
    ------
    FileFormatError
        If there are more than :data:`MOST`, which could not be opened again.
    OSError
        If a file cannot be written.

    Notes
    -----
    Files that were there are as before whenever an error is raised.
    """
    _check_count(path, len(split))
    if path.suffix == ".npz":
        with replacing(path) as file:
            np.savez(file, images=split.images, labels=split.labels)
        return [path]
    images, labels = idx_names(path)
    count = len(split).to_bytes(4, "big")
    sides = (28).to_bytes(4, "big") * 2
    _write(images, _IMAGES_MAGIC, count, sides, split.images.tobytes())
    _write(labels, _LABELS_MAGIC, count, split.labels.tobytes())
    return [images, labels]


def idx_names(path: Path) -> tuple[Path, Path]:
    """Return the names of the two IDX files that belong to a name.

    Parameters
    ----------
    path : Path
        Either of the two, or what comes before the endings.

    Returns
    -------
    images, labels : Path
    """
    stem = re.sub(r"(-t10k)?-(images-idx3|labels-idx1)-ubyte$|\.idx$", "", path.name)
    return (
        path.with_name(f"{stem}-t10k-images-idx3-ubyte"),
        path.with_name(f"{stem}-t10k-labels-idx1-ubyte"),
    )


def _check_count(path: Path, count: int) -> None:
    if count > MOST:
        words = message(
            "{count:,} digits are too many; My digits takes {most:,} at most.",
            count=count,
            most=MOST,
        )
        raise FileFormatError(path, words)


def _write(path: Path, *parts: bytes) -> None:
    with replacing(path) as file:
        for part in parts:
            file.write(part)


def digits_in(opened: object, path: Path) -> Split:
    """Return all digits of a file that :func:`~mnist_desktop.model.formats.open_file` opened.

    Parameters
    ----------
    opened : Digits or OpenedParameters
        What the file holds.
    path : Path
        The file, for the message.

    Returns
    -------
    Split
        Of at most :data:`MOST`.

    Raises
    ------
    FileFormatError
        If it holds no digits, other classes, or too many.
    """
    if not isinstance(opened, Digits):
        raise FileFormatError(
            path, message("it holds the parameters of a network; expected digits.")
        )
    parts = [split for split in opened.splits.values() if not split.parts]
    labels = np.concatenate([part.labels for part in parts])
    if opened.class_names != DIGITS or (len(labels) and labels.max() > 9):
        raise FileFormatError(
            path, message("its labels stand for other classes than the digits 0 to 9.")
        )
    _check_count(path, len(labels))
    return own_split(np.concatenate([part.images for part in parts]), labels)
