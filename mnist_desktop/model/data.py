"""The digits: 70,000 images of 28 x 28 pixels with their labels, in three splits.

As in the file mnist.pkl.gz of Michael Nielsen's book, the first 50,000 of
MNIST's 60,000 training images are for training and the last 10,000 for
validation; the 10,000 test images are for testing.
"""

import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, overload

import numpy as np
from numpy.lib import format as npy_format
from numpy.typing import NDArray

from mnist_desktop.model.errors import FileFormatError
from mnist_desktop.model.resources import RESOURCES

DIGITS_FILE = RESOURCES / "mnist" / "digits.npz"

#: The splits that the shipped file holds, in the order that "all" joins them.
SPLIT_SIZES = MappingProxyType({"training": 50_000, "validation": 10_000, "test": 10_000})
ALL = "all"
#: What a user drew or brought; not shipped, may be empty, and changes.
OWN = "my digits"

#: A pixel value as f sees it is its byte times this: uint8 / 256, as in mnist.pkl.gz.
PIXEL_SCALE = np.float32(1 / 256)

#: What pixels may have been divided by when a network was trained; the first is f's own.
DIVISORS = (256, 255)

_ROWS = 1000  # images unpacked at a time: 0.8 MB

DIGITS = tuple("0123456789")
#: The name of a label that stands for nothing, as 0 in the letters of EMNIST.
NO_CLASS = "–"


@dataclass(frozen=True, eq=False)
class Split:
    """Images with their labels.

    Attributes
    ----------
    name : str
        "training", "validation", "test", "all" or "my digits".
    images : ndarray of shape (N, 28, 28), uint8
        Pixels, 0 for paper and 255 for ink.
    labels : ndarray of shape (N,), uint8
        What each image is meant to show.
    parts : tuple of (str, int)
        For a split that joins others: their names and the index at which each
        begins. Empty otherwise.
    source : str
        What stands before the name where an image is remembered: empty for MNIST,
        so that a star on one of its images is not taken for one of another data set.
    """

    name: str
    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]
    parts: tuple[tuple[str, int], ...] = ()
    source: str = ""

    def __len__(self) -> int:
        return len(self.labels)

    def image(self, index: int) -> NDArray[np.float32]:
        """Return one image as f takes it.

        Parameters
        ----------
        index : int
            Which image, from 0.

        Returns
        -------
        ndarray of shape (784, 1), float32
            Pixels from 0 to 1, uint8 / 256.

        Raises
        ------
        IndexError
            If there is no such image.
        """
        x: NDArray[np.float32] = self.images[index].reshape(784, 1) * PIXEL_SCALE
        return x

    def origin(self, index: int) -> tuple[str, int]:
        """Return the split that an image comes from and its index there.

        Parameters
        ----------
        index : int
            Which image of this split, from 0.

        Returns
        -------
        tuple of (str, int)
            This split's own name and `index`, unless it joins others.
        """
        for name, start in reversed(self.parts):
            if index >= start:
                return name, index - start
        return self.name, index

    def place(self, index: int) -> tuple[str, int]:
        """Return what an image is remembered by; :meth:`places` finds it again.

        Parameters
        ----------
        index : int
            Which image of this split, from 0.

        Returns
        -------
        tuple of (str, int)
            As :meth:`origin`, with the source before the name.
        """
        name, place = self.origin(index)
        return self.source + name, place

    def places(self, name: str, index: int) -> tuple[int, ...]:
        """Return where in this split a remembered image stands.

        Parameters
        ----------
        name : str
            The first part of its place: source and name of a split.
        index : int
            The second part: its index there.

        Returns
        -------
        tuple of int
            Its index in this split; empty if it is not part of it.
        """
        if not name.startswith(self.source):
            return ()
        name = name[len(self.source) :]
        place = dict(self.parts).get(name, 0) + index
        # Its own split may be shorter than the index says: then the image there is another's.
        inside = 0 <= place < len(self) and self.origin(place) == (name, index)
        return (place,) if inside else ()


@dataclass(frozen=True, eq=False)
class Digits:
    """A data set: its splits by name.

    Attributes
    ----------
    splits : mapping of str to Split
        What is loaded so far.
    name : str
        What to call the data set.
    class_names : tuple of str
        What each label stands for.
    notes : list of str
        A sentence for each thing that was assumed, left out or converted.
    """

    splits: Mapping[str, Split]
    name: str = "MNIST"
    class_names: tuple[str, ...] = DIGITS
    notes: list[str] = field(default_factory=list)

    @property
    def classes(self) -> int:
        """Number of classes that labels stand for."""
        return len(self.class_names) - self.class_names.count(NO_CLASS)


class Samples(Sequence[tuple[NDArray[np.float32], Any]]):
    """A split as the lecture's list of ``(image, label)``, each made when asked for.

    Parameters
    ----------
    split : Split
        The images.
    one_hot : bool, keyword-only
        Whether a label is a float64 (10, 1) with a 1 at the digit, or an integer.
    """

    def __init__(self, split: Split, *, one_hot: bool = False) -> None:
        self._split = split
        self._one_hot = one_hot

    @property
    def split(self) -> Split:
        """The images and labels as arrays, for ``evaluate`` and ``train``."""
        return self._split

    def __len__(self) -> int:
        return len(self._split)

    @overload
    def __getitem__(self, index: int) -> tuple[NDArray[np.float32], Any]: ...

    @overload
    def __getitem__(self, index: slice) -> "Samples": ...

    def __getitem__(self, index: int | slice) -> "tuple[NDArray[np.float32], Any] | Samples":
        if isinstance(index, slice):
            part = Split(self._split.name, self._split.images[index], self._split.labels[index])
            return Samples(part, one_hot=self._one_hot)
        label = int(self._split.labels[index])
        return self._split.image(index), one_hot(label) if self._one_hot else label

    def __repr__(self) -> str:
        return f"<{len(self):,} samples of {self._split.name}>"


