"""The stage itself: the figures that count, and pages below them."""

from dataclasses import replace

from matplotlib.figure import Figure
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.model.label_errors import is_mnist_test
from mnist_desktop.model.selection import Query
from mnist_desktop.model.statistics import (
    accuracy_without_label_errors,
    quadratic_cost,
    top2_accuracy,
    wilson_interval,
)
from mnist_desktop.session.changes import LookAtResults
from mnist_desktop.session.state import RESULT_PAGES, ResultsView, State
from mnist_desktop.ui.base.silence import silently
from mnist_desktop.ui.base.stage import Stage
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.words import why_no_verdict
from mnist_desktop.ui.stages.results.confidence_page import ConfidencePage
from mnist_desktop.ui.stages.results.matrix_page import MatrixPage
from mnist_desktop.ui.stages.results.tables import DigitsPage, SplitsPage
from mnist_desktop.ui.work.commands import Commands

#: The images that the links in the headline lead to.
_QUERIES = {
    "right": Query(verdict="right"),
    "wrong": Query(verdict="wrong"),
    "doubt": Query(label_errors=True),
}


class ResultsStage(Stage):
    """Shows `state.evaluation` in words and on pages."""

    name = "results"

    def __init__(self, store: Store, commands: Commands) -> None:
        super().__init__(store)
        self._commands = commands
        self.words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.words.linkActivated.connect(self._follow)
        self.matrix = MatrixPage(store, commands)
        self.pages = QStackedWidget()
        self.percent = QCheckBox(self.tr("per cent of row"))
        self.percent.toggled.connect(
            lambda on: self._store.apply(LookAtResults(replace(self._view, percent=on)))
        )
        self._buttons = QButtonGroup(self)
        self._pages = (
            self.matrix,
            DigitsPage(store, commands),
            ConfidencePage(store, commands),
            SplitsPage(store, commands),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self.pages, 1)

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout()
        row.setSpacing(4)
        for place, page in enumerate(self._pages):
            self.pages.addWidget(page)
            button = QPushButton(page.title())
            button.setCheckable(True)
            self._buttons.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.percent)
        self._buttons.idClicked.connect(self.show_page)
        layout = QVBoxLayout(head)
        layout.setContentsMargins(10, 6, 10, 4)
        layout.addWidget(self.words)
        layout.addLayout(row)
        return head

    def title(self) -> str:
        """Return what the tab says."""
        return self.tr("Results")

    def picture(self) -> Figure | None:
        """Return the page that is seen as a figure, if it is one."""
        return self._pages[self.pages.currentIndex()].picture()

    @property
    def _view(self) -> ResultsView:
        return self._store.state.results

    def show_page(self, place: int) -> None:
        """Show a page.

        Parameters
        ----------
        place : int
            Its place among the buttons.
        """
        self._store.apply(LookAtResults(replace(self._view, page=RESULT_PAGES[place])))

    def _show_view(self, view: ResultsView) -> None:
        place = RESULT_PAGES.index(view.page)
        self.pages.setCurrentIndex(place)
        self._buttons.button(place).setChecked(True)
        with silently(self.percent):
            self.percent.setChecked(view.percent)
        self.percent.setVisible(self._pages[place] is self.matrix)

    def shows(self, state: State) -> tuple[object, ...]:
        """Return what of the state is shown."""
        return state.evaluation, state.split, state.reading.network, state.results

    def draw_state(self, state: State, **_anew: bool) -> None:
        """Say how right the network is, and show the page that is wanted."""
        self._show_view(state.results)
        # Always two lines, so that the figure below does not change its size.
        self.words.setMinimumHeight(round(2.7 * self.words.fontMetrics().height()))
        evaluation = state.evaluation
        if not state.classes_fit:
            self.words.setText(why_no_verdict(state))
            return
        if evaluation is None or not len(evaluation):
            self.words.setText(
                self.tr("<b>Press Evaluate</b> to see how many images the network reads right.")
            )
            return
        more = [self._more(evaluation)]
        if not evaluation.complete:
            words = self.tr("so far {done:,} of {total:,} images are evaluated")
            more.insert(0, words.format(done=len(evaluation), total=evaluation.total))
        elif evaluation.split == "test" and is_mnist_test(evaluation.labels):
            more.append(self._doubts(evaluation))
        self.words.setText(self._accuracy(evaluation) + "<br>" + " · ".join(more))

    def _accuracy(self, evaluation: Evaluation) -> str:
        low, high = wilson_interval(len(evaluation) - evaluation.errors, len(evaluation))
        words = self.tr(
            "<big><b><a href='right'>{accuracy:.2%} right</a></b></big> "
            "(95 % interval {low:.2f} to {high:.2f} %), "
            "<a href='wrong'>{errors:,} wrong</a> of <a href='all'>{count:,}</a>"
        )
        return words.format(
            accuracy=evaluation.accuracy,
            low=100 * low,
            high=100 * high,
            errors=evaluation.errors,
            count=len(evaluation),
        )

    def _more(self, evaluation: Evaluation) -> str:
        words = self.tr("{top2:.2%} in two guesses · cost {cost:.4f}")
        return words.format(top2=top2_accuracy(evaluation), cost=quadratic_cost(evaluation))

    def _doubts(self, evaluation: Evaluation) -> str:
        words = self.tr("{accuracy:.2%} without the <a href='doubt'>15 doubtful</a>")
        return words.format(accuracy=accuracy_without_label_errors(evaluation))

    def _follow(self, link: str) -> None:
        """Show the images that a number is about."""
        self._commands.change_query(_QUERIES.get(link, Query()))
