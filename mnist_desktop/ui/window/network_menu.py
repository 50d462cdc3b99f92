"""The list in the menu Network: what ships, what is open, and what was opened lately."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from mnist_desktop.model.errors import one_line
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import Network, Recent, State
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.files.files import recent_words
from mnist_desktop.ui.files.opener import Opener
from mnist_desktop.ui.work.commands import Commands

_KEYS = 9


class NetworkMenu(QObject):
    """Offers every known network, the first nine of them by Ctrl and a digit."""

    def __init__(self, menu: QMenu, store: Store, commands: Commands, opener: Opener) -> None:
        super().__init__(menu)
        self._menu = menu
        self._commands, self._opener = commands, opener
        self._group = QActionGroup(self)
        self._shown = Watch(
            lambda state: (
                state.library.networks,
                state.reading.network,
                state.library.recent,
            )
        )
        self.refresh(store.state)
        store.changed.connect(self.refresh)

    def refresh(self, state: State) -> None:
        """List the networks.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        if not self._shown.differs(state):
            return
        for action in self._group.actions():
            self._menu.removeAction(action)
            self._group.removeAction(action)
            action.setShortcuts([])  # it goes later, and its key is needed now
            action.deleteLater()
        for network in state.library.networks:
            action = self._add(network.name.replace("&", "&&"), network.path)
            action.setChecked(network is state.reading.network)
            action.triggered.connect(partial(self._use, network))
        known = {network.path for network in state.library.networks}
        for recent in state.library.recent:
            if recent.kind == "parameters" and recent.path not in known:
                action = self._add(recent_words(recent), recent.path)
                action.triggered.connect(partial(self._open, recent))

    def _add(self, words: str, path: object) -> QAction:
        action = QAction(words, self._group, checkable=True)
        place = len(self._group.actions())
        if place <= _KEYS:
            action.setShortcut(f"Ctrl+{place}")
        if path is not None:
            action.setToolTip(one_line(path, 200))
        self._menu.addAction(action)
        return action

    def _use(self, network: Network, _checked: bool = False) -> None:
        self._commands.use_network(network)

    def _open(self, recent: Recent, _checked: bool = False) -> None:
        self._opener.open_recent(recent)
