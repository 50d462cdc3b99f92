"""The dialog of a picture: digits found in it, the threshold, and what becomes of them."""

import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from mnist_desktop.model.data import Split
from mnist_desktop.model.own_digits import own_split
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.silence import silently
from mnist_desktop.ui.base.theme import colours
from mnist_desktop.ui.base.translation import said
from mnist_desktop.ui.pictures.arrays import ink_picture
from mnist_desktop.ui.pictures.reading import PictureFound, find_again
from mnist_desktop.ui.stages.draw.preview import DigitRow, PicturePreview
from mnist_desktop.ui.work.jobs import Job

Read = Callable[[NDArray[np.uint8]], list[int]]
Start = Callable[[Iterator[PictureFound], Callable[[PictureFound], None]], Job]
_SLIDER = 100


@guarded
class ImportDialog(QDialog):
    """Shows what was found in a picture, and lets it be taken over.

    Parameters
    ----------
    parent : QWidget
        The window that it belongs to.
    read : callable
        Returns the predictions for images of shape (N, 28, 28), none without a network.
    start : callable
        Runs a job and hands what it yields to the second argument.
    """

    to_board = Signal(object)
    """A digit, uint8 of shape (28, 28), is wanted on the board."""
    to_keep = Signal(Split)
    """Digits with their labels are to be kept."""

    def __init__(self, parent: QWidget, read: Read, start: Start) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._read, self._start = read, start
        self._picture: PictureFound | None = None
        self._job: Job | None = None
        self._current = 0
        self.preview, self.row = PicturePreview(), DigitRow()
        self.words, self.note = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.threshold = QSlider(Qt.Orientation.Horizontal)
        self.labels = QLineEdit()
        self.keep = QPushButton(self.tr("Keep in My digits"))
        self.take = QPushButton(self.tr("Put on the board"))
        self._later = QTimer(self, singleShot=True, interval=30)
        self._say()
        self._arrange()
        self._connect()

    def _say(self) -> None:
        self.threshold.setRange(1, _SLIDER - 1)
        self.threshold.setAccessibleName(self.tr("Threshold"))
        self.threshold.setToolTip(self.tr("How dark something must be to count as ink"))
        self.labels.setAccessibleName(self.tr("Labels"))
        self.labels.setToolTip(
            self.tr("The digits that they are meant to be, in order; correct what was misread")
        )
        self.take.setToolTip(self.tr("Put the framed digit on the drawing board"))
        self.keep.setAutoDefault(False)
        for button in (self.keep, self.take):
            button.setEnabled(False)
        self.take.setDefault(True)

    def _arrange(self) -> None:
        scroll = QScrollArea(widgetResizable=False)
        scroll.setWidget(self.row)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedHeight(self.row.sizeHint().height() + scroll.horizontalScrollBar().height())
        self._scroll = scroll
        slider = QHBoxLayout()
        slider.addWidget(QLabel(self.tr("less ink")))
        slider.addWidget(self.threshold, 1)
        slider.addWidget(QLabel(self.tr("more ink")))
        keeping = QHBoxLayout()
        keeping.addWidget(QLabel(self.tr("Labels")))
        keeping.addWidget(self.labels, 1)
        keeping.addWidget(self.keep)
        buttons = QDialogButtonBox()
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.preview, 1)
        layout.addLayout(slider)
        for widget in (self.words, self.note, scroll):
            layout.addWidget(widget)
        layout.addLayout(keeping)
        layout.addWidget(buttons)

    def _connect(self) -> None:
        self.threshold.valueChanged.connect(self._later.start)
        self._later.timeout.connect(self._find_again)
        self.preview.chosen.connect(self._choose)
        self.row.chosen.connect(self._choose)
        self.labels.textChanged.connect(self._check_labels)
        self.keep.clicked.connect(self._keep)
        self.take.clicked.connect(self._take)

    # What was found ----------------------------------------------------------------------------

    def show_picture(self, picture: PictureFound) -> None:
        """Show a picture, and its digits once they are known."""
        first = self._picture is None
        self._picture = picture
        if first:
            self.setWindowTitle(self.tr("Digits in {name}").format(name=picture.name))
            self.preview.show_picture(picture.grey)
            self.note.setText(said(picture.note))
            self.note.setVisible(bool(picture.note))
        if picture.flat is not None:
            self._set_slider(picture.threshold)
            self._show_digits(picture)

    def _set_slider(self, threshold: float) -> None:
        if self.threshold.isSliderDown() or self._later.isActive():
            return
        with silently(self.threshold):
            # More to the right is more ink, and a lower threshold.
            self.threshold.setValue(round(_SLIDER * (1 - threshold)))

    def _find_again(self) -> None:
        if self._picture is None or self._picture.flat is None:
            return
        if self._job is not None:
            self._job.cancel()
        threshold = 1 - self.threshold.value() / _SLIDER
        self._job = self._start(find_again(self._picture, threshold), self.show_picture)

    def _show_digits(self, picture: PictureFound) -> None:
        self._current = min(self._current, max(len(picture.found) - 1, 0))
        self._predictions = self._read(self._images())
        count = len(picture.found)
        self.words.setText(self._sentence(count))
        if not (self.labels.isModified() and len(self._typed()) == count):
            self.labels.setText("".join(map(str, self._predictions)))
        self.take.setEnabled(count > 0)
        self._check_labels()
        self._choose(self._current)

    def _sentence(self, count: int) -> str:
        if count == 0:
            return self.tr("No digit found. Move the slider, or try one with more contrast.")
        if count == 1:
            return self.tr("One digit found")
        return self.tr("{count:,} digits found, in reading order").format(count=count)

    def _images(self) -> NDArray[np.uint8]:
        found = self._picture.found if self._picture is not None else ()
        return np.array([one.image for one in found], np.uint8).reshape(-1, 28, 28)

    def _choose(self, index: int) -> None:
        self._current = index
        images = self._images()
        boxes = [one.box for one in self._picture.found] if self._picture is not None else []
        self.preview.show_boxes(boxes, index)
        captions = [str(guess) for guess in self._predictions] or [""] * len(images)
        self.row.show_digits([ink_picture(image, colours()) for image in images], captions, index)
        self._scroll.ensureVisible((index * 2 + 1) * self.row.width() // max(2 * len(images), 1), 0)

    # What becomes of it ------------------------------------------------------------------------

    def _typed(self) -> Sequence[int]:
        return [int(sign) for sign in re.sub(r"[\s,;]", "", self.labels.text()) if sign.isdecimal()]

    def _check_labels(self) -> None:
        count = len(self._images())
        fits = count > 0 and len(self._typed()) == count
        self.keep.setEnabled(fits)
        words = self.tr("Keep all of them, with these labels")
        if not fits:
            words = self.tr("Type one digit for each that was found: {count}").format(count=count)
        self.keep.setToolTip(words)

    def _keep(self) -> None:
        self.to_keep.emit(own_split(self._images(), self._typed()))
        self.accept()

    def _take(self) -> None:
        self.to_board.emit(self._images()[self._current])
        self.accept()

    def done(self, result: int) -> None:
        """Stop what is still looked for."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)
