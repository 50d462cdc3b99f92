"""Named collections of starred images."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from mnist_desktop.model.message import Message, message

#: An image: the name of its split and its index there.
Place = tuple[str, int]
Places = frozenset[Place]
NOTHING_STARRED: Places = frozenset()
_SHOWN = 40  # characters of an entry that is no image


@dataclass(frozen=True)
class Marks:
    """Collections of starred images by name; one of them is being added to.

    Attributes
    ----------
    collections : mapping of str to frozenset of (split, index)
        The starred images.
    current : str
        The collection that the next star goes to.
    dropped : tuple of Message
        What :meth:`from_json` could not read and left out.
    """

    collections: Mapping[str, Places] = field(default_factory=lambda: MappingProxyType({}))
    current: str = "Starred"
    dropped: tuple[Message, ...] = field(default=(), compare=False)

    @property
    def starred(self) -> Places:
        """The images of the current collection."""
        return self.collections.get(self.current, NOTHING_STARRED)

    def with_toggled(self, places: Iterable[Place]) -> "Marks":
        """Star images, or take their stars away if all of them have one.

        Parameters
        ----------
        places : iterable of (split, index)
            The images.

        Returns
        -------
        Marks
        """
        wanted = frozenset(places)
        every = wanted <= self.starred
        starred = self.starred - wanted if every else self.starred | wanted
        return self._with(self.current, starred)

    def _with(self, name: str, starred: Places) -> "Marks":
        collections = {**self.collections, name: starred}
        return replace(self, collections=MappingProxyType(collections), current=name)

    def with_current(self, name: str) -> "Marks":
        """Go to another collection.

        Parameters
        ----------
        name : str
            Its name; a new one begins empty.

        Returns
        -------
        Marks
        """
        return self._with(name, self.collections.get(name, NOTHING_STARRED))

    def without(self, name: str) -> "Marks":
        """Delete a collection.

        Parameters
        ----------
        name : str
            Its name. If it is the current one, the first of the others becomes that.

        Returns
        -------
        Marks
        """
        kept = {other: places for other, places in self.collections.items() if other != name}
        return Marks(MappingProxyType(kept), next(iter(kept), Marks().current))

    def merged(self, base: "Marks", others: "Marks") -> "Marks":
        """Return these marks with what somebody else has changed meanwhile.

        Parameters
        ----------
        base : Marks
            What both began with.
        others : Marks
            What the other one has made of it.

        Returns
        -------
        Marks
        """
        merged = {}
        for name in {**self.collections, **others.collections}:
            mine, theirs, before = (
                marks.collections.get(name, NOTHING_STARRED) for marks in (self, others, base)
            )
            was, is_mine, is_theirs = (name in marks.collections for marks in (base, self, others))
            if (is_mine and is_theirs) or not was:
                merged[name] = (theirs - (before - mine)) | (mine - before)
        return Marks(MappingProxyType(merged), self.current)

    def to_json(self) -> dict[str, Any]:
        """Return what a JSON file keeps of the marks."""
        collections = {name: sorted(places) for name, places in self.collections.items()}
        return {"current": self.current, "collections": collections}

    @staticmethod
    def from_json(value: Any) -> "Marks":
        """Read what a JSON file holds; a bad entry costs only itself.

        Parameters
        ----------
        value : object
            As :meth:`to_json` returns it.

        Returns
        -------
        Marks
            With what was left out in `dropped`.

        Raises
        ------
        ValueError
            If there are no collections at all.
        """
        found = value.get("collections") if isinstance(value, dict) else None
        if not isinstance(found, dict):
            raise ValueError(message("not a collection of starred images"))
        dropped: list[Message] = []
        collections = {name: _places(name, entries, dropped) for name, entries in found.items()}
        current = value.get("current")
        if not isinstance(current, str):
            current = next(iter(collections), Marks().current)
            dropped.append(message("the name of the current collection"))
        return Marks(MappingProxyType(collections), current, tuple(dropped))


def _places(name: str, entries: Any, dropped: list[Message]) -> Places:
    """Return the places among the entries of a collection, and note what is none."""
    if not isinstance(entries, list):
        dropped.append(message("the images of {name}", name=repr(name)))
        return NOTHING_STARRED
    good = [entry for entry in entries if _is_place(entry)]
    for entry in entries:
        if not _is_place(entry):
            what = repr(entry)[:_SHOWN]
            dropped.append(message("{entry} in {name}", entry=what, name=repr(name)))
    return frozenset((split, index) for split, index in good)


def _is_place(entry: Any) -> bool:
    if not isinstance(entry, (list, tuple)) or len(entry) != 2:
        return False
    split, index = entry
    return isinstance(split, str) and type(index) is int and index >= 0
