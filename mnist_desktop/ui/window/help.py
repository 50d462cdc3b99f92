"""Help with every key, and About: both made from what the program really has."""

import platform
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QAction, QKeySequence

from mnist_desktop import __version__
from mnist_desktop.ui.base.text_dialog import heading, paragraph, table


def gallery_keys() -> list[tuple[str, str]]:
    """Return the keys and gestures that the gallery itself knows, with what they do."""
    return [
        (
            QCoreApplication.translate("Help", "Arrow keys"),
            QCoreApplication.translate("Help", "Go to the next image in that direction"),
        ),
        (
            QCoreApplication.translate("Help", "Home, End"),
            QCoreApplication.translate("Help", "Go to the first or last image"),
        ),
        (
            QCoreApplication.translate("Help", "Page up, Page down"),
            QCoreApplication.translate("Help", "Go one screen up or down"),
        ),
        (
            QCoreApplication.translate("Help", "Shift with these"),
            QCoreApplication.translate("Help", "Select all the images on the way"),
        ),
        (
            QCoreApplication.translate("Help", "A number, Enter"),
            QCoreApplication.translate("Help", "Go to the image with that index"),
        ),
        (
            QCoreApplication.translate("Help", "Space, Enter"),
            QCoreApplication.translate("Help", "Look at the image closely, and back"),
        ),
        (
            QCoreApplication.translate("Help", "Backspace"),
            QCoreApplication.translate("Help", "Go back to the image before"),
        ),
        (
            QCoreApplication.translate("Help", "S"),
            QCoreApplication.translate("Help", "Star the selected images, or take their star away"),
        ),
        (
            QCoreApplication.translate("Help", "+ and -, Ctrl + wheel"),
            QCoreApplication.translate("Help", "Larger or smaller images in the gallery"),
        ),
        (
            QCoreApplication.translate("Help", "Click, drag"),
            QCoreApplication.translate("Help", "Select one image, or several"),
        ),
        (
            QCoreApplication.translate("Help", "Ctrl + click"),
            QCoreApplication.translate("Help", "Add an image to the selection or take it out"),
        ),
        (
            QCoreApplication.translate("Help", "Shift + click"),
            QCoreApplication.translate("Help", "Select everything up to the clicked image"),
        ),
    ]


def help_text(actions: Iterable[QAction]) -> str:
    """Return the help as HTML."""
    rows = [(_keys(action), action.toolTip()) for action in actions if action.shortcuts()]
    return (
        paragraph(
            QCoreApplication.translate(
                "Help",
                "Click a digit. The right side shows it large, and what the network says of it.",
            )
        )
        + paragraph(
            QCoreApplication.translate(
                "Help",
                "Evaluate lets the network read every image of the split. Wrong ones then carry a "
                "cross with the digit that the network saw instead; “wrong only” shows just these.",
            )
        )
        + paragraph(
            QCoreApplication.translate(
                "Help",
                "A score is one output of f, between 0 and 1. The prediction is the digit with the "
                "highest score. The ten scores are not shares of a whole and need not sum to 1.",
            )
        )
        + paragraph(
            QCoreApplication.translate(
                "Help",
                "Inside shows the selected image on its way through the network: click a symbol of "
                "the formula, a hidden unit or a score to see where its numbers come from. The "
                "question mark there explains the page.",
            )
        )
        + heading(QCoreApplication.translate("Help", "Files"))
        + paragraph(
            QCoreApplication.translate(
                "Help",
                "Open, or drop onto the window, files of digits (mnist.pkl.gz, IDX, .npz, CSV) or "
                "of parameters (.npz, the lecture's .npy, JSON of network2, .pkl, safetensors). "
                "What a file is, is told from what is in it. Nothing in it is run, and what is "
                "open stays until the new is whole.",
            )
        )
        + paragraph(
            QCoreApplication.translate(
                "Help",
                "Parameters are W1 (H, 784), B1 (H, 1), W2 (10, H) and B2 (10, 1). From Python, "
                "np.savez(“parameters.npz”, W1=W1, B1=B1, W2=W2, B2=B2) saves them.",
            )
        )
        + heading(QCoreApplication.translate("Help", "In the gallery"))
        + table(gallery_keys())
        + heading(QCoreApplication.translate("Help", "Anywhere"))
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
        + paragraph(
            QCoreApplication.translate(
                "Help", "Explore the MNIST digits and a two-layer sigmoid network, offline."
            )
        )
        + table(parts)
        + heading(QCoreApplication.translate("Help", "Credits"))
        + paragraph(
            QCoreApplication.translate(
                "Help",
                "The MNIST digits were made by Yann LeCun, Corinna Cortes and Christopher J. C. "
                "Burges, from data of NIST. They are shared under the licence Creative Commons "
                "Attribution-Share Alike 3.0; the pixels and labels here are unchanged.",
            )
        )
        + paragraph(
            QCoreApplication.translate(
                "Help",
                "The network, its notation and the split into training, validation and test follow "
                "Michael Nielsen, Neural Networks and Deep Learning, 2015.",
            )
        )
    )


def _keys(action: QAction) -> str:
    return QCoreApplication.translate("Help", " or ").join(
        keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()
    )
