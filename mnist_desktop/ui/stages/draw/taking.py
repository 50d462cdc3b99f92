"""Pictures that come in by drop and paste: what a drag or a clipboard holds."""

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

Source = Path | QImage
PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp")


def has_picture(data: QMimeData) -> bool:
    """Return whether something may be a picture: an image, or a file of this machine."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def picture_of(data: QMimeData | None) -> Source | None:
    """Return the first file or the image that a drag or a clipboard holds; None for all else."""
    if data is None:  # as the clipboard says where it is empty
        return None
    for url in data.urls():
        if url.isLocalFile():
            return _path(url)
    image = data.imageData() if data.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def _path(url: QUrl) -> Path:
    """Return a path byte by byte: toLocalFile loses names that are not UTF-8."""
    if os.name == "nt":
        return Path(url.toLocalFile())
    raw = bytes(url.toEncoded(QUrl.ComponentFormattingOption.FullyEncoded).data())
    return Path(os.fsdecode(unquote_to_bytes(raw.removeprefix(b"file://"))))
