"""What of the network is looked at: the stage's own small state."""

from dataclasses import dataclass

from mnist_desktop.model.hidden import Biography
from mnist_desktop.plots.inside.scene import Scene
from mnist_desktop.session.state import AppState

PAGES = ("network", "array", "unit", "biography", "output", "versus", "lesson")


@dataclass(frozen=True)
class View:
    """What is open.

    Attributes
    ----------
    page : str
        One of PAGES.
    symbol : str
        The array of the formula: "x", "W1", "B1", "z1", "a1" and so on.
    unit : int
        The hidden unit.
    output : int or None
        The output; None follows the prediction.
    one, other : int or None
        The digits that are compared; None follows the two highest scores.
    order : str
        Of the hidden units: "number", "activation" or "contribution".
    shared : bool
        Whether all weight pictures share one scale of colours.
    top : int
        First row that shows where a page is scrolled.
    at : float
        Where the sigmoid's slider stands.
    vector : tuple of float
        What the lesson applies the sigmoid to.
    """

    page: str = "network"
    symbol: str = "x"
    unit: int = 0
    output: int | None = None
    one: int | None = None
    other: int | None = None
    order: str = "number"
    shared: bool = True
    top: int = 0
    at: float = 1.0
    vector: tuple[float, ...] = (1.0, 2.0, 3.0)


def scene_of(state: AppState, view: View, biography: Biography | None) -> Scene | None:
    """Return what there is to draw, or None without an image, a network or finite numbers."""
    insight = state.insight
    if insight is None or not insight.finite:
        return None
    unit = min(view.unit, insight.parameters.hidden - 1)
    one = insight.prediction if view.one is None else view.one
    other = view.other
    if other is None or other == one:
        other = insight.prediction if one != insight.prediction else insight.runner_up
    most = least = None
    if biography is not None and biography.belongs_to(state.images, insight.parameters, unit):
        images = biography.split.images
        most, least = images[biography.most], images[biography.least]
    return Scene(
        insight,
        names=state.output_names,
        order=view.order,
        shared=view.shared,
        top=view.top,
        symbol=view.symbol,
        unit=unit,
        output=insight.prediction if view.output is None else view.output,
        pair=(one, other),
        most=most,
        least=least,
        split=state.split,
        at=view.at,
        vector=view.vector,
    )
