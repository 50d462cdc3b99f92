"""The filters that are used less often, in a popup below the button Filter."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from mnist_desktop.model.selection import Query, format_spans, parse_spans
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.silence import silently
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.work.commands import Commands


class FilterPopup(QFrame):
    """Shows the query's filters and changes them at once."""

    def __init__(self, store: Store, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._store = store
        self._commands = commands
        self.prediction = QComboBox()
        self.score = SpanBox()
        self.margin = SpanBox()
        self.spans = QLineEdit(placeholderText="427, 1000-1050")
        self.spans_note = QLabel(wordWrap=True)
        self.label_errors = QCheckBox(self.tr("Only labels in doubt"))
        self.starred = QCheckBox(self.tr("Only starred images"))
        self.seed = QSpinBox(minimum=0, maximum=999_999)
        self.clear = QPushButton(self.tr("Show everything"))
        self._explain()
        form = QFormLayout(self)
        form.addRow(self.tr("Read as"), self.prediction)
        form.addRow(self.tr("Top score"), self.score)
        form.addRow(self.tr("Margin"), self.margin)
        form.addRow(self.tr("Index numbers"), self.spans)
        form.addRow("", self.spans_note)
        form.addRow("", self.label_errors)
        form.addRow("", self.starred)
        form.addRow(self.tr("Seed of “at random”"), self.seed)
        form.addRow("", self.clear)
        self._names = Watch(lambda state: (state.output_names,))
        self._query = Watch(lambda state: (state.gallery.query, state.output_names))
        self.refresh(store.state)
        self._connect()
        store.changed.connect(self.refresh)

    def _explain(self) -> None:
        for widget, words in (
            (self.prediction, self.tr("Show only images that the network reads as this digit")),
            (self.score, self.tr("The highest of the ten scores")),
            (
                self.margin,
                self.tr("The highest score less the second: small where the network wavers"),
            ),
            (self.spans, self.tr("Numbers and ranges, such as 427, 1000-1050")),
            (
                self.label_errors,
                self.tr("15 test images whose label people did not back (Northcutt et al., 2021)"),
            ),
            (self.starred, self.tr("Images of the current collection; S stars an image")),
            (self.seed, self.tr("The same number gives the same order again")),
            (self.clear, self.tr("Take back all filters")),
        ):
            widget.setToolTip(words)

    def _connect(self) -> None:
        change, now = self._commands.change_query, self._current
        self.prediction.activated.connect(
            lambda _: change(replace(now(), prediction=self.prediction.currentData()))
        )
        self.score.changed.connect(lambda span: change(replace(now(), score=span)))
        self.margin.changed.connect(lambda span: change(replace(now(), margin=span)))
        self.spans.textEdited.connect(self._take_spans)
        self.label_errors.toggled.connect(lambda on: change(replace(now(), label_errors=on)))
        self.starred.toggled.connect(lambda on: change(replace(now(), starred=on)))
        self.seed.valueChanged.connect(
            lambda seed: change(replace(now(), order="random", seed=seed))
        )
        self.clear.clicked.connect(self._commands.show_everything)

    def _current(self) -> Query:
        return self._store.state.gallery.query

    def _take_spans(self, text: str) -> None:
        try:
            spans = parse_spans(text)
        except ValueError as error:
            words = self.tr("“{part}” is no number or range; try 427, 1000-1050.")
            self.spans_note.setText(words.format(part=error))
        else:
            self.spans_note.setText("")
            self._commands.change_query(replace(self._current(), spans=spans))

    def refresh(self, state: State) -> None:
        """Show the query.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        if self._names.differs(state):
            self.prediction.clear()
            self.prediction.addItem(self.tr("any digit"), None)
            for digit, name in enumerate(state.output_names):
                self.prediction.addItem(name, digit)
        if self._query.differs(state):
            self._show_query(state)

    def _show_query(self, state: State) -> None:
        query = state.gallery.query
        self.prediction.setCurrentIndex(self.prediction.findData(query.prediction))
        self.score.show_span(query.score)
        self.margin.show_span(query.margin)
        if not self.spans.hasFocus():
            self.spans.setText(format_spans(query.spans))
        with silently(self.label_errors, self.starred, self.seed):
            self.label_errors.setChecked(query.label_errors)
            self.starred.setChecked(query.starred)
            self.seed.setValue(query.seed)


@guarded
class NumberBox(QDoubleSpinBox):
    """A box for a number that takes a point and a comma, whatever the system writes."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Return whether a text can become a number, as Qt asks for it."""
        return super().validate(self._as_written_here(text), place)

    def valueFromText(self, text: str) -> float:
        """Return the number that was typed."""
        return super().valueFromText(self._as_written_here(text))

    def _as_written_here(self, text: str) -> str:
        return text.replace(",", ".").replace(".", self.locale().decimalPoint())


class SpanBox(QWidget):
    """Two numbers from 0 to 1, the ends of a range."""

    changed = Signal(object)
    """The range (low, high), or None where it is all from 0 to 1."""

    def __init__(self) -> None:
        super().__init__()
        self.low, self.high = (
            NumberBox(minimum=0, maximum=1, singleStep=0.05, decimals=3) for _ in range(2)
        )
        self.high.setValue(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.low)
        layout.addWidget(QLabel(self.tr("to")))
        layout.addWidget(self.high)
        for box in (self.low, self.high):
            box.valueChanged.connect(self._tell)

    def _tell(self) -> None:
        span = (self.low.value(), self.high.value())
        self.changed.emit(None if span == (0, 1) else span)

    def show_span(self, span: tuple[float, float] | None) -> None:
        """Show a range without telling anyone."""
        for box, value in zip((self.low, self.high), span or (0, 1), strict=True):
            with silently(box):
                if round(value, box.decimals()) != box.value():
                    box.setValue(value)
