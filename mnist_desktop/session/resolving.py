"""What follows from a change of the state: pure functions from a state to the next."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from mnist_desktop.model.data import ALL, OWN
from mnist_desktop.model.selection import Indices, select
from mnist_desktop.session.changes import Change
from mnist_desktop.session.state import NOTHING, State


def after(old: State, changes: Sequence[Change]) -> State:
    """Return the state after `changes`, with all that follows from them brought up to date.

    Parameters
    ----------
    old : State
        The state before.
    changes : sequence of Change
        What is wanted, the last word at the end.
    """
    new = old
    for change in changes:
        new = change.applied(new)
    chosen = any(change.chooses_image for change in changes)
    return _with_selection_shown(_with_images(old, _fitting(_with_own_digits(old, new)), chosen))


def _with_images(old: State, new: State, chosen: bool) -> State:
    """Bring up to date what the gallery shows, and where one is in it."""
    if new.library.digits is not old.library.digits:
        new = replace(new, known=new.known.on(new.library.digits))
    if _ranking_is_gone(old, new):
        new = _without_ranking(new)
    if not _shows_other_images(old, new):
        return new
    split, gallery = new.split, new.gallery
    shown = NOTHING
    if split is not None:
        starred = new.library.marks.starred
        shown = select(split, gallery.query, new.evaluation, gallery.ranking, starred)
    gallery = replace(gallery, shown=shown)
    if not chosen and _starts_anew(old, new, shown):
        gallery = replace(gallery, current=int(shown[0]), selected=())
    return replace(new, gallery=gallery)


def _starts_anew(old: State, new: State, shown: Indices) -> bool:
    """Whether the first image is to be the current one.

    So it is in another order, and where the first one was, as more of an order
    becomes known. A network that learns does not move the gallery.
    """
    before, now = old.gallery, new.gallery
    if not len(shown) or now.split_name != before.split_name or now.query.order == "index":
        return False
    was_first = len(before.shown) > 0 and before.current == before.shown[0]
    return now.query.order != before.query.order or (was_first and not _is_learning(old, new))


def _is_learning(old: State, new: State) -> bool:
    """Whether the network is one that learns, and was the network before as well."""
    network = new.reading.network
    return network is not None and network.revision > 0 and network.is_same(old.reading.network)


def _fitting(state: State) -> State:
    """Keep split and query within the digits, once these are whole."""
    splits, gallery = state.library.digits.splits, state.gallery
    if ALL in splits and gallery.split_name not in splits:
        gallery = replace(gallery, split_name="test" if "test" in splits else next(iter(splits)))
    query = gallery.query
    if max(query.label or 0, query.prediction or 0) >= len(state.library.digits.class_names):
        gallery = replace(gallery, query=replace(query, label=None, prediction=None))
    return state if gallery is state.gallery else replace(state, gallery=gallery)


def _ranking_is_gone(old: State, new: State) -> bool:
    """Whether the order "ranking" has nothing to go by: no values, or values of something else."""
    ranking, network = new.gallery.ranking, new.reading.network
    if ranking is None:
        return new.gallery.query.order == "ranking"
    other_images = new.split is not old.split and ranking is old.gallery.ranking
    other_network = ranking.network is not None and (
        network is None or ranking.network != network.identity
    )
    return (
        other_images or other_network or new.split is None or len(new.split) != len(ranking.values)
    )


def _without_ranking(state: State) -> State:
    query = state.gallery.query
    if query.order == "ranking":
        query = replace(query, order="index")
    return replace(state, gallery=replace(state.gallery, ranking=None, query=query))


def _with_own_digits(old: State, new: State) -> State:
    """Keep the user's own digits when others are loaded."""
    splits, before = new.library.digits.splits, old.library.digits.splits
    if OWN in before and OWN not in splits:
        digits = replace(new.library.digits, splits={**splits, OWN: before[OWN]})
        return replace(new, library=replace(new.library, digits=digits))
    return new


def _shows_other_images(old: State, new: State) -> bool:
    query = new.gallery.query
    return (
        new.split is not old.split
        or query != old.gallery.query
        or new.gallery.ranking is not old.gallery.ranking
        or (query.starred and new.library.marks != old.library.marks)
        or (query.asks_network and _answers_otherwise(old, new))
    )


def _answers_otherwise(old: State, new: State) -> bool:
    """Whether more, or something else, is known of what the network says.

    Of a network that has just learnt nothing is known yet: what is shown stays until
    the split has been evaluated anew.
    """
    evaluation = new.evaluation
    if evaluation is old.evaluation:
        return False
    return not _is_learning(old, new) or (evaluation is not None and evaluation.complete)


def _with_selection_shown(state: State) -> State:
    """Keep the selection inside what is shown; fall back to the nearest image."""
    gallery = state.gallery
    if not len(gallery.shown):
        # Before a split is loaded, the wish for an image of it is kept.
        current = gallery.current if state.split is None else None
        return replace(state, gallery=replace(gallery, current=current, selected=()))
    current = nearest(gallery.shown, gallery.current or 0)
    selected = gallery.selected
    if selected:
        kept = np.asarray(selected)[np.isin(selected, gallery.shown)]
        selected = tuple(kept.tolist())
    if current not in selected:
        selected = (current,)
    if (current, selected) == (gallery.current, gallery.selected):
        return state
    return replace(state, gallery=replace(gallery, current=current, selected=selected))


def nearest(shown: Indices, index: int) -> int:
    """Return `index` if it is shown, else the shown index that is closest to it.

    Parameters
    ----------
    shown : ndarray of shape (M,), intp
        Indices, at least one.
    index : int
        What is wanted.
    """
    return int(shown[np.abs(shown - index).argmin()])
