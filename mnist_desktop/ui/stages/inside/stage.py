"""The stage Inside: the formula, one page at a time, and a line on what is pointed to.

All is built from `state.insight` and the stage's own View. What changes is
rendered in one place, :meth:`InsideStage.draw_state`.
"""

from dataclasses import replace

from matplotlib.figure import Figure
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mnist_desktop.model.hidden import Ablation, Biography
from mnist_desktop.model.inside import NO_UNITS
from mnist_desktop.plots.inside.array_pages import page_of
from mnist_desktop.plots.inside.biography_page import BiographyPage
from mnist_desktop.plots.inside.lesson_page import LessonPage
from mnist_desktop.plots.inside.network_page import NetworkPage
from mnist_desktop.plots.inside.output_page import OutputPage
from mnist_desktop.plots.inside.poster import draw_poster
from mnist_desktop.plots.inside.scene import Page, Scene, Spot
from mnist_desktop.plots.inside.unit_page import UnitPage
from mnist_desktop.plots.inside.versus_page import VersusPage
from mnist_desktop.plots.style import Style
from mnist_desktop.session.changes import Dress, LookInside, SelectImages, SwitchOff
from mnist_desktop.session.state import INSIDE_PAGES, InsideView, State
from mnist_desktop.ui.base.canvas import style_for
from mnist_desktop.ui.base.silence import silently
from mnist_desktop.ui.base.stage import Stage
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.text_dialog import show_text
from mnist_desktop.ui.base.translation import said
from mnist_desktop.ui.stages.inside import controls
from mnist_desktop.ui.stages.inside.background import Background
from mnist_desktop.ui.stages.inside.formula import FormulaBar
from mnist_desktop.ui.stages.inside.help import page_help
from mnist_desktop.ui.stages.inside.page_canvas import PageCanvas
from mnist_desktop.ui.stages.inside.strips import BottomLine, PageTabs
from mnist_desktop.ui.stages.inside.view import scene_of
from mnist_desktop.ui.stages.inside.words import Pointed, page_hint, pointed_words
from mnist_desktop.ui.work.commands import Commands

_LEAST_ROOM = (30, 11)  # lines of text, wide and high, that a page needs
_KINDS: dict[str, type[Page]] = {
    "network": NetworkPage,
    "unit": UnitPage,
    "biography": BiographyPage,
    "output": OutputPage,
    "versus": VersusPage,
    "lesson": LessonPage,
}


