"""Pictures from elsewhere: opened, dropped or pasted, read in the background, then shown."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from mnist_desktop.model.formats import FileFormatError
from mnist_desktop.model.message import message
from mnist_desktop.model.network import f
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.files.dropping import PICTURES, picture_of
from mnist_desktop.ui.files.file_dialogs import ask_for_files
from mnist_desktop.ui.pictures.reading import PictureFound, read_picture
from mnist_desktop.ui.stages.draw.import_dialog import ImportDialog
from mnist_desktop.ui.work.commands import LOOKING, Commands


class PictureImports(QObject):
    """Reads pictures and opens the dialog that shows their digits."""

    to_board = Signal(object)
    """A digit, uint8 of shape (28, 28), is wanted on the board."""
    to_keep = Signal(object)
    """Digits with their labels are to be kept: a Split."""

    def __init__(self, store: Store, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._commands, self._widget = store, commands, parent
        self.dialog: ImportDialog | None = None

    def choose(self) -> None:
        """Ask for a file."""
        endings = " ".join(f"*{ending}" for ending in PICTURES)
        kinds = [self.tr("Pictures ({endings})").format(endings=endings), self.tr("All files (*)")]
        title = self.tr("Open picture")
        ask_for_files(self._widget, title, kinds, lambda paths: self.read(paths[0]))

    def paste(self) -> None:
        """Take what the clipboard holds."""
        data = QGuiApplication.clipboard().mimeData()
        source = picture_of(data)
        if source is not None:
            self.read(source)
        elif data is not None and data.hasText():
            self._refuse(self.tr("it holds text, not a picture. Copy a picture, then paste it."))
        else:
            self._refuse(self.tr("it holds no picture. Copy a picture, then paste it."))

    def _refuse(self, words: str) -> None:
        self._commands.failed.emit(FileFormatError(self.tr("Clipboard"), words))

    def read(self, source: Path | QImage) -> None:
        """Read a picture in the background and show it."""
        self.close()
        dialog: ImportDialog | None = None

        def show(picture: PictureFound) -> int:
            nonlocal dialog
            if dialog is None:
                dialog = self._open_dialog()
            if self.dialog is dialog:  # and was not closed meanwhile
                dialog.show_picture(picture)
            return 1

        steps = read_picture(_unshared(source))
        self._commands.run(LOOKING, message("Looking for digits"), 2, steps, show)

    def _open_dialog(self) -> ImportDialog:
        dialog = ImportDialog(self._widget.window(), self._read, self._commands.run_quietly)
        dialog.to_board.connect(self.to_board)
        dialog.to_keep.connect(self.to_keep)
        dialog.finished.connect(self._forget)
        window = self._widget.window().size()
        dialog.resize(round(window.width() * 0.62), round(window.height() * 0.85))
        self.dialog = dialog
        dialog.open()
        return dialog

    def close(self) -> None:
        """Close the dialog, if it is open."""
        if self.dialog is not None:
            self.dialog.reject()

    def _forget(self) -> None:
        self.dialog = None

    def _read(self, images: NDArray[np.uint8]) -> list[int]:
        """Return the predictions of the current network, none without one."""
        network = self._store.state.reading.network
        if network is None or not len(images):
            return []
        W1, B1, W2, B2 = network.parameters
        x = images.reshape(-1, 784).T / np.float32(256)
        predictions: list[int] = f(x, W1, W2, B1, B2).argmax(axis=0).tolist()
        return predictions


def _unshared(source: Path | QImage) -> Path | QImage:
    return source.copy() if isinstance(source, QImage) else source
