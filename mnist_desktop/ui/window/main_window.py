"""The window: puts the panels together and names the actions. Nothing else happens here."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from mnist_desktop.session.changes import Dress, ShowLabels, ShowStage
from mnist_desktop.session.history import History
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import SCALES, THEMES, State
from mnist_desktop.ui.base.actions import Entry, fill_menu, fill_menus, make_actions
from mnist_desktop.ui.base.guard import guarded
from mnist_desktop.ui.base.silence import silently
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.text_dialog import show_text
from mnist_desktop.ui.files.dropping import files_of
from mnist_desktop.ui.files.exports import Exports
from mnist_desktop.ui.files.files import Files
from mnist_desktop.ui.files.opener import Opener
from mnist_desktop.ui.files.saving import Saving
from mnist_desktop.ui.gallery.view import GalleryView
from mnist_desktop.ui.window.chip_row import ChipRow
from mnist_desktop.ui.window.collection_dialog import CollectionDialog
from mnist_desktop.ui.window.help import about_text, help_text
from mnist_desktop.ui.window.menus import entries, menus
from mnist_desktop.ui.window.network_menu import NetworkMenu
from mnist_desktop.ui.window.prediction_panel import PredictionPanel
from mnist_desktop.ui.window.status_line import StatusLine
from mnist_desktop.ui.window.top_bar import TopBar
from mnist_desktop.ui.work.commands import Commands

if TYPE_CHECKING:
    from mnist_desktop.ui.base.stage import Stage  # matplotlib comes after the window


@guarded
class MainWindow(QMainWindow):
    """Gallery on the left; stages over the prediction panel on the right."""

    closing = Signal()
    """The window is about to close."""

    def __init__(
        self,
        store: Store,
        commands: Commands,
        exports: Exports,
        opener: Opener,
        history: History,
    ) -> None:
        super().__init__()
        self._store = store
        self._commands = commands
        self._opener = opener
        self.files = Files(self, store, opener, exports)
        self.setAcceptDrops(True)
        self.setWindowTitle("MNIST Desktop")
        self.gallery = GalleryView(store)
        self.gallery.show_everything.connect(commands.show_everything)
        self.history = history
        self.gallery.back.connect(self.history.back)
        self.gallery.star.connect(commands.star)
        self.stages = QTabWidget(documentMode=True)
        self.saving = Saving(self.stages, store, exports)
        self.actions_by_id = make_actions(entries(self._calls()), self)
        filled = fill_menus(self.menuBar(), menus(), self.actions_by_id)
        file_menu, _, _, self._network_place, _ = filled.values()
        self.top_bar = TopBar(
            store, commands, self.actions_by_id["evaluate"], self.actions_by_id["evaluate-all"]
        )
        self.top_bar.go_to.connect(self.gallery.go_to)
        self.top_bar.choice_done.connect(self.gallery.setFocus)
        self.chip_row = ChipRow(store, commands)
        self.panel = PredictionPanel(store)
        self.columns = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.rows = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.status_line = StatusLine(store, commands)
        self.status_line.zoom_to.connect(self.gallery.zoom_to)
        self._arrange()
        self._sizes = (self.columns.sizes(), self.rows.sizes())
        self._network_menu = NetworkMenu(self._network_place, store, commands, opener)
        file_menu.insertMenu(self.actions_by_id["shipped"], self.files.recent)
        for teller in (commands, self.saving):
            teller.said.connect(self.status_line.say)
        self._watch()
        self.refresh(store.state)
        store.changed.connect(self.refresh)
        self._set_tab_order()
        self.gallery.setFocus()

    def _set_tab_order(self) -> None:
        """Let Tab go as one reads: the top bar, the gallery, the right side."""
        bar = self.top_bar
        order: list[QWidget] = [bar.split, bar.label, bar.verdict, bar.order, bar.filter, bar.index]
        order += [bar.network, bar.evaluate, self.gallery, self.stages.tabBar()]
        for one, following in pairwise(order):
            self.setTabOrder(one, following)
        # The tab bar is enough: by way of the tab widget, Tab would come back to it for ever.
        self.stages.setFocusProxy(None)  # type: ignore[arg-type]  # None is allowed
        self.stages.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _last_tab_stop(self) -> QWidget:
        """Return what Tab reaches last; the order ignores what it cannot reach."""
        last = self.previousInFocusChain()
        while last is not None and not last.focusPolicy() & Qt.FocusPolicy.TabFocus:
            last = last.previousInFocusChain()
        return last or self

    def _arrange(self) -> None:
        self.rows.addWidget(self.stages)
        self.rows.addWidget(self.panel)
        self.rows.setStretchFactor(0, 1)
        self.columns.addWidget(self._left())
        self.columns.addWidget(self.rows)
        self.columns.setStretchFactor(0, 1)
        self.columns.setStretchFactor(1, 1)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self.columns, 1)
        layout.addWidget(self.status_line)
        self.setCentralWidget(centre)

    def _left(self) -> QWidget:
        """Return gallery and chips; these come and go without moving the right side."""
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.chip_row)
        layout.addWidget(self.gallery, 1)
        return left

    def add_menu(self, title: str, table: Sequence[Entry], ids: Sequence[str]) -> None:
        """Add a menu with the actions of a stage, before those of the network and of help."""
        actions = make_actions(table, self)
        self.actions_by_id.update(actions)
        menu = QMenu(title, self)
        fill_menu(menu, ids, actions)
        self.menuBar().insertMenu(self._network_place.menuAction(), menu)

    def add_stages(self, stages: Sequence["Stage"]) -> None:
        """Add the stages, once matplotlib is imported."""
        for stage in stages:
            stage.setObjectName(stage.name)
            self.stages.addTab(stage, stage.title())
        for widget in (self.status_line.zoom, self.status_line.cancel):
            self.setTabOrder(self._last_tab_stop(), widget)
        self._show_stage(self._store.state)
        self.stages.currentChanged.connect(
            lambda place: self._store.apply(ShowStage(stages[place].name))
        )

    def take_over(self, other: "MainWindow") -> None:
        """Look as another window does, where that is no part of the state.

        Parameters
        ----------
        other : MainWindow
            The window that goes.
        """
        self.setGeometry(other.geometry())
        self.columns.setSizes(other.columns.sizes())
        self.rows.setSizes(other.rows.sizes())
        bar = self.gallery.verticalScrollBar()
        bar.setValue(other.gallery.verticalScrollBar().value())

    def _show_stage(self, state: State) -> None:
        stage = self.stages.findChild(QWidget, state.appearance.stage)
        if stage is not None:
            self.stages.setCurrentWidget(stage)

    # Actions -----------------------------------------------------------------------------------

    def _calls(self) -> dict[str, Callable[..., object]]:
        """Return what each action does, by its id in the table of the menus."""
        store, commands, gallery = self._store, self._commands, self.gallery
        return {
            "open": self.files.choose,
            "shipped": self._opener.open_shipped,
            "save-network": self.files.save_network,
            "export-predictions": self.saving.save_predictions,
            "export-results": self.saving.save_results,
            "export-figure": self.saving.save_figure,
            "copy-figure": self.saving.copy_figure,
            "quit": self.close,
            "select-all": gallery.select_all,
            "back": self.history.back,
            "forward": self.history.forward,
            "choose-split": lambda: self.top_bar.open_chooser("split"),
            "choose-label": lambda: self.top_bar.open_chooser("label"),
            "choose-verdict": lambda: self.top_bar.open_chooser("verdict"),
            "choose-order": lambda: self.top_bar.open_chooser("order"),
            "filter": lambda: self.top_bar.open_filter(),
            "go-to": lambda: self.top_bar.index.setFocus(),
            "focus-gallery": self.gallery.setFocus,
            "everything": commands.show_everything,
            "star": commands.star,
            "collections": self._choose_collection,
            "evaluate": commands.evaluate_split,
            "evaluate-all": commands.evaluate_all,
            "cancel": commands.cancel,
            "labels": lambda on: store.apply(ShowLabels(on)),
            "zoom-in": partial(gallery.zoom_by, 1),
            "zoom-out": partial(gallery.zoom_by, -1),
            "scale-up": partial(self._scale_by, 1),
            "scale-down": partial(self._scale_by, -1),
            "scale-reset": lambda: self._dress(scale=1.0),
            "full-screen": lambda on: self._dress(full_screen=on),
            "more-room": lambda on: self._dress(enlarged=on),
            "theme-system": partial(self._use_theme, "system"),
            "theme-light": partial(self._use_theme, "light"),
            "theme-dark": partial(self._use_theme, "dark"),
            "help": self._show_help,
            "about": self._show_about,
        }

    def _watch(self) -> None:
        self._enlarged, self._fills_screen = False, False
        self._stage_seen = Watch(lambda state: (state.appearance.stage,))
        self._data_set = Watch(lambda state: (state.library.digits.name,))

    def refresh(self, state: State) -> None:
        """Keep the window and the switches of its menus as the state has them.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        appearance = state.appearance
        for name in THEMES:
            self._check(f"theme-{name}", appearance.theme == name)
        self._check("labels", state.gallery.labels)
        self._check("more-room", appearance.enlarged)
        self._check("full-screen", appearance.full_screen)
        self.actions_by_id["cancel"].setEnabled(bool(state.tasks))
        if appearance.enlarged != self._enlarged:
            self._make_room(appearance.enlarged)
        if appearance.full_screen != self._fills_screen:
            self._fill_screen(appearance.full_screen)
        if self._stage_seen.differs(state):
            self._show_stage(state)
        if self._data_set.differs(state):
            self.setWindowTitle(_title(state.library.digits.name))

    def _make_room(self, enlarged: bool) -> None:
        """Give the stage most of the window, or bring back what was there before."""
        self._enlarged = enlarged
        if enlarged:
            self._sizes = self.columns.sizes(), self.rows.sizes()
            columns = [self.gallery.narrow_width(), self.columns.width()]
        else:
            columns = self._sizes[0]
        self.panel.setVisible(not enlarged)
        self.columns.setSizes(columns)
        self.rows.setSizes(self._sizes[1])

    def _check(self, name: str, on: bool) -> None:
        action = self.actions_by_id[name]
        with silently(action):
            action.setChecked(on)

    def _choose_collection(self) -> None:
        CollectionDialog(self._store, self._commands, self).open()

    def _scale_by(self, steps: int) -> None:
        scale = self._store.state.appearance.scale
        place = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - scale)) + steps
        self._dress(scale=SCALES[min(max(place, 0), len(SCALES) - 1)])

    def _use_theme(self, name: str, _on: bool) -> None:
        self._dress(theme=name)

    def _dress(
        self,
        *,
        scale: float | None = None,
        theme: str | None = None,
        enlarged: bool | None = None,
        full_screen: bool | None = None,
    ) -> None:
        """Change how the window looks; None leaves it as it is."""
        now = self._store.state.appearance
        self._store.apply(
            Dress(
                replace(
                    now,
                    scale=now.scale if scale is None else scale,
                    theme=now.theme if theme is None else theme,
                    enlarged=now.enlarged if enlarged is None else enlarged,
                    full_screen=now.full_screen if full_screen is None else full_screen,
                )
            )
        )

    def _fill_screen(self, full_screen: bool) -> None:
        """Take the whole screen, or go back to what was there before."""
        self._fills_screen = full_screen
        if full_screen:
            self._was_maximized = self.isMaximized()
            self.showFullScreen()
        elif self._was_maximized:
            self.showMaximized()
        else:
            self.showNormal()

    def _show_help(self) -> None:
        actions = [action for action in self.actions() if action.text()]
        show_text(self, self.tr("Help"), help_text(actions))

    def _show_about(self) -> None:
        show_text(self, self.tr("About MNIST Desktop"), about_text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files, once the drag has ended."""
        self.files.drop(event.mimeData())
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program end what runs; the sizes to remember are the usual ones."""
        self._dress(enlarged=False)
        self.closing.emit()
        super().closeEvent(event)


def _title(name: str) -> str:
    """Return the window's title, with the data set where it is not MNIST."""
    return "MNIST Desktop" if name == "MNIST" else f"{name} – MNIST Desktop"
