"""The biography of a hidden unit: the images that activate it most, and those that do least."""

from collections.abc import Hashable

from mnist_desktop.plots.inside.colour import ink_rgba
from mnist_desktop.plots.inside.scene import Images, Picture, Scene, Spot
from mnist_desktop.plots.inside.sheet import AnyFigure, Sheet
from mnist_desktop.plots.style import Style

IMAGES = 24  # at either end
_HEADING = 1.6
_GAP = 2  # screen pixels between images


class BiographyPage(Sheet):
    """Two walls of images; nothing of it depends on the selected image."""

    def __init__(self, figure: AnyFigure, style: Style, scene: Scene) -> None:
        super().__init__(figure, style)
        add_biography(self, scene, 0.0)

    @staticmethod
    def key(scene: Scene) -> Hashable:
        """Return what the page must be built anew for."""
        return id(scene.insight.parameters), scene.unit, scene.split, scene.most is None

    def show(self, scene: Scene) -> None:
        """Do nothing: the images are the same whichever is selected."""


def add_biography(sheet: Sheet, scene: Scene, top: float) -> None:
    """Add both walls of images to a sheet, from `top` down to its end."""
    half = (sheet.height - top) / 2
    for kind, images in (("most", scene.most), ("least", scene.least)):
        words = f"The {IMAGES} images ({scene.split}) that activate unit {scene.unit} {kind}"
        sheet.text(0.5, top + 0.8, words, size=0.9)
        if images is None:
            sheet.text(0.5, top + _HEADING + 1, "being worked out…", muted=True)
        else:
            _add_images(sheet, kind, images, top + _HEADING, half - _HEADING - 0.3)
        top += half


def _add_images(sheet: Sheet, kind: str, images: Images, top: float, room: float) -> None:
    cell = _fitting_cell(sheet, len(images), room)
    columns = max(int((sheet.width - 1) / cell), 1)
    side = cell - _GAP / sheet.em
    for place, image in enumerate(images):
        row, column = divmod(place, columns)
        left, upper = 0.5 + column * cell, sheet.whole(top) + row * cell
        box = (left, upper, left + side, upper + side)
        sheet.pixels(box, lively=False).show(ink_rgba(image, sheet.style))
        sheet.spots.append(Spot(kind, place, box))
        sheet.pictures.append(Picture(kind, place, box))


def _fitting_cell(sheet: Sheet, count: int, room: float) -> float:
    """Return the side of the largest cells in which all images fit: whole pixels, a gap."""
    for factor in range(8, 1, -1):
        cell = (28 * factor + _GAP) / sheet.em
        columns = int((sheet.width - 1) / cell)
        if columns and -(-count // columns) * cell <= room:
            return cell
    return (28 + _GAP) / sheet.em
