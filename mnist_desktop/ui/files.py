"""What the window does with files: choose, drop, preview, tell what was found, save a network."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu

from mnist_desktop.model.data import ALL, Digits
from mnist_desktop.model.errors import shown
from mnist_desktop.ui.exports import Exports
from mnist_desktop.ui.help import show_findings
from mnist_desktop.ui.opener import Opener
from mnist_desktop.ui.state import Recent, Store, split_title

if TYPE_CHECKING:
    from mnist_desktop.model.opening import Candidate


class Files(QObject):
    """Connects the window with what opens and saves files."""

    def __init__(self, window: QMainWindow, store: Store, opener: Opener, exports: Exports) -> None:
        super().__init__(window)
        self._window, self._store = window, store
        self._opener, self._exports = opener, exports
        self.recent = QMenu(self.tr("Open recen&t"), window)
        self.recent.aboutToShow.connect(self._fill_recent)
        #: Asked one after the other for each dropped file; the first that says True has taken it.
        self.drop_handlers: list[Callable[[Path], bool]] = []
        opener.parameters_found.connect(self._preview)
        opener.digits_opened.connect(self._tell_of_digits)

    # Choosing ----------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for files of digits or of parameters, and open them."""
        dialog = QFileDialog(self._window, self.tr("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("All files (*)"),
                self.tr("Digits (*.gz *.pkl *.npz *.csv *ubyte)"),
                self.tr("Parameters (*.npz *.npy *.json *.pkl *.safetensors)"),
            ]
        )
        dialog.filesSelected.connect(lambda names: self._opener.open(list(map(Path, names))))
        _begin(dialog)

    def _fill_recent(self) -> None:
        menu, recent = self.recent, self._store.state.recent
        menu.clear()
        for one in recent:
            action = menu.addAction(recent_words(one))
            action.setToolTip(shown(one.path, 200))
            action.triggered.connect(partial(self._open_recent, one))
        if recent:
            menu.addSeparator()
            menu.addAction(self.tr("&Forget these"), self._opener.forget_recent)
        else:
            menu.addAction(self.tr("Nothing was opened yet")).setEnabled(False)

    def _open_recent(self, recent: Recent, _checked: bool = False) -> None:
        self._opener.open_recent(recent)

    def save_network(self) -> None:
        """Ask where to save the current network, and save it."""
        network = self._store.state.network
        if network is None:
            return
        dialog = QFileDialog(self._window, self.tr("Save network as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [
                self.tr("NumPy arrays W1, B1, W2, B2 (*.npz)"),
                self.tr("The lecture's parameters.npy (*.npy)"),
                self.tr("JSON of the book's network2 (*.json)"),
            ]
        )
        follow_filter(dialog)
        dialog.selectFile(f"{network.name}.npz")
        dialog.fileSelected.connect(lambda name: self._exports.write_network(Path(name)))
        _begin(dialog)

    # Dropping ----------------------------------------------------------------------------------

    def drop(self, data: QMimeData) -> None:
        """Open what was dropped: files only, whatever else comes along."""
        rest = [path for path in dropped_files(data) if not self._taken(path)]
        self._opener.open(rest)

    def _taken(self, path: Path) -> bool:
        return any(handler(path) for handler in self.drop_handlers)

    # What was found ----------------------------------------------------------------------------

    def _preview(self, candidates: "Sequence[Candidate]") -> None:
        """Show what was found, one network after the other."""
        # Imported here: the window is on the screen before the readers of files are.
        from mnist_desktop.ui.preview_dialog import PreviewDialog

        first, *rest = candidates
        dialog = PreviewDialog(first, self._window)
        dialog.accepted.connect(lambda: self._opener.use(first, dialog.divisor()))
        if rest:
            dialog.finished.connect(lambda _: self._preview(rest))
        dialog.open()

    def _tell_of_digits(self, digits: Digits) -> None:
        sizes = ", ".join(
            self.tr("{split} {size:,}").format(split=split_title(name), size=len(split))
            for name, split in digits.splits.items()
            if name != ALL
        )
        words = self.tr("{name}: {sizes}").format(name=digits.name, sizes=sizes)
        show_findings(self._window, self.tr("Digits opened"), words, digits.notes)


def recent_words(recent: Recent) -> str:
    """Return what a menu says of a file that was opened lately."""
    return shown(recent.path.name or str(recent.path)).replace("&", "&&")


def follow_filter(dialog: QFileDialog) -> None:
    """Give the name that is typed the ending of the chosen kind of file."""

    def follow(chosen: str) -> None:
        dialog.setDefaultSuffix(chosen.rpartition(".")[2].rstrip(")"))

    follow(dialog.nameFilters()[0])
    dialog.filterSelected.connect(follow)


def _begin(dialog: QFileDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files of this machine that a drag brings."""
    return [local_path(url) for url in data.urls() if url.isLocalFile()]


def local_path(url: QUrl) -> Path:
    """Return the path of a file URL, byte by byte: toLocalFile loses names that are not UTF-8."""
    if sys.platform == "win32":
        return Path(url.toLocalFile())
    encoded = bytes(url.toEncoded(QUrl.ComponentFormattingOption.FullyEncoded).data())
    path = encoded.removeprefix(b"file://")
    return Path(os.fsdecode(unquote_to_bytes(path[path.index(b"/") :])))