def one_hot(label: int) -> NDArray[np.float64]:
    """Return a label as the network should answer it.

    Parameters
    ----------
    label : int
        The digit.

    Returns
    -------
    ndarray of shape (10, 1), float64
        1 at `label` and 0 elsewhere.

    Raises
    ------
    IndexError
        If the label is above 9.

    Examples
    --------
    >>> one_hot(3).ravel()
    array([0., 0., 0., 1., 0., 0., 0., 0., 0., 0.])
    """
    vector = np.zeros((10, 1))
    vector[label] = 1
    return vector


def load_digits(first: str = "test", path: Path = DIGITS_FILE) -> Iterator[Digits]:
    """Load the shipped digits split by split, `first` first.

    All pixels are held once: the splits, "all" among them, are views of one array.

    Parameters
    ----------
    first : str
        The split that is wanted soonest.
    path : Path
        The shipped file, or another of the same layout.

    Yields
    ------
    Digits
        What is loaded so far; the last one is whole and has the split "all".

    Raises
    ------
    FileFormatError
        If the file is missing or damaged.

    Examples
    --------
    >>> *_, digits = load_digits()
    >>> [(name, len(split)) for name, split in digits.splits.items()]
    [('test', 10000), ('training', 50000), ('validation', 10000), ('all', 70000)]
    """
    total = sum(SPLIT_SIZES.values())
    images, labels = np.empty((total, 28, 28), np.uint8), np.empty(total, np.uint8)
    splits = joined(images, labels, SPLIT_SIZES)
    loaded: dict[str, Split] = {}
    for name in sorted(SPLIT_SIZES, key=lambda name: name != first):
        split = splits[name]
        _fill(split, path)
        loaded[name] = split
        if len(loaded) < len(SPLIT_SIZES):
            yield Digits(dict(loaded))
    yield Digits({**loaded, ALL: splits[ALL]})


def joined(
    images: NDArray[np.uint8],
    labels: NDArray[np.uint8],
    sizes: Mapping[str, int],
    source: str = "",
) -> dict[str, Split]:
    """Return the splits that lie one after another in two arrays, and "all", which joins them.

    Parameters
    ----------
    images : ndarray of shape (N, 28, 28), uint8
        Nothing of it is copied; it may be filled later.
    labels : ndarray of shape (N,), uint8
        The same.
    sizes : mapping of str to int
        How many images each split has, in the order in which they lie.
    source : str
        See :class:`Split`.

    Returns
    -------
    dict of str to Split
        The splits by name, and "all".
    """
    starts = dict(zip(sizes, accumulate(sizes.values(), initial=0), strict=False))
    splits = {}
    for name, size in sizes.items():
        rows = slice(starts[name], starts[name] + size)
        splits[name] = Split(name, images[rows], labels[rows], source=source)
    return {**splits, ALL: Split(ALL, images, labels, tuple(starts.items()), source)}


def _fill(split: Split, path: Path) -> None:
    """Read the images and labels of a split from the shipped file into its arrays."""
    try:
        with zipfile.ZipFile(path) as archive:
            for part, array in (("images", split.images), ("labels", split.labels)):
                with archive.open(f"{split.name}_{part}.npy") as member:
                    _read_into(array, member)
        if split.labels.max() > 9:
            raise ValueError("labels above 9")
    except FileNotFoundError:
        raise FileFormatError(path, "the file of the digits is missing.") from None
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise FileFormatError(
            path, f"the {split.name} images cannot be read; the file is damaged ({error})."
        ) from error


def _read_into(array: NDArray[np.uint8], file: IO[bytes]) -> None:
    """Read a .npy file, a piece at a time: whole, it would be in memory twice."""
    npy_format.read_magic(file)
    found = npy_format.read_array_header_1_0(file)
    if found != (array.shape, False, np.dtype(np.uint8)):
        what = "images of 28 x 28 pixels" if array.ndim == 3 else "labels"
        raise ValueError(f"expected {len(array):,} {what} in bytes, found {found[0]} {found[2]}")
    for start in range(0, len(array), _ROWS):
        rows = array[start : start + _ROWS]
        rows[:] = np.frombuffer(file.read(rows.nbytes), np.uint8).reshape(rows.shape)


def load_data_wrapper() -> tuple[Samples, Samples, Samples]:
    """Return the lecture's ``(training_data, validation_data, test_data)``.

    Returns
    -------
    tuple of three sequences of (image, label)
        An image is float32 of shape (784, 1) with the values uint8 / 256. A label
        is a one-hot float64 of shape (10, 1) in `training_data`, an integer in
        the other two. Nothing is converted before it is asked for.

    Raises
    ------
    FileFormatError
        If the shipped file of the digits is missing or damaged.

    Examples
    --------
    >>> training_data, validation_data, test_data = load_data_wrapper()
    >>> training_data
    <50,000 samples of training>
    >>> image, label = test_data[0]
    >>> image.shape, image.dtype, label
    ((784, 1), dtype('float32'), 7)
    """
    *_, digits = load_digits()
    return (
        Samples(digits.splits["training"], one_hot=True),
        Samples(digits.splits["validation"]),
        Samples(digits.splits["test"]),
    )
