"""The panel with the answer: the predicted digit, whether it is right, and the ten scores."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from mnist_desktop.model.message import counted
from mnist_desktop.model.network import FloatArray
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.signs import draw_cross, draw_tick
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.theme import colours
from mnist_desktop.ui.base.translation import said
from mnist_desktop.ui.base.words import why_no_verdict


class PredictionPanel(QWidget):
    """Says what the network makes of `state.subject`."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.verdict = Verdict()
        self.bars = ScoreBars()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setForegroundRole(self.note.palette().ColorRole.PlaceholderText)
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setHorizontalSpacing(16)
        layout.addWidget(self.verdict, 0, 0)
        layout.addWidget(self.bars, 0, 1)
        layout.addWidget(self.note, 1, 0, 1, 2)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(0, 1)
        self._shown = Watch(
            lambda state: (
                *state.read,
                state.appearance.stage,
                state.appearance.scale,
                colours(),
            )
        )
        self.refresh(store.state)
        store.changed.connect(self.refresh)

    def refresh(self, state: State) -> None:
        """Show scores and verdict.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        if not self._shown.differs(state):
            return
        label = state.subject.label if state.subject and state.classes_fit else None
        self.verdict.show_answer(state.scores, label, state.output_names)
        self.bars.show_scores(state.scores, label, state.output_names)
        self.note.setText(self._note(state))

    def _note(self, state: State) -> str:
        scores, off = state.scores, len(state.reading.units_off)
        if scores is None and state.reading.drawing_explained:
            return self.tr("There is hardly any ink on the board yet. Draw a digit.")
        if scores is None:
            return self.tr("Choose an image to see what the network says.")
        if not state.classes_fit:
            return why_no_verdict(state)
        if off:
            return said(
                counted(
                    "These are the scores with {n} hidden unit switched off.",
                    "These are the scores with {n} hidden units switched off.",
                    n=off,
                )
            )
        words = self.tr(
            "Scores: the ten outputs of f, each from 0 to 1. Here they sum to {total:.3f}."
        )
        if state.reading.drawing_explained and state.appearance.stage != "draw":
            words = self.tr("This is your drawing. Its scores sum to {total:.3f}.")
        return words.format(total=scores.sum())


@guarded
class Verdict(QWidget):
    """The predicted digit, large, with a tick or a cross and the label."""

    def __init__(self) -> None:
        super().__init__()
        self._digit = ""
        self._right: bool | None = None
        self._words = ""
        self._widest = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_answer(
        self, scores: FloatArray | None, label: int | None, names: tuple[str, ...]
    ) -> None:
        """Show the prediction that belongs to ten scores, beside the label if it is known."""
        prediction = None if scores is None else int(scores.argmax())
        self._digit = "" if prediction is None else names[prediction]
        self._right = None if prediction is None or label is None else prediction == label
        self._words = self._sentence(names[label] if label is not None else "")
        longest = max(names, key=len)
        self._widest = self.tr("wrong, label {label}").format(label=longest)
        self.setAccessibleName(self.tr("Prediction"))
        self.setAccessibleDescription(f"{self._digit} {self._words}")
        self.updateGeometry()
        self.update()

    def _sentence(self, label: str) -> str:
        if self._right is None:
            return ""
        words = self.tr("right, label {label}") if self._right else self.tr("wrong, label {label}")
        return words.format(label=label)

    def sizeHint(self) -> QSize:
        """Room for a digit of six lines' height, and for every verdict."""
        line = self.fontMetrics().height()
        font = QFont(self.font())
        font.setBold(True)
        words = QFontMetricsF(font).horizontalAdvance(self._widest) + 1.6 * line
        return QSize(max(line * 8, round(words)), line * 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the digit over its verdict."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = colours()
        line = self.fontMetrics().height()
        height = min(self.height() - 2.2 * line, 7.0 * line)
        top = (self.height() - height - 1.6 * line) / 2
        painter.setPen(QColor(theme.ink))
        painter.setFont(_large(self.font(), height, self._digit, self.width()))
        flags = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(0, top, self.width(), height), flags, self._digit)
        if self._right is not None:
            self._paint_verdict(painter, top + height, line)
        painter.end()

    def _paint_verdict(self, painter: QPainter, top: float, line: int) -> None:
        theme = colours()
        colour = QColor(theme.right if self._right else theme.wrong)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(self._words) + 1.2 * line
        left = (self.width() - width) / 2
        sign = QRectF(left, top + 0.35 * line, 0.7 * line, 0.7 * line)
        (draw_tick if self._right else draw_cross)(painter, sign, colour, line * 0.14)
        painter.setPen(colour)
        words = QRectF(left + 1.2 * line, top, width, 1.4 * line)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)


