"""Where every failure ends: one dialog with a plain sentence, details to copy, and a log."""

import faulthandler
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from mnist_desktop.model.errors import FileFormatError, one_line
from mnist_desktop.ui.base.translation import said

if TYPE_CHECKING:
    from mnist_desktop.ui.base.problem import Problem

# What Qt's offscreen platform says of every window with a smallest size.
_HARMLESS = {"This plugin does not support propagateSizeHints()"}
_LARGEST_LOG = 1_000_000  # bytes
_LONGEST = 300  # characters


class ErrorReporter(QObject):
    """Shows what went wrong and lets the program go on."""

    _reported = Signal(object)

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._log = log
        self._window: QWidget | None = None
        self._open: Problem | None = None
        # Queued where it comes from another thread; a dialog belongs to this one.
        self._reported.connect(self.show_error)

    def attach(self, window: QWidget) -> None:
        """Show dialogs over this window."""
        self._window = window

    def install(self) -> None:
        """Catch what nobody foresaw: in slots, threads and finalizers, in Qt and in C."""
        sys.excepthook = lambda _kind, error, trace: self._catch(error, trace)
        threading.excepthook = lambda args: self._catch(args.exc_value, args.exc_traceback)
        sys.unraisablehook = lambda args: self._catch(args.exc_value, args.exc_traceback)
        qInstallMessageHandler(self._note_qt)
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.exists() and self._log.stat().st_size > _LARGEST_LOG:
                self._log.unlink()
            self._file = self._log.open("a", encoding="utf-8")
            faulthandler.enable(self._file)
        except OSError:
            faulthandler.enable()

    def _catch(self, error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
        elif error is not None:
            self._reported.emit(error.with_traceback(trace))

    def _note_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and message not in _HARMLESS:
            self._write(f"Qt: {context.category}: {message}")

    def _write(self, text: str) -> None:
        print(text, file=sys.stderr)  # noqa: T201
        try:
            with self._log.open("a", encoding="utf-8") as log:
                log.write(text + "\n")
        except OSError:
            pass

    def show_error(self, error: BaseException) -> None:
        """Show one failure; while one is shown, those of files are added to it."""
        expected = isinstance(error, FileFormatError | OSError)
        details = "".join(traceback.format_exception(error))
        if not expected:
            self._write(details)
        words, more = self._sentences(error)
        if self._open is None:
            self.show_words(words, more, details)
        elif expected:
            self._open.add(words, details)

    def _sentences(self, error: BaseException) -> tuple[str, str]:
        """Return what failed, and why and what to try."""
        if isinstance(error, FileFormatError):
            more = self.tr("What was open stays. Help (F1) lists the files that can be opened.")
            return error.told(said), more
        if isinstance(error, OSError):
            words = f"{error.filename}: {error.strerror}" if error.filename else str(error)
            more = self.tr("What was there is unchanged. Try another folder or another name.")
            return one_line(words, _LONGEST), more
        more = self.tr("Nothing that was open is lost. “Show Details” says what to report.")
        return self.tr("Something went wrong that nobody foresaw."), more

    def show_words(self, words: str, more: str = "", details: str = "") -> None:
        """Show a sentence, with details behind a button and a button to copy everything."""
        # Imported here: the dialogs of Qt take a while, and a start has no use for them.
        from mnist_desktop.ui.base.problem import Problem

        self._open = Problem(words, more, details, self._window)
        self._open.finished.connect(self._forget)
        self._open.open()

    def _forget(self, _result: Any) -> None:
        self._open = None
