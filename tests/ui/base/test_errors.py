"""Every failure ends in one dialog of plain words, or in the log, and the program goes on."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from mnist_desktop import FileFormatError
from mnist_desktop.model.message import message
from mnist_desktop.ui.base.errors import ErrorReporter
from tests.driving import wait_for_jobs

ROOT = Path(__file__).parents[3]


@pytest.fixture
def reporter(qapp, tmp_path, monkeypatch):
    reporter = ErrorReporter(tmp_path / "log" / "errors.log")
    yield reporter
    for box in boxes():
        box.close()


@pytest.fixture
def installed(reporter, monkeypatch):
    """The reporter with its hooks, taken back after the test."""
    for name in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    before = qInstallMessageHandler(None)
    monkeypatch.setattr("faulthandler.enable", lambda *_: None)
    reporter.install()
    yield reporter
    qInstallMessageHandler(before)
    reporter._file.close()


def boxes():
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QMessageBox) and widget.isVisible()
    ]


def box_of(qtbot):
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    return boxes()[0]


def button(box, words):
    return next(found for found in box.findChildren(QPushButton) if words in found.text())


def test_a_file_that_cannot_be_opened(qtbot, reporter):
    reporter.show_error(FileFormatError("/far/away/net.npz", "it is empty (0 bytes). Fetch it."))
    box = box_of(qtbot)
    assert box.text() == "net.npz: it is empty (0 bytes). Fetch it."
    assert "Help (F1)" in box.informativeText()


def test_a_file_that_cannot_be_written(qtbot, reporter):
    reporter.show_error(OSError(28, "No space left on device", "/far/away/results.json"))
    box = box_of(qtbot)
    assert box.text() == "/far/away/results.json: No space left on device"
    assert "Try another folder" in box.informativeText()


def test_a_name_meant_to_deceive_stays_one_short_line(qtbot, reporter):
    name = "<b>x</b>\n\u202e" + "y" * 500 + ".npz"
    reporter.show_error(FileFormatError(name, "it is no file."))
    box = box_of(qtbot)
    assert box.textFormat().name == "PlainText"
    assert box.text().isprintable()
    assert len(box.text()) < 110


def test_everything_can_be_copied(qtbot, reporter):
    reporter.show_error(FileFormatError("net.npz", "it is empty."))
    box = box_of(qtbot)
    button(box, "Copy").click()
    copied = QApplication.clipboard().text()
    for words in (box.text(), box.informativeText(), box.detailedText()):
        assert words in copied
    assert "FileFormatError" in copied
    assert box.isVisible()


def test_escape_closes_the_dialog(qtbot, reporter):
    reporter.show_words("Something happened.")
    box = box_of(qtbot)
    assert box.escapeButton() is box.button(QMessageBox.StandardButton.Ok)


def test_several_files_that_cannot_be_opened_are_told_in_one_dialog(qtbot, reporter):
    for name in ("0.npz", "1.npz", "1.npz", "2.npz"):
        reporter.show_error(FileFormatError(name, "it is empty."))
    box = box_of(qtbot)
    assert box.text().split("\n\n") == [f"{number}.npz: it is empty." for number in range(3)]
    button(box, "Copy").click()
    assert QApplication.clipboard().text().count("FileFormatError: 2.npz") == 1
    for number in range(50):
        reporter.show_error(FileFormatError(f"{number}.npz", "it is empty."))
    assert box.text().split("\n\n")[2:] == ["2.npz: it is empty.", "… and 47 more"]


def test_one_dialog_at_a_time_and_the_next_after_it(qtbot, reporter, capfd):
    for number in range(5):
        reporter.show_error(ZeroDivisionError(str(number)))
    box = box_of(qtbot)
    assert "ZeroDivisionError: 0" in box.detailedText()
    assert "ZeroDivisionError: 4" in capfd.readouterr().err
    box.close()
    qtbot.waitUntil(lambda: not boxes())
    reporter.show_error(FileFormatError("later.npz", "it is empty."))
    assert "later.npz" in box_of(qtbot).text()


class Clumsy(QObject):
    def fail(self):
        raise ZeroDivisionError("in a slot")


def test_an_exception_in_a_slot(qtbot, installed, capfd):
    clumsy = Clumsy()
    QTimer.singleShot(0, clumsy.fail)
    box = box_of(qtbot)
    assert box.text() == "Something went wrong that nobody foresaw."
    assert "ZeroDivisionError: in a slot" in box.detailedText()
    assert "ZeroDivisionError: in a slot" in installed._log.read_text()
    assert "ZeroDivisionError" in capfd.readouterr().err


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_exception_in_a_thread(qtbot, installed, capfd):
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in box_of(qtbot).detailedText()


def test_an_exception_in_a_finalizer(qtbot, installed, capfd):
    class Bad:
        def __del__(self):
            raise ZeroDivisionError("at the end")

    Bad()
    assert "at the end" in box_of(qtbot).detailedText()


def test_words_of_qt_go_to_the_log(installed, capfd):
    qWarning("careful")
    assert "careful" in installed._log.read_text()


def test_a_folder_that_cannot_be_written_stops_nothing(qtbot, tmp_path, monkeypatch, capfd):
    (tmp_path / "file").write_text("")
    reporter = ErrorReporter(tmp_path / "file" / "errors.log")
    reporter.show_error(ZeroDivisionError("once"))
    box_of(qtbot).close()


def test_the_log_does_not_grow_for_ever(installed):
    installed._file.write("x" * 1_000_001)
    installed._file.close()
    installed.install()
    assert installed._log.stat().st_size < 1000


CRASH = """
import faulthandler, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from mnist_desktop.ui.base.errors import ErrorReporter
app = QApplication([])
reporter = ErrorReporter(Path(sys.argv[1]))
reporter.install()
faulthandler._sigsegv()
"""


def test_a_crash_leaves_its_trace_in_the_log(tmp_path):
    log = tmp_path / "errors.log"
    ended = subprocess.run(
        [sys.executable, "-c", CRASH, str(log)], capture_output=True, timeout=60, check=False
    )
    assert ended.returncode != 0
    assert "Segmentation fault" in log.read_text()
    assert 'File "<string>", line 9' in log.read_text()


def test_a_job_that_fails_is_told_and_the_next_one_runs(qtbot, program):
    def failing():
        yield 1
        raise ZeroDivisionError("in a job")

    program.commands.run("saving", message("Failing"), 2, failing(), int)
    qtbot.waitUntil(lambda: program._reporter._open is not None)
    box = program._reporter._open
    assert "in a job" in box.detailedText()
    box.close()
    assert not program.store.state.tasks
    program.commands.evaluate_split()
    wait_for_jobs(qtbot, program)
    assert program.store.state.evaluation.complete


FAILS = """
import sys
from importlib import import_module
from PySide6.QtCore import QTimer
from mnist_desktop.ui.window import program
from mnist_desktop.session.changes import SelectImages, ShowStage
from mnist_desktop.session.options import Options

