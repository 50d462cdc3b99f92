"""Figures to the clipboard and to files: PNG, SVG and PDF, on white whatever the theme."""

import io
from pathlib import Path

from matplotlib.figure import Figure
from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

FORMATS = ("png", "svg", "pdf")
_DPI = 192  # twice the screen's, so that a picture can be enlarged in slides


class PictureError(OSError):
    """A picture could not be written; the message says which and why."""


def render_figure(figure: Figure, kind: str) -> bytes:
    """Return a figure as a file's bytes.

    Parameters
    ----------
    figure : Figure
        Drawn in a light style.
    kind : str
        "png", "svg" or "pdf".
    """
    buffer = io.BytesIO()
    figure.savefig(buffer, format=kind, dpi=_DPI, facecolor="white")
    return buffer.getvalue()


def copy_figure(figure: Figure) -> None:
    """Put a figure on the clipboard."""
    QGuiApplication.clipboard().setImage(QImage.fromData(render_figure(figure, "png")))


def save_figure(figure: Figure, path: Path) -> Path:
    """Write a figure whole or not at all, in the format of the name's ending.

    Returns
    -------
    Path
        Where it was written: with .png added where the name ends otherwise.

    Raises
    ------
    PictureError
        If it cannot be written; what was there before is kept.
    """
    kind = path.suffix[1:].lower()
    if kind not in FORMATS:
        path, kind = path.with_name(path.name + ".png"), "png"
    content = render_figure(figure, kind)
    file = QSaveFile(str(path))
    whole = (
        file.open(QIODevice.OpenModeFlag.WriteOnly)
        and file.write(content) == len(content)
        and file.commit()
    )
    if not whole:
        words = QCoreApplication.translate("Pictures", "{name} could not be written: {why}.")
        raise PictureError(words.format(name=path.name, why=file.errorString().rstrip(".")))
    return path


def picture_dialog(parent: QWidget, name: str) -> QFileDialog:
    """Return a dialog that asks where to save a picture."""
    tr = QCoreApplication.translate
    dialog = QFileDialog(parent, tr("Pictures", "Save picture"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["PNG (*.png)", "SVG (*.svg)", "PDF (*.pdf)"])
    dialog.setDefaultSuffix("png")
    dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(words[:3].lower()))
    dialog.selectFile(name)
    return dialog
