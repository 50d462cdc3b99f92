"""The window: puts the panels together and names the actions. Nothing else happens here."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMainWindow,
    QMenu,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from mnist_desktop.ui.actions import SEPARATOR, Entry, Menus, fill_menus, make_actions
from mnist_desktop.ui.chip_row import ChipRow
from mnist_desktop.ui.collection_dialog import CollectionDialog
from mnist_desktop.ui.commands import Commands
from mnist_desktop.ui.exports import Exports
from mnist_desktop.ui.files import Files, dropped_files, follow_filter
from mnist_desktop.ui.gallery.view import GalleryView
from mnist_desktop.ui.help import about_text, help_text, show_text
from mnist_desktop.ui.history import History
from mnist_desktop.ui.network_menu import NetworkMenu
from mnist_desktop.ui.opener import Opener
from mnist_desktop.ui.prediction_panel import PredictionPanel
from mnist_desktop.ui.state import AppState, Store
from mnist_desktop.ui.status_line import StatusLine
from mnist_desktop.ui.theme import SCALES
from mnist_desktop.ui.top_bar import TopBar

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from mnist_desktop.ui.stages.base import Stage  # matplotlib comes after the window


class MainWindow(QMainWindow):
    """Gallery on the left; stages over the prediction panel on the right."""

    closing = Signal()
    """The window is about to close."""

    def __init__(self, store: Store, commands: Commands, exports: Exports, opener: Opener) -> None:
        super().__init__()
        self._store = store
        self._commands = commands
        self._exports = exports
        self._opener = opener
        self.files = Files(self, store, opener, exports)
        self.setAcceptDrops(True)
        self.setWindowTitle("MNIST Desktop")
        self.gallery = GalleryView(store)
        self.gallery.show_everything.connect(commands.show_everything)
        self.history = History(store)
        self.gallery.back.connect(self.history.back)
        self.gallery.star.connect(commands.star)
        self.actions_by_id = make_actions(self._table(), self)
        self._menus = fill_menus(self.menuBar(), self._menu_list(), self.actions_by_id)
        self.top_bar = TopBar(
            store, commands, self.actions_by_id["evaluate"], self.actions_by_id["evaluate-all"]
        )
        self.top_bar.go_to.connect(self.gallery.go_to)
        self.top_bar.left.connect(self.gallery.setFocus)
        self.chip_row = ChipRow(store, commands)
        self.stages = QTabWidget(documentMode=True)
        self.panel = PredictionPanel(store)
        self.columns = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.rows = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.status_line = StatusLine(store, commands)
        self.status_line.zoom_to.connect(self.gallery.zoom_to)
        self._arrange()
        self._sizes = (self.columns.sizes(), self.rows.sizes())
        self._network_menu = NetworkMenu(self._menus[self.tr("&Network")], store, commands, opener)
        file_menu = self._menus[self.tr("&File")]
        file_menu.insertMenu(self.actions_by_id["shipped"], self.files.recent)
        commands.said.connect(self.status_line.say)
        self.refresh(store.state, frozenset({"theme", "labels", "digits"}))
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
        menu.setToolTipsVisible(True)
        for name in ids:
            if name == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(actions[name])
        self.menuBar().insertMenu(self._menus[self.tr("&Network")].menuAction(), menu)

    def add_stages(self, stages: Sequence["Stage"]) -> None:
        """Add the stages, once matplotlib is imported."""
        for stage in stages:
            stage.setObjectName(stage.name)
            self.stages.addTab(stage, stage.title())
        for widget in (self.status_line.zoom, self.status_line.cancel):
            self.setTabOrder(self._last_tab_stop(), widget)
        self._show_stage(self._store.state)
        self.stages.currentChanged.connect(
            lambda place: self._store.update(stage=stages[place].name)
        )

    def _show_stage(self, state: AppState) -> None:
        stage = self.stages.findChild(QWidget, state.stage)
        if stage is not None:
            self.stages.setCurrentWidget(stage)

    # Actions -----------------------------------------------------------------------------------

    def _table(self) -> list[Entry]:
        tr, commands, gallery = self.tr, self._commands, self.gallery
        return [
            Entry(
                "open",
                tr("&Open…"),
                self.files.choose,
                ("Ctrl+O",),
                help=tr("Open a file of digits, or of the parameters of a network"),
            ),
            Entry(
                "shipped",
                tr("Back to &MNIST"),
                self._opener.open_shipped,
                help=tr("Show the digits that come with the program again"),
            ),
            Entry(
                "save-network",
                tr("&Save network as…"),
                self.files.save_network,
                help=tr("Save the current network as .npz, .npy or JSON"),
            ),
            Entry(
                "export-predictions",
                tr("Export &predictions…"),
                self._export_predictions,
                ("Ctrl+Shift+P",),
                help=tr("Save label, prediction and scores of each image as a CSV file"),
            ),
            Entry(
                "export-results",
                tr("Export &results…"),
                self._export_results,
                help=tr("Save accuracy, confusion matrix and more as a JSON file"),
            ),
            Entry(
                "export-figure",
                tr("Export &figure…"),
                self._export_figure,
                ("Ctrl+Shift+S",),
                help=tr("Save the figure on the right as PNG, SVG or PDF"),
            ),
            Entry(
                "copy-figure",
                tr("&Copy figure"),
                self._copy_figure,
                ("Ctrl+Shift+C",),
                help=tr("Put the figure on the right on the clipboard"),
            ),
            Entry("quit", tr("&Quit"), self.close, ("Ctrl+Q",), help=tr("Close the window")),
            Entry(
                "select-all",
                tr("Select &all"),
                gallery.select_all,
                ("Ctrl+A",),
                help=tr("Select every image that is shown"),
            ),
            Entry(
                "back",
                tr("&Back"),
                self.history.back,
                ("Alt+Left",),
                help=tr("Go back to the images, filter and order before"),
            ),
            Entry(
                "forward",
                tr("&Forward"),
                self.history.forward,
                ("Alt+Right",),
                help=tr("Go forward again"),
            ),
            *(
                Entry(f"choose-{name}", words, partial(self._choose, name), (key,), help=help_words)
                for name, words, key, help_words in (
                    ("split", tr("S&plit…"), "Ctrl+T", tr("Choose the split")),
                    ("label", tr("&Label…"), "Ctrl+B", tr("Show only one label")),
                    ("verdict", tr("Ans&wer…"), "Ctrl+W", tr("Show only right or wrong ones")),
                    ("order", tr("&Order…"), "Ctrl+R", tr("Choose what comes first")),
                )
            ),
            Entry(
                "filter",
                tr("F&ilter…"),
                lambda: self.top_bar.open_filter(),
                ("Ctrl+F",),
                help=tr("Choose among all the filters"),
            ),
            Entry(
                "go-to",
                tr("Go to &number…"),
                lambda: self.top_bar.index.setFocus(),
                ("Ctrl+G",),
                help=tr("Type the number of an image"),
            ),
            Entry(
                "focus-gallery",
                tr("To the &gallery"),
                self.gallery.setFocus,
                ("F6",),
                help=tr("Give the keys to the gallery"),
            ),
            Entry(
                "everything",
                tr("Show &everything"),
                commands.show_everything,
                ("Ctrl+Backspace",),
                help=tr("Take back all filters and the order"),
            ),
            Entry(
                "star",
                tr("&Star"),
                commands.star,
                ("Ctrl+D",),
                help=tr("Star the selected images, or take their star away"),
            ),
            Entry(
                "collections",
                tr("&Collections…"),
                self._choose_collection,
                ("Ctrl+Shift+D",),
                help=tr("Choose, name and show collections of starred images"),
            ),
            Entry(
                "evaluate",
                tr("&Evaluate"),
                commands.evaluate_split,
                ("Ctrl+E", "F5"),
                help=tr("Let the network read every image of the current split"),
            ),
            Entry(
                "evaluate-all",
                tr("Evaluate a&ll images"),
                commands.evaluate_all,
                ("Ctrl+Shift+E",),
                help=tr("Let the network read the images of all splits"),
            ),
            Entry(
                "cancel",
                tr("&Cancel"),
                commands.cancel,
                ("Esc",),
                help=tr("Stop what runs; what is known by then stays"),
            ),
            Entry(
                "labels",
                tr("Show &labels"),
                lambda on: self._store.update(labels=on),
                ("Ctrl+L",),
                checkable=True,
                help=tr("Show each image's label in the gallery"),
            ),
            Entry(
                "zoom-in",
                tr("Larger &images"),
                partial(gallery.zoom_by, 1),
                ("Ctrl+Alt++", "Ctrl+Alt+="),
                help=tr("Larger images in the gallery"),
            ),
            Entry(
                "zoom-out",
                tr("Smaller i&mages"),
                partial(gallery.zoom_by, -1),
                ("Ctrl+Alt+-",),
                help=tr("Smaller images in the gallery"),
            ),
            Entry(
                "scale-up",
                tr("Enlarge &everything"),
                partial(self._scale_by, 1),
                ("Ctrl++", "Ctrl+="),
                help=tr("Larger text, figures and digits"),
            ),
            Entry(
                "scale-down",
                tr("Red&uce everything"),
                partial(self._scale_by, -1),
                ("Ctrl+-",),
                help=tr("Smaller text, figures and digits"),
            ),
            Entry(
                "scale-reset",
                tr("&Normal size"),
                lambda: self._store.update(scale=1.0),
                ("Ctrl+0",),
                help=tr("Text, figures and digits at their normal size"),
            ),
            Entry(
                "full-screen",
                tr("&Full screen"),
                self._full_screen,
                ("F11",),
                checkable=True,
                help=tr("Use the whole screen, or go back to a window"),
            ),
            Entry(
                "more-room",
                tr("More &room for the stage"),
                lambda on: self._store.update(roomy=on),
                ("F9",),
                checkable=True,
                help=tr("Make the gallery narrow and hide the scores below, or bring them back"),
            ),
            *(
                Entry(f"theme-{name}", words, partial(self._use_theme, name), checkable=True)
                for name, words in (
                    ("system", tr("Colours of the &system")),
                    ("light", tr("Li&ght")),
                    ("dark", tr("&Dark")),
                )
            ),
            Entry(
                "help",
                tr("&Help"),
                self._show_help,
                ("F1",),
                help=tr("How to use the window, and every key"),
            ),
            Entry("about", tr("&About MNIST Desktop"), self._show_about),
        ]

    def _menu_list(self) -> Menus:
        tr = self.tr
        places = ("back", "forward", "go-to", "focus-gallery")
        choices = ("choose-split", "choose-label", "choose-verdict", "choose-order", "filter")
        stars = ("select-all", "star", "collections")
        exports = ("export-predictions", "export-results", "export-figure", "copy-figure")
        sizes = (
            "zoom-in",
            "zoom-out",
            "scale-up",
            "scale-down",
            "scale-reset",
            "more-room",
            "full-screen",
        )
        themes = ("theme-system", "theme-light", "theme-dark")
        return [
            (tr("&File"), ("open", "shipped", SEPARATOR, *exports, SEPARATOR, "quit")),
            (tr("&Go"), (*places, SEPARATOR, *choices, "everything", SEPARATOR, *stars)),
            (tr("&View"), ("labels", SEPARATOR, *sizes, SEPARATOR, *themes)),
            (
                tr("&Network"),
                ("evaluate", "evaluate-all", "cancel", SEPARATOR, "save-network", SEPARATOR),
            ),
            (tr("&Help"), ("help", "about")),
        ]

    def refresh(self, state: AppState, changed: frozenset[str]) -> None:
        """Keep the switches of the menus as the state has them."""
        if "theme" in changed:
            for name in ("system", "light", "dark"):
                self._check(f"theme-{name}", state.theme == name)
        if "labels" in changed:
            self._check("labels", state.labels)
        if "roomy" in changed:
            self._check("more-room", state.roomy)
            self._make_room(state.roomy)
        if "stage" in changed:
            self._show_stage(state)
        if "digits" in changed:
            self.setWindowTitle(_title(state.digits.name))
        self.actions_by_id["cancel"].setEnabled(state.progress is not None)

    def _make_room(self, roomy: bool) -> None:
        """Give the stage most of the window, or bring back what was there before."""
        if roomy:
            self._sizes = self.columns.sizes(), self.rows.sizes()
            columns = [self.gallery.narrow_width(), self.columns.width()]
        else:
            columns = self._sizes[0]
        self.panel.setVisible(not roomy)
        self.columns.setSizes(columns)
        self.rows.setSizes(self._sizes[1])

    def _check(self, name: str, on: bool) -> None:
        action = self.actions_by_id[name]
        action.blockSignals(True)
        action.setChecked(on)
        action.blockSignals(False)

    def _choose(self, name: str) -> None:
        self.top_bar.open_chooser(name)

    def _choose_collection(self) -> None:
        CollectionDialog(self._store, self._commands, self).open()

    # Export ------------------------------------------------------------------------------------

    def _export_predictions(self) -> None:
        if self._is_evaluated():
            name = f"predictions-{self._store.state.split}.csv"
            filters = [self.tr("Table (*.csv)")]
            self._ask_where(name, filters, self._exports.write_predictions)

    def _export_results(self) -> None:
        if self._is_evaluated():
            filters = [self.tr("Results (*.json)")]
            self._ask_where("results.json", filters, self._exports.write_results)

    def _is_evaluated(self) -> bool:
        """Whether there are results to export; shows Results, which says how, if there are none."""
        if self._store.state.evaluation is None:
            self._store.update(stage="results")
        return self._store.state.evaluation is not None

    def _export_figure(self) -> None:
        figure = self._picture()
        if figure is not None:
            filters = ["PNG (*.png)", "SVG (*.svg)", "PDF (*.pdf)"]
            name = f"{self._store.state.stage}.png"
            write = self._exports.write_figure
            self._ask_where(name, filters, lambda path: write(path, figure))

    def _copy_figure(self) -> None:
        figure = self._picture()
        if figure is not None:
            self._exports.copy_figure(figure)
            self.status_line.say(self.tr("The figure is on the clipboard."))

    def _picture(self) -> "Figure | None":
        stage = self.stages.currentWidget()
        figure = stage.picture() if stage is not None else None  # type: ignore[attr-defined]
        if figure is None:
            self.status_line.say(self.tr("There is no figure to the right; choose another tab."))
        return figure  # type: ignore[no-any-return]

    def _ask_where(self, name: str, filters: list[str], write: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, self.tr("Save as"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(filters)
        follow_filter(dialog)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: write(Path(chosen)))
        dialog.open()

    def _scale_by(self, steps: int) -> None:
        scale = self._store.state.scale
        place = min(range(len(SCALES)), key=lambda place: abs(SCALES[place] - scale)) + steps
        self._store.update(scale=SCALES[min(max(place, 0), len(SCALES) - 1)])

    def _use_theme(self, name: str, _on: bool) -> None:
        self._store.update(theme=name)
        self._check(f"theme-{name}", True)

    def _full_screen(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

    def _show_help(self) -> None:
        actions = [action for action in self.actions() if action.text()]
        show_text(self, self.tr("Help"), help_text(actions))

    def _show_about(self) -> None:
        show_text(self, self.tr("About MNIST Desktop"), about_text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files, once the drag has ended."""
        self.files.drop(event.mimeData())
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program end what runs; the sizes to remember are the usual ones."""
        self._store.update(roomy=False)
        self.closing.emit()
        super().closeEvent(event)


def _title(name: str) -> str:
    """Return the window's title, with the data set where it is not MNIST."""
    return "MNIST Desktop" if name == "MNIST" else f"{name} – MNIST Desktop"
