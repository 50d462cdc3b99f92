"""Throw random events at the real window, and see that nothing breaks.

Run as ``python scripts/monkey.py [COUNT] [SEED]``. Ends with 1 after an exception, a
warning of Qt or Python, or a thread that is left; needs no display. With
QT_QPA_PLATFORM=xcb it runs on one.
"""

import faulthandler
import os
import random
import sys
import tempfile
import threading
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # also: no dialog of the system can open

import numpy as np
import shiboken6
from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QAction, QDrag, QDragEnterEvent, QDropEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from mnist_desktop import load_parameters
from mnist_desktop.model.data import load_digits
from mnist_desktop.model.formats import to_json, to_npy, to_npz
from mnist_desktop.session.changes import Dress, ShowSplit
from mnist_desktop.session.settings import Settings
from mnist_desktop.session.state import SCALES, THEMES
from mnist_desktop.ui.base.errors import ErrorReporter
from mnist_desktop.ui.base.places import settings_path
from mnist_desktop.ui.window.program import Program, Remembering

_HARMLESS = "This plugin does not support"  # what the offscreen platform cannot do
_WAITS = 0.5  # seconds until what an event opened is closed
_HANGS = 60  # seconds without the next event
_KEYS = [
    *(getattr(Qt.Key, f"Key_{name}") for name in (*"0123456789SABCDEFVZ", "Plus", "Minus")),
    *(getattr(Qt.Key, f"Key_{name}") for name in ("Left", "Right", "Up", "Down", "Home", "End")),
    *(getattr(Qt.Key, f"Key_{name}") for name in ("PageUp", "PageDown", "Return", "Escape")),
    *(getattr(Qt.Key, f"Key_{name}") for name in ("Space", "Tab", "Backspace", "Delete", "F5")),
]
_MODIFIERS = [
    *[Qt.KeyboardModifier.NoModifier] * 5,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
]
_BUTTONS = [*[Qt.MouseButton.LeftButton] * 5, Qt.MouseButton.RightButton]
_NEVER = {"quit"}


