"""Filters and orders against a plain loop over real images with a real evaluation."""

import re

import numpy as np
import pytest

from mnist_desktop.model.data import joined
from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.formats import load_parameters
from mnist_desktop.model.label_errors import LABEL_ERRORS
from mnist_desktop.model.selection import (
    ASKS_NETWORK,
    ORDERS_BY_NETWORK,
    Query,
    Ranking,
    format_spans,
    parse_spans,
    select,
)

SIZES = {"training": 1500, "validation": 500, "test": 3000}
STARRED = frozenset({("test", 7), ("test", 2500), ("training", 7), ("validation", 499)})


@pytest.fixture(scope="module")
def splits(digits):
    """A few thousand real images in the usual splits."""
    parts = [digits.splits[name] for name in SIZES]
    images = np.concatenate([part.images[: SIZES[part.name]] for part in parts])
    labels = np.concatenate([part.labels[: SIZES[part.name]] for part in parts])
    return joined(images, labels, SIZES)


@pytest.fixture(scope="module")
def evaluated(splits):
    *_, whole = evaluate(splits["all"], load_parameters())
    return {
        "all": whole,
        "training": whole.part("training", 0, 1500),
        "test": whole.part("test", 2000, 5000),
    }


@pytest.fixture(params=["all", "test", "partial", "nothing"])
def case(request, splits, evaluated):
    """A split, and what is known of it."""
    if request.param == "partial":
        return splits["test"], evaluated["all"].part("test", 2000, 3111)
    if request.param == "nothing":
        return splits["test"], None
    return splits[request.param], evaluated[request.param]


def holds(split, evaluation, query, index):
    """Whether one image passes the filters: the plain words of the query, one after another."""
    if query.label is not None and split.labels[index] != query.label:
        return False
    if query.spans and not any(first <= index <= last for first, last in query.spans):
        return False
    if query.label_errors:
        name, place = split.origin(index)
        if name != "test" or place not in LABEL_ERRORS:
            return False
    if query.starred and split.origin(index) not in STARRED:
        return False
    asked = [name for name in ASKS_NETWORK if getattr(query, name) is not None]
    if not asked:
        return True
    if evaluation is None or index >= len(evaluation):
        return False
    scores = np.sort(evaluation.scores[index])
    read, right = evaluation.scores[index].argmax(), "right"
    if read != split.labels[index]:
        right = "wrong"
    return (
        query.prediction in (None, read)
        and query.verdict in (None, right)
        and (query.score is None or query.score[0] <= scores[-1] <= query.score[1])
        and (query.margin is None or query.margin[0] <= scores[-1] - scores[-2] <= query.margin[1])
    )


def key(split, evaluation, query, index):
    """What one image is sorted by."""
    if query.order == "label":
        return split.labels[index]
    if query.order not in ORDERS_BY_NETWORK or evaluation is None:
        return index
    if index >= len(evaluation):
        return np.inf
    scores = evaluation.scores[index]
    lowest, highest = np.sort(scores)[-2:]
    own = scores[split.labels[index]]
    others = np.delete(scores, split.labels[index])
    return {
        "prediction": scores.argmax(),
        "score": highest,
        "margin": highest - lowest,
        "hardness": own - others.max(),
    }[query.order]


def looked_up(split, evaluation, query):
    kept = [index for index in range(len(split)) if holds(split, evaluation, query, index)]
    return sorted(kept, key=lambda index: key(split, evaluation, query, index))


FILTERS = [
    {},
    {"label": 3},
    {"prediction": 9},
    {"prediction": 0},
    {"verdict": "wrong"},
    {"verdict": "right"},
    {"score": (0.2, 0.6)},
    {"margin": (0.0, 0.1)},
    {"margin": (0.9, 1.0)},
    {"label_errors": True},
    {"starred": True},
    {"spans": ((5, 5), (100, 250), (2900, 90_000))},
    {"label": 4, "prediction": 9},
    {"label": 0, "verdict": "wrong", "margin": (0.0, 0.5), "spans": ((0, 2999),)},
]


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_a_filter_finds_what_a_loop_finds(case, filters):
    split, evaluation = case
    query = Query(**filters)
    shown = select(split, query, evaluation, starred=STARRED)
    assert shown.tolist() == looked_up(split, evaluation, query)


