"""Named collections of starred images."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

#: An image: the name of its split and its index there.
Place = tuple[str, int]
Places = frozenset[Place]
NOTHING_STARRED: Places = frozenset()


@dataclass(frozen=True)
class Marks:
    """Collections of starred images by name; one of them is being added to.

    Attributes
    ----------
    collections : mapping of str to frozenset of (split, index)
        The starred images.
    current : str
        The collection that the next star goes to.
    """

    collections: Mapping[str, Places] = field(default_factory=lambda: MappingProxyType({}))
    current: str = "Starred"

    @property
    def starred(self) -> Places:
        """The images of the current collection."""
        return self.collections.get(self.current, NOTHING_STARRED)

    def with_toggled(self, places: Iterable[Place]) -> "Marks":
        """Return the marks with all of `places` starred, or none of them if all of them were."""
        wanted = frozenset(places)
        every = wanted <= self.starred
        starred = self.starred - wanted if every else self.starred | wanted
        return self._with(self.current, starred)

    def _with(self, name: str, starred: Places) -> "Marks":
        collections = {**self.collections, name: starred}
        return replace(self, collections=MappingProxyType(collections), current=name)

    def with_current(self, name: str) -> "Marks":
        """Return the marks with another current collection, a new one if need be."""
        return self._with(name, self.collections.get(name, NOTHING_STARRED))

    def without(self, name: str) -> "Marks":
        """Return the marks without a collection."""
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
        """Return the marks that a JSON file holds.

        Raises
        ------
        ValueError
            If the value is not of the form that :meth:`to_json` returns.
        """
        try:
            collections = {
                str(name): frozenset((_text(split), _index(index)) for split, index in places)
                for name, places in value["collections"].items()
            }
            return Marks(MappingProxyType(collections), _text(value["current"]))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a collection of starred images") from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("expected a name")
    return value


def _index(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("expected an index")
    return value
