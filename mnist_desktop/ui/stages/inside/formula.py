"""The lecture's formula in mathematical type: every symbol is a button with its shape below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.theme import colours
from mnist_desktop.ui.stages.inside.mathtype import math_path

_TYPE = 1.3  # size of the formula, in sizes of the text
_SHAPE = 0.75  # size of the shapes
_SIZES = (1.0, 0.9, 0.8)  # tried in turn until the formula fits in one row


@dataclass(frozen=True)
class Token:
    """One piece of the formula.

    Attributes
    ----------
    tex : str
        What is written.
    opens : str
        The array, or "prediction", that it opens; empty for a sign.
    words : str
        What it is, for tool tip and screen reader.
    shape : str
        Written below.
    """

    tex: str
    opens: str = ""
    words: str = ""
    shape: str = ""


@guarded
class Piece(QAbstractButton):
    """A token on the screen; one that opens nothing cannot be pressed or reached."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.token = Token("")
        self.factor = 1.0

    def set_token(self, token: Token) -> None:
        """Write another token."""
        self.token = token
        self.setCheckable(bool(token.opens))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if token.opens else Qt.FocusPolicy.NoFocus)
        self.setEnabled(bool(token.opens))
        if token.opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(token.words)
        self.setToolTip(token.words)
        self.update()

    def _em(self) -> float:
        return QFontMetricsF(self.font()).height() * 0.86 * _TYPE * self.factor

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SHAPE * self.factor)
        return font

    def sizeHint(self) -> QSize:
        """Room for the type, and for the shape below."""
        small = QFontMetricsF(self._small())
        type_width = math_path(self.token.tex).boundingRect().right() * self._em()
        air = 0.1 if self.token.tex in {"$($", "$)$"} else 0.3
        width = max(type_width + air * self._em(), small.horizontalAdvance(self.token.shape) + 4)
        return QSize(round(width), round(1.4 * self._em() + small.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint type and shape; underlined when open, framed when focused."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = colours()
        pressed = bool(self.token.opens) and (self.underMouse() or self.isChecked())
        colour = QColor(theme.accent if pressed else theme.ink)
        path, em = math_path(self.token.tex), self._em()
        painter.save()
        bounds = path.boundingRect()
        painter.translate(self.width() / 2 - (bounds.left() + bounds.right()) / 2 * em, em)
        painter.scale(em, em)
        painter.fillPath(path, colour)
        painter.restore()
        painter.setFont(self._small())
        painter.setPen(QColor(theme.muted))
        below = QRectF(0, 1.3 * em, self.width(), self.height() - 1.3 * em)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.token.shape)
        if self.isChecked():
            painter.setPen(QPen(colour, 2))
            painter.drawLine(
                QPointF(3, self.height() - 1), QPointF(self.width() - 3, self.height() - 1)
            )
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


@guarded
class FormulaBar(QWidget):
    """Four equations and the prediction, in one row if they fit, else in as few as possible."""

    opened = Signal(str)
    """A symbol was pressed: the name of its array, or "prediction"."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Sequence[Sequence[Token]] = self._tokens("?", None)
        self._groups = [[self._piece() for _ in group] for group in self._shown]
        self._write(self._shown)
        self.setAccessibleName(self.tr("Formula of the network"))

    @property
    def pieces(self) -> list[Piece]:
        """The symbols that can be pressed."""
        return [piece for group in self._groups for piece in group if piece.token.opens]

    def show_formula(self, prediction: str, hidden: int | None, opened: str) -> None:
        """Write the formula with the actual number of hidden units, if there are any."""
        plain = "".join(letter for letter in prediction if letter.isalnum() or letter == "?")
        tokens = self._tokens(plain, hidden)
        if tokens != self._shown:
            self._shown = tokens
            self._write(tokens)
            self._place()
        for piece in self.pieces:
            piece.setChecked(piece.token.opens == opened)

    def _write(self, tokens: Sequence[Sequence[Token]]) -> None:
        for group, written in zip(self._groups, tokens, strict=True):
            for piece, token in zip(group, written, strict=True):
                piece.set_token(token)

    def _piece(self) -> Piece:
        piece = Piece(self)
        piece.clicked.connect(lambda: self.opened.emit(piece.token.opens))
        return piece

    def _tokens(self, prediction: str, hidden: int | None) -> list[list[Token]]:
        h = "H" if hidden is None else f"{hidden}"

        def symbol(name: str, words: str, shape: str = "", again: str = "") -> Token:
            letter, layer = name[0], name[1:]
            tex = f"${letter}_{layer}$" if layer else f"${letter}$"
            full = self.tr("{name}: {words}, shape {shape}")
            full = full.format(name=name, words=words, shape=shape or again)
            return Token(tex, name, full, shape)

        def sign(tex: str) -> Token:
            return Token(f"${tex}$")

        column, ten = f"({h}, 1)", "(10, 1)"
        z1 = self.tr("weighted inputs of the hidden units")
        a1 = self.tr("activations of the hidden units")
        z2 = self.tr("weighted inputs of the outputs")
        answer = self.tr("the prediction is the digit with the highest score")
        return [
            [
                symbol("z1", z1, column),
                sign("="),
                symbol(
                    "W1", self.tr("weights of the hidden layer, one row per unit"), f"({h}, 784)"
                ),
                symbol(
                    "x", self.tr("the image as f takes it, one pixel after the other"), "(784, 1)"
                ),
                sign("+"),
                symbol("B1", self.tr("biases of the hidden layer"), column),
            ],
            [
                symbol("a1", a1, column),
                sign("="),
                Token(r"$\sigma$", "sigmoid", self.tr("the sigmoid: a lesson on its curve")),
                sign("("),
                symbol("z1", z1, again=column),
                sign(")"),
            ],
            [
                symbol("z2", z2, ten),
                sign("="),
                symbol("W2", self.tr("weights of the outputs, one row per digit"), f"(10, {h})"),
                symbol("a1", a1, column),
                sign("+"),
                symbol("B2", self.tr("biases of the outputs"), ten),
            ],
            [
                symbol("a2", self.tr("the ten scores"), ten),
                sign("="),
                Token(r"$\sigma$", "sigmoid", self.tr("the sigmoid: a lesson on its curve")),
                sign("("),
                symbol("z2", z2, again=ten),
                sign(")"),
            ],
            [Token(r"$\mathrm{argmax}\ a_2 = \mathbf{" + prediction + "}$", "prediction", answer)],
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row anew."""
        super().resizeEvent(event)
        self._place()

    def lay_out(self) -> None:
        """Place everything anew, after the font has changed."""
        self._place()

    def _place(self) -> None:
        rows: list[list[list[Piece]]] = []
        for factor in (*_SIZES, _SIZES[0]):
            for piece in (piece for group in self._groups for piece in group):
                piece.factor = factor
            rows = self._rows(self.width())
            if len(rows) <= 1:
                break
        y = 2
        for row in rows:
            y = self._place_row(row, y)
        if self.height() != y + 2:
            self.setFixedHeight(y + 2)

    def _gap(self) -> int:
        return round(self.fontMetrics().height() * 0.5)

    def _rows(self, width: int) -> list[list[list[Piece]]]:
        """Return the equations row by row: all in one, a row a layer, or as they fit."""
        layers = [self._groups[:2], self._groups[2:]]
        for rows in ([self._groups], layers):
            if all(self._width(row) <= width - 8 for row in rows):
                return rows
        return self._filled(width)

    def _width(self, row: list[list[Piece]]) -> int:
        pieces = sum(piece.sizeHint().width() for group in row for piece in group)
        return pieces + self._gap() * (len(row) - 1)

    def _filled(self, width: int) -> list[list[list[Piece]]]:
        rows: list[list[list[Piece]]] = [[]]
        for group in self._groups:
            if rows[-1] and self._width([*rows[-1], group]) > width - 8:
                rows.append([])
            rows[-1].append(group)
        return rows

    def _place_row(self, row: list[list[Piece]], y: int) -> int:
        sizes = [[piece.sizeHint() for piece in group] for group in row]
        total = sum(size.width() for group in sizes for size in group)
        spare = self.width() - total
        gap = min(max(spare // (len(row) + 1), self._gap()), 4 * self._gap())
        x = max((spare - gap * (len(row) - 1)) // 2, 4)
        height = max((size.height() for group in sizes for size in group), default=0)
        for group, hints in zip(row, sizes, strict=True):
            for piece, size in zip(group, hints, strict=True):
                piece.setGeometry(QRect(x, y, size.width(), height))
                x += size.width()
            x += gap
        return y + height
