"""What is known of networks: kept by (network, revision, split), within a bound on memory.

Going back to a network, or showing two at once, costs nothing while what was
worked out for it is still here. What was used least lately goes first.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from mnist_desktop.model.data import Digits, Split

if TYPE_CHECKING:
    from mnist_desktop.session.state import Network

T = TypeVar("T")
_MOST_BYTES = 256 << 20
_Key = tuple[type, int, int, str, Hashable]


@dataclass(frozen=True, eq=False)
class _Entry:
    value: object
    split: Split
    size: int  # bytes


@dataclass(frozen=True, eq=False)
class Known:
    """Results by kind, network, revision and split; frozen, like all of the state.

    Attributes
    ----------
    entries : mapping
        The results, the one added last at the end.
    most_bytes : int
        How much they may take together.
    """

    entries: Mapping[_Key, _Entry] = field(default_factory=lambda: MappingProxyType({}))
    most_bytes: int = _MOST_BYTES

    def find(
        self, kind: type[T], network: Network | None, split: Split | None, detail: Hashable = None
    ) -> T | None:
        """Return what is known, or None.

        Parameters
        ----------
        kind : type
            What is asked for: Evaluation, say.
        network : Network or None
            Of which network, in this very revision.
        split : Split or None
            On which split; one of the same name with other images does not count.
        detail : hashable, optional
            What else it depends on, such as a unit.
        """
        if network is None or split is None:
            return None
        entry = self.entries.get(_key(kind, network, split, detail))
        if entry is None or entry.split is not split:
            return None
        assert isinstance(entry.value, kind)
        return entry.value

    def having(
        self, value: object, network: Network, split: Split, detail: Hashable = None
    ) -> Known:
        """Return what is known with one result more, in place of an older one of its kind.

        Parameters
        ----------
        value : object
            The result, arrays as its attributes.
        network, split, detail
            What it is of, as for :meth:`find`.
        """
        key = _key(type(value), network, split, detail)
        entries = {other: entry for other, entry in self.entries.items() if other != key}
        entries[key] = _Entry(value, split, _bytes_of(value))
        return self._bounded(entries)

    def on(self, digits: Digits) -> Known:
        """Return what is known on splits that are still those of `digits`."""
        kept = {
            key: entry
            for key, entry in self.entries.items()
            if digits.splits.get(entry.split.name) is entry.split
        }
        return self if len(kept) == len(self.entries) else self._bounded(kept)

    def _bounded(self, entries: dict[_Key, _Entry]) -> Known:
        """Let go of the oldest results where all would take too much; the last one stays."""
        size = sum(entry.size for entry in entries.values())
        for key in list(entries)[:-1]:
            if size <= self.most_bytes:
                break
            size -= entries.pop(key).size
        return Known(MappingProxyType(entries), self.most_bytes)


def _key(kind: type, network: Network, split: Split, detail: Hashable) -> _Key:
    return kind, network.identity, network.revision, split.name, detail


def _bytes_of(value: object) -> int:
    """Return what the arrays among a result's attributes, and in the results there, take."""
    if isinstance(value, np.ndarray):
        return value.nbytes
    if isinstance(value, Split) or not hasattr(value, "__dataclass_fields__"):
        return 0
    return sum(map(_bytes_of, vars(value).values()))
