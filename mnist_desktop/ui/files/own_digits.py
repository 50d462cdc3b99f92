"""My digits in the window: keeps, deletes, brings in and hands out, saved after each change."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from mnist_desktop.model.data import OWN, Split
from mnist_desktop.model.errors import FileFormatError, one_line
from mnist_desktop.model.message import message
from mnist_desktop.model.own_digits import (
    digits_in,
    merged,
    own_split,
    save_digits,
    with_more,
    without,
)
from mnist_desktop.session.changes import LoadDigits
from mnist_desktop.ui.base.places import own_digits_path
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.undo import UndoStep
from mnist_desktop.ui.work.commands import OPENING, Commands

_TOTAL = 1000  # of the steps in which a file is opened


class OwnDigits(QObject):
    """The split "my digits" of the state, and its file. Every change can be undone."""

    failed = Signal(object)
    """The exception with which reading or writing ended."""

    def __init__(
        self, store: Store, commands: Commands, undo: QUndoStack, path: Path | None = None
    ) -> None:
        super().__init__()
        self._store = store
        self._commands = commands
        self._undo = undo
        self._path = path or own_digits_path()
        self._on_disk = own_split()  # what the file held when it was last read or written
        self._stamped = self._stamp()

    def load(self) -> None:
        """Read what was kept before; a damaged file is set aside, not written over."""
        self._on_disk, self._stamped = self._read(), self._stamp()
        self._show(self._on_disk)

    def _read(self) -> Split:
        """Return what the file holds now."""
        try:
            if self._path.exists():
                # Imported here, and only where there are own digits: it takes 15 ms.
                from mnist_desktop.model.formats import open_file

                return digits_in(open_file(self._path), self._path)
        except FileFormatError as error:
            self._set_aside(error)
        return own_split()

    def _stamp(self) -> tuple[int, int] | None:
        """Return what tells whether the file is another one by now."""
        try:
            about = self._path.stat()
        except OSError:
            return None
        return about.st_mtime_ns, about.st_size

    def _set_aside(self, error: FileFormatError) -> None:
        aside = self._path.with_suffix(".damaged.npz")
        try:
            self._path.replace(aside)
        except OSError:
            aside = self._path
        words = self.tr("{reason} It is kept as {name}; My digits starts empty.")
        reason = words.format(reason=error.reason, name=aside.name)
        self.failed.emit(FileFormatError(self._path, reason))

    @property
    def split(self) -> Split:
        """The digits that are kept now."""
        return self._store.state.library.digits.splits.get(OWN) or own_split()

    def add(self, more: Split) -> None:
        """Keep more digits; undo takes them out again."""
        before = self.split
        if len(more):
            self._push(self.tr("Keep in My digits"), before, with_more(before, more))

    def delete_selected(self) -> None:
        """Delete the selected images of the gallery, if they are of the user's own."""
        state = self._store.state
        if state.gallery.split_name == OWN and state.gallery.selected:
            before = self.split
            self._push(
                self.tr("Delete from My digits"), before, without(before, state.gallery.selected)
            )

    def add_from(self, path: Path) -> None:
        """Add the digits of a file of any format that the program opens."""

        def step(report: tuple[int, Split]) -> int:
            done, more = report
            self.add(more)
            return done

        words = message("Opening {file}", file=one_line(path.name))
        self._commands.run(OPENING, words, _TOTAL, _opened(path), step)

    def save_copy(self, path: Path) -> None:
        """Write a copy of all own digits as .npz or IDX."""
        try:
            save_digits(path, self.split)
        except (OSError, FileFormatError) as error:
            self.failed.emit(error)

    def _push(self, text: str, before: Split, after: Split) -> None:
        self._undo.push(UndoStep(text, self._use, (after, before), (before, after)))

    def _use(self, step: tuple[Split, Split]) -> None:
        """Take a step from some digits to others, on top of what another window has changed."""
        before, after = step
        # Only what another window has written is read again: it may be large.
        found = self._on_disk if self._stamp() == self._stamped else self._read()
        if _same(found, self._on_disk) and _same(self.split, before):
            split = after  # in its very order
        else:
            split = merged(before, after, merged(self._on_disk, self.split, found))
        self._show(split)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if len(split):
                save_digits(self._path, split)
            else:
                self._path.unlink(missing_ok=True)
            self._on_disk, self._stamped = split, self._stamp()
        except (OSError, FileFormatError) as error:
            self.failed.emit(error)

    def _show(self, split: Split) -> None:
        digits = self._store.state.library.digits
        digits = replace(digits, splits={**digits.splits, OWN: split})
        self._store.apply(LoadDigits(digits))


def _opened(path: Path) -> Iterator[tuple[int, Split]]:
    """Open a file step by step; its digits come with the last step."""
    # Imported here: the window is on the screen before the formats are.
    from mnist_desktop.model.formats import opening_steps

    for opening in opening_steps(path):
        done = opening.result is not None
        yield opening.done, digits_in(opening.result, path) if done else own_split()


def _same(one: Split, other: Split) -> bool:
    return np.array_equal(one.images, other.images) and np.array_equal(one.labels, other.labels)
