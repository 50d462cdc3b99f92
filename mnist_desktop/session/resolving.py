"""What follows from a change of the state: pure functions from a state to the next."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np

from mnist_desktop.model.data import ALL, OWN
from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.model.inside import NO_UNITS
from mnist_desktop.model.selection import Indices, select
from mnist_desktop.session.state import NOTHING, AppState


def resolve(old: AppState, changes: Mapping[str, Any]) -> AppState:
    """Return the state after `changes`, with all that follows from them brought up to date."""
    new = _with_drawing(old, replace(old, **changes), changes)
    new = _fitting(_with_own_digits(old, new))
    if new.network is not old.network or new.digits is not old.digits:
        new = replace(new, evaluations=_still_known(old, new))
    if new.network is not old.network or (
        new.images is not old.images and "ranking" not in changes
    ):
        new = _without_ranking(new)
    if new.ranking is None:  # so that going back does not ask for one
        new = _without_ranking(new)
    if new.network is not old.network:
        new = replace(new, off=NO_UNITS)
    if _shows_other_images(old, new):
        images = new.images
        shown = NOTHING
        if images is not None:
            shown = select(images, new.query, new.evaluation, new.ranking, new.marks.starred)
        new = replace(new, shown=shown)
        if "current" not in changes and _starts_anew(old, new):
            new = replace(new, current=int(shown[0]), selected=())
    return _with_selection_shown(new)


def _starts_anew(old: AppState, new: AppState) -> bool:
    """Whether the first image is to be the current one.

    So it is in another order, and where the first one was, as more of an order
    becomes known.
    """
    if not len(new.shown) or new.split != old.split or new.query.order == "index":
        return False
    was_first = len(old.shown) > 0 and old.current == old.shown[0]
    return new.query.order != old.query.order or was_first


def _fitting(state: AppState) -> AppState:
    """Keep split and query within the digits, once these are whole."""
    splits, query = state.digits.splits, state.query
    if ALL in splits and state.split not in splits:
        state = replace(state, split="test" if "test" in splits else next(iter(splits)))
    if max(query.label or 0, query.prediction or 0) >= len(state.digits.class_names):
        state = replace(state, query=replace(query, label=None, prediction=None))
    return state


def _still_known(old: AppState, new: AppState) -> Mapping[str, Evaluation]:
    """Return the evaluations of the splits that are still the same, with the same network."""
    before, now = old.digits.splits, new.digits.splits
    same = new.network is old.network
    return MappingProxyType(
        {
            name: known
            for name, known in new.evaluations.items()
            if same and name in now and now[name] is before.get(name)
        }
    )


def _without_ranking(state: AppState) -> AppState:
    order = "index" if state.query.order == "ranking" else state.query.order
    return replace(state, ranking=None, query=replace(state.query, order=order))


def _with_drawing(old: AppState, new: AppState, changes: Mapping[str, Any]) -> AppState:
    """Explain the drawing from a stroke on, until an image of the gallery is chosen."""
    shown = new.drawing_shown
    if changes.keys() & {"current", "selected", "split"}:
        shown = False
    if "drawing" in changes or new.stage != old.stage:
        seen = new.stage == "draw"
        shown = seen or (shown and new.drawing is not None and new.drawing.readable)
    return replace(new, drawing_shown=shown and new.drawing is not None)


def _with_own_digits(old: AppState, new: AppState) -> AppState:
    """Keep the user's own digits when others are loaded."""
    splits, before = new.digits.splits, old.digits.splits
    if OWN in before and OWN not in splits:
        digits = replace(new.digits, splits={**splits, OWN: before[OWN]})
        return replace(new, digits=digits)
    return new


def _shows_other_images(old: AppState, new: AppState) -> bool:
    return (
        new.images is not old.images
        or new.query != old.query
        or new.ranking is not old.ranking
        or (new.query.starred and new.marks != old.marks)
        or (new.query.asks_network and new.evaluation is not old.evaluation)
    )


def _with_selection_shown(state: AppState) -> AppState:
    """Keep the selection inside what is shown; fall back to the nearest image."""
    if not len(state.shown):
        # Before a split is loaded, the wish for an image of it is kept.
        return replace(state, selected=()) if state.images is None else _nothing_selected(state)
    current = nearest(state.shown, state.current or 0)
    if not state.selected:
        return replace(state, current=current, selected=(current,))
    kept = np.asarray(state.selected)[np.isin(state.selected, state.shown)]
    selected = tuple(kept.tolist())
    return replace(
        state,
        current=current,
        selected=selected if current in selected else (current,),
    )


def _nothing_selected(state: AppState) -> AppState:
    return replace(state, current=None, selected=())


def nearest(shown: Indices, index: int) -> int:
    """Return `index` if it is shown, else the shown index that is closest to it."""
    return int(shown[np.abs(shown - index).argmin()])