module, owner, name = sys.argv[1:]

def fail(*_args, **_kwargs):
    return [][0]  # an exception that C raises: on Python 3.11 PySide's end, once it gets out

class Failing(program.Program):
    def __init__(self, *args):
        super().__init__(*args)
        self.ready.connect(self.begin)

    def begin(self):
        QTimer.singleShot(500, self.end_)
        place = import_module("mnist_desktop.ui." + module)
        setattr(getattr(place, owner) if owner else place, name, fail)
        self.store.apply(ShowStage("draw"))
        self.window.resize(900, 600)
        self.window.grab()

    def end_(self):
        print(self._reporter._open.text(), flush=True)
        self._reporter._open.close()
        self.store.apply(ShowStage("image"), SelectImages(3))
        print(self.store.state.gallery.current, self.window.stages.currentWidget().name, flush=True)
        self.window.close()

program.Program = Failing
raise SystemExit(program.run_window(Options()))
"""


@pytest.mark.parametrize(
    "place",
    [
        ("stages.draw.stage", "DrawStage", "draw_state"),
        ("stages.draw.board", "", "ink_table"),
        ("gallery.view", "", "compose"),
        ("gallery.view", "GalleryView", "_lay_out"),
        ("window.prediction_panel", "", "colours"),
    ],
)
def test_an_exception_in_what_qt_calls_is_told_and_the_window_goes_on(place, tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", FAILS, *place],
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == "Something went wrong that nobody foresaw.\n3 image\n"
    assert "IndexError: list index out of range" in ended.stderr
    assert "QPainter" not in ended.stderr
