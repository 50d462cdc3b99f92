"""The pages Digits and Splits: figures in tables, each of which leads to its images."""

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout

from mnist_desktop.model.data import ALL, SPLIT_SIZES
from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.model.statistics import (
    per_digit,
    quadratic_cost,
    top2_accuracy,
    wilson_interval,
)
from mnist_desktop.session.changes import ShowSplit
from mnist_desktop.session.state import State, split_title
from mnist_desktop.ui.base.stage import Settled, Stage
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.translation import said
from mnist_desktop.ui.work.commands import Commands


class TablePage(Stage):
    """A page that is one table with a sentence below it."""

    def __init__(self, store: Store, commands: Commands) -> None:
        super().__init__(store)
        self._settled = Settled()
        self._commands = commands
        self.table = QTableWidget()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setMinimumSectionSize(12)
        self.table.cellClicked.connect(self.choose)
        self.table.activated.connect(lambda place: self.choose(place.row(), place.column()))
        self.table.setAccessibleName(self.title())
        self.note = QLabel(wordWrap=True)
        self.note.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.note.setContentsMargins(8, 4, 8, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)

    def choose(self, row: int, column: int) -> None:
        """Show the images that a cell's figure is about."""
        raise NotImplementedError

    def fill(self, rows: list[str], columns: list[str], cells: list[list[str]]) -> None:
        """Show a table of texts."""
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(len(columns))
        self.table.setVerticalHeaderLabels(rows)
        self.table.setHorizontalHeaderLabels(columns)
        for row, texts in enumerate(cells):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, column, item)


class DigitsPage(TablePage):
    """Precision, recall, F1 and count of each digit."""

    def title(self) -> str:
        """Return what the button of the page says."""
        return self.tr("Digits")

    def shows(self, state: State) -> tuple[object, ...]:
        """Return what of the state is shown."""
        evaluation = self._settled.evaluation(state)
        return evaluation, state.split, state.reading.network, state.library.digits

    def draw_state(self, state: State, **_anew: bool) -> None:
        """Fill the table."""
        names = list(state.library.digits.class_names)
        columns = [self.tr("images"), self.tr("precision"), self.tr("recall"), self.tr("F1")]
        cells: list[list[str]] = []
        if state.evaluation is not None:
            figures = per_digit(state.evaluation)
            cells = [
                [f"{count:,}", *(percent(share) for share in shares)]
                for count, *shares in zip(
                    figures.counts, figures.precision, figures.recall, figures.f1, strict=True
                )
            ]
        self.fill(names if cells else [], columns, cells)
        self.note.setText(
            self.tr(
                "Precision: right of those read as the digit. Recall: right of those labelled so. "
                "Click a number to see its images."
            )
        )
        for column, words in enumerate(
            (
                self.tr("How many images have this label"),
                self.tr("Of the images read as this digit, the share that are."),
                self.tr("Of the images with this label, the share that is read so"),
                self.tr("The harmonic mean of precision p and recall r, 2 p r / (p + r)"),
            )
        ):
            self.table.model().setHeaderData(
                column, Qt.Orientation.Horizontal, words, Qt.ItemDataRole.ToolTipRole
            )

    def choose(self, row: int, column: int) -> None:
        """Show the images read as the digit for its precision, else those labelled so."""
        precision = column == 1
        query = replace(
            self._store.state.gallery.query,
            label=None if precision else row,
            prediction=row if precision else None,
            verdict=None,
        )
        self._commands.change_query(query)


#: What the table of the splits says of each: its name there, and how to work it out.
_Figure = tuple[str, Callable[[Evaluation], str]]


class SplitsPage(TablePage):
    """Training, validation and test side by side, with the gap between them."""

    _names: tuple[str, ...] = ()

    def title(self) -> str:
        """Return what the button of the page says."""
        return self.tr("Splits")

    def shows(self, state: State) -> tuple[object, ...]:
        """Return what of the state is shown."""
        evaluated = tuple(state.evaluations.values()) if not state.tasks else ()
        return evaluated, state.reading.network, state.library.digits, bool(state.tasks)

    def draw_state(self, state: State, **_anew: bool) -> None:
        """Fill the table; a split that is not evaluated yet says so."""
        self._names = _split_names(state)
        known = [state.evaluations.get(name) for name in self._names]
        cells = [
            [self.tr("not yet") if one is None else figure(one) for one in known]
            for _, figure in self._figures()
        ]
        columns = [said(split_title(name)) for name in self._names]
        training = state.evaluations.get("training")
        gaps = [self._gap(training, other) for other in known]
        rows = [name for name, _ in self._figures()] + [self.tr("less than training")]
        self.fill(rows, columns, [*cells, gaps])
        self.note.setText(
            self.tr(
                "Much better on training than on the others means: learned by heart. "
                "Click a split to go to it and evaluate it."
            )
        )

    def _figures(self) -> list[_Figure]:
        return [
            (self.tr("right"), lambda one: percent(one.accuracy)),
            (self.tr("95 % interval"), _interval),
            (self.tr("wrong"), lambda one: f"{one.errors:,}"),
            (self.tr("images"), lambda one: f"{len(one):,}"),
            (self.tr("right in two guesses"), lambda one: percent(top2_accuracy(one))),
            (self.tr("quadratic cost"), lambda one: f"{quadratic_cost(one):.4f}"),
        ]

    def _gap(self, training: Evaluation | None, other: Evaluation | None) -> str:
        if training is None or other is None or other is training:
            return "–"
        points = 100 * (training.accuracy - other.accuracy)
        return self.tr("{points:+.2f} points").format(points=points)

    def choose(self, row: int, column: int) -> None:
        """Go to the split, only to its wrong images for the row that counts these."""
        wrong = row == 2
        query = replace(self._store.state.gallery.query, verdict="wrong" if wrong else None)
        self._commands.change_query(query, ShowSplit(self._names[column]))
        self._commands.evaluate_split()


def _split_names(state: State) -> tuple[str, ...]:
    """Return the splits that stand side by side: those that "all" joins."""
    whole = state.library.digits.splits.get(ALL)
    return tuple(SPLIT_SIZES) if whole is None else tuple(dict(whole.parts))


def percent(share: float) -> str:
    """Write a share of 1 in per cent, or a dash where there is none."""
    return "–" if math.isnan(share) else f"{share:.2%}"


def _interval(evaluation: Evaluation) -> str:
    low, high = wilson_interval(len(evaluation) - evaluation.errors, len(evaluation))
    return f"{100 * low:.2f} – {100 * high:.2f} %"
