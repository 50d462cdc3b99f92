"""libsvm's text: a line per image, its label, then index:value for each pixel that is not 0.

Format: README of LIBSVM, section "svm-train Usage"; indices count from 1.
"""

import re

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.errors import Refused
from mnist_desktop.model.formats.arrays import AnyArray
from mnist_desktop.model.formats.source import KIB
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import message

_PIXELS = 784
_MAX_ROWS = 200_000
_MAX_LINE = 64 * KIB
_PIECE = 32 * KIB  # read at a time
_BEGINS = re.compile(rb"[-+]?\d{1,6}(?:\.\d*)?(?: +\d{1,6}:[-+.\deE]{1,30}){2}")


def begins(head: bytes) -> bool:
    """Whether a file that begins so is of this format.

    Parameters
    ----------
    head : bytes
        Its first bytes.
    """
    return _BEGINS.match(head) is not None


def read(data: bytearray) -> Steps[dict[str, AnyArray]]:
    """Read images and labels.

    Parameters
    ----------
    data : bytearray
        The whole file.

    Returns
    -------
    dict of str to ndarray
        "images", of shape (N, 784), uint8 or float32, and "labels", (N,), float32.

    Raises
    ------
    Refused
        If a line is no label with pixels from 1 to 784.
    """
    images, labels = bytearray(), bytearray()
    at = 0
    while at < len(data):
        end = len(data) if at + _PIECE >= len(data) else data.rfind(b"\n", at, at + _PIECE) + 1
        if end <= at:
            raise Refused(message("one of its lines has more than {most:,} signs.", most=_MAX_LINE))
        for line in bytes(data[at:end]).splitlines():
            if line.strip():
                row = _row(line, len(labels) // 4)
                images += row[1:].tobytes()
                labels += row[:1].tobytes()
        at = end
        yield at / len(data)
    rows = len(labels) // 4
    pixels = np.frombuffer(images, np.float32).reshape(rows, _PIXELS)
    if all(_are_bytes(pixels[at : at + 1000]) for at in range(0, rows, 1000)):
        pixels = pixels.astype(np.uint8)
    return {
        "images": pixels,
        "labels": np.frombuffer(labels, np.float32),
    }


def _are_bytes(pixels: NDArray[np.float32]) -> bool:
    return bool(((pixels >= 0) & (pixels <= 255) & (pixels % 1 == 0)).all())


def _row(line: bytes, rows: int) -> NDArray[np.float32]:
    """Return the label and the 784 pixels of a line, float32 of shape (785,)."""
    row = np.zeros(1 + _PIXELS, np.float32)
    try:
        label, *pixels = line.replace(b":", b" ").split()
        row[0] = float(label)
        places = np.array(pixels[::2], np.int64)
        if len(places) and not 1 <= places.min() <= places.max() <= _PIXELS:
            raise ValueError
        row[places] = np.array(pixels[1::2], np.float32)
    except (ValueError, OverflowError):
        raise Refused(
            message(
                "its line {line:,} is no label with pixels such as 153:255; expected 784 at most.",
                line=rows + 1,
            )
        ) from None
    if rows > _MAX_ROWS:
        raise Refused(message("it holds more than {most:,} images.", most=_MAX_ROWS))
    return row
