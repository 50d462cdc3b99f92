"""Which of the arrays of a file are images and which are their labels."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mnist_desktop.model.formats.arrays import AnyArray, as_array, dimensions, unwrapped
from mnist_desktop.model.formats.label_column import label_column
from mnist_desktop.model.message import Message, message

_IMAGES = {"x", "image", "images", "img", "imgs", "data", "pixels", "features"}
_LABELS = {"y", "label", "labels", "target", "targets", "class", "classes"}
#: What a file's name ends in, and says nothing of what is in it.
_ENDINGS = {"idx", "ubyte", "int", "npy", "npz", "csv", "txt", "gz"}
_PARTS = {
    "train": "training", "training": "training",
    "val": "validation", "valid": "validation", "validation": "validation",
    "test": "test", "testing": "test", "t10k": "test",
}  # fmt: skip
_IN_ORDER = {1: ("",), 2: ("training", "test"), 3: ("training", "validation", "test")}
_SIDE = 28
_LARGEST_KERNEL = 11


@dataclass(frozen=True)
class Pair:
    """Images with their labels as a file has them.

    Attributes
    ----------
    part : str
        A split's name, or empty.
    images : ndarray of shape (N, 28, 28) or (N, 784), or others that `rows_of` knows
        The pixels.
    labels : ndarray
        One number per image, or a row of numbers with a single 1.
    note : Message, optional
        What there is to say of the choice.
    """

    part: str
    images: AnyArray
    labels: AnyArray
    note: Message | None = None

    @property
    def empty(self) -> bool:
        """Whether there are neither images nor labels, as in a validation part for show."""
        return not self.images.size and not self.labels.size


def find_pairs(tree: object) -> list[Pair]:
    """Return the pairs of images and labels that a file holds; none where it holds others.

    Parameters
    ----------
    tree : ndarray, list, tuple or dict
        What a reader found.
    """
    tree = unwrapped(tree)
    if isinstance(tree, np.ndarray):
        return _in_one_table(tree)
    if isinstance(tree, Mapping):
        return _named(tree)
    if isinstance(tree, list | tuple) and 2 <= len(tree) <= 6:
        return _in_order(tree) or _in_order([tree]) or _in_order(_two_by_two(tree))
    return []


def _in_one_table(table: AnyArray) -> list[Pair]:
    """Return the pair that stands in the columns of one array, (N, 785)."""
    if table.ndim != 2 or table.shape[1] != _SIDE * _SIDE + 1 or not len(table):
        return []
    column, note = label_column(table)
    images = table[:, 1:] if column == 0 else table[:, :-1]
    return [Pair("", images, table[:, column], note)]


def left_out(tree: object, pairs: Sequence[Pair]) -> list[str]:
    """Return the names of what a file holds beside its pairs of images and labels.

    Parameters
    ----------
    tree : ndarray, list, tuple or dict
        What a reader found.
    pairs : sequence of Pair
        What is used of it.
    """
    tree = unwrapped(tree)
    used = {id(array) for pair in pairs for array in (pair.images, pair.labels)}
    return [str(name) for name, value in _items(tree) if name and id(value) not in used]


def why_no_pair(tree: object) -> Message | None:
    """Return why the images that a file holds are no digits; None where it holds no images.

    Parameters
    ----------
    tree : ndarray, list, tuple or dict
        What a reader found.
    """
    arrays = [value for _, value in _items(tree) if isinstance(value, np.ndarray)]
    images = next((array for array in arrays if array.ndim > 2), None)
    if images is None:  # parameters have two dimensions at most
        return None
    if any(_is_convolution(array) for array in arrays):
        return message(
            "it holds a convolutional network; this program shows networks of two layers, each "
            "connected to all of the one before."
        )
    if rows_of(images) is None:
        return message(
            "its images are {shape}; expected (N, 28, 28) or (N, 784).",
            shape=dimensions(images.shape),
        )
    return message(
        "it holds images but no labels that fit; expected both, as x_train and y_train or as "
        "images and labels."
    )


def _is_convolution(array: AnyArray) -> bool:
    """Whether an array may be small squares of weights, one per channel before and after."""
    if array.ndim != 4 or rows_of(array) is not None:
        return False
    torch, keras = array.shape[2:], array.shape[:2]
    return any(2 <= side == other <= _LARGEST_KERNEL for side, other in (torch, keras))


def _items(tree: object) -> Iterable[tuple[object, object]]:
    return tree.items() if isinstance(tree, Mapping) else [("", tree)]


def rows_of(images: AnyArray) -> AnyArray | None:
    """Return a view of images with one image per row, or None if they are none of 28 x 28.

    Parameters
    ----------
    images : ndarray

    Returns
    -------
    ndarray of shape (N, 784), (N, 28, 28), (N, 28, 28, 1), (N, 1, 28, 28) or (N, 784, 1)
    """
    lengths = [n for n in images.shape[1:] if n != 1]
    if images.ndim >= 2 and lengths in ([_SIDE * _SIDE], [_SIDE, _SIDE]):
        return images
    if images.shape == (_SIDE, _SIDE):
        return images.reshape(1, _SIDE, _SIDE)
    if images.ndim == 2 and len(images) == _SIDE * _SIDE:
        return images.T
    return None


def _named(tree: Mapping[object, object]) -> list[Pair]:
    images: dict[str, AnyArray] = {}
    labels: dict[str, AnyArray] = {}
    for name, value in tree.items():
        words = _words(str(name))
        array = as_array(value)
        part = next((_PARTS[word] for word in words if word in _PARTS), "")
        for kind, usual in ((images, _IMAGES), (labels, _LABELS)):
            if array is not None and usual & set(words):
                kind[part] = array
    if not images and all(re.fullmatch(r"arr_\d{1,2}", str(name)) for name in tree):
        return find_pairs(
            [tree[name] for name in sorted(tree, key=lambda name: int(str(name)[4:]))]
        )
    order = [part for part in dict.fromkeys([*_IN_ORDER[3], ""]) if part in images]
    return [
        Pair(part, images[part], labels[part])
        for part in order
        if part in labels and rows_of(images[part]) is not None
    ]


def role_of(name: str) -> tuple[str, str, str] | None:
    """Return what the name of a file says that is in it.

    Parameters
    ----------
    name : str
        Such as "train-images-idx3-ubyte", "X_train.npy" or "labels.npy".

    Returns
    -------
    data_set, part, kind : str
        What else the name says, such as "emnist-letters"; a split's name, or empty; and
        "images" or "labels". None if the name says nothing of the last.
    """
    words = _words(name)
    kinds = {"images": _IMAGES, "labels": _LABELS}
    kind = next((kind for word in words for kind, known in kinds.items() if word in known), None)
    if kind is None:
        return None
    part = next((_PARTS[word] for word in words if word in _PARTS), "")
    usual = _IMAGES | _LABELS | _PARTS.keys() | _ENDINGS
    return "-".join(word for word in words if word not in usual), part, kind


def _words(name: str) -> list[str]:
    parted = re.sub(r"([a-z])([A-Z])", r"\1 \2", name[:200])
    parted = re.sub(r"\b([xy])_?(train|test|val)", r"\1 \2", parted.lower())
    return re.findall(r"t10k|[a-z]+", parted)


def _in_order(items: Sequence[object]) -> list[Pair]:
    pairs = [_pair_of(item) for item in items]
    parts = _IN_ORDER.get(len(pairs), ())
    found = [
        Pair(part, *pair) for part, pair in zip(parts, pairs, strict=False) if pair is not None
    ]
    return found if len(found) == len(pairs) and not all(pair.empty for pair in found) else []


def _two_by_two(items: Sequence[object]) -> list[Sequence[object]]:
    return [items[at : at + 2] for at in range(0, len(items), 2)]


def _pair_of(item: object) -> tuple[AnyArray, AnyArray] | None:
    if isinstance(item, list | tuple) and not item:
        return np.empty((0, _SIDE * _SIDE)), np.empty(0)
    if not isinstance(item, list | tuple) or len(item) != 2:
        return None
    if all(isinstance(one, list | tuple | np.ndarray) and not len(one) for one in item):
        return np.empty((0, _SIDE * _SIDE)), np.empty(0)
    images, labels = as_array(item[0]), as_array(item[1])
    if images is None or labels is None or not _is_pair(images, labels):
        return None
    return images, labels


def _is_pair(images: AnyArray, labels: AnyArray) -> bool:
    """Whether two arrays may be images and labels, and not weights and biases."""
    if rows_of(images) is None or not labels.size:
        return False
    if labels.ndim == 2 and min(labels.shape) > 1:
        return bool(np.isin(labels[:1000, :1000], (0, 1)).all())
    with np.errstate(invalid="ignore"):  # an infinite label is no class
        return bool(np.isin(labels.ravel()[:1000] % 1, 0).all())
