"""The preparation in small pictures: each step with its switch, and what it is worth."""

from dataclasses import asdict

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from mnist_desktop.model.preparation import BOX, CENTRE, SIDE, Ink, Preparation, Steps
from mnist_desktop.model.simulation import StepCosts
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.silence import silently
from mnist_desktop.ui.base.theme import colours
from mnist_desktop.ui.pictures.arrays import ink_picture
from mnist_desktop.ui.pictures.dragging import DragOut
from mnist_desktop.ui.pictures.ink import paint_ink, whole_pixels

_LARGEST = 5  # screen pixels a pixel


@guarded
class StepsPanel(QWidget):
    """Four pictures from the drawing to f's 28 x 28 pixels; three switches."""

    switched = Signal(object)
    """Other Steps are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures = [StepPicture() for _ in range(4)]
        self.pictures[2].pixels = self.pictures[3].pixels = True
        self.pictures[3].centre = True
        DragOut(self.pictures[3], lambda: self.pictures[3].ink)
        self.switches = {
            "polarity": QCheckBox(self.tr("Ink 255, paper 0")),
            "crop": QCheckBox(self.tr("Crop and scale")),
            "centre": QCheckBox(self.tr("Centre")),
        }
        self.costs = {name: QLabel() for name in self.switches}
        self._say()
        self._arrange()
        for switch in self.switches.values():
            switch.setChecked(True)
            switch.toggled.connect(lambda _: self.switched.emit(self._steps()))

    def _say(self) -> None:
        words = {
            "polarity": self.tr(
                "MNIST has 255 for ink and 0 for paper; a drawing has it the other way"
            ),
            "crop": self.tr(
                "Cut the paper away around the ink and scale the longer side to 20 pixels, "
                "each the mean of what it covers"
            ),
            "centre": self.tr(
                "Move the digit by whole pixels until its centre of mass lies at index (14, 14)"
            ),
        }
        for name, text in words.items():
            self.switches[name].setToolTip(text)
        names = (
            self.tr("Drawn"),
            self.tr("Cropped"),
            self.tr("Scaled"),
            self.tr("What f gets, times 1/256"),
        )
        for picture, name in zip(self.pictures, names, strict=True):
            picture.setAccessibleName(name)
        self.pictures[3].setToolTip(
            self.tr("The 28 × 28 pixels that f gets, times 1/256. Drag them into another program.")
        )

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        self.scaled = scaled = QLabel()
        scaled.setForegroundRole(scaled.palette().ColorRole.PlaceholderText)
        middle = Qt.AlignmentFlag.AlignVCenter
        for row, picture in enumerate(self.pictures):
            grid.addWidget(picture, row, 0)
            grid.setRowStretch(row, 1)
        for row, name in ((0, "polarity"), (1, "crop"), (3, "centre")):
            grid.addWidget(self.switches[name], row, 1, middle)
            grid.addWidget(self.costs[name], row, 2, middle | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(scaled, 2, 1, 1, 2, middle)
        grid.setColumnStretch(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Enlarge the pictures where there is room."""
        super().resizeEvent(event)
        side = min(self.height() // len(self.pictures) - 4, self.width() // 2)
        factor = min(max(side // SIDE, 2), _LARGEST)
        for picture in self.pictures:
            picture.setFixedWidth(factor * SIDE + 6)

    def show_preparation(self, made: Preparation, steps: Steps) -> None:
        """Show what each step made of a drawing.

        Parameters
        ----------
        made : Preparation
            The drawing, step by step.
        steps : Steps
            Which steps are switched on.
        """
        with silently(*self.switches.values()):
            for name, on in asdict(steps).items():
                self.switches[name].setChecked(on)
        size = BOX if steps.crop else SIDE
        self.scaled.setText(self.tr("to {size} pixels, averaged").format(size=size))
        images = (made.ink, made.cropped, made.scaled, made.image)
        for picture, ink in zip(self.pictures, images, strict=True):
            picture.show_ink(ink)

    def show_costs(self, costs: StepCosts | None) -> None:
        """Say beside each switch how many digits are read right without its step."""
        tip = self.tr("Share of the redrawn digits that are read right without this step")
        for name, label in self.costs.items():
            label.setText(f"{costs.shares[name]:.1%}" if costs else "")
            label.setToolTip(tip)

    def _steps(self) -> Steps:
        return Steps(**{name: switch.isChecked() for name, switch in self.switches.items()})


@guarded
class StepPicture(QWidget):
    """One small picture of ink.

    `pixels` draws 28 x 28 crisply, `centre` marks index (14, 14).
    """

    def __init__(self) -> None:
        super().__init__()
        self.pixels = self.centre = False
        self.ink: Ink | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def show_ink(self, ink: Ink) -> None:
        """Show ink, uint8 of any shape, 255 for ink."""
        self.ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        """Two screen pixels a pixel and a frame."""
        return QSize(2 * SIDE + 6, 2 * SIDE + 6)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window; never lower than a pixel a pixel."""
        return QSize(2 * SIDE + 6, SIDE + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ink on a square of paper, and where its centre should be."""
        if self.ink is None:
            return
        theme = colours()
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        paper = whole_pixels(QRectF(self.rect()).adjusted(2, 2, -2, -2), SIDE, ratio)
        painter.fillRect(paper, QColor(theme.paper))
        height, width = self.ink.shape
        box = paper if self.pixels else _fitting(paper, width / height)
        paint_ink(painter, box, ink_picture(self.ink, theme))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawRect(paper.adjusted(-1, -1, 1, 1))
        if self.centre:
            self._paint_centre(painter, paper)
        painter.end()

    def _paint_centre(self, painter: QPainter, paper: QRectF) -> None:
        """Mark row and column 14 at the edges of the paper."""
        step, arm = paper.width() / SIDE, paper.width() * 0.07
        middle = (CENTRE + 0.5) * step
        painter.setPen(QPen(QColor(colours().accent), max(1.0, step / 2)))
        x, y = paper.left() + middle, paper.top() + middle
        painter.drawLine(QLineF(x, paper.top(), x, paper.top() + arm))
        painter.drawLine(QLineF(x, paper.bottom() - arm, x, paper.bottom()))
        painter.drawLine(QLineF(paper.left(), y, paper.left() + arm, y))
        painter.drawLine(QLineF(paper.right() - arm, y, paper.right(), y))


def _fitting(paper: QRectF, proportion: float) -> QRectF:
    """Return the largest box of a proportion, width to height, in the middle of the paper."""
    width = paper.width() * min(1.0, proportion)
    height = paper.height() * min(1.0, 1 / proportion)
    box = QRectF(0, 0, max(width, 1), max(height, 1))
    box.moveCenter(paper.center())
    return box
