"""Between arrays and pictures of Qt: whose buffer it is, and how long its rows are."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from mnist_desktop.ui.base.theme import Colours

Pixels = NDArray[np.uint32]
Grey = NDArray[np.uint8]


def grey_picture(grey: Grey) -> QImage:
    """Return grey values, uint8 of shape (h, w), as a picture with a buffer of its own."""
    return _eight_bit(grey, QImage.Format.Format_Grayscale8)


def grey_pixels(picture: QImage) -> Grey:
    """Return a copy of the grey values of a picture of Format_Grayscale8, uint8 of shape (h, w)."""
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
    return rows[:, : picture.width()].copy()


def ink_picture(ink: Grey, colours: Colours) -> QImage:
    """Return ink, uint8 of shape (h, w) with 255 for ink, in the colours of a theme."""
    picture = _eight_bit(ink, QImage.Format.Format_Indexed8)
    picture.setColorTable(ink_table(colours).tolist())
    return picture


def as_image(pixels: Pixels, ratio: float) -> QImage:
    """Return pixels as an image that keeps them alive, for a screen of this pixel ratio."""
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    return image


def pixels_of(image: QImage) -> Pixels:
    """Return a copy of an image's pixels, ARGB, of shape (height, width), uint32."""
    buffer = np.frombuffer(image.constBits(), np.uint32)
    return buffer.reshape(image.height(), image.bytesPerLine() // 4)[:, : image.width()].copy()


def ink_table(colours: Colours) -> Pixels:
    """Return the 256 colours from paper to ink, ARGB, of shape (256,)."""
    paper, ink = (_rgb(QColor(name)) for name in (colours.paper, colours.ink))
    share = np.linspace(0, 1, 256)[:, None]
    red, green, blue = np.rint((1 - share) * paper + share * ink).astype(np.uint32).T
    table: Pixels = 0xFF000000 | red << 16 | green << 8 | blue
    return table


def _rgb(colour: QColor) -> NDArray[np.intp]:
    return np.array([colour.red(), colour.green(), colour.blue()])


def _eight_bit(values: Grey, form: QImage.Format) -> QImage:
    values = np.ascontiguousarray(values)
    height, width = values.shape
    return QImage(values.data, width, height, width, form).copy()
