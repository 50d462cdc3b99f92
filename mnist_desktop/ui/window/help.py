"""Help with every key, and About: both made from what the program really has."""

import platform
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QAction, QKeySequence

from mnist_desktop import __version__
from mnist_desktop.ui.base.text_dialog import heading, paragraph, table


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
        paragraph(
            _tr("Click a digit. The right side shows it large, and what the network says of it.")
        )
        + paragraph(
            _tr(
                "Evaluate lets the network read every image of the split. Wrong ones then carry a "
                "cross with the digit that the network saw instead; “wrong only” shows just these."
            )
        )
        + paragraph(
            _tr(
                "A score is one output of f, between 0 and 1. The prediction is the digit with "
                "the highest score. The ten scores are not shares of a whole and need not sum to 1."
            )
        )
        + paragraph(
            _tr(
                "Inside shows the selected image on its way through the network: click a symbol of "
                "the formula, a hidden unit or a score to see where its numbers come from. The "
                "question mark there explains the page."
            )
        )
        + heading(_tr("Files"))
        + paragraph(
            _tr(
                "Open, or drop onto the window, files of digits (mnist.pkl.gz, IDX, .npz, CSV) or "
                "of parameters (.npz, the lecture's .npy, JSON of network2, .pkl, safetensors). "
                "What a file is, is told from what is in it. Nothing in it is run, and what is "
                "open stays until the new is whole."
            )
        )
        + paragraph(
            _tr(
                "Parameters are W1 (H, 784), B1 (H, 1), W2 (10, H) and B2 (10, 1). From Python, "
                "np.savez(“parameters.npz”, W1=W1, B1=B1, W2=W2, B2=B2) saves them."
            )
        )
        + heading(_tr("In the gallery"))
        + table(gallery_keys())
        + heading(_tr("Anywhere"))
        + table(rows)
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
        heading("MNIST Desktop")
        + paragraph(_tr("Explore the MNIST digits and a two-layer sigmoid network, offline."))
        + table(parts)
        + heading(_tr("Credits"))
        + paragraph(
            _tr(
                "The MNIST digits were made by Yann LeCun, Corinna Cortes and Christopher J. C. "
                "Burges, from data of NIST. They are shared under the licence Creative Commons "
                "Attribution-Share Alike 3.0; the pixels and labels here are unchanged."
            )
        )
        + paragraph(
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