@guarded
class ScoreBars(QWidget):
    """Ten scores as bars with their numbers, beside the one-hot label."""

    def __init__(self) -> None:
        super().__init__()
        self._scores: FloatArray | None = None
        self._label: int | None = None
        self._names: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("Scores"))
        self.setToolTip(
            self.tr(
                "One row for each output of f. The bar and the number are its score; "
                "the last column is the label as training sees it, 1 at the label and 0 elsewhere."
            )
        )

    def show_scores(
        self, scores: FloatArray | None, label: int | None, names: tuple[str, ...]
    ) -> None:
        """Show ten scores, an array of shape (10,), and the label if it is known."""
        self._scores, self._label, self._names = scores, label, names
        if scores is not None:
            rows = zip(names, scores, strict=False)
            self.setAccessibleDescription(", ".join(f"{name}: {score:.3f}" for name, score in rows))
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Eleven lines of text set close, and bars long enough to compare."""
        line = self.fontMetrics().height()
        return QSize(line * 11, round(line * 9.2))

    def sizeHint(self) -> QSize:
        """As little as is needed; the figure above has better use for the room."""
        return self.minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a heading and one row per score."""
        if self._scores is None:
            return
        painter = QPainter(self)
        theme = colours()
        row = self.height() / (len(self._scores) + 1)
        metrics = self.fontMetrics()
        columns = _Columns(
            bar=self._names_width(),
            number=metrics.horizontalAdvance("0.0000") * 1.25,
            label=metrics.horizontalAdvance(self.tr("label")) * 1.5,
            width=self.width(),
        )
        painter.setPen(QColor(theme.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(columns.number_box(0, row), right, self.tr("score"))
        if self._label is not None:
            painter.drawText(columns.label_box(0, row), right, self.tr("label"))
        for digit in range(len(self._scores)):
            self._paint_row(painter, digit, columns, row * (digit + 1), row)
        painter.end()

    def _names_width(self) -> float:
        metrics = self.fontMetrics()
        digit = metrics.horizontalAdvance("0")
        needed = max(metrics.horizontalAdvance(name) for name in self._names) + 1.2 * digit
        return min(needed, max(self.width() * 0.35, 2.2 * digit))

    def _paint_row(
        self, painter: QPainter, digit: int, columns: "_Columns", top: float, row: float
    ) -> None:
        assert self._scores is not None
        theme = colours()
        score, best = float(self._scores[digit]), digit == int(self._scores.argmax())
        font = QFont(self.font())
        font.setBold(best)
        painter.setFont(font)
        bar = columns.bar_box(top, row)
        painter.fillRect(bar, QColor(theme.window if bar.height() < 1 else theme.line))
        filled = QRectF(bar.left(), bar.top(), bar.width() * score, bar.height())
        painter.fillRect(filled, QColor(theme.accent if best else theme.muted))
        painter.setPen(QColor(theme.ink))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        name = painter.fontMetrics().elidedText(
            self._names[digit], Qt.TextElideMode.ElideRight, int(columns.bar)
        )
        painter.drawText(QRectF(0, top, columns.bar, row), left | middle, name)
        painter.drawText(columns.number_box(top, row), right | middle, f"{score:.4f}")
        if self._label is not None:
            target = "1" if digit == self._label else "0"
            painter.setPen(QColor(theme.ink if digit == self._label else theme.muted))
            painter.drawText(columns.label_box(top, row), right | middle, target)


class _Columns:
    """Where the columns of the scores lie, in pixels."""

    def __init__(self, *, bar: float, number: float, label: float, width: float) -> None:
        self.bar = bar
        self._number, self._label, self._width = number, label, width

    def bar_box(self, top: float, row: float) -> QRectF:
        length = self._width - self.bar - self._number - self._label
        return QRectF(self.bar, top + row * 0.2, max(length, 1), row * 0.6)

    def number_box(self, top: float, row: float) -> QRectF:
        return QRectF(self._width - self._label - self._number, top, self._number, row)

    def label_box(self, top: float, row: float) -> QRectF:
        return QRectF(self._width - self._label, top, self._label, row)


def _large(font: QFont, height: float, text: str, width: int) -> QFont:
    """Return a font in which the text fills the height, or the width if it is long."""
    large = QFont(font)
    large.setPixelSize(max(8, round(height * 0.95)))
    large.setBold(True)
    needed = QFontMetricsF(large).horizontalAdvance(text)
    if needed > width:
        large.setPixelSize(max(8, int(large.pixelSize() * width / needed)))
    return large
