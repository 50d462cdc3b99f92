"""The menu Digit: pictures in and out, undo, My digits."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QAction, QGuiApplication, QImageWriter, QUndoStack
from PySide6.QtWidgets import QWidget

from mnist_desktop.model.data import OWN
from mnist_desktop.model.whole_files import replacing
from mnist_desktop.session.changes import ShowStage
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.actions import SEPARATOR, Entry
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.files.dropping import is_picture
from mnist_desktop.ui.files.file_dialogs import ask_for_files, ask_where_to_save
from mnist_desktop.ui.files.own_digits import OwnDigits
from mnist_desktop.ui.pictures.dragging import ENLARGED, export_picture, for_other_programs
from mnist_desktop.ui.stages.draw.stage import DrawStage
from mnist_desktop.ui.work.commands import Commands


class DigitMenu(QObject):
    """Fills the menu of the stage Draw and does what it says."""

    def __init__(
        self,
        window: QWidget,
        stage: DrawStage,
        store: Store,
        commands: Commands,
        own: OwnDigits,
        undo: QUndoStack,
    ) -> None:
        super().__init__(window)
        self._window, self._stage, self._store = window, stage, store
        self._commands, self._own = commands, own
        self._undo = undo

    def title(self) -> str:
        """Return what the menu bar says."""
        return self.tr("&Digit")

    def table(self) -> list[Entry]:
        """Return the actions."""
        stage, undo = self._stage, self._undo
        return [
            Entry(
                "undo", self.tr("&Undo"), undo.undo, ("Ctrl+Z",), help=self.tr("Undo the last step")
            ),
            Entry(
                "redo",
                self.tr("&Redo"),
                undo.redo,
                ("Ctrl+Shift+Z", "Ctrl+Y"),
                help=self.tr("Do again what was undone"),
            ),
            Entry(
                "open-picture",
                self.tr("&Open picture…"),
                partial(self._on_stage, stage.imports.choose),
                ("Ctrl+Shift+O",),
                help=self.tr("Find the digits in a photograph, a scan or a screenshot"),
            ),
            Entry(
                "paste-picture",
                self.tr("&Paste picture"),
                partial(self._on_stage, stage.imports.paste),
                ("Ctrl+V",),
                help=self.tr("Find the digits in the picture on the clipboard"),
            ),
            Entry(
                "to-board",
                self.tr("Put on the &board"),
                partial(self._on_stage, stage.take_from_gallery),
                ("Ctrl+Shift+B",),
                help=self.tr("Put the selected image on the drawing board, to edit it"),
            ),
            Entry("clear-board", self.tr("C&lear the board"), stage.board.clear),
            Entry(
                "copy-digit",
                self.tr("&Copy digit"),
                self._copy,
                ("Ctrl+C",),
                help=self.tr("Copy the digit that is explained, for another program"),
            ),
            Entry(
                "save-digit",
                self.tr("&Save digit as PNG…"),
                partial(self._save, 1),
                help=self.tr("Save the digit that is explained as a picture of 28 × 28 pixels"),
            ),
            Entry(
                "save-digit-large",
                self.tr("Save digit as PNG, &enlarged…"),
                partial(self._save, ENLARGED),
                help=self.tr("Save it with crisp pixels, 560 × 560"),
            ),
            Entry(
                "delete-own",
                self.tr("&Delete from My digits"),
                self._own.delete_selected,
                ("Del",),
                help=self.tr("Delete the selected images of My digits; this can be undone"),
            ),
            Entry(
                "import-own",
                self.tr("&Add a file to My digits…"),
                self._import,
                help=self.tr("Add the digits of a .npz, IDX or other file to My digits"),
            ),
            Entry(
                "export-own",
                self.tr("Sa&ve My digits…"),
                self._export,
                help=self.tr("Save My digits as .npz or IDX"),
            ),
        ]

    def order(self) -> tuple[str, ...]:
        """Return the ids of the actions as the menu lists them."""
        return (
            *("undo", "redo", SEPARATOR),
            *("open-picture", "paste-picture", "to-board", "clear-board", SEPARATOR),
            *("copy-digit", "save-digit", "save-digit-large", SEPARATOR),
            *("delete-own", "import-own", "export-own"),
        )

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Name in the menu what is undone, and offer it only where there is something."""
        self._actions = actions
        for name, can, now in (
            ("undo", self._undo.canUndoChanged, self._undo.canUndo()),
            ("redo", self._undo.canRedoChanged, self._undo.canRedo()),
        ):
            actions[name].setEnabled(now)
            can.connect(actions[name].setEnabled)
        self._name_undo(self._undo.undoText())
        self._name_redo(self._undo.redoText())
        self._refresh(self._store.state)
        self._store.changed.connect(self._refresh)
        # Methods of a child of the window, so that Qt disconnects them when the window goes.
        self._undo.undoTextChanged.connect(self._name_undo)
        self._undo.redoTextChanged.connect(self._name_redo)

    def _refresh(self, state: State) -> None:
        """Offer to delete only what is the user's own."""
        own = state.split is not None and state.split.name == OWN and len(state.split) > 0
        self._actions["delete-own"].setEnabled(own)

    def _name_undo(self, step: str) -> None:
        words = self.tr("&Undo: {step}").format(step=step) if step else self.tr("&Undo")
        self._actions["undo"].setText(words)

    def _name_redo(self, step: str) -> None:
        words = self.tr("&Redo: {step}").format(step=step) if step else self.tr("&Redo")
        self._actions["redo"].setText(words)

    def _on_stage(self, run: Callable[[], object]) -> None:
        self._store.apply(ShowStage(self._stage.name))
        run()

    def take_dropped(self, path: Path) -> bool:
        """Read a picture that was dropped anywhere onto the window; say whether it is one."""
        if not is_picture(path):
            return False
        self._on_stage(partial(self._stage.imports.read, path))
        return True

    # Out ---------------------------------------------------------------------------------------

    def _copy(self) -> None:
        subject = self._store.state.subject
        if subject is not None:
            QGuiApplication.clipboard().setMimeData(for_other_programs(subject.pixels))

    def _save(self, factor: int) -> None:
        if self._store.state.subject is not None:
            kinds, use = [self.tr("PNG (*.png)")], partial(self.write_png, factor=factor)
            ask_where_to_save(self._window, self.tr("Save as"), "digit.png", kinds, use)

    def write_png(self, path: Path, *, factor: int) -> None:
        """Write the digit that is explained, each pixel a square of `factor`."""
        subject = self._store.state.subject
        if subject is None:
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(export_picture(subject.pixels, factor))
        try:
            with replacing(path) as file:
                file.write(bytes(buffer.data().data()))
        except OSError as error:
            self._commands.failed.emit(error)

    # My digits ---------------------------------------------------------------------------------

    def _import(self) -> None:
        def add(paths: list[Path]) -> None:
            self._own.add_from(paths[0])

        ask_for_files(self._window, self.tr("Add to My digits"), [self.tr("All files (*)")], add)

    def _export(self) -> None:
        kinds = [self.tr("NumPy arrays (*.npz)"), self.tr("IDX, two files (*.idx)")]
        title, name = self.tr("Save as"), "my-digits.npz"
        ask_where_to_save(self._window, title, name, kinds, self._own.save_copy)
