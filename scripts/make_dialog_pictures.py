"""Make the pictures of docs/formats.md: the preview of parameters, and a file that is refused.

Run as ``python -m scripts.make_dialog_pictures``; needs no display. The other pictures
are made by ``--screenshot``, which has no dialogs in it.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import numpy as np
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from mnist_desktop import load_parameters
from mnist_desktop.session.settings import Settings
from mnist_desktop.ui.base.errors import ErrorReporter
from mnist_desktop.ui.window.program import Program

_DOCS = Path(__file__).parents[1] / "docs"
_MARGIN = 24  # of the window around a dialog, in pixels


def write_files(folder: Path) -> dict[str, Path]:
    """Write what a lecturer and a student bring: the name of its picture, and the file."""
    W1, B1, W2, B2 = load_parameters()
    lecturer, student = folder / "lecture.npz", folder / "homework.npz"
    np.savez(lecturer, W1=W1.T.astype("f4"), b1=B1[:, 0], W2=W2.T.astype("f4"), b2=B2[:, 0])
    np.savez(student, W1=W1, b1=B1, W2=W2 @ W2.T, b2=B2, W3=W2[:, :10], b3=B2)
    return {"preview.png": lecturer, "refused.png": student}


def wait(app: QApplication, done: Callable[[], bool]) -> None:
    """Let the program go on until something is so."""
    end = time.monotonic() + 60
    while not done():
        app.processEvents()
        if time.monotonic() > end:
            sys.exit("the window does not come to rest")


def picture_of(program: Program, dialog: QDialog) -> QPixmap:
    """Return a dialog over the middle of the window, with some of the window around it."""
    whole = program.window.grab()
    above = dialog.grab()
    corner = whole.rect().center() - above.rect().center()
    painter = QPainter(whole)
    painter.drawPixmap(corner, above)
    painter.setPen(QColor("#888888"))
    painter.drawRect(above.rect().translated(corner).adjusted(-1, -1, 0, 0))
    painter.end()
    around = above.rect().translated(corner)
    return whole.copy(around.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))


def main() -> None:
    """Open each file in a window of its own settings, and write the picture."""
    app = QApplication(["mnist-desktop"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ[variable] = name
        program = Program(app, Settings(theme="light"), ErrorReporter(folder / "errors.log"))
        program.window.show()
        wait(app, lambda: program.window.stages.count() > 0)
        for picture, file in write_files(folder).items():
            program.opener.open([file])
            wait(app, lambda: bool(program.window.findChildren(QDialog)))
            (dialog,) = program.window.findChildren(QDialog)
            picture_of(program, dialog).save(str(_DOCS / picture))
            dialog.close()
            wait(app, lambda: not program.window.findChildren(QDialog))
        program.window.close()
        program.delete_window()


if __name__ == "__main__":
    main()
