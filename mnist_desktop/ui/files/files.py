"""What the window does with files: choose, drop, preview, tell what was found, save a network."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QMainWindow, QMenu

from mnist_desktop.model.data import ALL, Digits
from mnist_desktop.model.errors import one_line
from mnist_desktop.session.state import Recent, split_title
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.translation import said
from mnist_desktop.ui.files.dropping import files_of
from mnist_desktop.ui.files.exports import Exports
from mnist_desktop.ui.files.opener import Opener

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
        kinds = [
            self.tr("All files (*)"),
            self.tr("Digits (*.gz *.pkl *.npz *.csv *ubyte)"),
            self.tr("Parameters (*.npz *.npy *.json *.pkl *.safetensors)"),
        ]
        # Imported here: the dialogs of Qt take a while, and a start has no use for them.
        from mnist_desktop.ui.files.file_dialogs import ask_for_files

        recent = self._store.state.library.recent
        ask_for_files(
            self._window,
            self.tr("Open"),
            kinds,
            self._opener.open,
            several=True,
            folder=recent[0].path.parent if recent else None,
        )

    def _fill_recent(self) -> None:
        menu, recent = self.recent, self._store.state.library.recent
        menu.clear()
        for one in recent:
            action = menu.addAction(recent_words(one))
            action.setToolTip(one_line(one.path, 200))
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
        network = self._store.state.reading.network
        if network is None:
            return
        kinds = [
            self.tr("NumPy arrays W1, B1, W2, B2 (*.npz)"),
            self.tr("The lecture's parameters.npy (*.npy)"),
            self.tr("JSON of the book's network2 (*.json)"),
        ]
        from mnist_desktop.ui.files.file_dialogs import ask_where_to_save

        title, name = self.tr("Save network as"), f"{network.name}.npz"
        ask_where_to_save(self._window, title, name, kinds, self._exports.write_network)

    # Dropping ----------------------------------------------------------------------------------

    def drop(self, data: QMimeData) -> None:
        """Open what was dropped: files only, whatever else comes along."""
        rest = [path for path in files_of(data) if not self._taken(path)]
        self._opener.open(rest)

    def _taken(self, path: Path) -> bool:
        return any(handler(path) for handler in self.drop_handlers)

    # What was found ----------------------------------------------------------------------------

    def _preview(self, candidates: "Sequence[Candidate]") -> None:
        """Show what was found, one network after the other."""
        # Imported here: the window is on the screen before the readers of files are.
        from mnist_desktop.ui.files.preview_dialog import PreviewDialog

        first, *rest = candidates
        dialog = PreviewDialog(first, self._window)
        dialog.accepted.connect(lambda: self._opener.use(first, dialog.divisor()))
        if rest:
            dialog.finished.connect(lambda _: self._preview(rest))
        dialog.open()

    def _tell_of_digits(self, digits: Digits) -> None:
        sizes = ", ".join(
            self.tr("{split} {size:,}").format(split=said(split_title(name)), size=len(split))
            for name, split in digits.splits.items()
            if name != ALL
        )
        words = self.tr("{name}: {sizes}").format(name=digits.name, sizes=sizes)
        from mnist_desktop.ui.base.text_dialog import show_findings

        show_findings(self._window, self.tr("Digits opened"), words, digits.notes)


def recent_words(recent: Recent) -> str:
    """Return what a menu says of a file that was opened lately."""
    return one_line(recent.path.name or str(recent.path)).replace("&", "&&")
