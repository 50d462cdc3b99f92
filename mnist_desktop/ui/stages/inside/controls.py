"""The strip of controls above a page, one kind a page: it shows the view and changes it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QWidget,
)

from mnist_desktop.plots.inside.lesson_page import REACH
from mnist_desktop.plots.inside.scene import Scene
from mnist_desktop.session.state import InsideView
from mnist_desktop.ui.base.silence import silently
from mnist_desktop.ui.stages.inside.words import array_words

_SLIDER_STEPS = 20  # a unit of x
_MOST_NUMBERS = 40


class Controls(QWidget):
    """A row of widgets. What is changed by hand is told; what is shown is not."""

    changed = Signal(object)
    """The InsideView that is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._view = InsideView()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 0, 8, 0)

    def add(self, label: str, widget: QWidget, tip: str) -> QLabel:
        """Add a widget with its name before it, and return that name."""
        name = QLabel(label)
        name.setBuddy(widget)
        widget.setToolTip(tip)
        widget.setAccessibleName(label)
        self.row.addWidget(name)
        self.row.addWidget(widget)
        return name

    def chooser(self, label: str, tip: str, items: Sequence[tuple[str, Any]]) -> "Chooser":
        """Add a combo box of words with what each stands for."""
        box = Chooser(items)
        box.name = self.add(label, box, tip)
        return box

    def scale_chooser(self) -> "Chooser":
        """Add the choice of one scale of colours for all units or one each."""
        box = self.chooser(
            self.tr("Colours"),
            self.tr("Whether all weight pictures share one scale, or each has one of its own"),
            [(self.tr("one scale"), True), (self.tr("a scale each"), False)],
        )
        box.activated.connect(
            lambda: self.changed.emit(replace(self._view, shared=box.currentData()))
        )
        return box

    def show_view(self, view: InsideView, scene: Scene) -> None:
        """Show what the view says, without telling anyone."""
        self._view = view
        with silently(*self.findChildren(QWidget)):
            self.render_view(view, scene)

    def render_view(self, view: InsideView, scene: Scene, /) -> None:
        """Show what the view says."""
        raise NotImplementedError


class Chooser(QComboBox):
    """A combo box that is set by value, silently."""

    def __init__(self, items: Sequence[tuple[str, Any]]) -> None:
        super().__init__()
        self.name: QLabel | None = None
        for words, value in items:
            self.addItem(words, value)

    def choose(self, value: Any) -> None:
        """Show a value."""
        self.setCurrentIndex(self.findData(value))


class NetworkControls(Controls):
    """Order of the units, and their scale of colours."""

    def __init__(self) -> None:
        super().__init__()
        self.order = self.chooser(
            self.tr("Units by"),
            self.tr("The order of the hidden units"),
            [
                (self.tr("number"), "number"),
                (self.tr("activation"), "activation"),
                (self.tr("contribution"), "contribution"),
            ],
        )
        self.order.activated.connect(
            lambda: self.changed.emit(replace(self._view, order=self.order.currentData()))
        )
        self.shared = self.scale_chooser()
        self.row.addStretch(1)

    def render_view(self, view: InsideView, _scene: Scene) -> None:
        """Show order and scale."""
        self.order.choose(view.order)
        self.shared.choose(view.shared)


class ArrayControls(Controls):
    """What the array is; for W1 its scale of colours."""

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.row.addWidget(self.words, 1)
        self.shared = self.scale_chooser()

    def render_view(self, view: InsideView, scene: Scene) -> None:
        """Show the words."""
        self.words.setText(array_words(view.symbol, scene))
        self.shared.choose(view.shared)
        self.shared.setVisible(view.symbol == "W1")
        assert self.shared.name is not None
        self.shared.name.setVisible(view.symbol == "W1")


class UnitControls(Controls):
    """Which unit, whether it is on, and the gallery in the order of its activation.

    The pages on a unit and on its biography have one each.
    """

    switched = Signal(int)
    """This unit is to be switched on or off."""
    ordered = Signal(int)
    """The gallery is to be ordered by this unit."""

    def __init__(self) -> None:
        super().__init__()
        self.unit = QSpinBox()
        self.on = QCheckBox(self.tr("on"))
        self.on.setToolTip(self.tr("Without a tick, the unit's activation is set to 0"))
        self.order = QPushButton(self.tr("Order gallery"))
        self.order.setToolTip(self.tr("Order the gallery by this unit's activation"))
        self.add(self.tr("Hidden unit"), self.unit, self.tr("The hidden unit, counted from 0"))
        self.row.addWidget(self.on)
        self.row.addStretch(1)
        self.row.addWidget(self.order)
        self.unit.valueChanged.connect(
            lambda unit: self.changed.emit(replace(self._view, unit=unit))
        )
        self.on.clicked.connect(lambda: self.switched.emit(self.unit.value()))
        self.order.clicked.connect(lambda: self.ordered.emit(self.unit.value()))

    def render_view(self, _view: InsideView, scene: Scene) -> None:
        """Show the unit."""
        self.unit.setRange(0, scene.insight.parameters.hidden - 1)
        self.unit.setValue(scene.unit)
        self.on.setChecked(scene.unit not in scene.insight.off)


