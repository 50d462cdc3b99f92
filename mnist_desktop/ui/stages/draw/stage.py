"""The stage Draw: a board on the left, what becomes of the drawing on the right."""

from functools import partial

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QUndoStack
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from mnist_desktop.model.data import DIGITS
from mnist_desktop.model.own_digits import own_split
from mnist_desktop.model.preparation import Ink
from mnist_desktop.session.changes import Draw, PrepareDrawing
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.stage import Stage
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.undo import UndoStep
from mnist_desktop.ui.files.dropping import only_pictures, picture_of
from mnist_desktop.ui.files.own_digits import OwnDigits
from mnist_desktop.ui.stages.draw.board import Board
from mnist_desktop.ui.stages.draw.costs import Costs
from mnist_desktop.ui.stages.draw.imports import PictureImports
from mnist_desktop.ui.stages.draw.steps_panel import StepsPanel
from mnist_desktop.ui.stages.draw.tools import Tools
from mnist_desktop.ui.work.commands import Commands


@guarded
class DrawStage(Stage):
    """Keeps `state.reading.drawing` as what is on the board, prepared with the chosen steps."""

    name = "draw"

    def __init__(self, store: Store, commands: Commands, own: OwnDigits, undo: QUndoStack) -> None:
        super().__init__(store)
        self._own, self._commands, self._undo = own, commands, undo
        self.board = Board()
        self._taken: Ink | None = None  # what the board shows, as the state has it
        self._before: Ink | None = None  # what it showed after the last step
        self.tools = Tools(self.board, undo)
        self.panel = StepsPanel()
        self.costs = Costs(store, commands, self.panel)
        self.imports = PictureImports(store, commands, self)
        self.from_gallery = QPushButton(self.tr("From gallery"))
        self.from_gallery.setToolTip(self.tr("Put the selected image on the board, to edit it"))
        self.open = QPushButton(self.tr("Open picture…"))
        self.open.setToolTip(self.tr("Find digits in a picture; or drop or paste one"))
        self.keep = QPushButton(self.tr("Keep as"))
        self.keep.setToolTip(
            self.tr("Keep the drawing in My digits, with the digit it is meant to be")
        )
        self.keep.setMenu(self._labels())
        self.setAcceptDrops(True)
        self._arrange()
        self._connect()
        if store.state.draw.board is None:
            store.apply(Draw(self.board.picture))
        self._show_board(store.state)
        store.changed.connect(self._show_board)

    def _labels(self) -> QMenu:
        menu = QMenu(self)
        for label, name in enumerate(DIGITS):
            menu.addAction(f"&{name}").triggered.connect(partial(self.keep_as, label))
        return menu

    def title(self) -> str:
        """Return what the tab says."""
        return self.tr("Draw")

    def _arrange(self) -> None:
        left, right, low = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.tools)
        left.addWidget(self.board, 1)
        right.addWidget(self.panel, 1)
        right.addWidget(self.costs)
        low.addWidget(self.from_gallery)
        low.addWidget(self.open)
        low.addStretch(1)
        low.addWidget(self.keep)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addLayout(left, 3)
        columns.addLayout(right, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.setSpacing(6)
        layout.addLayout(columns, 1)
        layout.addLayout(low)

    def _connect(self) -> None:
        self.board.drawn.connect(self._take_drawing)
        self.board.step_done.connect(self._keep_step)
        self.panel.switched.connect(lambda steps: self._store.apply(PrepareDrawing(steps)))
        self.from_gallery.clicked.connect(self.take_from_gallery)
        self.open.clicked.connect(self.imports.choose)
        self.imports.to_board.connect(self.board.take_over)
        self.imports.to_keep.connect(self._own.add)

    # From the board to the scores --------------------------------------------------------------

    def _take_drawing(self) -> None:
        self._taken = self.board.picture
        self._store.apply(Draw(self._taken))

    def _keep_step(self, text: str, after: Ink) -> None:
        """Let a step be undone, in the state: this stage may be gone by then."""
        store, before = self._store, self._before
        self._undo.push(UndoStep(text, partial(_put, store), before, after))

    def _show_board(self, state: State) -> None:
        """Show what is on the board, seen or not: a stroke may begin at once."""
        board = state.draw.board
        if board is not None and board is not self._taken:
            self._taken = self._before = board
            self.board.show_picture(board)

    def shows(self, state: State) -> tuple[object, ...]:
        """Return what of the state is shown."""
        return state.draw, state.reading.drawing_explained, state.gallery.current

    def draw_state(self, state: State, **_anew: bool) -> None:
        """Follow the state."""
        if state.draw.preparation is not None:
            self.panel.show_preparation(state.draw.preparation, state.draw.steps)
        self.keep.setEnabled(state.draw.readable)
        self.from_gallery.setEnabled(state.gallery.current is not None)
        self.board.lit = state.reading.drawing_explained
        self.board.update()

    def take_from_gallery(self) -> None:
        """Put the gallery's current image on the board, and its label beside it."""
        state = self._store.state
        if state.split is None or state.gallery.current is None:
            return
        self.board.take_over(state.subject_of(state.gallery.current).pixels)

    def keep_as(self, label: int) -> None:
        """Keep what f gets of the drawing in My digits, with its label."""
        made = self._store.state.draw.preparation
        if made is not None:
            self._own.add(own_split(made.image, [label]))

    # Pictures that are dropped -----------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome pictures; other files go to the window, which opens them."""
        if event.source() is None and only_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Find the digits of a dropped picture."""
        source = picture_of(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self.imports.read(source)


def _put(store: Store, board: Ink | None) -> None:
    """Have a drawing on the board."""
    if board is not None:
        store.apply(Draw(board))
