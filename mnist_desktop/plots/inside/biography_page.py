"""The biography of a hidden unit: the images that activate it most, and those that do least."""

from collections.abc import Hashable

from matplotlib.figure import Figure

from mnist_desktop.plots.inside.colour import ink_rgba
from mnist_desktop.plots.inside.scene import Images, Picture, Scene, Spot
from mnist_desktop.plots.inside.sheet import Sheet
from mnist_desktop.plots.style import Style

IMAGES = 24  # at either end
_HEADING = 1.6
_GAP = 2  # screen pixels between images


class BiographyPage(Sheet):
    """Two walls of images; nothing of it depends on the selected image."""

    def __init__(self, figure: Figure, style: Style, scene: Scene) -> None:
        super().__init__(figure, style)
        half = self.height / 2
        for place, (kind, images) in enumerate((("most", scene.most), ("least", scene.least))):
            top = place * half
            words = f"{IMAGES} {scene.split} images that activate unit {scene.unit} {kind}"
            self.text(0.5, top + 0.8, words, size=0.9)
            if images is None:
                self.text(0.5, top + _HEADING + 1, "being worked out…", muted=True)
            else:
                self._add_images(kind, images, top + _HEADING, half - _HEADING - 0.3)

    @staticmethod
    def key(scene: Scene) -> Hashable:
        """Return what the page must be built anew for."""
        return id(scene.insight.parameters), scene.unit, scene.split, scene.most is None

    def show(self, scene: Scene) -> None:
        """Do nothing: the images are the same whichever is selected."""

    def _add_images(self, kind: str, images: Images, top: float, room: float) -> None:
        cell = self._fitting_cell(len(images), room)
        columns = max(int((self.width - 1) / cell), 1)
        side = cell - _GAP / self.em
        for place, image in enumerate(images):
            row, column = divmod(place, columns)
            left, upper = 0.5 + column * cell, self.whole(top) + row * cell
            box = (left, upper, left + side, upper + side)
            self.pixels(box, lively=False).show(ink_rgba(image, self.style))
            self.spots.append(Spot(kind, place, box))
            self.pictures.append(Picture(kind, place, box))

    def _fitting_cell(self, count: int, room: float) -> float:
        """Return the side of the largest cells in which all images fit: whole pixels, a gap."""
        for factor in range(8, 1, -1):
            cell = (28 * factor + _GAP) / self.em
            columns = int((self.width - 1) / cell)
            if columns and -(-count // columns) * cell <= room:
                return cell
        return (28 + _GAP) / self.em
