"""A page as a picture of its own: the formula and what it shows above it, on white."""

from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from mnist_desktop.plots.inside.scene import Page, Scene
from mnist_desktop.plots.style import Style

FORMULA = (
    r"$z_1 = W_1\,x + B_1 \qquad a_1 = \sigma(z_1) \qquad "
    r"z_2 = W_2\,a_1 + B_2 \qquad a_2 = \sigma(z_2)$"
)
_HEAD = 4.0  # lines of text
_DPI = 200


def draw_poster(
    kind: type[Page], scene: Scene, size: tuple[float, float], style: Style, caption: str
) -> Figure:
    """Return a figure of a page as it looks on the screen, under formula and caption.

    Parameters
    ----------
    kind : type of Page
        The page.
    scene : Scene
        What it shows.
    size : (float, float)
        Width and height of the page in inches.
    style : Style
        Light, so that it suits white paper.
    caption : str
        Image and network, in words.
    """
    width, height = size
    head = _HEAD * style.points / 72
    figure = Figure(figsize=(width, height + head), dpi=_DPI, facecolor=style.paper)
    FigureCanvasAgg(figure)
    grid = figure.add_gridspec(2, 1, height_ratios=(head, height))
    top, below = figure.add_subfigure(grid[0]), figure.add_subfigure(grid[1])
    look: dict[str, Any] = {"ha": "center", "va": "center", "color": style.ink}
    top.text(0.5, 0.66, FORMULA, size=1.3 * style.points, math_fontfamily="stix", **look)
    top.text(0.5, 0.2, caption, size=0.9 * style.points, **look)
    with style.applied(figure):
        page = kind(below, style, scene)
    page.show(scene)
    return figure
