"""Runs: watched, changed, interrupted, and every time the same."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from mnist_desktop.model.data import Split
from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.run_records import Change
from mnist_desktop.model.run_settings import RunSettings
from mnist_desktop.model.run_training import train_run
from mnist_desktop.model.runs import Run
from mnist_desktop.model.training import CROSS_ENTROPY, backprop

SHORT = RunSettings(hidden=5, epochs=3, images=305, batch_size=10)


@pytest.fixture(scope="module")
def training(digits):
    return digits.splits["training"]


@pytest.fixture(scope="module")
def validation(digits):
    return part(digits.splits["validation"], 200)


def part(split, count):
    return Split(split.name, split.images[:count], split.labels[:count])


@pytest.fixture
def finished(training, validation):
    def finish(settings=SHORT, changes=()):
        run = Run.new(settings, changes)
        go_on(run, training, validation)
        return run

    return finish


def go_on(run, training, validation, reports=None):
    return list(islice(train_run(run, training, validation), reports))


def same(first, second):
    return (
        first.history == second.history
        and first.step == second.step
        and [s.step for s in first.snapshots] == [s.step for s in second.snapshots]
        and equal(first.now.parameters, second.now.parameters)
        and all(
            equal(a.parameters, b.parameters)
            for a, b in zip(first.snapshots, second.snapshots, strict=True)
        )
    )


def equal(first, second):
    return all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


def test_an_epoch_on_the_real_digits_learns_them(digits, training):
    run = Run.new(RunSettings(epochs=1, regularisation=5.0))
    go_on(run, training, digits.splits["validation"])
    before, after = run.history
    assert before.validation_accuracy < 0.3
    assert after.validation_accuracy > 0.93
    assert after.training_accuracy > 0.93
    assert after.training_cost < before.training_cost / 4
    *_, evaluation = evaluate(digits.splits["validation"], run.parameters)
    assert after.validation_accuracy == pytest.approx(evaluation.accuracy, abs=2e-4)
    assert run.best == after
    x = training.images.reshape(-1, 784).T / np.float32(256)
    y = np.eye(10, dtype=np.float32)[training.labels].T
    cost, _ = backprop(run.now.parameters, x, y, CROSS_ENTROPY, 5.0 / 50_000)
    assert after.training_cost == pytest.approx(cost, rel=1e-4)


def test_the_quadratic_cost_and_large_weights_of_the_books_first_network_learn(finished):
    settings = RunSettings(
        cost="quadratic", learning_rate=3.0, first_weights="large", images=10_000, epochs=1
    )
    run = finished(settings)
    assert run.snapshots[0].parameters.W1.std() == pytest.approx(1, rel=0.05)
    assert run.snapshots[0].parameters.W2.std() == pytest.approx(1, rel=0.1)
    assert run.history[-1].validation_accuracy > 0.7


def test_history_has_every_epoch_from_0_and_networks_of_the_first_steps(finished):
    run = finished()
    assert [epoch.number for epoch in run.history] == [0, 1, 2, 3]
    assert [s.step for s in run.snapshots] == [0, 1, 2, 4, 8, 16, 31, 62, 93]
    assert run.ended
    assert run.problem is None
    assert run.note is None


def test_the_same_settings_give_the_same_run_and_another_seed_another(finished):
    assert same(finished(), finished())
    assert not same(finished(), finished(replace(SHORT, seed=1)))


@pytest.mark.parametrize("reports", [1, 2, 3, 4, 6, 9])
def test_an_interrupted_run_becomes_the_same(finished, training, validation, reports):
    run = Run.new(SHORT)
    go_on(run, training, validation, reports)
    assert not run.ended
    go_on(run, training, validation)
    assert same(run, finished())


@pytest.mark.parametrize("schedule", ["constant", "falling"])
def test_pace_does_not_matter_to_what_is_learnt(finished, training, validation, schedule):
    settings = replace(SHORT, schedule=schedule)
    run = Run.new(settings)
    run.pace = 1
    reports = go_on(run, training, validation)
    steps = [p.step for p in reports if not p.measuring and p.measured is None]
    assert steps == list(range(1, 94))
    assert same(run, finished(settings))


def test_a_finished_run_goes_on_as_one_that_was_longer(finished, training, validation):
    run = finished(replace(SHORT, epochs=1))
    run.extend(2)
    go_on(run, training, validation)
    assert same(run, finished())


def test_reports_say_how_far_it_is_and_keep_their_network(training, validation):
    reports = go_on(Run.new(SHORT), training, validation)
    assert {(p.steps, p.epochs) for p in reports} == {(93, 3)}
    assert [p.measured.number for p in reports if p.measured] == [0, 1, 2, 3]
    assert reports[-1].step == 93
    assert not equal(reports[0].parameters, reports[-1].parameters)
    assert {array.dtype for array in reports[0].parameters} == {np.dtype(np.float64)}


def test_changes_are_recorded_and_a_repetition_makes_them_too(training, validation):
    run = Run.new(SHORT)
    for progress in train_run(run, training, validation):
        if progress.step == 16 and not run.changes:
            run.change("learning_rate", 2.0)
            run.change("regularisation", 1.5)
    assert run.changes == [
        Change(16, "learning_rate", 2.0),
        Change(16, "regularisation", 1.5),
    ]
    assert [(e.rate, e.regularisation) for e in run.history[:2]] == [(0.5, 0.0), (2.0, 1.5)]
    assert [run.value_at("learning_rate", step) for step in (15, 16)] == [0.5, 2.0]
    again = run.again()
    again.pace = 50
    go_on(again, training, validation)
    assert same(run, again)


def test_a_change_while_steps_are_taken_comes_after_them():
    run = Run.new(SHORT)
    assert run.head_for(20) == 20
    run.change("learning_rate", 1.0)
    assert run.changes == [Change(20, "learning_rate", 1.0)]
    assert run.head_for(30) == 20


def test_only_what_can_change_is_changed():
    run = Run.new(SHORT)
    with pytest.raises(ValueError, match="hidden"):
        run.change("hidden", 3)
    with pytest.raises(ValueError, match="learning rate η must be"):
        run.change("learning_rate", float("nan"))
    assert run.changes == []


def test_falling_rate_ends_at_0():
    run = Run.new(replace(SHORT, schedule="falling"))
    assert [run.rate_at(step) for step in (0, 31, 93)] == pytest.approx([0.5, 1 / 3, 0])


def test_falling_rate_falls_with_every_step(finished):
    falling = finished(replace(SHORT, schedule="falling"))
    assert [epoch.rate for epoch in falling.history] == pytest.approx([1 / 2, 1 / 3, 1 / 6, 0])
    moves = [
        np.abs(b.parameters.B2 - a.parameters.B2).max()
        for a, b in zip(falling.snapshots[-3:], falling.snapshots[-2:], strict=False)
    ]
    assert moves[-1] < moves[0]


def test_rate_is_halved_where_validation_does_not_improve_and_the_run_ends(finished):
    # A rate of 0 never improves anything.
    settings = replace(SHORT, schedule="halved", patience=2, learning_rate=0.0, epochs=100)
    run = finished(settings)
    assert len(run.history) == 1 + 2 * 8
    assert run.halvings == 8
    run = Run.new(replace(settings, learning_rate=1.0))
    run.history = finished(settings).history[:6]
    assert run.rate_at(5) == 1 / 4


def test_a_run_that_diverges_says_where_and_keeps_the_network_before(training, validation):
    settings = replace(SHORT, learning_rate=10.0, regularisation=5000.0)
    paced = Run.new(settings)
    paced.pace = 1
    steps = [p.snapshot for p in train_run(paced, training, validation) if not p.measuring]
    run = Run.new(settings)
    go_on(run, training, validation)
    assert run.ended
    assert f"at step {run.step + 1:,} " in str(run.problem)
    assert run.step == paced.step == steps[-1].step > 1
    assert all(np.isfinite(array).all() for array in run.now.parameters)
    assert equal(run.now.parameters, paced.now.parameters)
    assert run.snapshots[-1] is run.now
    assert go_on(run, training, validation) == []


def test_networks_beyond_the_memory_bound_are_thinned_and_it_is_said(training, validation):
    run = Run.new(replace(SHORT, epochs=20))
    size = sum(array.nbytes for array in run.now.parameters)
    run.max_kept = 14 * size
    for _ in train_run(run, training, validation):
        assert len(run.snapshots) <= 14
    assert [s.step for s in run.snapshots[:6]] == [0, 1, 2, 4, 8, 16]
    assert [s.step // 31 for s in run.snapshots[6:]] == [4, 8, 12, 16, 20]
    assert "one epoch in 4" in str(run.note)
    assert len(run.history) == 21


def test_the_test_split_is_not_needed(training, validation):
    # train_run is given two splits; nothing of it reads files, or knows of others.
    assert list(train_run.__annotations__) == ["run", "training", "validation", "return"]


def test_one_image_one_unit_and_no_epoch(finished):
    assert finished(RunSettings(hidden=1, images=1, epochs=2)).step == 2
    run = finished(replace(SHORT, epochs=0))
    assert [epoch.number for epoch in run.history] == [0]


def test_splits_that_do_not_fit_are_refused_with_a_sentence(training, validation):
    with pytest.raises(ValueError, match=r"50,000 .* only 200"):
        go_on(Run.new(RunSettings()), validation, validation)
    with pytest.raises(ValueError, match="no validation images"):
        go_on(Run.new(SHORT), training, part(validation, 0))
    letters = Split("letters", training.images, training.labels + 5)
    with pytest.raises(ValueError, match="Labels go up to 14"):
        go_on(Run.new(SHORT), letters, validation)


def test_a_run_does_not_go_on_with_other_images(training, validation):
    run = Run.new(SHORT)
    go_on(run, training, validation, 3)
    others = Split("others", training.images[400:800], training.labels[400:800])
    with pytest.raises(ValueError, match="other images"):
        go_on(run, others, validation)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("hidden", 0),
        ("hidden", 2.0),
        ("hidden", True),
        ("images", 0),
        ("batch_size", 0),
        ("epochs", -1),
        ("learning_rate", float("inf")),
        ("learning_rate", "fast"),
        ("regularisation", -1.0),
        ("cost", "linear"),
        ("schedule", ["constant"]),
        ("first_weights", "none"),
        ("seed", -1),
        ("seed", 2**32),
        ("patience", 0),
    ],
)
def test_settings_out_of_range_are_refused_with_a_sentence(name, value):
    with pytest.raises(ValueError, match=r"must be .*; found ") as caught:
        RunSettings(**{name: value})
    assert str(value) in str(caught.value)


def test_settings_go_through_json_and_others_are_refused():
    settings = replace(SHORT, schedule="halved", seed=9)
    assert RunSettings.from_json(settings.to_json()) == settings
    for other in (None, [1], {"momentum": 1.0}):
        with pytest.raises(ValueError, match="not the settings"):
            RunSettings.from_json(other)
