"""Pictures of every kind, and files that are none."""

import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter

from mnist_desktop.model.formats import FileFormatError
from mnist_desktop.ui.files.dropping import picture_of
from mnist_desktop.ui.pictures.reading import read_picture

GREY = QImage.Format.Format_Grayscale8


@pytest.fixture
def seven(digits):
    """A 7 of MNIST in black on white, 280 x 280."""
    large = np.kron(digits.splits["test"].images[0], np.ones((10, 10), np.uint8))
    return QImage((255 - large).tobytes(), 280, 280, 280, GREY).copy()


def encoded(image, form, **options):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form))
    if "transformation" in options:
        writer.setTransformation(options["transformation"])
    assert writer.write(image)
    return bytes(buffer.data().data())


def written(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def last(source):
    *_, picture = read_picture(source)
    return picture


def is_the_seven(picture, digits):
    [found] = picture.found
    return np.abs(found.image - digits.splits["test"].images[0].astype(int)).mean() < 16


@pytest.mark.parametrize("form", [b"png", b"jpeg", b"bmp", b"webp"])
def test_the_usual_formats_are_read(tmp_path, digits, seven, form):
    path = written(tmp_path, "seven.dat", encoded(seven, form))
    assert is_the_seven(last(path), digits)


@pytest.mark.parametrize(
    "kind",
    [
        QImage.Format.Format_RGB32,
        QImage.Format.Format_ARGB32,
        QImage.Format.Format_Grayscale16,
        QImage.Format.Format_RGBA64,
        QImage.Format.Format_Mono,
    ],
)
def test_colour_depths_are_converted(tmp_path, digits, seven, kind):
    path = written(tmp_path, "seven.png", encoded(seven.convertToFormat(kind), b"png"))
    assert is_the_seven(last(path), digits)


def test_cmyk_is_converted(tmp_path, digits, seven):
    data = encoded(seven.convertToFormat(QImage.Format.Format_CMYK8888), b"jpeg")
    assert is_the_seven(last(written(tmp_path, "seven.jpg", data)), digits)


@pytest.mark.parametrize("ink", ["black", "white"])
def test_ink_on_nothing_is_seen_whatever_its_colour(tmp_path, digits, seven, ink):
    alpha = seven.copy()
    alpha.invertPixels()
    picture = QImage(280, 280, QImage.Format.Format_ARGB32)
    picture.fill(QColor(ink))
    picture.setAlphaChannel(alpha)
    assert is_the_seven(last(written(tmp_path, "seven.png", encoded(picture, b"png"))), digits)


def test_a_turned_photograph_is_set_upright(tmp_path, digits, seven):
    from PySide6.QtGui import QImageIOHandler, QTransform

    turned = seven.transformed(QTransform().rotate(-90))
    how = QImageIOHandler.Transformation.TransformationRotate90
    data = encoded(turned, b"jpeg", transformation=how)
    assert is_the_seven(last(written(tmp_path, "seven.jpg", data)), digits)


def test_a_large_photograph_is_made_smaller(tmp_path, seven):
    path = written(tmp_path, "large.jpg", encoded(seven.scaled(4000, 4000), b"jpeg"))
    picture = last(path)
    assert picture.grey.shape == (1500, 1500)
    assert len(picture.found) == 1


def test_only_the_first_frame_of_an_animation_is_looked_at(tmp_path):
    path = written(tmp_path, "two.gif", two_frames())
    assert "first frame" in last(path).note


def two_frames():
    """A GIF of two frames of 1 x 1."""
    frame = (
        bytes.fromhex("21f904000a000000") + bytes.fromhex("2c00000000010001000002024401") + b"\0"
    )
    return b"GIF89a" + bytes.fromhex("010001008000000000 00ffffff") + 2 * frame + b"\x3b"


def png(width, height, body=b""):
    def chunk(kind, data):
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")


BAD = {
    "no picture": (b"hello, this is text", "expected a picture"),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "expected a picture"),
    "nothing": (b"", "0 bytes"),
    "30,000 x 30,000": (png(30_000, 30_000), "30,000 × 30,000 pixels"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_refused_with_the_reason(tmp_path, name):
    data, reason = BAD[name]
    with pytest.raises(FileFormatError, match=reason):
        last(written(tmp_path, "bad.png", data))


@pytest.mark.parametrize("form", [b"png", b"jpeg", b"bmp", b"webp", b"gif"])
@pytest.mark.qt_log_ignore(".*")
def test_half_a_picture_is_refused(tmp_path, seven, form):
    data = two_frames() if form == b"gif" else encoded(seven, form)
    with pytest.raises(FileFormatError, match=r"missing|damaged"):
        last(written(tmp_path, "half.dat", data[: len(data) // 2]))


def test_folders_pipes_and_what_is_gone_are_refused(tmp_path):
    with pytest.raises(FileFormatError, match="a folder"):
        last(tmp_path)
    with pytest.raises(FileFormatError, match="there is no such file"):
        last(tmp_path / "gone.png")
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(FileFormatError, match="not a plain file"):
        last(tmp_path / "pipe.png")


@pytest.mark.parametrize("side", [1, 300])
def test_one_colour_has_no_digit(tmp_path, side):
    image = QImage(side, side, GREY)
    image.fill(90)
    assert last(written(tmp_path, "flat.png", encoded(image, b"png"))).found == ()


def test_drops_and_clipboards_are_taken_by_what_they_hold(tmp_path, seven):
    text, image, file = QMimeData(), QMimeData(), QMimeData()
    text.setText("7")
    image.setImageData(seven)
    name = tmp_path / os.fsdecode(b"sieben \xff #1.png")
    file.setUrls([QUrl.fromEncoded(b"file://" + bytes(quoted(name), "ascii"))])
    assert picture_of(text) is None
    assert picture_of(image).size() == seven.size()
    assert picture_of(file) == name


def quoted(path):
    from urllib.parse import quote_from_bytes

    return quote_from_bytes(os.fsencode(path))


def test_addresses_of_the_web_are_not_fetched():
    data = QMimeData()
    data.setUrls([QUrl("https://example.com/seven.png")])
    assert picture_of(data) is None


def test_files_that_are_no_pictures_are_left_to_others():
    data = QMimeData()
    data.setUrls([QUrl("file:///home/ada/parameters.npy"), QUrl("file:///home/ada/seven.PNG")])
    assert picture_of(data) == Path("/home/ada/seven.PNG")
    data.setUrls([QUrl("file:///home/ada/parameters.npy")])
    assert picture_of(data) is None
