"""My digits: images with labels that a user drew or brought, as a split and as files."""

import re
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from mnist_desktop.model.data import DIGITS, OWN, Digits, Split
from mnist_desktop.model.errors import FileFormatError
from mnist_desktop.model.whole_files import replacing

#: More than this is not taken from one file.
MOST = 100_000
_IMAGES_MAGIC, _LABELS_MAGIC = b"\0\0\x08\x03", b"\0\0\x08\x01"  # unsigned bytes, 3 and 1 axes


def own_split(images: ArrayLike = (), labels: ArrayLike = ()) -> Split:
    """Return the split "my digits" of some images, uint8 of (N, 28, 28), and their labels."""
    pixels = np.asarray(images, np.uint8).reshape(-1, 28, 28)
    return Split(OWN, pixels, np.asarray(labels, np.uint8).reshape(-1))


def with_more(split: Split, more: Split, at: int | None = None) -> Split:
    """Return the digits of both, `more` inserted before index `at`, or at the end."""
    at = len(split) if at is None else at
    return own_split(
        np.concatenate([split.images[:at], more.images, split.images[at:]]),
        np.concatenate([split.labels[:at], more.labels, split.labels[at:]]),
    )


def without(split: Split, indices: ArrayLike) -> Split:
    """Return the digits that are not at these indices."""
    kept = np.ones(len(split), bool)
    kept[np.asarray(indices, np.intp)] = False
    return own_split(split.images[kept], split.labels[kept])


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
    OSError
        If a file cannot be written; files that were there are as before.
    """
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
    """Return the names of the two IDX files that belong to a name, with or without its ending."""
    stem = re.sub(r"(-t10k)?-(images-idx3|labels-idx1)-ubyte$|\.idx$", "", path.name)
    return (
        path.with_name(f"{stem}-t10k-images-idx3-ubyte"),
        path.with_name(f"{stem}-t10k-labels-idx1-ubyte"),
    )


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

    Raises
    ------
    FileFormatError
        If it holds no digits, other classes, or too many.
    """
    if not isinstance(opened, Digits):
        raise FileFormatError(path, "it holds the parameters of a network; expected digits.")
    parts = [split for split in opened.splits.values() if not split.parts]
    labels = np.concatenate([part.labels for part in parts])
    if opened.class_names != DIGITS or (len(labels) and labels.max() > 9):
        raise FileFormatError(path, "its labels stand for other classes than the digits 0 to 9.")
    if len(labels) > MOST:
        raise FileFormatError(
            path, f"it holds {len(labels):,} digits; My digits takes {MOST:,} at most."
        )
    return own_split(np.concatenate([part.images for part in parts]), labels)