class DigitChooser(QComboBox):
    """A combo box of the ten digits, the first entry standing for "follow the scores"."""

    def __init__(self, follow: str) -> None:
        super().__init__()
        self._follow = follow
        self._shown: tuple[str, ...] = ()

    def show_digit(self, digit: int | None, names: tuple[str, ...]) -> None:
        """Show a digit, or that the scores are followed."""
        if names != self._shown:
            self.clear()
            self.addItems([self._follow, *names])
            self._shown = names
        self.setCurrentIndex(0 if digit is None else digit + 1)

    def digit(self) -> int | None:
        """Return the chosen digit, or None to follow the scores."""
        return None if self.currentIndex() <= 0 else self.currentIndex() - 1


class OutputControls(Controls):
    """Which output."""

    def __init__(self) -> None:
        super().__init__()
        self.digit = DigitChooser(self.tr("the prediction"))
        self.add(self.tr("Output"), self.digit, self.tr("The output whose sum is shown"))
        self.digit.activated.connect(
            lambda: self.changed.emit(replace(self._view, output=self.digit.digit()))
        )
        self.row.addStretch(1)

    def render_view(self, view: InsideView, scene: Scene) -> None:
        """Show the output."""
        self.digit.show_digit(view.output, scene.names)


class VersusControls(Controls):
    """Which two digits."""

    def __init__(self) -> None:
        super().__init__()
        self.one = DigitChooser(self.tr("highest score"))
        self.other = DigitChooser(self.tr("next highest"))
        self.swap = QPushButton(self.tr("Swap"))
        self.swap.setToolTip(self.tr("Ask the other way round"))
        tip = self.tr("A digit, or the one that follows the scores")
        self.add(self.tr("Why"), self.one, tip)
        self.add(self.tr("and not"), self.other, tip)
        self.row.addWidget(self.swap)
        self.row.addStretch(1)
        self._pair = (0, 1)
        self.one.activated.connect(
            lambda: self.changed.emit(replace(self._view, one=self.one.digit()))
        )
        self.other.activated.connect(
            lambda: self.changed.emit(replace(self._view, other=self.other.digit()))
        )
        self.swap.clicked.connect(self._swap)

    def render_view(self, view: InsideView, scene: Scene) -> None:
        """Show the two digits."""
        self._pair = scene.pair
        self.one.show_digit(view.one, scene.names)
        self.other.show_digit(view.other, scene.names)

    def _swap(self) -> None:
        one, other = self._pair
        self.changed.emit(replace(self._view, one=other, other=one))


class LessonControls(Controls):
    """The slider for x, and a vector to type."""

    def __init__(self) -> None:
        super().__init__()
        end = round(REACH * _SLIDER_STEPS)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-end, end)
        self.slider.setMinimumWidth(120)
        self.vector = QLineEdit()
        self.vector.setMaximumWidth(220)
        self.add("x", self.slider, self.tr("Move x from −8 to 8"))
        self.add(self.tr("vector"), self.vector, self.tr("Numbers, such as [1, 2, 3]"))
        self.slider.valueChanged.connect(
            lambda step: self.changed.emit(replace(self._view, at=step / _SLIDER_STEPS))
        )
        self.vector.textEdited.connect(self._take_vector)

    def _take_vector(self, text: str) -> None:
        vector = read_vector(text)
        if vector:
            self.changed.emit(replace(self._view, vector=vector))

    def render_view(self, view: InsideView, _scene: Scene) -> None:
        """Show x, and the vector unless it is being typed."""
        self.slider.setValue(round(view.at * _SLIDER_STEPS))
        if not self.vector.hasFocus() and read_vector(self.vector.text()) != view.vector:
            self.vector.setText("[" + ", ".join(f"{value:g}" for value in view.vector) + "]")


def read_vector(text: str) -> tuple[float, ...]:
    """Return the numbers in a text such as "[1, 2, 3]"; none where anything else is in it."""
    words = text.replace("−", "-").strip().strip("[]()").replace(",", " ").replace(";", " ").split()
    try:
        numbers = tuple(float(word) for word in words[:_MOST_NUMBERS])
    except ValueError:
        return ()
    return numbers if all(abs(value) < 1e300 for value in numbers) else ()
