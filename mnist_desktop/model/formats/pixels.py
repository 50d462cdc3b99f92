"""Pixels of any kind as bytes: 0 for paper, 255 for ink."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.errors import Refused
from mnist_desktop.model.formats.arrays import AnyArray
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import Message, message

_CHUNK = 1024
_NEAR = 1e-3


@dataclass(frozen=True)
class Scale:
    """What a pixel value is multiplied by to make it a byte, and the words for it."""

    factor: int
    note: Message


def find_scale(images: Sequence[AnyArray]) -> Steps[Scale]:
    """Look at all pixels and tell how they are stored.

    Parameters
    ----------
    images : sequence of ndarray of shape (N, ...)

    Raises
    ------
    Refused
        If they lie neither in 0 to 1 nor in 0 to 255.
    """
    low, high = yield from _range(images)
    whole = all(array.dtype.kind in "iu" for array in images)
    if np.isnan(low) or np.isnan(high):
        raise Refused(
            message("some of its pixels are not numbers (nan); expected 0 to 1, or 0 to 255.")
        )
    if low < 0 or high > 255:
        raise Refused(
            message(
                "its pixels go from {low:,.5g} to {high:,.5g}; expected 0 to 1, or 0 to 255. "
                "Save them before they are normalised.",
                low=low,
                high=high,
            )
        )
    if whole:
        return _whole_scale(high)
    if high > 1:
        rounded = message("Pixels are decimal numbers from 0 to 255; they are rounded.")
        exact = message("Pixels are decimal numbers from 0 to 255.")
        return Scale(1, exact if _near(images, 1) else rounded)
    if 256 * high <= 255 and _near(images, 256):
        return Scale(256, message("Pixels are decimal numbers from 0 to 1, in steps of 1/256."))
    rounded = message("Pixels are decimal numbers from 0 to 1; they are rounded.")
    exact = message("Pixels are decimal numbers from 0 to 1, in steps of 1/255.")
    return Scale(255, exact if _near(images, 255) else rounded)


def _range(images: Sequence[AnyArray]) -> Steps[tuple[float, float]]:
    low, high = np.inf, -np.inf
    for array in images:
        for start in range(0, len(array), _CHUNK):
            chunk = array[start : start + _CHUNK]
            # fmin would pass over what is not a number, and min does not.
            low, high = np.minimum(low, chunk.min()), np.maximum(high, chunk.max())
            yield start / len(array)
    return float(low), float(high)


def _whole_scale(high: float) -> Scale:
    if high == 1:
        return Scale(255, message("Pixels are the whole numbers 0 and 1; 1 is held as 255."))
    return Scale(1, message("Pixels are whole numbers from 0 to 255."))


def _near(images: Sequence[AnyArray], factor: int) -> bool:
    """Whether the first pixels are whole numbers once multiplied."""
    for array in images:
        scaled = array[:_CHUNK].astype(np.float64) * factor
        if np.abs(scaled - np.rint(scaled)).max(initial=0) > _NEAR * factor / 255:
            return False
    return True


def to_bytes(images: AnyArray, scale: Scale, out: NDArray[np.uint8]) -> Steps[None]:
    """Fill `out`, of shape (N, 28, 28), a chunk of rows at a time."""
    buffer = np.empty((_CHUNK, 28, 28), np.float32)
    for start in range(0, len(out), _CHUNK):
        target = out[start : start + _CHUNK]
        chunk = images[start : start + _CHUNK].reshape(target.shape)
        if chunk.dtype.kind in "iu":
            np.multiply(chunk, scale.factor, out=target, casting="unsafe")
        else:
            scaled = buffer[: len(target)]
            np.multiply(chunk, scale.factor, out=scaled, casting="unsafe")
            np.rint(scaled, out=scaled)
            np.copyto(target, scaled, casting="unsafe")
        yield start / len(out)