class ReadOnly(QObject):
    """Lets no dialog for files rename or delete any: a monkey that wanders off could."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every dialog that opens; hold nothing back."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QFileDialog):
            watched.setOption(QFileDialog.Option.ReadOnly)
        return False


class Monkey:
    """One window, and all that can happen to it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 (not for secrets)
        self.faults: list[str] = []
        self.events: Counter[str] = Counter()
        self.expected = 0
        self._watch()
        self.app = QApplication(["mnist-desktop"])
        if self.app.platformName() != "offscreen":  # a drag would wait for a button of the mouse
            QDrag.exec = lambda *_: Qt.DropAction.IgnoreAction  # type: ignore[method-assign]
        self.read_only = ReadOnly()
        self.app.installEventFilter(self.read_only)
        self.program = Program(self.app, Settings(), ErrorReporter(folder / "errors.log"))
        self.program.commands.failed.connect(self._count_failure)
        self.window = self.program.window
        self.remembering = Remembering(self.program, settings_path())
        self.folder, self.files = folder, _files(folder)
        # The menus of Qt's own dialogs wait for an answer; nobody but this gives it.
        self.impatience = QTimer(interval=100)
        self.impatience.timeout.connect(self._interrupt)
        self.begun = time.monotonic()

    def _watch(self) -> None:
        def note(kind: str) -> Callable[..., None]:
            return lambda args: self.faults.append(
                kind + "".join(traceback.format_exception(args.exc_value))
            )

        sys.excepthook = lambda _kind, error, _trace: self._note(error)
        threading.excepthook = note("in a thread: ")
        sys.unraisablehook = note("while cleaning up: ")
        qInstallMessageHandler(self._note_qt)

    def _note(self, error: BaseException) -> None:
        self.faults.append("".join(traceback.format_exception(error)))

    def _note_qt(self, _kind: object, _context: object, message: str) -> None:
        if _HARMLESS not in message:
            self.faults.append(f"Qt: {message}")

    def _count_failure(self, error: Exception) -> None:
        self.expected += 1  # a damaged file was refused, say
        if not isinstance(error, OSError) and type(error).__name__ != "FileFormatError":
            self._note(error)

    def run(self, count: int) -> None:
        """Do so many random things, then close the window."""
        self.window.show()
        self.impatience.start()
        self._settle(lambda: self.window.stages.count() > 0)
        deeds: list[tuple[int, Callable[[], None]]] = [
            (30, self.click),
            (10, self.drag),
            (10, self.wheel),
            (30, self.press),
            (5, self.resize),
            (3, self.look),
            (3, self.drop),
            (10, self.trigger),
            (5, self.change),
        ]
        weights = [weight for weight, _ in deeds]
        for _ in range(count):
            faulthandler.dump_traceback_later(_HANGS, exit=True)
            (deed,) = self.random.choices([deed for _, deed in deeds], weights)
            self.events[deed.__name__] += 1
            self._do(deed)
            if self.faults:
                break
        self.end()

    def _do(self, deed: Callable[[], None]) -> None:
        """Do something, and close what that opened."""
        self.begun = time.monotonic()
        try:
            deed()  # what the window raises meanwhile comes out here, not at the hook
            self.app.processEvents()
            self._close_dialogs()
        except Exception as error:
            self._note(error)

    def end(self) -> None:
        """Close the window and look for what is left."""
        while (popup := self.app.activePopupWidget()) is not None:
            popup.close()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        self.window.close()
        self.program.delete_window()
        self.impatience.stop()
        self.app.clipboard().clear()  # else Qt deletes what is on it after Python has ended
        self.app.processEvents()
        faulthandler.cancel_dump_traceback_later()
        left = [thread.name for thread in threading.enumerate() if thread.name == "worker"]
        if left:
            self.faults.append("the worker thread is left")

    def _settle(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + 20
        while not done() and time.monotonic() < end:
            self.app.processEvents()

    def _close_dialogs(self) -> None:
        """Close what covers the window, now and then after some more events on it."""
        for dialog in self.window.findChildren(QFileDialog):
            # The one before may have taken it along, or it only waits for its deletion.
            if shiboken6.isValid(dialog) and dialog.isVisible():
                dialog.setDirectory(str(self.folder))  # and never left to wander off from there
                (dialog.accept if self.random.random() < 0.5 else dialog.reject)()
        if self.random.random() < 0.3:
            return
        popup = self.app.activePopupWidget()
        if popup is not None:
            popup.close()
        modal = self.app.activeModalWidget()
        if isinstance(modal, QDialog):
            (modal.accept if self.random.random() < 0.3 else modal.reject)()
            self.app.processEvents()

    def _interrupt(self) -> None:
        """Close what keeps an event from ending."""
        if time.monotonic() - self.begun > _WAITS:
            covering = self.app.activePopupWidget() or self.app.activeModalWidget()
            if covering is not None:
                covering.close()

    def _target(self) -> QWidget:
        top = self.app.activePopupWidget() or self.app.activeModalWidget() or self.window
        children = [
            child
            for child in top.findChildren(QWidget)
            if child.isVisible() and child.isEnabled() and child.window() is top
        ]
        return self.random.choice([top, *children])

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(
            self.random.randrange(max(widget.width(), 1)),
            self.random.randrange(max(widget.height(), 1)),
        )

    # What can happen ---------------------------------------------------------------------------

    def click(self) -> None:
        """Click or double-click somewhere."""
        widget, point = self._target(), None
        point = self._point(widget)
        button, modifier = self.random.choice(_BUTTONS), self.random.choice(_MODIFIERS)
        deed = QTest.mouseDClick if self.random.random() < 0.1 else QTest.mouseClick
        deed(widget, button, modifier, point)

    def drag(self) -> None:
        """Press, move and release."""
        widget = self._target()
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(widget, left, Qt.KeyboardModifier.NoModifier, self._point(widget))
        for _ in range(3):
            QTest.mouseMove(widget, self._point(widget))
        QTest.mouseRelease(widget, left, Qt.KeyboardModifier.NoModifier, self._point(widget))

    def wheel(self) -> None:
        """Turn the wheel."""
        widget = self._target()
        point = QPointF(self._point(widget))
        event = QWheelEvent(
            point,
            QPointF(widget.mapToGlobal(point.toPoint())),
            QPoint(),
            QPoint(0, self.random.choice([-240, -120, -30, 30, 120, 240])),
            Qt.MouseButton.NoButton,
            self.random.choice(_MODIFIERS),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        self.app.sendEvent(widget, event)

    def press(self) -> None:
        """Press a key."""
        widget = self.app.focusWidget() or self._target()
        QTest.keyClick(widget, self.random.choice(_KEYS), self.random.choice(_MODIFIERS))

    def resize(self) -> None:
        """Give the window another size."""
        self.window.resize(self.random.randint(300, 2000), self.random.randint(200, 1300))

    def look(self) -> None:
        """Change theme and scale."""
        now = self.program.store.state.appearance
        theme, scale = self.random.choice(THEMES), self.random.choice(SCALES)
        self.program.store.apply(Dress(replace(now, theme=theme, scale=scale)))

    def drop(self) -> None:
        """Drop files, good and bad ones, or something else, onto the window."""
        data = QMimeData()
        what = self.random.random()
        if what < 0.8:
            chosen = self.random.sample(self.files, self.random.choice([1, 1, 1, 2]))
            data.setUrls([QUrl.fromLocalFile(str(path)) for path in chosen])
        elif what < 0.9:
            data.setText("7")
            data.setUrls([QUrl("https://example.org/parameters.npz")])
        else:
            data.setImageData(QImage(28, 28, QImage.Format.Format_RGB32))
        left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(self._point(self.window), copy, data, left, plain)
        self.app.sendEvent(self.window, enter)
        if enter.isAccepted():
            point = QPointF(self._point(self.window))
            self.app.sendEvent(self.window, QDropEvent(point, copy, data, left, plain))

    def trigger(self) -> None:
        """Choose something from a menu."""
        if self.app.activeModalWidget() is None:
            actions: dict[str, QAction] = self.window.actions_by_id
            name = self.random.choice(sorted(actions.keys() - _NEVER))
            actions[name].trigger()

    def change(self) -> None:
        """Change split, filter, order or network."""
        if self.app.activeModalWidget() is not None:
            return
        store, commands, choice = self.program.store, self.program.commands, self.random.choice

        def ask(**parts: Any) -> None:
            commands.change_query(replace(store.state.gallery.query, **parts))

        changes: list[Callable[[], Any]] = [
            lambda: store.apply(ShowSplit(choice([*store.state.library.digits.splits, "test"]))),
            lambda: ask(label=choice([None, 0, 9])),
            lambda: ask(verdict=choice([None, "right", "wrong"])),
            lambda: ask(order=choice(["index", "label", "margin", "hardness", "random"])),
            lambda: commands.order_by_similarity(hidden=choice([True, False])),
            lambda: commands.use_network(choice(store.state.library.networks)),
            self.program.opener.open_shipped,
            commands.show_everything,
            commands.cancel,
        ]
        choice(changes)()


def _files(folder: Path) -> list[Path]:
    """Write files that are opened, and some that cannot be."""
    test = next(load_digits("test")).splits["test"]
    images, labels = test.images[:300], test.labels[:300]
    parameters = load_parameters()
    contents = {
        "net.npz": to_npz(parameters),
        "net.json": to_json(parameters),
        "parameters.npy": to_npy(parameters),
        "empty.npy": b"",
        "cut.npz": to_npz(parameters)[:5000],
        "words.csv": b"no digits here\n",
        "page.html": b"<html></html>",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    np.savez(folder / "fashion.npz", x_train=images, y_train=labels, x_test=images, y_test=labels)
    np.savez(folder / "emnist-letters.npz", images=images, labels=labels + 17)
    np.savez(folder / "one.npz", images=images[:1], labels=labels[:1])
    return [*sorted(folder.glob("*.*")), folder / "not there.npz", folder]


def main(count: int, seed: int) -> int:
    """Run the monkey and print what came of it."""
    warnings.simplefilter("error")
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ[variable] = str(folder / "home")
        files = folder / "files"
        files.mkdir()
        os.chdir(files)  # where dialogs for files begin
        monkey = Monkey(files, seed)
        monkey.run(count)
        os.chdir("/")
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in monkey.events.most_common())
    print(f"{monkey.events.total():,} events in {time.monotonic() - start:.0f} s: {kinds}")
    print(f"{monkey.expected:,} files refused in words, {len(monkey.faults)} faults, seed {seed}")
    for fault in monkey.faults[:5]:
        print(fault, file=sys.stderr)
    return 1 if monkey.faults else 0


if __name__ == "__main__":
    arguments = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*arguments, *(20_000, 1)[len(arguments) :]))
