"""What a file of parameters holds, shown before it becomes the current network."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from mnist_desktop.model.data import DIVISORS
from mnist_desktop.model.errors import one_line
from mnist_desktop.model.opening import Candidate, ranges
from mnist_desktop.ui.base.translation import said

_GUESSING = 0.3  # share right below which a network does not know these digits


class PreviewDialog(QDialog):
    """Shows shapes, ranges, notes and accuracy, and asks what pixels were divided by."""

    def __init__(self, candidate: Candidate, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open network"))
        self._candidate = candidate
        self.accuracy = _text()
        self.scale = QComboBox()
        buttons = QDialogButtonBox()
        self.use = buttons.addButton(
            self.tr("Use this network"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._heading())
        layout.addWidget(self._table())
        layout.addWidget(_text(self._function()))
        layout.addWidget(self._scales())
        layout.addWidget(self.accuracy)
        notes = [*candidate.parameters.notes]
        if candidate.note is not None:
            notes.append(candidate.note)
        if notes:
            layout.addWidget(_text("\n".join(f"•  {said(note)}" for note in notes)))
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.scale.currentIndexChanged.connect(self._show_accuracy)
        self._show_accuracy()
        self.use.setFocus()
        self.setMinimumWidth(min(self.fontMetrics().horizontalAdvance("0") * 62, parent.width()))

    def divisor(self) -> int:
        """Return what the pixels were divided by in training, as the user says."""
        divisor: int = self.scale.currentData()
        return divisor

    def _heading(self) -> QLabel:
        words = self.tr("{file}: a network with {hidden:,} hidden units, stored as {stored}")
        parameters = self._candidate.parameters
        heading = _text(
            words.format(
                file=one_line(self._candidate.path.name),
                hidden=parameters.hidden,
                stored=parameters.stored,
            )
        )
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        return heading

    def _table(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        titles = (self.tr("array"), self.tr("shape"), self.tr("least"), self.tr("greatest"))
        rows = [
            (name, " × ".join(f"{side:,}" for side in shape), f"{low:.3g}", f"{high:.3g}")
            for name, shape, low, high in ranges(self._candidate.parameters)
        ]
        for row, texts in enumerate([titles, *rows]):
            for column, text in enumerate(texts):
                cell = QLabel(text)
                cell.setEnabled(row > 0)
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                grid.addWidget(cell, row, column, side)
        grid.setColumnStretch(len(titles), 1)
        return table

    def _function(self) -> str:
        return self.tr(
            "No file says which functions lie between its numbers. This program always uses two "
            "sigmoid layers: f(x) = sigmoid(W2 sigmoid(W1 x + B1) + B2)."
        )

    def _scales(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(self.tr("In training, pixels from 0 to 255 were divided by")))
        names = {256: self.tr("256, as in mnist.pkl.gz"), 255: self.tr("255")}
        for divisor in DIVISORS:
            self.scale.addItem(names[divisor], divisor)
        row.addWidget(self.scale)
        row.addStretch(1)
        box.setToolTip(
            self.tr("A file does not say it. With 255, W1 is multiplied by 256/255, so that f fits")
        )
        return box

    def _show_accuracy(self) -> None:
        sample = self._candidate.sample
        if sample is None:
            self.accuracy.setText(
                self.tr("There are no digits of ten classes here on which it could be tried.")
            )
            return
        share = self._candidate.accuracies[self.divisor()]
        words = self.tr("Reads {share:.1%} of the first {count:,} images of “{split}” right.")
        parts = [words.format(share=share, count=len(sample), split=sample.name)]
        if share < _GUESSING:
            parts.append(
                self.tr(
                    "That is little. It may have been trained with other functions, other classes, "
                    "or pixels in another order."
                )
            )
        self.accuracy.setText(" ".join(parts))


def _text(words: str = "") -> QLabel:
    label = QLabel(words, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