class InsideStage(Stage):
    """Explains `state.insight`: the formula above, a page below."""

    name = "inside"

    def __init__(self, store: Store, commands: Commands) -> None:
        super().__init__(store)
        self._commands = commands
        self.scene: Scene | None = None
        self._background = Background(store, commands)
        self.canvas = PageCanvas()
        self.formula = FormulaBar()
        self.tabs = PageTabs(INSIDE_PAGES)
        self.controls = {
            "network": controls.NetworkControls(),
            "array": controls.ArrayControls(),
            "unit": controls.UnitControls(),
            "biography": controls.UnitControls(),
            "output": controls.OutputControls(),
            "versus": controls.VersusControls(),
            "lesson": controls.LessonControls(),
        }
        self.strip = QStackedWidget()
        self.scroll_bar = QScrollBar(Qt.Orientation.Vertical)
        self.line = BottomLine()
        self._arrange()
        self._connect()

    def title(self) -> str:
        """Return what the tab says."""
        return self.tr("Inside")

    @property
    def style_now(self) -> Style:
        """The figure style of the current theme and scale."""
        return style_for(self._store.state.appearance.scale)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for page in INSIDE_PAGES:
            self.strip.addWidget(self.controls[page])
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.scroll_bar)
        for part in (self.formula, self.tabs, self.strip, middle, self.line):
            column.addWidget(part)
        column.setStretchFactor(middle, 1)

    def _connect(self) -> None:
        self.formula.opened.connect(self.open_symbol)
        self.tabs.opened.connect(lambda page: self.look(replace(self.view, page=page, top=0)))
        self.tabs.help.clicked.connect(self._show_help)
        self.tabs.room.clicked.connect(self._enlarge)
        for part in self.controls.values():
            part.changed.connect(self.look)
            if isinstance(part, controls.UnitControls):
                part.switched.connect(self.switch)
                part.ordered.connect(self._commands.order_by_unit)
        self.line.all_on.clicked.connect(lambda: self._store.apply(SwitchOff(NO_UNITS)))
        self.canvas.chosen.connect(self.open_spot)
        self.canvas.switched.connect(self.switch)
        self.canvas.pointed.connect(self._point)
        self.canvas.scrolled.connect(
            lambda rows: self.scroll_bar.setValue(self.scroll_bar.value() + rows)
        )
        self.canvas.resized.connect(self._draw)
        self.scroll_bar.valueChanged.connect(lambda top: self.look(replace(self.view, top=top)))

    # What a user can do ------------------------------------------------------------------------

    @property
    def view(self) -> InsideView:
        """What is looked at."""
        return self._store.state.inside

    def look(self, view: InsideView) -> None:
        """Look at something else.

        Parameters
        ----------
        view : InsideView
            What is wanted.
        """
        self.line.point("")
        self._store.apply(LookInside(view))

    def _enlarge(self, on: bool) -> None:
        self._store.apply(Dress(replace(self._store.state.appearance, enlarged=on)))

    def open_symbol(self, name: str) -> None:
        """Open an array of the formula, the sigmoid, or the output of the prediction."""
        if name == "sigmoid":
            self.look(replace(self.view, page="lesson"))
        elif name == "prediction":
            self.look(replace(self.view, page="output", output=None))
        elif name:  # a sign such as "=" opens nothing
            self.look(replace(self.view, page="array", symbol=name, top=0))

    def open_spot(self, spot: Spot) -> None:
        """Open a unit or an output, or select an image of the biography."""
        if spot.kind == "unit":
            self.look(replace(self.view, page="unit", unit=spot.which))
        elif spot.kind == "output":
            self.look(replace(self.view, page="output", output=spot.which))
        else:
            self._open_image(spot)

    def _open_image(self, spot: Spot) -> None:
        state = self._store.state
        unit = self.scene.unit if self.scene is not None else 0
        biography = state.known.find(Biography, state.reading.network, state.split, unit)
        if biography is not None:
            images = biography.most if spot.kind == "most" else biography.least
            self._store.apply(SelectImages(int(images[spot.which])))

    def switch(self, unit: int) -> None:
        """Switch a hidden unit off, or on again."""
        self._store.apply(SwitchOff(self._store.state.reading.units_off ^ {unit}))

    # Drawing -----------------------------------------------------------------------------------

    def shows(self, state: State) -> tuple[object, ...]:
        """Return what of the state is shown."""
        network, split, known = state.reading.network, state.split, state.known
        biography = known.find(Biography, network, split, state.inside.unit)
        ablation = known.find(Ablation, network, split)
        return *state.read, state.inside, state.appearance.enlarged, split, biography, ablation

    def draw_state(self, state: State, *, anew: bool) -> None:
        """Follow the state."""
        if anew:
            self.formula.lay_out()
        self._background.want(state)
        self.scene = scene_of(state)
        ablation = state.known.find(Ablation, state.reading.network, state.split)
        self.line.show_off(state, ablation)
        self.tabs.room.setChecked(state.appearance.enlarged)
        self._draw_formula(state)
        self._draw_page(state)

    def _draw(self) -> None:
        if self.isVisible():
            self.draw_state(self._store.state, anew=False)

    def _draw_formula(self, state: State) -> None:
        opened = {"array": self.view.symbol, "lesson": "sigmoid"}.get(self.view.page, "")
        hidden = None if state.reading.network is None else state.reading.network.parameters.hidden
        answer = "?" if self.scene is None else self.scene.names[self.scene.insight.prediction]
        self.formula.show_formula(answer, hidden, opened)

    def _draw_page(self, state: State) -> None:
        view, scene = self.view, self.scene
        self.tabs.show_page(view.page, self._titles())
        self.strip.setCurrentWidget(self.controls[view.page])
        self.strip.setVisible(scene is not None)
        self.line.show_hint(page_hint(view.page) if scene is not None else "")
        if scene is None:
            self.scroll_bar.hide()
            self.canvas.show_words(self.style_now, self._why_empty(state))
            return
        self.controls[view.page].show_view(view, scene)
        if self._is_small():
            words = self.tr("There is too little room for this page.\nPress F9 for more.")
            self.canvas.show_words(self.style_now, words)
            return
        self.canvas.show_page(self._kind(), self.style_now, scene)
        self._show_scroll()

    def _kind(self) -> type[Page]:
        return page_of(self.view.symbol) if self.view.page == "array" else _KINDS[self.view.page]

    def _is_small(self) -> bool:
        em = self.style_now.points * 96 / 72
        wide, high = _LEAST_ROOM
        return bool(self.canvas.width() < wide * em or self.canvas.height() < high * em)

    def _titles(self) -> list[str]:
        scene = self.scene
        unit, output, versus = self.tr("Unit"), self.tr("Output"), self.tr("Compare")
        if scene is not None:
            unit = self.tr("Unit {unit}").format(unit=scene.unit)
            output = self.tr("Output {digit}").format(digit=scene.names[scene.output])
            one, other = (scene.names[digit] for digit in scene.pair)
            versus = self.tr("{one} or {other}").format(one=one, other=other)
        network, images, sigmoid = self.tr("Network"), self.tr("Images"), self.tr("Sigmoid")
        return [network, self.view.symbol, unit, images, output, versus, sigmoid]

    def _why_empty(self, state: State) -> str:
        if state.reading.network is None:
            return self.tr("There is no network yet.\nOpen one with Ctrl+O.")
        if state.insight is None:
            return self.tr("Choose an image to see how the network reads it.")
        return self.tr(
            "The weights of this network are so large\nthat its numbers cannot be worked out."
        )

    def _show_scroll(self) -> None:
        assert self.canvas.page is not None
        rows = self.canvas.page.rows
        hidden_rows = rows.total - rows.visible if rows is not None else 0
        self.scroll_bar.setVisible(hidden_rows > 0)
        if rows is not None and hidden_rows > 0:
            with silently(self.scroll_bar):
                self.scroll_bar.setRange(0, hidden_rows)
                self.scroll_bar.setPageStep(rows.visible)
                self.scroll_bar.setValue(self.view.top)

    def _point(self, spot: Spot | None, pointed: Pointed | None) -> None:
        if self.scene is None:
            return
        words = pointed_words(spot, pointed, self.scene)
        # On a switch, what switching costs is of more interest than the pixel beside it.
        on_switch = (
            spot is not None and spot.kind == "switch" and self._store.state.reading.units_off
        )
        self.line.point("" if on_switch else words)
        self.canvas.setAccessibleDescription(words)

    # Pictures and help -------------------------------------------------------------------------

    def picture(self) -> Figure | None:
        """Return the page as a figure of its own, on white, or None where there is none."""
        state = self._store.state
        if self.scene is None or state.subject is None or state.reading.network is None:
            return None
        words = self.tr("{image}, network {network}")
        caption = words.format(
            image=said(state.subject.caption), network=state.reading.network.name
        )
        size = (self.canvas.width() / 96, self.canvas.height() / 96)
        style = Style(points=self.style_now.points)
        return draw_poster(self._kind(), self.scene, size, style, caption)

    def _show_help(self) -> None:
        titles = dict(zip(INSIDE_PAGES, self._titles(), strict=True))
        show_text(self.window(), titles[self.view.page], page_help(self.view.page))
