"""Getting things out: predictions as CSV, results as JSON, figures as files or to the clipboard."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage

from mnist_desktop.model.errors import FileFormatError, one_line
from mnist_desktop.model.export import results_json, write_csv
from mnist_desktop.model.message import message
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.whole_files import replacing
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.work.commands import SAVING, Commands

if TYPE_CHECKING:
    from matplotlib.figure import Figure  # it comes after the window

_PICTURES = ("png", "svg", "pdf")


class Exports(QObject):
    """Writes files whole or not at all; a failed write leaves the old file and says why."""

    def __init__(self, store: Store, commands: Commands) -> None:
        super().__init__()
        self._store = store
        self._commands = commands

    def write_predictions(self, path: Path) -> None:
        """Write the predictions for the current split as CSV."""
        split, evaluation = self._store.state.split, self._store.state.evaluation
        if split is not None and evaluation is not None:
            self._run(path, len(evaluation), write_csv(path, split, evaluation))

    def write_results(self, path: Path) -> None:
        """Write the figures of all evaluated splits as JSON."""
        state = self._store.state
        if state.reading.network is not None:
            text = results_json(state.reading.network.name, state.evaluations.values())
            self._write(path, text.encode())

    def write_network(self, path: Path) -> None:
        """Write the current network as .npz, as JSON or as .npy, as the name's ending says."""
        network = self._store.state.reading.network
        if network is not None:
            self._run(path, 1, _saved(path, network.parameters))

    def write_figure(self, path: Path, figure: "Figure") -> None:
        """Write a figure as PNG, SVG or PDF, as the name's ending says."""
        kind = path.suffix.lower().lstrip(".") or "png"
        if kind not in _PICTURES:
            words = self.tr("a figure is saved as PNG, SVG or PDF.")
            self._commands.failed.emit(FileFormatError(path, words))
            return
        # Rendered to memory first: a full disk must not leave half a file.
        self._write(path, rendered(figure, kind))

    def copy_figure(self, figure: "Figure") -> None:
        """Put a figure on the clipboard, as an image."""
        QGuiApplication.clipboard().setImage(QImage.fromData(rendered(figure, "png")))

    def _write(self, path: Path, content: bytes) -> None:
        self._run(path, len(content), _written(path, content))

    def _run(self, path: Path, total: int, steps: Iterator[int]) -> None:
        file = one_line(path.name)
        words, done = message("Writing {file}", file=file), message("{file} is saved.", file=file)
        self._commands.run(SAVING, words, total, steps, int, done=done)


def _saved(path: Path, parameters: Parameters) -> Iterator[int]:
    # Imported here: the window is on the screen before the formats are.
    from mnist_desktop.model.formats import to_json, to_npy, to_npz

    forms = {".npz": to_npz, ".json": to_json, ".npy": to_npy}
    content = forms.get(path.suffix.lower(), to_npz)(parameters)
    yield 0
    with replacing(path) as file:
        file.write(content)
    yield 1


def _written(path: Path, content: bytes) -> Iterator[int]:
    with replacing(path) as file:
        file.write(content)
    yield len(content)


def rendered(figure: "Figure", kind: str) -> bytes:
    """Return a figure as the bytes of a "png", "svg" or "pdf" file."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format=kind)
    return buffer.getvalue()
