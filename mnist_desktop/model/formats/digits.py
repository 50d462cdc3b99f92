"""Digits from the images and labels of a file: bytes, splits, names for the classes."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import DIGITS, Digits, joined
from mnist_desktop.model.errors import Refused, one_line
from mnist_desktop.model.formats import data_sets
from mnist_desktop.model.formats.arrays import AnyArray, dimensions
from mnist_desktop.model.formats.pairs import Pair, rows_of
from mnist_desktop.model.formats.pixels import find_scale, to_bytes
from mnist_desktop.model.formats.steps import Steps, within
from mnist_desktop.model.message import message

MAX_IMAGES = 1_000_000
_MAX_CLASSES = 256

_TRAINING, _HELD_OUT = 60_000, 10_000
_PARTS = {"train": "training", "val": "validation", "t10k": "test", "test": "test"}


def digits_from(
    pairs: Sequence[Pair],
    path: Path,
    notes: Sequence[str] = (),
    *,
    raw: bool = False,
    names: Sequence[str] = (),
) -> Steps[Digits]:
    """Return the digits that a file holds; all pixels are held once, as bytes.

    Parameters
    ----------
    pairs : sequence of Pair
        One for each split.
    path : Path
        The file; its name may tell the data set.
    notes : sequence of str
        What the reader has to say.
    raw : bool, keyword-only
        Whether the format is one in which data sets are given out, so that
        EMNIST lies on its side in it.
    names : sequence of str, keyword-only
        Of the files that were read, which may tell the data set, too.

    Raises
    ------
    Refused
        If images and labels do not fit together, or pixels or labels are none.
    """
    said = list(dict.fromkeys([*notes, *(pair.note for pair in pairs if pair.note)]))
    pairs = _without_empty(pairs, said)
    images = [_rows(pair, said) for pair in pairs]
    labels = [
        _labels(pair.labels, len(rows), said) for pair, rows in zip(pairs, images, strict=True)
    ]
    total = sum(map(len, images))
    if total > MAX_IMAGES:
        raise Refused(
            message(
                "it holds {total:,} images; at most {most:,} are opened.",
                total=total,
                most=MAX_IMAGES,
            )
        )
    scale = yield from within(find_scale(images), 0, 0.3)
    said.append(scale.note)
    all_images = np.empty((total, 28, 28), np.uint8)
    start = 0
    for rows in images:
        end = start + len(rows)
        steps = to_bytes(rows, scale, all_images[start:end])
        yield from within(steps, 0.3 + 0.7 * start / total, 0.3 + 0.7 * end / total)
        start = end
    sizes = _sizes(pairs, list(map(len, images)), path, said)
    all_labels = np.concatenate(labels)
    dataset = data_sets.by_name(path, names) or _by_labels(labels)
    if raw and dataset is not None and dataset.sideways:
        yield from _stand_up(all_images)
        said.append(
            message(
                "{name} stores its images on their side; they are set upright.", name=dataset.name
            )
        )
    name = dataset.name if dataset else one_line(path.name)
    source = "" if dataset is data_sets.MNIST else f"{name}/"
    splits = joined(all_images, all_labels, sizes, source)
    return Digits(splits, name, _class_names(dataset, all_labels, said), said)


def _without_empty(pairs: Sequence[Pair], notes: list[str]) -> Sequence[Pair]:
    """Return the pairs that hold something, where there are any."""
    filled = [pair for pair in pairs if not pair.empty]
    notes += [
        message("Left out: {part}, which is empty.", part=pair.part)
        for pair in pairs
        if pair.empty and filled
    ]
    return filled or pairs


def _rows(pair: Pair, notes: list[str]) -> AnyArray:
    rows = rows_of(pair.images)
    if rows is not None and len(rows) != len(pair.images) and rows.ndim == 2:
        shape = dimensions(pair.images.shape)
        notes.append(message("Images are stored as {shape}, one per column.", shape=shape))
    if rows is not None and not rows.size:
        raise Refused(
            message(
                "there are no images in it: its array is {shape}.", shape=dimensions(rows.shape)
            )
        )
    if rows is None:
        raise Refused(
            message(
                "its images are {shape}; expected (N, 28, 28) or (N, 784).",
                shape=dimensions(pair.images.shape),
            )
        )
    return rows


def _labels(labels: AnyArray, count: int, notes: list[str]) -> NDArray[np.uint8]:
    """Return the labels as bytes, of shape (N,)."""
    if labels.ndim > 1 and labels.size > len(labels) == count:
        labels = _from_one_hot(labels, notes)
    labels = labels.ravel()
    if len(labels) != count:
        raise Refused(
            message(
                "it holds {count:,} images but {count_2:,} labels; expected as many.",
                count=count,
                count_2=len(labels),
            )
        )
    values = labels.astype(np.float64)
    if not np.isin(values, np.arange(_MAX_CLASSES)).all():
        raise Refused(
            message("some of its labels are no class; expected whole numbers from 0, as 0 to 9.")
        )
    return values.astype(np.uint8)


def _from_one_hot(labels: AnyArray, notes: list[str]) -> NDArray[np.intp]:
    """Return the place of the 1 in each row of labels, (N, C) or (N, C, 1) as in the lecture."""
    rows = labels.reshape(len(labels), -1)
    if rows.shape[1] > _MAX_CLASSES or not (np.count_nonzero(rows == 1, axis=1) == 1).all():
        raise Refused(
            message(
                "its labels should be one number per image, but are {shape}.",
                shape=dimensions(labels.shape),
            )
        )
    notes.append(message("Labels are stored as rows with a single 1 (one-hot)."))
    places: NDArray[np.intp] = rows.argmax(axis=1)
    return places


def _sizes(
    pairs: Sequence[Pair], counts: list[int], path: Path, notes: list[str]
) -> dict[str, int]:
    """Return the sizes of the splits, with 10,000 of 60,000 held out as the book does."""
    names = [pair.part or _part_by_name(path, counts[0], notes) for pair in pairs]
    sizes = dict(zip(names, counts, strict=True))
    if sizes.get("training") != _TRAINING or "validation" in sizes:
        return sizes
    notes.append(
        message("The last 10,000 of the 60,000 training images are held out for validation.")
    )
    held = {"training": _TRAINING - _HELD_OUT, "validation": _HELD_OUT}
    return {**held, **{name: size for name, size in sizes.items() if name != "training"}}


def _part_by_name(path: Path, count: int, notes: list[str]) -> str:
    for word, part in _PARTS.items():
        if word in path.name.lower():
            return part
    part = "training" if count == _TRAINING else "test"
    notes.append(
        message(
            "The file does not say what its images are for; they are the {part} split.", part=part
        )
    )
    return part


def _by_labels(labels: Sequence[NDArray[np.uint8]]) -> data_sets.DataSet | None:
    # Of the book's file the training labels are the first 50,000 of the 60,000.
    for part in (np.concatenate(labels[:2]), *labels):
        dataset = data_sets.by_labels(part)
        if dataset is not None:
            return dataset
    return None


def _class_names(
    dataset: data_sets.DataSet | None, labels: NDArray[np.uint8], notes: list[str]
) -> tuple[str, ...]:
    highest = int(labels.max())
    names = dataset.class_names if dataset else DIGITS
    if highest >= len(names):
        names = tuple(map(str, range(highest + 1)))
    if names != DIGITS:
        kinds = ", ".join([*names[:3], "…", names[-1]])
        notes.append(message("Labels stand for other classes than digits: {kinds}.", kinds=kinds))
    if highest > 9:
        notes.append(
            message(
                "Labels go up to {highest}; a network with ten outputs knows 0 to 9 only.",
                highest=highest,
            )
        )
    return names


def _stand_up(images: NDArray[np.uint8]) -> Steps[None]:
    for start in range(0, len(images), 4096):
        chunk = images[start : start + 4096]
        chunk[:] = chunk.transpose(0, 2, 1).copy()
        yield 1.0
