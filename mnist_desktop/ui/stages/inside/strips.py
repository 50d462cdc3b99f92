"""Small parts of the stage: the tabs with their buttons, and the line at the bottom."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QWidget,
)

from mnist_desktop.model.hidden import Ablation
from mnist_desktop.session.state import State, split_title
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.silence import silently
from mnist_desktop.ui.base.translation import said

_MOST_NAMED = 4


class PageTabs(QWidget):
    """A tab a page, and buttons for help and for more room."""

    opened = Signal(str)
    """A page was chosen by hand."""

    def __init__(self, pages: Sequence[str]) -> None:
        super().__init__()
        self._pages = list(pages)
        self.bar = QTabBar(drawBase=False, expanding=False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setAccessibleName(self.tr("Pages of the stage Inside"))
        for _ in pages:
            self.bar.addTab("")
        self.help, self.room = QToolButton(), QToolButton()
        self.help.setText("?")
        self.help.setToolTip(self.tr("What this page shows, and what it does not"))
        self.help.setAccessibleName(self.tr("Help on this page"))
        self.room.setText("⤢")
        self.room.setCheckable(True)
        self.room.setToolTip(self.tr("More room: a narrow gallery and no scores below (F9)"))
        self.room.setAccessibleName(self.tr("More room"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.bar, 1)
        for button in (self.help, self.room):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoRaise(True)
            row.addWidget(button)
        self.bar.currentChanged.connect(lambda place: self.opened.emit(self._pages[place]))

    def show_page(self, page: str, titles: Sequence[str]) -> None:
        """Show which page is open, silently."""
        with silently(self.bar):
            for place, title in enumerate(titles):
                if self.bar.tabText(place) != title:
                    self.bar.setTabText(place, title)
            self.bar.setCurrentIndex(self._pages.index(page))


@guarded
class BottomLine(QWidget):
    """One line: what is pointed to, else which units are off, else what can be done here.

    Always of the same height, so that nothing jumps under the pointer.
    """

    def __init__(self) -> None:
        super().__init__()
        self._hint = self._off = self._pointed = ""
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.all_on = QPushButton(self.tr("Switch all on"))
        self.all_on.setToolTip(self.tr("Switch every hidden unit on again"))
        self.all_on.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.all_on.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.all_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)
        self._say()

    def show_hint(self, words: str) -> None:
        """Say what can be done on the page."""
        self._hint = words
        self._say()

    def point(self, words: str) -> None:
        """Say what is pointed to."""
        self._pointed = words
        self._say()

    def show_off(self, state: State, ablation: Ablation | None) -> None:
        """Say which units are off, and what that costs once it is known."""
        self.setMinimumHeight(self.all_on.sizeHint().height())
        self.all_on.setVisible(bool(state.reading.units_off))
        self._off = self._off_words(state, ablation) if state.reading.units_off else ""
        self._say()

    def _say(self) -> None:
        words = self._pointed or self._off or self._hint
        room = self.width() - 24 - (self.all_on.sizeHint().width() if self._off else 0)
        self.words.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.words.setToolTip(words)

    def _off_words(self, state: State, ablation: Ablation | None) -> str:
        units = [str(unit) for unit in sorted(state.reading.units_off)]
        names = ", ".join(units[:_MOST_NAMED]) + (", …" if len(units) > _MOST_NAMED else "")
        if not state.classes_fit or not state.split:
            return self.tr("Off: {names}.").format(names=names)
        if ablation is None or ablation.off != state.reading.units_off:
            return self.tr("Off: {names}. Accuracy: being worked out…").format(names=names)
        words = self.tr("Off: {names}. {split}: {without:.2%} right, with all units {whole:.2%}")
        if len(ablation.layer) < len(state.split):
            words = self.tr(
                "Off: {names}. {split}, first {count:,}: {without:.2%} right, "
                "with all units {whole:.2%}"
            )
        return words.format(
            names=names,
            split=said(split_title(state.gallery.split_name)),
            count=len(ablation.layer),
            without=ablation.without,
            whole=ablation.whole,
        )
