"""What a drag or the clipboard brings: files of this machine and images, nothing else."""

import os
import sys
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp")
#: Pictures, too; who reads them says what to do.
_OTHER_PICTURES = (".tif", ".tiff", ".heic", ".avif", ".svg")


def files_of(data: QMimeData) -> list[Path]:
    """Return the files of this machine that a drag brings."""
    return [local_path(url) for url in data.urls() if url.isLocalFile()]


def local_path(url: QUrl) -> Path:
    """Return the path of a file URL, byte by byte: toLocalFile loses names that are not UTF-8."""
    if sys.platform == "win32":
        return Path(url.toLocalFile())
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(encoded)))


def is_picture(path: Path) -> bool:
    """Return whether a file is a picture, by its name."""
    return path.suffix.lower() in PICTURES + _OTHER_PICTURES


def only_pictures(data: QMimeData) -> bool:
    """Return whether a drag brings pictures alone; an image is not fetched for that."""
    files = files_of(data)
    return all(map(is_picture, files)) if files else data.hasImage()


def picture_of(data: QMimeData | None) -> Path | QImage | None:
    """Return the first picture that a drag or the clipboard brings, None where there is none."""
    if data is None:  # as the clipboard says where it is empty
        return None
    path = next(filter(is_picture, files_of(data)), None)
    image = data.imageData() if path is None and data.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else path
