"""Where the cells of the gallery lie: a grid of square cells, in device pixels."""

from dataclasses import dataclass

from PySide6.QtCore import Qt


@dataclass(frozen=True)
class Grid:
    """`count` cells of `cell` x `cell` device pixels, row by row, `columns` a row.

    The columns begin `left` device pixels from the edge. A cell's place in this
    order is its position; the gallery's first cell has position 0.
    """

    count: int
    cell: int
    columns: int
    left: int = 0

    @staticmethod
    def fitting(count: int, cell: int, width: int) -> "Grid":
        """Return the grid with as many columns as fit into `width` device pixels, centred."""
        columns = max(1, width // cell)
        return Grid(count, cell, columns, max(0, width - columns * cell) // 2)

    @property
    def height(self) -> int:
        """Height of the whole grid, device pixels."""
        return -(-self.count // self.columns) * self.cell

    def at(self, x: float, y: float) -> int | None:
        """Return the position of the cell that covers a point of the grid, if there is one."""
        column, row = int((x - self.left) // self.cell), int(y // self.cell)
        position = row * self.columns + column
        inside = 0 <= column < self.columns and row >= 0 and position < self.count
        return position if inside else None

    def corner(self, position: int) -> tuple[int, int]:
        """Return x and y of a cell's upper left corner."""
        row, column = divmod(position, self.columns)
        return self.left + column * self.cell, row * self.cell

    def visible(self, top: int, height: int) -> range:
        """Return the positions of whole rows that show between `top` and `top + height`."""
        first = top // self.cell * self.columns
        last = -(-(top + height) // self.cell) * self.columns
        return range(min(first, self.count), min(last, self.count))

    def moved(self, position: int, key: int, page: int) -> int | None:
        """Return where a key leads from a position, None for keys that lead nowhere.

        Parameters
        ----------
        position : int
            Where one is.
        key : int
            A Qt.Key.
        page : int
            Rows that fit on the screen.
        """
        steps: dict[int, int] = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
            Qt.Key.Key_PageUp: -self.columns * page,
            Qt.Key.Key_PageDown: self.columns * page,
            Qt.Key.Key_Home: -self.count,
            Qt.Key.Key_End: self.count,
        }
        if key not in steps or not self.count:
            return None
        return min(max(position + steps[key], 0), self.count - 1)
