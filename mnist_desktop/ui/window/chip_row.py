"""The row of chips: one for each filter and order that is set, to see it and to take it back."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from mnist_desktop.model.selection import Query
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.words import chips
from mnist_desktop.ui.work.commands import Commands


@guarded
class ChipRow(QWidget):
    """Shows what the gallery leaves out and how it is ordered; hidden when it does neither."""

    def __init__(self, store: Store, commands: Commands) -> None:
        super().__init__()
        self._commands = commands
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 0, 8, 6)
        self._layout.setSpacing(6)
        self._layout.addStretch(1)
        self._texts: list[str] = []
        self._shown = Watch(
            lambda state: (
                state.gallery.query,
                state.gallery.ranking,
                state.library.marks.current,
                state.library.digits.class_names,
            )
        )
        self.refresh(store.state)
        store.changed.connect(self.refresh)

    def refresh(self, state: State) -> None:
        """Show the chips of the query.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        if not self._shown.differs(state):
            return
        wanted = list(chips(state))
        texts = [text for text, _ in wanted]
        if texts != self._texts:
            self._texts = texts
            self._fill(wanted)
        self.setVisible(bool(wanted))

    def _fill(self, wanted: list[tuple[str, Query]]) -> None:
        while self._layout.count() > 1:
            item = self._layout.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (text, query) in enumerate(wanted):
            self._layout.insertWidget(place, self._chip(text, query))
        if len(wanted) > 1:
            clear = QToolButton(autoRaise=True)
            clear.setText(self.tr("Clear all"))
            clear.clicked.connect(self._commands.show_everything)
            self._layout.insertWidget(len(wanted), clear)

    def _chip(self, text: str, query: Query) -> QToolButton:
        chip = QToolButton()
        chip.setText(f"{text}  ✕")
        chip.setToolTip(self.tr("Take this back"))
        chip.setAccessibleName(self.tr("Take back: {chip}").format(chip=text))
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.clicked.connect(lambda: self._commands.change_query(query))
        return chip

    def minimumSizeHint(self) -> QSize:
        """Many chips must not widen the window."""
        return QSize(0, super().minimumSizeHint().height())
