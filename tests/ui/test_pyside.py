"""Faults of PySide6 that this program would stumble over: pyproject.toml keeps them out."""

import sys

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

CALLS = 5_000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12")
@pytest.mark.usefixtures("qapp")
def test_painting_loses_no_reference_to_none():
    # PySide6 6.12.0 on Python 3.11 loses one a call, until the process aborts.
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    canvas = QImage(image)
    painter = QPainter(canvas)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.save()
        painter.drawImage(QPoint(0, 0), image)
        painter.restore()
    lost = before - sys.getrefcount(None)
    painter.end()
    assert abs(lost) < CALLS / 10
