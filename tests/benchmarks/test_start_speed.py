"""How long the program takes to start, beside an empty window. Run with -s to see the figures.

Each start is a fresh process; ours and the empty one take turns. The time runs
from just before the process is made, and ends inside it.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .clock import report

pytestmark = pytest.mark.benchmark
ROOT = Path(__file__).parents[2]
TURNS = 7

COMMON = """
import os, sys, time, json
def tell(**figures):
    with open("/proc/self/smaps_rollup") as maps:
        pss = next(line for line in maps if line.startswith("Pss:"))
    figures["pss"] = int(pss.split()[1]) / 1024
    print(json.dumps({"at": time.time(), **figures}), flush=True)
"""

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
import numpy
class Window(QMainWindow):
    told = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.told:
            self.told = True
            tell()
            app.quit()
app = QApplication([])
window = Window()
window.resize(1280, 720)
window.show()
app.exec()
"""

CANVAS = """
from PySide6.QtWidgets import QApplication, QMainWindow
import numpy
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
app = QApplication([])
window = QMainWindow()
figure = Figure()
canvas = FigureCanvasQTAgg(figure)
figure.add_subplot().imshow(numpy.zeros((28, 28)))
window.setCentralWidget(canvas)
window.resize(1280, 720)
class Watch:
    def __call__(self, event):
        tell()
        app.quit()
canvas.mpl_connect("draw_event", Watch())
window.show()
app.exec()
"""

OURS = """
from PySide6.QtWidgets import QApplication
run = QApplication.exec
def watched(*_):
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest
    window = next(one for one in QApplication.topLevelWidgets() if hasattr(one, "gallery"))
    def click():
        window.gallery.painted.disconnect(click)
        QTest.mouseClick(window.gallery.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 40))
        assert window.gallery.accessibleDescription().startswith("Test #1,")
        tell()
    def drawn(event):
        if window.isVisible():
            tell()
            window.close()
    window.gallery.painted.connect(click)
    window.stages.currentChanged.connect(
        lambda place: window.stages.widget(place).canvas.mpl_connect("draw_event", drawn)
    )
    return run()
QApplication.exec = watched
from mnist_desktop.app import main
main([])
"""


def start(code, cache):
    """Return the seconds to each report of a fresh process, and its memory in MB then."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "XDG_CONFIG_HOME": str(cache),
        "PYTHONPYCACHEPREFIX": str(cache),  # as for any installed program
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.time()
    ended = subprocess.run(
        [sys.executable, "-c", COMMON + code],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    told = [json.loads(line) for line in ended.stdout.splitlines()]
    return [(one["at"] - begun, one["pss"]) for one in told]


@pytest.fixture(scope="module")
def starts(tmp_path_factory):
    """Medians over turns: (seconds, MB) of the empty window, of the canvas, of our two moments."""
    cache = tmp_path_factory.mktemp("compiled")
    programs = (EMPTY, CANVAS, OURS)
    for code in programs:
        start(code, cache)
    turns = [[figure for code in programs for figure in start(code, cache)] for _ in range(TURNS)]
    return [
        tuple(statistics.median(turn[place][kind] for turn in turns) for kind in (0, 1))
        for place in range(4)
    ]


def test_a_gallery_that_obeys_a_click(starts):
    (empty, _), _, (ours, _), _ = starts
    print(f"an empty window with NumPy: {1000 * empty:.0f} ms, ours: {1000 * ours:.0f} ms")
    report("start to a click", ours / empty, 1.3, "x")


def test_everything_painted(starts):
    _, (canvas, _), _, (ours, _) = starts
    print(f"a window with a canvas: {1000 * canvas:.0f} ms, ours: {1000 * ours:.0f} ms")
    report("start to everything painted", ours / canvas, 1.3, "x")


def test_memory_of_the_first_moments(starts):
    _, (_, canvas), _, (_, ours) = starts
    report("memory when everything is painted", ours, 1.15 * canvas + 55, "MB")
