"""Faults of PySide6 that this program would stumble over: pyproject.toml or guard.py help."""

import subprocess
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


FAILS_IN_AN_EVENT = """
import faulthandler, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from mnist_desktop.ui.base.guard import guarded

class Failing(QWidget):
    def showEvent(self, event):
        [][0]

sys.excepthook = lambda _kind, error, _trace: print(error)
app = QApplication([])
widget = (guarded(Failing) if sys.argv[1] == "guarded" else Failing)()
QTimer.singleShot(0, widget.show)
QTimer.singleShot(0, lambda: (widget.hide(), widget.show()))
QTimer.singleShot(0, app.quit)
raise SystemExit(app.exec())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a crash there opens a dialog")
@pytest.mark.parametrize("word", ["guarded", "unguarded"])
def test_an_exception_of_c_that_comes_out_of_an_event_ends_the_process(word):
    # Python 3.12 makes exceptions whole at once; before, PySide reads one that is not.
    ended = subprocess.run(
        [sys.executable, "-c", FAILS_IN_AN_EVENT, word],
        capture_output=True,
        timeout=60,
        check=False,
    )
    crashes = word == "unguarded" and sys.version_info < (3, 12)
    assert (ended.returncode != 0) is crashes, ended.stderr
    assert crashes or b"list index out of range" in ended.stdout
