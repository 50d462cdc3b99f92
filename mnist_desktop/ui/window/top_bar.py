"""The row of choosers above the gallery: split, filter, place, network, Evaluate."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)

from mnist_desktop.model.data import ALL, SPLIT_SIZES
from mnist_desktop.model.selection import Query
from mnist_desktop.session.changes import ShowSplit
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import State, split_title
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.translation import said
from mnist_desktop.ui.base.words import order_names
from mnist_desktop.ui.work.commands import Commands

if TYPE_CHECKING:
    from mnist_desktop.ui.window.filter_popup import FilterPopup  # made when it is wanted


class TopBar(QWidget):
    """Choosers that show the state and change it."""

    go_to = Signal(int)
    """An index was typed into the field."""
    choice_done = Signal()
    """What was opened with a key has been chosen: the gallery can have the keys again."""

    def __init__(
        self, store: Store, commands: Commands, evaluate: QAction, evaluate_all: QAction
    ) -> None:
        super().__init__()
        self._store = store
        self._commands = commands
        self.split, self.label, self.verdict = QComboBox(), QComboBox(), QComboBox()
        self.network, self.order = QComboBox(), QComboBox()
        self.filter = QToolButton()
        self.filter.setText(self.tr("Filter…"))
        self.index = QLineEdit(placeholderText=self.tr("Go to number"))
        self.index.setValidator(QIntValidator(0, 9_999_999, self))
        self.evaluate = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.evaluate.setDefaultAction(evaluate)
        menu = QMenu(self.evaluate)
        menu.addActions([evaluate, evaluate_all])
        self.evaluate.setMenu(menu)
        self._fill()
        self._arrange()
        self._connect()
        self._watch()
        self.refresh(store.state)
        store.changed.connect(self.refresh)
        commands.refused.connect(self._show_query_again)

    @cached_property
    def popup(self) -> "FilterPopup":
        """The popup with all the filters, made when it is first wanted."""
        # Imported here: a start has no use for it.
        from mnist_desktop.ui.window.filter_popup import FilterPopup

        return FilterPopup(self._store, self._commands, self)

    def open_chooser(self, name: str) -> None:
        """Open a chooser by its name; when one has chosen, the gallery gets the keys."""
        chooser: QComboBox = getattr(self, name)
        chooser.setFocus()
        chooser.showPopup()
        chooser.activated.connect(self.choice_done, Qt.ConnectionType.SingleShotConnection)

    def open_filter(self) -> None:
        """Open the popup with all the filters."""
        self.popup.adjustSize()
        self.popup.move(self.filter.mapToGlobal(self.filter.rect().bottomLeft()))
        self.popup.show()
        self.popup.prediction.setFocus()

    def _fill(self) -> None:
        self.verdict.addItem(self.tr("any answer"), None)
        self.verdict.addItem(self.tr("right only"), "right")
        self.verdict.addItem(self.tr("wrong only"), "wrong")
        for name, words in order_names().items():
            self.order.addItem(words, name)
        self.order.setPlaceholderText(self.tr("like one image"))
        self.order.addItem(self.tr("like this in pixels"), "pixels")
        self.order.addItem(self.tr("like this in hidden units"), "hidden")
        for chooser, name, words in (
            (self.split, self.tr("Split"), self.tr("Which images the gallery shows")),
            (self.label, self.tr("Label"), self.tr("Show only images with this label")),
            (
                self.verdict,
                self.tr("Answer"),
                self.tr("Show only images that are read right, or wrong"),
            ),
            (
                self.index,
                self.tr("Go to number"),
                self.tr("Type the index of an image and press Enter"),
            ),
            (self.order, self.tr("Order"), self.tr("What comes first in the gallery")),
            (self.filter, self.tr("Filter"), self.tr("More filters")),
            (self.network, self.tr("Network"), self.tr("The network that reads the digits")),
        ):
            chooser.setAccessibleName(name)
            chooser.setToolTip(words)

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(8)
        for chooser in (self.split, self.label, self.verdict, self.order, self.filter, self.index):
            layout.addWidget(chooser)
        layout.addStretch(1)
        layout.addWidget(self.network)
        layout.addWidget(self.evaluate)
        self._set_widths()

    def _set_widths(self) -> None:
        digit = self.fontMetrics().horizontalAdvance("0")
        self.index.setFixedWidth(digit * 14)
        self.order.setMaximumWidth(digit * 20)
        for chooser in (self.split, self.label, self.verdict, self.order, self.network):
            chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            chooser.setMinimumWidth(digit * 7)  # in large text they give way, the window does not

    def _connect(self) -> None:
        self.split.activated.connect(
            lambda _: self._store.apply(ShowSplit(self.split.currentData()))
        )
        change, now = self._commands.change_query, self._current
        self.label.activated.connect(
            lambda _: change(replace(now(), label=self.label.currentData()))
        )
        self.verdict.activated.connect(
            lambda _: change(replace(now(), verdict=self.verdict.currentData()))
        )
        self.order.activated.connect(self._choose_order)
        self.filter.clicked.connect(self.open_filter)
        self.network.activated.connect(
            lambda place: self._commands.use_network(self._store.state.library.networks[place])
        )
        self.index.returnPressed.connect(self._leave_field)

    def _current(self) -> Query:
        return self._store.state.gallery.query

    def _choose_order(self, _place: int) -> None:
        name, query = self.order.currentData(), self._current()
        if name in ("pixels", "hidden"):
            self._commands.order_by_similarity(hidden=name == "hidden")
        elif name == "random":
            self._commands.change_query(replace(query, order=name, seed=query.seed + 1))
        else:
            self._commands.change_query(replace(query, order=name))

    def _leave_field(self) -> None:
        self.go_to.emit(int(self.index.text()))
        self.index.clear()
        self.choice_done.emit()

    def _watch(self) -> None:
        self._labels = Watch(lambda state: (state.library.digits.class_names,))
        self._splits = Watch(lambda state: (state.gallery.split_name, state.library.digits))
        self._networks = Watch(lambda state: (state.library.networks, state.reading.network))
        self._query = Watch(lambda state: (state.gallery.query, state.library.digits.class_names))
        self._scale = Watch(lambda state: (state.appearance.scale,))

    def refresh(self, state: State) -> None:
        """Show what is chosen, and offer what is loaded.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        if self._labels.differs(state):
            self._render_labels(state)
        if self._splits.differs(state):
            self._render_splits(state)
        if self._networks.differs(state):
            self._render_networks(state)
        if self._query.differs(state):
            self._render_query(state)
        if self._scale.differs(state):
            self._set_widths()

    def _render_query(self, state: State) -> None:
        query = state.gallery.query
        self.label.setCurrentIndex(self.label.findData(query.label))
        self.verdict.setCurrentIndex(self.verdict.findData(query.verdict))
        self.order.setCurrentIndex(self.order.findData(query.order))

    def _show_query_again(self) -> None:
        """Take a chooser back that shows what could not be done."""
        self._render_query(self._store.state)

    def _render_labels(self, state: State) -> None:
        words = self.tr("label {name}")
        names = [words.format(name=name) for name in state.library.digits.class_names]
        if [self.label.itemText(place) for place in range(1, self.label.count())] != names:
            self.label.clear()
            self.label.addItem(self.tr("any label"), None)
            for label, name in enumerate(names):
                self.label.addItem(name, label)

    def _render_splits(self, state: State) -> None:
        names = offered_splits(state)
        if [self.split.itemData(place) for place in range(self.split.count())] != names:
            self.split.clear()
            for name in names:
                self.split.addItem("", name)
        splits = state.library.digits.splits
        for place, name in enumerate(names):
            size = len(splits[name]) if name in splits else None
            words = self.tr("{split}, loading…") if size is None else self.tr("{split} {size:,}")
            self.split.setItemText(place, words.format(split=said(split_title(name)), size=size))
        self.split.setCurrentIndex(self.split.findData(state.gallery.split_name))

    def _render_networks(self, state: State) -> None:
        names = [network.name for network in state.library.networks]
        if [self.network.itemText(place) for place in range(self.network.count())] != names:
            self.network.clear()
            self.network.addItems(names)
        if state.reading.network is not None:
            self.network.setCurrentIndex(state.library.networks.index(state.reading.network))


def offered_splits(state: State) -> list[str]:
    """Return the splits in the order of the chooser, those that are still loading as well."""
    loaded = state.library.digits.splits
    usual = [name for name in (*SPLIT_SIZES, ALL) if name in loaded or ALL not in loaded]
    return usual + [name for name in loaded if name not in usual]
