"""Help with every key, and About: both made from what the program really has."""

import platform
from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from mnist_desktop import __version__


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


def gallery_keys() -> list[tuple[str, str]]:
    """Return the keys and gestures that the gallery itself knows, with what they do."""
    return [
        (_tr("Arrow keys"), _tr("Go to the next image in that direction")),
        (_tr("Home, End"), _tr("Go to the first or last image")),
        (_tr("Page up, Page down"), _tr("Go one screen up or down")),
        (_tr("Shift with these"), _tr("Select all the images on the way")),
        (_tr("A number, Enter"), _tr("Go to the image with that index")),
        (_tr("Space, Enter"), _tr("Look at the image closely, and back")),
        (_tr("Backspace"), _tr("Go back to the image before")),
        (_tr("S"), _tr("Star the selected images, or take their star away")),
        (_tr("+ and -, Ctrl + wheel"), _tr("Larger or smaller images in the gallery")),
        (_tr("Click, drag"), _tr("Select one image, or several")),
        (_tr("Ctrl + click"), _tr("Add an image to the selection or take it out")),
        (_tr("Shift + click"), _tr("Select everything up to the clicked image")),
    ]


def help_text(actions: Iterable[QAction]) -> str:
    """Return the help as HTML."""
    rows = [(_keys(action), action.toolTip()) for action in actions if action.shortcuts()]
    return (
        _p(_tr("Click a digit. The right side shows it large, and what the network says of it."))
        + _p(
            _tr(
                "Evaluate lets the network read every image of the split. Wrong ones then carry a "
                "cross with the digit that the network saw instead; “wrong only” shows just these."
            )
        )
        + _p(
            _tr(
                "A score is one output of f, between 0 and 1. The prediction is the digit with "
                "the highest score. The ten scores are not shares of a whole and need not sum to 1."
            )
        )
        + _p(
            _tr(
                "Inside shows the selected image on its way through the network: click a symbol of "
                "the formula, a hidden unit or a score to see where its numbers come from. The "
                "question mark there explains the page."
            )
        )
        + _h(_tr("Files"))
        + _p(
            _tr(
                "Open, or drop onto the window, files of digits (mnist.pkl.gz, IDX, .npz, CSV) or "
                "of parameters (.npz, the lecture's .npy, JSON of network2, .pkl, safetensors). "
                "What a file is, is told from what is in it. Nothing in it is run, and what is "
                "open stays until the new is whole."
            )
        )
        + _p(
            _tr(
                "Parameters are W1 (H, 784), B1 (H, 1), W2 (10, H) and B2 (10, 1). From Python, "
                "np.savez(“parameters.npz”, W1=W1, B1=B1, W2=W2, B2=B2) saves them."
            )
        )
        + _h(_tr("In the gallery"))
        + _table(gallery_keys())
        + _h(_tr("Anywhere"))
        + _table(rows)
    )


def about_text() -> str:
    """Return name, versions and credits as HTML."""
    # Imported here: it takes 10 ms, which the start of the window does not have.
    from importlib.metadata import version

    parts = [
        ("MNIST Desktop", __version__),
        ("Python", platform.python_version()),
        ("Qt", str(qVersion())),
        *((name, version(name)) for name in ("PySide6-Essentials", "numpy", "matplotlib")),
    ]
    return (
        _h("MNIST Desktop")
        + _p(_tr("Explore the MNIST digits and a two-layer sigmoid network, offline."))
        + _table(parts)
        + _h(_tr("Credits"))
        + _p(
            _tr(
                "The MNIST digits were made by Yann LeCun, Corinna Cortes and Christopher J. C. "
                "Burges, from data of NIST. They are shared under the licence Creative Commons "
                "Attribution-Share Alike 3.0; the pixels and labels here are unchanged."
            )
        )
        + _p(
            _tr(
                "The network, its notation and the split into training, validation and test follow "
                "Michael Nielsen, Neural Networks and Deep Learning, 2015."
            )
        )
    )


def _keys(action: QAction) -> str:
    return _tr(" or ").join(
        keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()
    )


def _p(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _h(text: str) -> str:
    return f"<h3>{escape(text)}</h3>"


def _table(rows: Iterable[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td><b>{escape(one)}</b>&nbsp;&nbsp;</td><td>{escape(other)}</td></tr>"
        for one, other in rows
    )
    return f'<table cellspacing="0" cellpadding="3">{cells}</table>'


def show_findings(parent: QWidget, title: str, words: str, notes: Sequence[str]) -> QDialog:
    """Open a dialog that says what a file holds, and what was assumed about it."""
    rows = "".join(f"<li>{escape(note)}</li>" for note in notes)
    return show_text(parent, title, f"{_p(words)}<ul>{rows}</ul>", lines=12)


def show_text(parent: QWidget, title: str, html: str, lines: int = 32) -> QDialog:
    """Open a dialog with a text; it goes when it is closed."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    browser = QTextBrowser()
    browser.setHtml(html)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.close)
    layout = QVBoxLayout(dialog)
    layout.addWidget(browser)
    layout.addWidget(buttons)
    line = dialog.fontMetrics().height()
    dialog.resize(min(line * 36, parent.width()), min(line * lines, parent.height()))
    dialog.open()
    return dialog