@pytest.mark.parametrize("order", ["index", "label", "prediction", "score", "margin", "hardness"])
@pytest.mark.parametrize("filters", [{}, {"label": 7}], ids=str)
def test_an_order_is_that_of_a_loop(case, order, filters):
    split, evaluation = case
    query = Query(order=order, **filters)
    shown = select(split, query, evaluation)
    assert shown.tolist() == looked_up(split, evaluation, query)


@pytest.mark.parametrize("name", ["score", "margin"])
def test_both_ends_of_a_range_belong_to_it(splits, evaluated, name):
    evaluation = evaluated["test"]
    values = evaluation.top_scores if name == "score" else evaluation.margins
    value = float(values[42])
    shown = select(splits["test"], Query(**{name: (value, value)}), evaluation)
    assert 42 in shown


def test_hardest_first_begins_with_the_wrong_ones(splits, evaluated):
    evaluation = evaluated["test"]
    shown = select(splits["test"], Query(order="hardness"), evaluation)
    wrong = evaluation.wrong[shown]
    assert wrong[: evaluation.errors].all()
    assert not wrong[evaluation.errors :].any()


def test_at_random_is_the_same_for_the_same_seed(splits):
    one, same, other = (
        select(splits["test"], Query(order="random", seed=seed)) for seed in (5, 5, 6)
    )
    np.testing.assert_array_equal(one, same)
    assert (one != other).any()
    np.testing.assert_array_equal(np.sort(one), np.arange(3000))
    some = select(splits["test"], Query(order="random", seed=5, label=2))
    np.testing.assert_array_equal(np.sort(some), np.flatnonzero(splits["test"].labels == 2))


def test_a_ranking_orders_its_own_split_only(splits):
    values = np.random.default_rng(1).random(3000)
    ranking = Ranking("by chance", "test", values)
    query = Query(order="ranking")
    shown = select(splits["test"], query, ranking=ranking)
    np.testing.assert_array_equal(shown, np.argsort(values))
    shown = select(splits["training"], query, ranking=ranking)
    np.testing.assert_array_equal(shown, np.arange(1500))


def test_a_star_beyond_the_end_of_its_split_marks_no_image_of_the_next(splits):
    stray = frozenset({("training", 1500), ("validation", 500), ("test", 3000), ("other", 0)})
    for name in ("all", "training", "test"):
        assert select(splits[name], Query(starred=True), starred=stray).tolist() == []


def test_order_that_asks_the_network_says_so():
    assert not Query().asks_network
    assert not Query(label=3, order="random", starred=True).asks_network
    for filters in ({"prediction": 0}, {"verdict": "right"}, {"score": (0, 1)}, {"margin": (0, 1)}):
        assert Query(**filters).asks_network
    assert all(Query(order=order).asks_network for order in ORDERS_BY_NETWORK)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        (" , ;", ()),
        ("427", ((427, 427),)),
        ("427, 1000-1050", ((427, 427), (1000, 1050))),
        ("3;  5 – 9 ,", ((3, 3), (5, 9))),
        ("9-5", ((9, 5),)),
    ],
)
def test_numbers_and_ranges_are_read(text, spans):
    assert parse_spans(text) == spans


@pytest.mark.parametrize("spans", [(), ((4, 4),), ((0, 9), (12, 12), (70, 80))])
def test_ranges_are_read_as_they_are_written(spans):
    assert parse_spans(format_spans(spans)) == spans


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("seven", "seven"),
        ("1, x, 3", "x"),
        ("5-", "5-"),
        ("-5", "-5"),
        ("1-2-3", "1-2-3"),
        ("1.5", "1.5"),
        ("2 3", "2 3"),
        ("²", "²"),
    ],
)
def test_what_is_no_range_is_named(text, part):
    with pytest.raises(ValueError, match=f"^{re.escape(part)}$"):
        parse_spans(text)


def test_a_range_of_huge_numbers_finds_what_there_is(splits):
    query = Query(spans=parse_spans(f"2998-{10**40}"))
    assert select(splits["test"], query).tolist() == [2998, 2999]
    query = Query(spans=parse_spans(str(10**40)))
    assert select(splits["test"], query).tolist() == []
