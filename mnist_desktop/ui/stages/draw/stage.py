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
from mnist_desktop.model.preparation import Preparation, prepare
from mnist_desktop.session.state import AppState, Subject
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.stage import Stage
from mnist_desktop.ui.base.store import Store
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
    """Keeps `state.drawing` as what is on the board, prepared with the chosen steps."""

    name = "draw"
    watches = frozenset({"drawing_shown", "network", "digits", "current", "stage"})

    def __init__(self, store: Store, commands: Commands, own: OwnDigits, undo: QUndoStack) -> None:
        super().__init__(store)
        self._own, self._commands = own, commands
        self.board = Board(undo)
        self.tools = Tools(self.board, undo)
        self.panel = StepsPanel()
        self.costs = Costs(store, commands, self.panel)
        self.imports = PictureImports(store, commands, self)
        tr = self.tr
        self.from_gallery = QPushButton(tr("From gallery"))
        self.from_gallery.setToolTip(tr("Put the selected image on the board, to edit it"))
        self.open = QPushButton(tr("Open picture…"))
        self.open.setToolTip(tr("Find digits in a picture; or drop or paste one"))
        self.keep = QPushButton(tr("Keep as"))
        self.keep.setToolTip(tr("Keep the drawing in My digits, with the digit it is meant to be"))
        self.keep.setMenu(self._labels())
        self.setAcceptDrops(True)
        self._arrange()
        self._connect()
        self._prepare()

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
        self.board.drawn.connect(self._prepare)
        self.panel.switched.connect(self._prepare)
        self.from_gallery.clicked.connect(self.take_from_gallery)
        self.open.clicked.connect(self.imports.choose)
        self.imports.to_board.connect(self.board.take_over)
        self.imports.to_keep.connect(self._own.add)

    # From the board to the scores --------------------------------------------------------------

    @property
    def preparation(self) -> Preparation:
        """What the steps make of the drawing now."""
        return prepare(self.board.picture, self.panel.steps)

    def _prepare(self) -> None:
        made = self.preparation
        self.panel.show_preparation(made)
        readable = not (made.blank or self.board.empty)
        self.keep.setEnabled(readable)
        subject = Subject(made.image, None, self.tr("Your drawing"), readable)
        self._store.update(drawing=subject)

    def draw_state(self, state: AppState, _changed: frozenset[str]) -> None:
        """Follow the state."""
        self.from_gallery.setEnabled(state.current is not None)
        self.board.lit = state.drawing_shown
        self.board.update()

    def take_from_gallery(self) -> None:
        """Put the gallery's current image on the board, and its label beside it."""
        state = self._store.state
        if state.images is None or state.current is None:
            return
        self.board.take_over(state.subject_of(state.current).pixels)

    def keep_as(self, label: int) -> None:
        """Keep what f gets of the drawing in My digits, with its label."""
        self._own.add(own_split(self.preparation.image, [label]))

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
