"""The row of drawing tools: pen, eraser, width, undo, redo, clear."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSlider, QToolButton, QWidget

from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.stages.draw.board import NORMAL_WIDTH, WIDTHS, Board
from mnist_desktop.ui.stages.draw.icons import icon


@guarded
class Tools(QWidget):
    """Buttons and a slider that set up a board."""

    def __init__(self, board: Board, undo: QUndoStack) -> None:
        super().__init__()
        self._board = board
        self.pen = self._button("pen", self.tr("Pen"), self.tr("Draw ink"))
        self.eraser = self._button("eraser", self.tr("Eraser"), self.tr("Rub ink out"))
        self.undo = self._button("undo", self.tr("Undo"), self.tr("Undo the last step"))
        self.redo = self._button("redo", self.tr("Redo"), self.tr("Do again what was undone"))
        self.clear = self._button("clear", self.tr("Clear"), self.tr("Clear the board"))
        self.width_slider = QSlider(Qt.Orientation.Horizontal)
        self.width_slider.setRange(WIDTHS.start, WIDTHS.stop - 1)
        self.width_slider.setValue(NORMAL_WIDTH)
        self.width_slider.setAccessibleName(self.tr("Width of the pen"))
        self.width_slider.setToolTip(self.tr("Width of the pen"))
        self._arrange()
        self._connect(undo)
        self._paint_icons()

    def _button(self, name: str, words: str, tip: str) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setToolTip(tip)
        button.setObjectName(name)
        button.setAccessibleName(words)
        return button

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self.pen, self.eraser):
            layout.addWidget(widget)
        layout.addWidget(self.width_slider, 1)
        for widget in (self.undo, self.redo, self.clear):
            layout.addWidget(widget)

    def _connect(self, undo: QUndoStack) -> None:
        group = QButtonGroup(self)
        for button in (self.pen, self.eraser):
            button.setCheckable(True)
            group.addButton(button)
        self.pen.setChecked(True)
        self.eraser.toggled.connect(self._erase)
        self.width_slider.valueChanged.connect(self._set_width)
        self.undo.clicked.connect(undo.undo)
        self.redo.clicked.connect(undo.redo)
        self.clear.clicked.connect(self._board.clear)
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)
        undo.canUndoChanged.connect(self.undo.setEnabled)
        undo.canRedoChanged.connect(self.redo.setEnabled)

    def _erase(self, on: bool) -> None:
        self._board.erasing = on

    def _set_width(self, width: int) -> None:
        self._board.pen_width = width

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._paint_icons()

    def _paint_icons(self) -> None:
        side = round(self.fontMetrics().height() * 1.15)
        for button in self.findChildren(QToolButton):
            button.setIcon(icon(button.objectName(), self.palette()))
            button.setIconSize(QSize(side, side))
