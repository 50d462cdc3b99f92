"""The dialogs that ask for a file: one to open, one to save.

They are modal to their window and tidy themselves away. What is chosen goes to
a function, which is called after the dialog has closed.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_files(
    parent: QWidget,
    title: str,
    kinds: Sequence[str],
    use: Callable[[list[Path]], object],
    *,
    several: bool = False,
    folder: Path | None = None,
) -> None:
    """Ask for files that exist.

    Parameters
    ----------
    parent : QWidget
        Its window is what the dialog belongs to.
    title : str
        Of the dialog.
    kinds : sequence of str
        Filters as "Pictures (*.png *.jpg)"; the first one is chosen.
    use : callable
        Called with the files that were chosen.
    several : bool, keyword-only
        Whether more than one may be chosen.
    folder : Path, optional, keyword-only
        Where to begin, if it is still there; else where the last dialog was.
    """
    dialog = _dialog(parent, title, kinds)
    if folder is not None and folder.is_dir():
        dialog.setDirectory(str(folder))
    mode = QFileDialog.FileMode
    dialog.setFileMode(mode.ExistingFiles if several else mode.ExistingFile)
    dialog.filesSelected.connect(lambda names: use([Path(name) for name in names]))
    dialog.open()


def ask_where_to_save(
    parent: QWidget, title: str, name: str, kinds: Sequence[str], use: Callable[[Path], object]
) -> None:
    """Ask for the name of a file to write.

    Parameters
    ----------
    parent, title, kinds
        As in :func:`ask_for_files`; a name without an ending gets that of the chosen kind.
    name : str
        What is proposed.
    use : callable
        Called with the file that was named.
    """
    dialog = _dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    _follow_kind(dialog, kinds[0])
    dialog.filterSelected.connect(lambda kind: _follow_kind(dialog, kind))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: use(Path(chosen)))
    dialog.open()


def _dialog(parent: QWidget, title: str, kinds: Sequence[str]) -> QFileDialog:
    dialog = QFileDialog(parent.window(), title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters(kinds)
    return dialog


def _follow_kind(dialog: QFileDialog, kind: str) -> None:
    dialog.setDefaultSuffix(kind.rpartition(".")[2].rstrip(")"))
