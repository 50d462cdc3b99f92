"""Picture files to grey values, on the worker thread, with nothing taken on trust.

This is the one place where Qt is used off the GUI thread: QImageReader and QImage
are made for it, and a photograph takes a good part of a second to decode.
"""

import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from mnist_desktop.model.errors import FileFormatError, one_line
from mnist_desktop.model.formats.source import explain
from mnist_desktop.model.message import message
from mnist_desktop.model.paper import Flattened, flatten
from mnist_desktop.model.photographs import LARGEST, Found, cut
from mnist_desktop.ui.pictures.arrays import grey_pixels

_LARGEST_FILE = 100_000_000  # bytes
_MOST_PIXELS = 64_000_000  # a photograph of a good telephone has 50 million
_FORMATS = {
    b"\x89PNG\r\n\x1a\n": b"png",
    b"\xff\xd8\xff": b"jpeg",
    b"BM": b"bmp",
    b"GIF8": b"gif",
}
_LIGHT = 160  # visible pixels of a transparent picture that are lighter on average are light ink


@dataclass(frozen=True, eq=False)
class PictureFound:
    """A picture on its way to digits; what is not known yet is None.

    Attributes
    ----------
    name : str
        What to call the picture.
    grey : ndarray of shape (h, w), uint8
        Its grey values, at most 1,500 pixels a side.
    flat : Flattened
        The picture without its paper.
    threshold : float
        What is taken for ink.
    found : list of Found
        The digits.
    note : str
        A sentence on what was left out, or empty.
    """

    name: str
    grey: NDArray[np.uint8]
    note: str = ""
    flat: Flattened | None = None
    threshold: float = 0.5
    found: tuple[Found, ...] = ()


def read_picture(source: Path | QImage) -> Iterator[PictureFound]:
    """Read a picture and find its digits.

    Parameters
    ----------
    source : Path or QImage
        A file, or a picture from the clipboard or of a drag.

    Yields
    ------
    PictureFound
        The picture, then with its digits.

    Raises
    ------
    FileFormatError
        If it is no picture that can be read; the message says why.
    """
    if isinstance(source, Path):
        data = _bytes_of(source)
        picture = _decode(source, data)
    else:
        picture = PictureFound(message("Picture"), _grey(_shrunk(source)))
    yield picture
    flat = flatten(picture.grey)
    yield find(replace(picture, flat=flat), flat.threshold)


def find(picture: PictureFound, threshold: float) -> PictureFound:
    """Return the digits of a picture at another threshold."""
    assert picture.flat is not None
    found = tuple(cut(picture.flat, threshold)) if threshold < 1 else ()
    return replace(picture, threshold=threshold, found=found)


def find_again(picture: PictureFound, threshold: float) -> Iterator[PictureFound]:
    """Find the digits at another threshold, as a job."""
    yield find(picture, threshold)


def _bytes_of(path: Path) -> bytes:
    """Read a plain file whole; anything else could block or never end."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise FileFormatError(path, message("it is a folder. Open one of the pictures in it."))
        if not stat.S_ISREG(about.st_mode):
            raise FileFormatError(path, message("it is not a plain file."))
        if about.st_size > _LARGEST_FILE:
            raise FileFormatError(path, message("it has more than 100 MB; that is too large."))
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE)
    except OSError as error:
        raise FileFormatError(path, explain(error)) from error
    except ValueError:  # a zero byte in the name
        raise FileFormatError(path, message("there can be no file of this name.")) from None
    if not data:
        raise FileFormatError(path, message("it is empty: 0 bytes."))
    return data


def _format_of(data: bytes) -> bytes:
    """Return the format by content, never by name; empty if it is none that is read."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return b"webp"
    return next((name for start, name in _FORMATS.items() if data.startswith(start)), b"")


def _is_cut_off(form: bytes, data: bytes) -> bool:
    """Return whether the end is missing, where Qt would fill it with grey and not say so."""
    if form == b"jpeg":  # the end of the image after the start of its last scan
        return data.rfind(b"\xff\xd9") < data.rfind(b"\xff\xda")
    if form == b"gif":
        return not data.rstrip(b"\0").endswith(b";")
    return form == b"bmp" and int.from_bytes(data[2:6], "little") > len(data)


def _decode(path: Path, data: bytes) -> PictureFound:
    form = _format_of(data)
    if not form:
        raise FileFormatError(path, message("expected a picture: PNG, JPEG, BMP, GIF or WebP."))
    if form not in {bytes(known.data()) for known in QImageReader.supportedImageFormats()}:
        raise FileFormatError(
            path,
            message(
                "this installation of Qt cannot read {form}. Save it as PNG.",
                form=form.decode().upper(),
            ),
        )
    if _is_cut_off(form, data):
        raise FileFormatError(
            path, message("it ends in the middle; a part of the picture is missing.")
        )
    bytes_ = QByteArray(data)
    buffer = QBuffer(bytes_)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)  # EXIF: which way the telephone was held
    _check_size(path, reader)
    note = ""
    if reader.supportsAnimation() and reader.imageCount() > 1:
        note = message("The picture is animated; only its first frame is looked at.")
    image = reader.read()
    if image.isNull():
        raise FileFormatError(path, message("it is damaged, or cut off, and cannot be shown."))
    return PictureFound(one_line(path.name), _grey(_shrunk(image)), note)


def _check_size(path: Path, reader: QImageReader) -> None:
    """Refuse what is too large before it is decoded; have a large one decoded smaller."""
    size = reader.size()
    if not reader.canRead() or not size.isValid() or size.isEmpty():
        raise FileFormatError(path, message("it is damaged, or cut off, and cannot be shown."))
    if size.width() * size.height() > _MOST_PIXELS:
        raise FileFormatError(
            path,
            message(
                "it has {width:,} × {height:,} pixels; at most 64 million are read.",
                width=size.width(),
                height=size.height(),
            ),
        )
    smaller = _limited(size)
    if smaller != size:
        reader.setScaledSize(smaller)


def _limited(size: QSize) -> QSize:
    """Return a size of the same proportions that fits into 1,500 x 1,500."""
    if max(size.width(), size.height()) <= LARGEST:
        return size
    smaller = size.scaled(LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio)
    return smaller.expandedTo(QSize(1, 1))


def _shrunk(image: QImage) -> QImage:
    smaller = _limited(image.size())
    if smaller == image.size():
        return image
    how = Qt.TransformationMode.SmoothTransformation
    return image.scaled(smaller, Qt.AspectRatioMode.IgnoreAspectRatio, how)


def _grey(image: QImage) -> NDArray[np.uint8]:
    """Return grey values; what is transparent lies on the paper that the ink can be seen on."""
    if not image.hasAlphaChannel():
        return grey_pixels(image.convertToFormat(QImage.Format.Format_Grayscale8))
    alpha = grey_pixels(image.convertToFormat(QImage.Format.Format_Alpha8)).astype(np.float32) / 255
    opaque = image.convertToFormat(QImage.Format.Format_RGB32)
    grey = grey_pixels(opaque.convertToFormat(QImage.Format.Format_Grayscale8))
    covered = float(alpha.sum())
    light = covered > 0 and float((grey * alpha).sum()) / covered > _LIGHT
    through = float((1 - alpha).mean()) > 0.01
    paper = 0 if light and through else 255
    mixed: NDArray[np.uint8] = np.rint(grey * alpha + paper * (1 - alpha)).astype(np.uint8)
    return mixed
