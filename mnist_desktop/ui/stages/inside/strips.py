"""Small parts of the stage: the tabs with their buttons, and the strip on units that are off."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from mnist_desktop.model.hidden import Ablation
from mnist_desktop.ui.state import AppState, split_title

_MOST_NAMED = 6


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
        self.bar.blockSignals(True)
        for place, title in enumerate(titles):
            if self.bar.tabText(place) != title:
                self.bar.setTabText(place, title)
        self.bar.setCurrentIndex(self._pages.index(page))
        self.bar.blockSignals(False)


class OffStrip(QWidget):
    """Says which units are off and what that costs; there only while some are."""

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.all_on = QPushButton(self.tr("Switch all on"))
        self.all_on.setToolTip(self.tr("Switch every hidden unit on again"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.addWidget(self.words, 1)
        row.addWidget(self.all_on)
        self.hide()

    def show_units(self, state: AppState, ablation: Ablation | None) -> None:
        """Name the units that are off, and the accuracy once it is known."""
        self.setVisible(bool(state.off))
        if not state.off or state.network is None:
            return
        units = [str(unit) for unit in sorted(state.off)]
        names = ", ".join(units[:_MOST_NAMED]) + (", …" if len(units) > _MOST_NAMED else "")
        self.words.setText(
            self.tr("Off: {names} ({count} of {hidden}). {accuracy}").format(
                names=names,
                count=len(units),
                hidden=state.network.parameters.hidden,
                accuracy=self._accuracy(state, ablation),
            )
        )

    def _accuracy(self, state: AppState, ablation: Ablation | None) -> str:
        if ablation is None or ablation.off != state.off:
            return self.tr("Accuracy: being worked out…")
        words = self.tr("{split} accuracy: {without:.2%}, with all units {whole:.2%}")
        return words.format(
            split=split_title(state.split), without=ablation.without, whole=ablation.whole
        )
